package cli

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"catcow/decode"
	"catcow/history"
)

// formats are the ways a log is written. The first is the one for people.
func formats() []string {
	return []string{history.Markdown, history.HTML, history.CSV, history.ICS, history.JSON}
}

const formatsText = "md, html, csv, ics or json"

// export is what the flags of the command say.
type export struct {
	format string
	since  *time.Time
	output *output
}

func (a *app) exportCommand() *cobra.Command {
	e := &export{}
	c := &cobra.Command{
		Use:   "export",
		Short: "your log for a physio, a spreadsheet, another machine",
		Long: `Print your log, or write it to a file: html and md are a page for a physio, with
pictures and as text; csv is for a spreadsheet; ics holds the sessions of this
week for a calendar; and json holds everything, for "catcow import-log" on
another machine. A file that is there already is left alone.`,
		Example: `  catcow export -o physio.md --since 12w
  catcow export -o physio.html
  catcow export -o sessions.csv
  catcow export --format json > log.json`,
	}
	c.Flags().StringVar(&e.format, "format", "", formatsText+": the `FORMAT`; unless told, as FILE ends, or md")
	completeWith(c, "format", formats()...)
	e.since = a.sinceFlag(c)
	e.output = outputFlags(c, "write it to this `FILE`")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := e.check(); err != nil {
			return err
		}
		if e.format == history.ICS && e.since.IsZero() {
			*e.since = weekOf(a.Now())
		}
		return a.withLog(c.Context(), func(l *history.Log) error { return a.export(c.Context(), l, e) })
	}
	return c
}

// check checks what was asked for, and finds the format if it was not given.
func (e *export) check() error {
	if e.output.file == "-" {
		e.output.file = ""
	}
	if err := e.output.check(); err != nil {
		return err
	}
	file := e.output.file
	e.format = strings.ToLower(strings.TrimSpace(e.format))
	ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(file)), ".")
	switch {
	case e.format == "" && file == "":
		e.format = history.Markdown
	case e.format == "" && !slices.Contains(formats(), ending):
		return misused("-o %s: want a name that ends in .md, .html, .csv, .ics or .json, or --format", decode.Printable(file))
	case e.format == "":
		e.format = ending
	case !slices.Contains(formats(), e.format):
		return misused("--format: no format %q; %s", e.format, didYouMean(e.format, formats(), "want "+formatsText))
	case e.format != ending && slices.Contains(formats(), ending):
		return misused("-o %s: ends otherwise than the format, %s", decode.Printable(file), e.format)
	}
	return nil
}

// weekOf is when the week of an instant began.
func weekOf(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day()-(int(now.Weekday())+6)%7, 0, 0, 0, 0, now.Location())
}

// export writes the log, to a file as a whole or not at all.
func (a *app) export(ctx context.Context, l *history.Log, e *export) error {
	if e.format == history.HTML || e.format == history.Markdown {
		lib, _ := a.library()
		l.NamePoses(poseName(lib))
	}
	return a.put(*e.output, exportedText(e.output.file), func(w io.Writer) error { return l.Export(ctx, w, e.format, *e.since) })
}
