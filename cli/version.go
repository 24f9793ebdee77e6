package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "version",
		Short:  "which catcow this is",
		Hidden: true, // catcow --version is in the help
		RunE:   func(*cobra.Command, []string) error { return a.printVersion() },
	}
}

func (a *app) printVersion() error {
	fmt.Fprintln(a.out, "catcow", a.Version())
	return nil
}
