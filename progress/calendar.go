package progress

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"catcow/history"
	"catcow/page"
)

// enough is what a day's larger mark stands for: short sessions count, as stretches
// gain little beyond about four minutes a muscle group (Ingram 2025).
const enough = 10 * time.Minute

// The widths of the calendar, and of what it has beside the days where there is
// room.
const (
	calendarWidth = 33
	ratingsWidth  = 15
	pegWidth      = 7
)

// calendar is a row for each week: its Monday, a mark for each day, minutes and
// sessions. Where w cells allow it, the ratings and the PEG stand beside them.
func calendar(p Pen, weeks []history.Week, now time.Time, w int) []string {
	head, ratings, peg := calendarText, w >= calendarWidth+ratingsWidth, w >= calendarWidth+ratingsWidth+pegWidth
	if ratings {
		head += calendarPainText
	}
	if peg {
		head += calendarPEGText
	}
	lines := []string{p.Dim.Render(head)}
	for _, week := range weeks {
		line := p.Dim.Render(fmt.Sprintf("%*s ", dateWidth, dateText(week.Monday))) +
			days(p, week, now) +
			p.Text.Render(fmt.Sprintf("%4s%9s", some(page.Minutes(week.Played)), some(week.Sessions)))
		if ratings {
			line += p.Text.Render(fmt.Sprintf("%8s%7s", score(week.Before), score(week.After)))
		}
		if peg {
			line += p.Text.Render(fmt.Sprintf("%7s", score(week.PEG)))
		}
		lines = append(lines, line)
	}
	return append(lines, p.Dim.Render(fmt.Sprintf(marksText, p.little(), p.much())))
}

// days is a mark for each day of a week; none for days that are still to come.
func days(p Pen, week history.Week, now time.Time) string {
	today := date(now)
	marks := make([]string, len(week.Days))
	for i, played := range week.Days {
		switch {
		case played >= enough:
			marks[i] = p.Accent.Render(p.much())
		case played > 0:
			marks[i] = p.Accent.Render(p.little())
		case week.Monday.AddDate(0, 0, i).After(today):
			marks[i] = " "
		default:
			marks[i] = p.Faint.Render(p.nothing())
		}
	}
	return strings.Join(marks, " ")
}

// date is the day of a time where it is read, at midnight UTC like those of the
// log.
func date(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// some is a number; a week off is a gap, not a column of noughts.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// score is a mean, to a tenth.
func score(v *float64) string {
	if v == nil {
		return "-"
	}
	return fmt.Sprintf("%.1f", *v)
}

// nothing, little and much are the marks of a day by how long it was.
func (p Pen) nothing() string { return p.either("·", ".") }
func (p Pen) little() string  { return p.either("▪", "o") }
func (p Pen) much() string    { return p.either("■", "O") }

// either picks a mark of one cell.
func (p Pen) either(unicode, ascii string) string {
	if p.ASCII {
		return ascii
	}
	return unicode
}
