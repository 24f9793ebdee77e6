package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// helpCommand is "catcow help start", for those who try that first.
func (a *app) helpCommand() *cobra.Command {
	c := &cobra.Command{Use: "help [COMMAND]", Short: "this help", Hidden: true}
	c.ValidArgsFunction = cobra.NoFileCompletions
	c.RunE = a.run(func(_ context.Context, args []string) error {
		about, rest, err := c.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return noCommand(c.Root(), args)
		}
		return about.Help()
	})
	return c
}

// help prints what a command does, how it is called, and what can be said
// beside it.
func (a *app) help(c *cobra.Command, _ []string) {
	about := c.Long
	if about == "" {
		about = c.Short
	}
	fmt.Fprintln(a.out, strings.TrimSpace(about))
	if !c.HasParent() {
		return // the words list the commands themselves
	}
	fmt.Fprintf(a.out, "\nusage: %s\n", c.UseLine())
	if c.HasAvailableSubCommands() {
		fmt.Fprintln(a.out)
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(a.out, "  %-12s  %s\n", sub.Name(), sub.Short)
			}
		}
	}
	if flags := c.Flags().FlagUsagesWrapped(page); c.HasAvailableFlags() && flags != "" {
		fmt.Fprintf(a.out, "\n%s", flags)
	}
	if c.Example != "" {
		fmt.Fprintf(a.out, "\nfor example:\n%s\n", c.Example)
	}
}
