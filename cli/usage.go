package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"catcow/decode"
)

// none wants no arguments.
func none(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused("%s: want nothing after it, not %q; %s", c.Name(), strings.Join(args, " "), seeHelp(c))
	}
	return nil
}

// one wants one argument, which the help calls name.
func one(name string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return misused("%s: want a %s; %s", c.Name(), name, seeHelp(c))
		case 1:
			return nil
		}
		return misused("%s: want one %s, not %q; %s", c.Name(), name, strings.Join(args, " "), seeHelp(c))
	}
}

// noCommand refuses the argument of a command that has commands of its own: it
// was meant to be one of them.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	before := strings.TrimPrefix(c.CommandPath()+" ", "catcow ")
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if near := decode.Nearest(args[0], names); near != "" {
		return misused("no command %q; did you mean %q?", before+args[0], before+near)
	}
	return misused("no command %q; %s", before+args[0], listed(c))
}

// flagError says what is wrong with a flag in the words of everything else.
func flagError(c *cobra.Command, err error) error {
	if args := c.Flags().Args(); !c.HasParent() && len(args) > 0 {
		return noCommand(c, args) // flags of what is no command
	}
	if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		flag := bad.GetFlag()
		if flag.Value.Type() == "bool" {
			return misused("--%s: want true or false", flag.Name)
		}
		return misused("--%s: %w", flag.Name, bad.Unwrap())
	}
	if bad, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return misused("--%s: want a value after it; %s", bad.GetFlag().Name, seeHelp(c))
	}
	if bad, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return noFlag(c, bad)
	}
	return usage(err)
}

func noFlag(c *cobra.Command, bad *pflag.NotExistError) error {
	if short := bad.GetSpecifiedShortnames(); short != "" {
		return misused("no flag %q; %s", "-"+short, listed(c))
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	name := bad.GetSpecifiedName()
	if near := decode.Nearest(name, names); near != "" {
		return misused("no flag %q; did you mean %q?", "--"+name, "--"+near)
	}
	return misused("no flag %q; %s", "--"+name, listed(c))
}

func seeHelp(c *cobra.Command) string { return `"` + c.CommandPath() + ` --help" says more` }

func listed(c *cobra.Command) string { return `"` + c.CommandPath() + ` --help" lists them` }
