package history

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"
)

// writeICS writes the sessions as events of a calendar (RFC 5545). Calendars are
// shared: of pain they say nothing.
func (l *Log) writeICS(ctx context.Context, from querier, w io.Writer, since time.Time) error {
	writeICSLines(w, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//catcow//sessions//EN", "CALSCALE:GREGORIAN")
	err := eachRecord(ctx, from, false, func(r record) error {
		end := r.Started.Add(max(r.Played, time.Minute))
		writeICSLines(w, "BEGIN:VEVENT", "UID:"+r.ID+"@catcow", "DTSTAMP:"+icsTime(r.Changed),
			"DTSTART:"+icsTime(r.Started), "DTEND:"+icsTime(end), "SUMMARY:"+escapeICS(r.Name),
			"DESCRIPTION:"+escapeICS(fmt.Sprintf("%s, %s minutes, %d of %s", endText(r.End), minutesText(r.Played), r.Done, countText(r.Poses, "pose"))),
			"CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT")
		return nil
	}, whereSince+oldestFirst, sinceDay(since))
	writeICSLines(w, "END:VCALENDAR")
	return err
}

func icsTime(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

func escapeICS(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// writeICSLines writes lines as they have to be: at most 75 bytes, the rest of a
// longer one behind a space.
func writeICSLines(w io.Writer, lines ...string) {
	for _, text := range lines {
		for most := 75; len(text) > most; most = 74 {
			cut := most
			for !utf8.RuneStart(text[cut]) {
				cut--
			}
			fmt.Fprint(w, text[:cut], "\r\n ")
			text = text[cut:]
		}
		fmt.Fprint(w, text, "\r\n")
	}
}
