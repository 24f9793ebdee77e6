package history

import (
	"bufio"
	"context"
	"encoding/json"
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
		return fmt.Errorf(noFormatText, clean(format, 40))
	}
	out := bufio.NewWriter(w)
	err := l.queryStream(ctx, func(from querier) error { return write(ctx, from, out, since) })
	if err == nil {
		err = out.Flush()
	}
	return explain(err)
}

// documentVersion is that of the JSON. It rises when an older program would
// misread what a newer one writes.
const documentVersion = 1

// writeJSON writes everything there is about sessions and answers.
func (l *Log) writeJSON(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	fmt.Fprintf(w, `{"version":%d,"exported":%q,`, documentVersion, l.now().Format(time.RFC3339))
	return writeRecords(ctx, from, w, whereSince, `WHERE at >= (?1 - 1) * 86400000000000 AND day >= ?1 `, sinceDay(since))
}

// writeRecords writes the lists of an export, and its end: a session or an answer a line.
func writeRecords(ctx context.Context, from querier, w io.Writer, sessions, answers string, args ...any) error {
	lines := json.NewEncoder(w)
	comma := ""
	write := func(v any) error {
		fmt.Fprint(w, comma)
		comma = ","
		return lines.Encode(v)
	}
	fmt.Fprint(w, `"sessions":[`+"\n")
	if err := eachRecord(ctx, from, true, func(r record) error { return write(r) }, sessions+oldestFirst, args...); err != nil {
		return err
	}
	comma = ""
	fmt.Fprint(w, `],"peg":[`+"\n")
	err := eachPEG(ctx, from, func(p pegRecord) error { return write(p) }, answers+`ORDER BY at`, args...)
	fmt.Fprint(w, "]}\n")
	return err
}
