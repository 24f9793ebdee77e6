package cli

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"catcow/history"
)

const exportExample = `  catcow export -o physio.md --since 12w
  catcow export -o sessions.csv
  catcow export --format json > log.json`

const exportHelp = `Print your log, or write it to a file: md is a page for a physio, csv is for a
spreadsheet, and json holds everything, for "catcow import-log" on another
machine. A file that is there already is left alone.`

// formats are the ways a log is written. The first is the one for people.
func formats() []string { return []string{"md", "csv", "json"} }

// export is what the flags of the command say.
type export struct {
	format string
	since  *day
	file   string // "" and "-" are the standard output
	force  bool
}

func (a *app) exportCommand() *cobra.Command {
	e := &export{}
	c := &cobra.Command{
		Use:               "export",
		Short:             "your log for a physio, a spreadsheet, another machine",
		Long:              exportHelp,
		Example:           exportExample,
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	c.Flags().StringVar(&e.format, "format", "", "md, csv or json: the `FORMAT`; unless told, as FILE ends, or md")
	a.complete(c, "format", cobra.FixedCompletions(formats(), cobra.ShellCompDirectiveNoFileComp))
	e.since = a.sinceFlag(c)
	c.Flags().StringVarP(&e.file, "output", "o", "", "write it to this `FILE`")
	c.Flags().BoolVar(&e.force, "force", false, "even if FILE is there already")
	c.RunE = a.run(func(ctx context.Context, _ []string) error {
		if err := e.settle(); err != nil {
			return err
		}
		return a.logged(ctx, func(l *history.Log) error { return a.export(ctx, l, e) })
	})
	return c
}

// settle checks what was asked for, and finds the format if it was not given.
func (e *export) settle() error {
	if e.file == "-" {
		e.file = ""
	}
	if e.force && e.file == "" {
		return misused("--force: want -o FILE beside it")
	}
	given := strings.ToLower(strings.TrimSpace(e.format))
	e.format = given
	if given == "" {
		e.format = strings.TrimPrefix(strings.ToLower(filepath.Ext(e.file)), ".")
	}
	if slices.Contains(formats(), e.format) {
		return nil
	}
	if given != "" {
		return misused("--format: no format %q; %s", given, didYouMean(given, formats(), "want md, csv or json"))
	}
	e.format = formats()[0]
	return nil
}

// export writes the log, to a file as a whole or not at all.
func (a *app) export(ctx context.Context, l *history.Log, e *export) error {
	var since time.Time
	if e.since.given {
		since = e.since.start
	}
	write := func(w io.Writer) error { return l.Export(ctx, w, e.format, since) }
	if e.file != "" {
		if err := putFile(e.file, e.force, write); err != nil {
			return err
		}
		a.print(sayExported(e.file))
		return nil
	}
	return write(a.out)
}
