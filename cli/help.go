package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// What the help says, command by command.

const (
	rootHelp  = "catcow guides you through yoga for a sore back, pose by pose and step by step."
	namesHelp = `A routine goes by its number, its id or the beginning of one: catcow start lower
"catcow COMMAND --help" says more about a command.`
)

// helpCommand is "catcow help start", for those who try that first.
func (a *app) helpCommand() *cobra.Command {
	c := &cobra.Command{Use: "help [COMMAND]", Short: "this help", Hidden: true}
	c.Args = cobra.ArbitraryArgs
	c.RunE = func(c *cobra.Command, args []string) error {
		about, rest, err := c.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return noCommand(c.Root(), args)
		}
		return about.Help()
	}
	return c
}

// help prints what a command does, how it is called, and what can be said
// beside it.
func (a *app) help(c *cobra.Command, _ []string) {
	fmt.Fprintln(a.out, strings.TrimSpace(cmp.Or(c.Long, c.Short)))
	if !c.HasParent() {
		a.listCommands()
		return
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
	if flags := c.Flags().FlagUsagesWrapped(pageWidth); c.HasAvailableFlags() && flags != "" {
		fmt.Fprintf(a.out, "\n%s", flags)
	}
	if c.Example != "" {
		fmt.Fprintf(a.out, "\nfor example:\n%s\n", c.Example)
	}
}

// listCommands prints the commands as they belong together.
func (a *app) listCommands() {
	const line = "  %-19s %s\n"
	fmt.Fprintf(a.out, "\nusage: catcow [COMMAND]\n"+line, "catcow", "the menu")
	for i, group := range a.commands {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		for _, c := range group {
			fmt.Fprintf(a.out, line, c.Use, c.Short)
		}
	}
	fmt.Fprintf(a.out, "\n%s\n", namesHelp)
}
