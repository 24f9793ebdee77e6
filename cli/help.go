package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// What the help says, command by command.

const rootHelp = `catcow guides you through yoga for a sore back, pose by pose and step by step.

usage: catcow [COMMAND]
  catcow              the menu
  start ROUTINE       straight into a session
  today               a session made for today
  program             a plan over weeks, and today's part of it

  routines            list the routines
  poses               list the poses
  show NAME           a pose or a routine, as text or as a sheet to print
  plan ROUTINE        what happens when in a routine
  import SHEET        a physio's sheet, or a routine that was shared
  new pose|routine ID a pose or a routine of your own to begin with
  share ROUTINE       a routine of your own in one file, for somebody else
  check [FILE…]       look for mistakes in your poses, routines and settings

  log                 the sessions there were
  stats               what they add up to
  status              this week and today in one line, for bars
  export              your log for a physio, a spreadsheet, another machine
  import-log FILE     take in the log of another machine
  sync FOLDER         bring two computers together through a folder
  remind              reminders to move, by your system's own timer

  config              where your settings are; "config init" writes them
  safety              when not to exercise, and whom to call
  doctor              what works here, and what to do about the rest
  completion SHELL    let the tab key finish your words
  man                 the manual page
  version             which catcow this is

A routine goes by its number, its id or the beginning of one: catcow start lower
"catcow COMMAND --help" says more about a command.`

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
	if flags := c.Flags().FlagUsagesWrapped(pageWidth); c.HasAvailableFlags() && flags != "" {
		fmt.Fprintf(a.out, "\n%s", flags)
	}
	if c.Example != "" {
		fmt.Fprintf(a.out, "\nfor example:\n%s\n", c.Example)
	}
}
