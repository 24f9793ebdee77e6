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
	if err := eachWhole(ctx, from, since, func(r record) error { return write(r) }); err != nil {
		return err
	}
	comma = ""
	fmt.Fprint(w, `],"peg":[`+"\n")
	err := eachPEG(ctx, from, since, func(p pegRecord) error { return write(p) })
	fmt.Fprint(w, "]}\n")
	return err
}

// eachRecord goes through sessions without their stages, oldest first.
func eachRecord(ctx context.Context, from querier, since time.Time, each func(record) error) error {
	return eachSession(ctx, from, since, columns, func(scan func(...any) error) (record, error) { return scanRecord(scan) }, each)
}

// eachWhole is eachRecord with the stages and what hurt.
func eachWhole(ctx context.Context, from querier, since time.Time, each func(record) error) error {
	return eachSession(ctx, from, since, columns+`, detail`, scanWhole, each)
}

func eachSession(ctx context.Context, from querier, since time.Time, columns string,
	read func(scan func(...any) error) (record, error), each func(record) error,
) error {
	return rows(ctx, from, func(scan func(...any) error) error {
		r, err := read(scan)
		if err != nil {
			return err
		}
		return each(r)
	}, `SELECT `+columns+` FROM session WHERE started >= ? AND day >= ? ORDER BY started, id`, earliest(since), sinceDay(since))
}

func eachPEG(ctx context.Context, from querier, since time.Time, each func(pegRecord) error) error {
	return rows(ctx, from, func(scan func(...any) error) error {
		p, err := scanPEG(scan)
		if err != nil {
			return err
		}
		return each(p)
	}, `SELECT `+pegColumns+` FROM peg WHERE at >= ? AND day >= ? ORDER BY at`, earliest(since), sinceDay(since))
}
