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
	write := map[string]func(context.Context, asker, io.Writer, time.Time) error{
		CSV: writeCSV, JSON: l.writeJSON, Markdown: l.writeMarkdown,
	}[format]
	if write == nil {
		return errors.New(sayNoFormat(format))
	}
	out := bufio.NewWriter(w)
	// A question may be asked twice, and what was written is written: nothing is
	// mended here but by the question before.
	if _, err := l.Sessions(ctx, Filter{Limit: 1}); err != nil {
		return err
	}
	l.mu.Lock()
	db := l.db
	if db == nil {
		db = l.view
	}
	l.mu.Unlock()
	if db == nil {
		return errClosed
	}
	err := look(ctx, db, func(from asker) error { return write(ctx, from, out, since) })
	if err == nil {
		err = out.Flush()
	}
	return told(err)
}

// documentVersion is that of the JSON. It rises when an older program would
// misread what a newer one writes.
const documentVersion = 1

// writeJSON writes an object with the version first, a session a line.
func (l *Log) writeJSON(ctx context.Context, from asker, w io.Writer, since time.Time) error {
	out := jsonWriter{w: w}
	out.text(`{"version":1,"exported":`)
	out.value(l.now())
	out.text(",\n\"sessions\":[")
	err := eachRecord(ctx, from, since, func(r record, n int64) error {
		var err error
		if r.Log, err = readStages(ctx, from, n, r); err != nil {
			return err
		}
		if r.Hurts, err = readHurts(ctx, from, n, r); err != nil {
			return err
		}
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

// page is how many sessions are read at once.
const page = 500

// eachRecord goes through sessions, oldest first, without holding all of them.
func eachRecord(ctx context.Context, from asker, since time.Time, each func(r record, n int64) error) error {
	type numbered struct {
		record
		n, at int64
	}
	at, _ := span(since, time.Time{})
	for n := int64(0); ; {
		var all []numbered
		err := rows(ctx, from, func(scan func(...any) error) error {
			var one numbered
			var err error
			one.record, err = scanRecord(func(into ...any) error {
				return scan(append(into, &one.n, &one.at)...)
			})
			all = append(all, one)
			return err
		}, `SELECT `+columns+`, n, started FROM session
			WHERE (started, n) > (?, ?) ORDER BY started, n LIMIT ?`, at, n, page)
		if err != nil {
			return err
		}
		for _, one := range all {
			if err := each(one.record, one.n); err != nil {
				return err
			}
			at, n = one.at, one.n
		}
		if len(all) < page {
			return nil
		}
	}
}

func eachPEG(ctx context.Context, from asker, since time.Time, each func(pegRecord) error) error {
	at, _ := span(since, time.Time{})
	return rows(ctx, from, func(scan func(...any) error) error {
		p, err := scanPEG(scan)
		if err != nil {
			return err
		}
		return each(p)
	}, `SELECT `+pegColumns+` FROM peg WHERE at >= ? ORDER BY at`, at)
}
