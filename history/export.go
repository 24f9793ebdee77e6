package history

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// The forms of an export.
const (
	CSV      = "csv"  // a row a session, for a spreadsheet
	HTML     = "html" // a page to hand to a physiotherapist, with pictures
	ICS      = "ics"  // events for a calendar
	JSON     = "json" // everything, for another machine
	Markdown = "md"   // the page as text
)

// NamePoses gives the names that pages call poses by; "" for one that has none.
func (l *Log) NamePoses(name func(id string) string) { l.poseName = name }

// Export writes what was logged from a day on; the zero time means all of it.
// The format is [CSV], [HTML], [ICS], [JSON] or [Markdown].
func (l *Log) Export(ctx context.Context, w io.Writer, format string, since time.Time) error {
	write := map[string]func(context.Context, querier, io.Writer, time.Time) error{
		CSV: writeCSV, HTML: l.writeHTML, ICS: l.writeICS, JSON: l.writeJSON, Markdown: l.writeMarkdown,
	}[format]
	if write == nil {
		return errors.New(noFormatText(format))
	}
	out := bufio.NewWriter(w)
	err := l.queryStream(ctx, func(from querier) error { return write(ctx, from, out, since) })
	if err == nil {
		err = out.Flush()
	}
	return explain(err)
}

// document is an export in JSON, as small ones are written: the version first.
type document struct {
	Version  int         `json:"version"`
	Exported time.Time   `json:"exported"`
	Sessions []record    `json:"sessions,omitempty"`
	PEG      []pegRecord `json:"peg,omitempty"`
}

// documentVersion is that of the JSON. It rises when an older program would
// misread what a newer one writes.
const documentVersion = 1

// writeJSON writes a [document], a session a line.
func (l *Log) writeJSON(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	lines := json.NewEncoder(w)
	comma := ""
	write := func(v any) error {
		fmt.Fprint(w, comma)
		comma = ","
		return lines.Encode(v)
	}
	fmt.Fprintf(w, `{"version":%d,"exported":%q,"sessions":[`+"\n", documentVersion, l.now().Format(time.RFC3339))
	if err := eachRecord(ctx, from, true, func(r record) error { return write(r) }, whereSince+oldestFirst, sinceDay(since)); err != nil {
		return err
	}
	comma = ""
	fmt.Fprint(w, `],"peg":[`+"\n")
	err := eachPEG(ctx, from, func(p pegRecord) error { return write(p) },
		`WHERE at >= (?1 - 1) * 86400000000000 AND day >= ?1 ORDER BY at`, sinceDay(since))
	fmt.Fprint(w, "]}\n")
	return err
}
