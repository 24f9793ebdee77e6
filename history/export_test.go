package history

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func export(tb testing.TB, l *Log, format string, since time.Time) string {
	tb.Helper()
	var b bytes.Buffer
	if err := l.Export(tb.Context(), &b, format, since); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

func TestExportCSV(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := aSession(c)
	s.Name, s.Routine = `=HYPERLINK("http://evil","a, b")`, "-mine"
	rateBefore(l, &s, 6, []string{"lower-back", "hips"})
	play(l, c, &s, 0, 9)
	finish(l, &s, Finished)
	begin(l, c)

	text := export(t, l, CSV, time.Time{})
	if strings.Count(text, "\r\n") != 3 || strings.Count(text, "\n") != 3 {
		t.Errorf("lines end otherwise than by CRLF: %q", text)
	}
	got, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil || len(got) != 3 {
		t.Fatalf("%v %v", got, err)
	}
	want := []string{
		"2026-11-18", "07:30:00", "CET +01:00", "'-mine", `'=HYPERLINK("http://evil","a, b")`, "finished", "9.0", "9.0", "3", "3",
		"6", "", "lower-back, hips", "no", s.ID,
	}
	if strings.Join(got[1], "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got[1], want)
	}
	if got[2][5] != "cut off" || len(got[0]) != len(want) {
		t.Errorf("%q", got)
	}
}

func TestDisarm(t *testing.T) {
	for cell, want := range map[string]string{
		"":                      "",
		"Lower Back - mine":     "Lower Back - mine",
		"a+b=c":                 "a+b=c",
		"=1+1":                  "'=1+1",
		"+1":                    "'+1",
		"-mine":                 "'-mine",
		"@SUM(1)":               "'@SUM(1)",
		"  =1":                  "  '=1",
		"＝1+1":                  "'＝1+1",
		" ＠x":                   " '＠x",
		"−1":                    "'−1",
		"a;=1+1":                "a;'=1+1",
		"a, b | \t=1":           "a, b | \t'=1",
		"hips, -lower-back":     "hips, '-lower-back",
		`=HYPERLINK("x";"=y")`:  `'=HYPERLINK("x";"=y")`,
		"==1":                   "'==1",
		"lower-back, upper-arm": "lower-back, upper-arm",
	} {
		if got := disarm(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// The events of a calendar are what a calendar takes, and say nothing of pain.
func TestExportICS(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := aSession(c)
	s.Name = "Rücken; mine, and\\more " + strings.Repeat("ü", 60)
	rateBefore(l, &s, 9, []string{"hips"})
	play(l, c, &s, 0, 9)
	finish(l, &s, Finished)
	text := export(t, l, ICS, time.Time{})
	unfolded := strings.ReplaceAll(text, "\r\n ", "")
	for _, want := range []string{
		"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "UID:" + s.ID + "@catcow\r\n", "DTSTART:20261118T063000Z\r\n", "DTEND:20261118T063900Z\r\n",
		`SUMMARY:Rücken\; mine\, and\\more üü`, "END:VEVENT\r\nEND:VCALENDAR\r\n",
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for line := range strings.Lines(text) {
		if len(line) > 77 || !strings.HasSuffix(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("%d bytes: %q", len(line), line)
		}
	}
	if strings.Contains(text, "hips") || strings.Contains(text, "pain") {
		t.Error("it tells of pain")
	}
}

// weekByWeek makes a log of a session and an answer in each of some weeks up to now.
func weekByWeek(t *testing.T, c *clock, weeks int, play func(l *Log, week int)) *Log {
	t.Helper()
	l := mustOpen(t, t.TempDir(), c)
	today := c.Now()
	for week := range weeks {
		c.set(today.AddDate(0, 0, -7*(weeks-1-week)))
		play(l, week)
		l.SavePEG(PEG{Pain: 6, Enjoyment: 6, Activity: 6})
	}
	return l
}

// The page has its pictures in it and fetches nothing; what people wrote is text.
func TestExportHTML(t *testing.T) {
	c := newClock()
	today := c.Now()
	l := weekByWeek(t, c, 12, func(l *Log, week int) {
		s := aSession(c)
		s.Name = `<script>alert("x")</script>`
		if week < 4 || week > 8 {
			rateBefore(l, &s, 8-week/2, nil)
			rateAfter(l, &s, 7-week/2)
		}
		play(l, c, &s, 0, 9)
		hurt(l, &s, Hurt{Pose: "supine-twist<i>", Pain: 6})
		finish(l, &s, Finished)
	})
	text := export(t, l, HTML, time.Time{})
	for _, bad := range []string{"<script", "<i>", "http:", "https:", "src=", "url(", "@import", "ZgotmplZ", "NaN", "Inf", "<no value>"} {
		if strings.Contains(text, bad) {
			t.Errorf("it holds %q", bad)
		}
	}
	for want, count := range map[string]int{
		`class="chart"`: 3, `<polyline class="first"`: 3, `<polyline class="second"`: 2, `<circle class="first-mark"`: 21,
		`<td>supine twist&lt;i&gt;</td>`: 1, `<td class="date">`: 12, `class="bar" x=`: 12, "- 12 sessions": 0, "12 sessions in 12 weeks": 1,
		"a meaningful change": 1, "</html>": 1, `viewBox="0 0 12 6"`: 1, `<rect class="bar" width="12" height="6"/>`: 1,
	} {
		if got := strings.Count(text, want); got != count {
			t.Errorf("%d of %q, want %d", got, want, count)
		}
	}
	many := newClock()
	l = mustOpen(t, t.TempDir(), many)
	for _, years := range []int{-20, 0} {
		many.set(today.AddDate(years, 0, 0))
		another(l, many)
	}
	if text := export(t, l, HTML, time.Time{}); strings.Count(text, "text-anchor=\"middle\"") > 2*mostDates {
		t.Error("the dates do not fit")
	}
}

func TestExportMarkdown(t *testing.T) {
	c := newClock()
	today := c.Now()
	l := weekByWeek(t, c, 6, func(l *Log, week int) {
		s := aSession(c)
		s.Name = "Lower *back* | mine"
		rateBefore(l, &s, 8-week, nil)
		play(l, c, &s, 0, 9)
		rateAfter(l, &s, 7-week)
		if week == 2 {
			hurt(l, &s, Hurt{Pose: "supine-twist", Pain: 6, Leg: true, Choice: Skipped})
		}
		finish(l, &s, Finished)
	})
	text := export(t, l, Markdown, time.Time{})
	for _, want := range []string{
		"14 Oct 2026 to 18 Nov 2026", "today's zone is CET (UTC+01:00)",
		"from 0, no pain, to 10",
		"- 6 sessions in 6 weeks: 1.0 a week", "- 54 minutes: 9 a week", "- Finished: 6 of 6 begun",
		`Lower \*back\* \| mine (6)`,
		"- Pain before a session: 7.5 in the first two weeks with values, 3.5 in the last two: a meaningful change for the better",
		"- PEG: 6.0 in the first two weeks with values, 6.0 in the last two: no meaningful change",
		"| 12 Oct 2026 | 1 | 9 | 8.0 | 7.0 | 6.0 |",
		"| supine twist | 1 | 1 |",
		"## Poses that were skipped\n\nNone.",
		"Reported in 1 session: 28 Oct 2026.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
	later := export(t, l, Markdown, today.AddDate(0, 0, -14))
	if !strings.Contains(later, "- 3 sessions in 3 weeks") || strings.Contains(later, "supine twist") {
		t.Error(later)
	}
	l.NamePoses(func(id string) string { return map[string]string{"supine-twist": "Twist"}[id] })
	if named := export(t, l, Markdown, time.Time{}); !strings.Contains(named, "| Twist | 1 | 1 |") {
		t.Errorf("the name is not there:\n%s", named)
	}
	for _, word := range []string{"treat", "cure", "heal ", "you are clear", "streak"} {
		if strings.Contains(strings.ToLower(text), word) {
			t.Errorf("it says %q", word)
		}
	}
}

// An empty log can be exported in every form.
func TestExportEmpty(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	for _, format := range []string{CSV, HTML, ICS, JSON, Markdown} {
		if text := export(t, l, format, time.Time{}); text == "" {
			t.Errorf("%s: nothing", format)
		}
	}
	oneLine(t, l.Export(t.Context(), &bytes.Buffer{}, "p\x1bdf", time.Time{}), `no format "pdf"; want csv, html, ics, json or md`)
}

// What is all of the log begins with what came first of it: an answer as well, and the
// day of a session before it, where one flew westward.
func TestExportOfAll(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	l.SavePEG(PEG{Pain: 7, Enjoyment: 7, Activity: 7})
	if text := export(t, l, Markdown, time.Time{}); strings.Contains(text, pageEmptyText) {
		t.Errorf("the answer of this day is not there:\n%s", text)
	}
	c.add(24 * time.Hour)
	if text := export(t, l, Markdown, time.Time{}); strings.Contains(text, pageEmptyText) {
		t.Errorf("the answer of the day before is not there:\n%s", text)
	}
	s := begin(l, c)
	play(l, c, s, 0, 9)
	finish(l, s, Finished)
	west := aSession(c)
	west.Started = c.Now().Add(time.Hour).In(time.FixedZone("HST", -10*3600))
	c.set(west.Started)
	play(l, c, &west, 0, 9)
	finish(l, &west, Finished)
	text := export(t, l, Markdown, time.Time{})
	for _, want := range []string{"18 Nov 2026 to ", "2 sessions in 1 week", "7.0"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
