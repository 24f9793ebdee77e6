package cli

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"catcow/history"
)

func (a *app) importLogCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "import-log FILE",
		Short: "take in the log of another machine",
		Long: `Take in a log that "catcow export --format json" wrote, on another machine or on
this one. What is there already stays as it is, so that doing it twice does no
harm. A FILE called - is the standard input.`,
		Example: `  catcow import-log log.json
  ssh laptop catcow export --format json | catcow import-log -`,
		Args:              oneArg("FILE"),
		ValidArgsFunction: firstOnly(cobra.FixedCompletions([]cobra.Completion{"json"}, cobra.ShellCompDirectiveFilterFileExt)),
	}
	c.RunE = func(c *cobra.Command, args []string) error { return a.importLog(c.Context(), args[0]) }
	return c
}

// importLog takes in a file, or the standard input if it is called "-".
func (a *app) importLog(ctx context.Context, file string) (err error) {
	var in io.Reader
	if file == "-" {
		file, in = "standard input", pausing{waiting: &a.waiting, from: a.input(ctx)}
	} else {
		defer a.waiting.await(file)()
		switch info, err := os.Stat(file); { // a pipe may be waited for without end
		case err != nil:
			return unreadable(file, err)
		case info.IsDir():
			return isFolder(file)
		case !info.Mode().IsRegular():
			return fmt.Errorf(`%s is not a file; "catcow import-log -" reads what is piped into it`, file)
		}
		f, err := os.Open(file)
		if err != nil {
			return unreadable(file, err)
		}
		defer func() { _ = f.Close() }()
		in = f
	}
	return a.withLog(ctx, func(l *history.Log) error {
		added, known, err := l.Import(ctx, in)
		switch {
		case ctx.Err() != nil:
			return quiet(codeInterrupted)
		case history.IsBadExport(err):
			return fmt.Errorf("%s: %w", file, err)
		case err != nil:
			return err
		}
		a.print(addedText(added, known))
		return nil
	})
}
