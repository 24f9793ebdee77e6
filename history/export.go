package history

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"time"
)

// The forms of an export.
const (
	CSV      = "csv"  // a row a session, for a spreadsheet
	JSON     = "json" // everything, for another machine
	Markdown = "md"   // a page to hand to a physiotherapist
)

// Export writes what was logged since an instant; the zero time means all of it.
// The format is [CSV], [JSON] or [Markdown].
func (l *Log) Export(ctx context.Context, w io.Writer, format string, since time.Time) error {
	write := map[string]func(context.Context, querier, io.Writer, time.Time) error{
		CSV: writeCSV, JSON: l.writeJSON, Markdown: l.writeMarkdown,
	}[format]
	if write == nil {
		return errors.New(noFormatText(format))
	}
	out := bufio.NewWriter(w)
	// A question may be asked twice, and what was written is written: nothing is
	// mended here but by the question before.
	if _, err := l.Sessions(ctx, Filter{Limit: 1}); err != nil {
		return err
	}
	err := l.queryOnce(ctx, func(from querier) error { return write(ctx, from, out, since) })
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

// writeJSON writes an object with the version first, a session a line.
func (l *Log) writeJSON(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	out := jsonWriter{w: w}
	out.text(`{"version":1,"exported":`)
	out.value(l.now())
	out.text(",\n\"sessions\":[")
	err := eachWhole(ctx, from, since, func(r record) error {
		out.item(r)
		return out.err
	})
	if err != nil {
		return err
	}
	out.text("],\n\"peg\":[")
	out.some = false
	err = eachPEG(ctx, from, since, func(p pegRecord) error {
		out.item(p)
		return out.err
	})
	out.text("]}\n")
	return errors.Join(err, out.err)
}

type jsonWriter struct {
	w    io.Writer
	some bool // an item was written
	err  error
}

func (j *jsonWriter) text(text string) {
	if j.err == nil {
		_, j.err = io.WriteString(j.w, text)
	}
}

func (j *jsonWriter) value(v any) {
	text, err := json.Marshal(v)
	if j.err == nil {
		j.err = err
	}
	j.text(string(text))
}

func (j *jsonWriter) item(v any) {
	if j.some {
		j.text(",")
	}
	j.some = true
	j.text("\n")
	j.value(v)
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
	at, _ := bounds(since, time.Time{})
	return rows(ctx, from, func(scan func(...any) error) error {
		r, err := read(scan)
		if err != nil {
			return err
		}
		return each(r)
	}, `SELECT `+columns+` FROM session WHERE started >= ? ORDER BY started, id`, at)
}

func eachPEG(ctx context.Context, from querier, since time.Time, each func(pegRecord) error) error {
	at, _ := bounds(since, time.Time{})
	return rows(ctx, from, func(scan func(...any) error) error {
		p, err := scanPEG(scan)
		if err != nil {
			return err
		}
		return each(p)
	}, `SELECT `+pegColumns+` FROM peg WHERE at >= ? ORDER BY at`, at)
}
