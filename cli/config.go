package cli

import (
	"errors"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"catcow/config"
)

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: `where your settings are; "config init" writes them`,
		Long: `Print where your settings are looked for. Your own poses and routines belong in
the folders "poses" and "routines" beside them.`,
		Example: `  catcow config init
  nano "$(catcow config)"`,
		Args: noCommand,
		RunE: func(*cobra.Command, []string) error { return a.where() },
	}
	c.AddCommand(&cobra.Command{
		Use:   "init",
		Short: "write the settings as they come, for you to edit",
		Long: `Write the settings as they come, with what each of them means, for you to edit.
Settings that are there already are left alone.`,
		RunE: func(*cobra.Command, []string) error {
			defer a.waiting.await(config.Path())()
			path, err := config.Init(a.Defaults)
			if err != nil {
				return err
			}
			a.print(settingsWrittenText(path))
			return nil
		},
	})
	return c
}

// where prints the path alone, so that an editor can be given it.
func (a *app) where() error {
	path := config.Path()
	a.print(path)
	defer a.waiting.await(path)()
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		a.warn(noSettingsText)
	}
	return nil
}
