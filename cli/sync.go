package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"catcow/decode"
	"catcow/history"
	"catcow/page"
)

func (a *app) syncCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sync [FOLDER]",
		Short: "bring two computers together through a folder",
		Long: `Bring two computers together through a folder that something else carries,
such as Syncthing, Nextcloud or iCloud: take in the sessions that the others
left there, and leave yours for them. Doing it twice does no harm.

Whoever can read that folder can read your sessions, pain ratings too. Set
sync = "FOLDER" under [history] in your settings to have it done by itself.`,
		Example:           `  catcow sync ~/Sync/catcow`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: firstOnly(cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)),
		RunE: func(c *cobra.Command, args []string) error {
			folder := strings.Join(args, "")
			if folder == "" {
				cfg, err := a.settings()
				if err != nil {
					return err
				}
				folder = cfg.History.Sync
			}
			if folder == "" {
				return usage(errors.New(`want a FOLDER, or sync = "FOLDER" under [history] in your settings`))
			}
			return a.withLog(c.Context(), func(l *history.Log) error { return a.sync(c.Context(), l, folder) })
		},
	}
}

func (a *app) sync(ctx context.Context, l *history.Log, folder string) error {
	result, err := l.Sync(ctx, folder)
	if err != nil {
		return err
	}
	a.print(syncedText(result))
	for _, name := range result.Left {
		a.warn(decode.Printable(name) + " cannot be read as a whole; it is left for another time")
	}
	return nil
}

// syncedText is what came of bringing machines together.
func syncedText(s history.Synced) string {
	in, out := "nothing new", "nothing new"
	if s.Added > 0 {
		in = page.Plural(s.Added, "entry", "entries")
	}
	if s.Written > 0 {
		out = page.Plural(s.Written, "file", "files")
	}
	return "taken in: " + in + "; left for others: " + out
}
