package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "version",
		Short:             "which catcow this is",
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              a.run(func(context.Context, []string) error { return a.version() }),
	}
}

func (a *app) version() error {
	fmt.Fprintln(a.out, "catcow", a.Version())
	return nil
}
