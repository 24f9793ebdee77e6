package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/session"
)

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "config",
		Short:             `where your settings are; "config init" writes them`,
		Long:              configHelp,
		Example:           configExample,
		Args:              noCommand,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              a.run(func(context.Context, []string) error { return a.where() }),
	}
	c.AddCommand(&cobra.Command{
		Use:               "init",
		Short:             "write the settings as they come, for you to edit",
		Long:              configInitHelp,
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: a.run(func(context.Context, []string) error {
			path, err := config.Init(a.Defaults)
			if err != nil {
				return err
			}
			a.print(sayWritten(path))
			return nil
		}),
	})
	return c
}

// where prints the path alone, so that an editor can be given it.
func (a *app) where() error {
	path := config.Path()
	a.print(path)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		a.warn(sayNoSettings)
	}
	return nil
}

// settings are the user's, over the defaults.
func (a *app) settings() (config.Config, error) {
	return config.Load(a.Defaults, a.Environ)
}

// options are what the settings say about a plan.
func options(cfg config.Config) session.Options {
	return session.Options{
		Level:  cfg.Session.Level.Value,
		Breath: breath(cfg.Breath.Phases()),
		First:  session.Side(cfg.Session.FirstSide),
		Pace:   cfg.Session.Pace,
		Moment: time.Duration(cfg.Session.Moment),
	}
}

func breath(p config.Phases) session.Breath {
	return session.Breath{In: time.Duration(p.In), Out: time.Duration(p.Out)}
}
