package cli

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
	"github.com/charmbracelet/x/ansi"

	"catcow/history"
)

// noon is a time for the tests, in a zone that has summer time.
func noon(t *testing.T) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Madrid")
	if err != nil {
		t.Skip("no time zones on this machine: ", err)
	}
	return time.Date(2026, 11, 21, 12, 0, 0, 0, zone)
}

// home is an empty one, and the program in it at noon, without a terminal.
func home(t *testing.T) (*app, *bytes.Buffer) {
	t.Helper()
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"} {
		t.Setenv(name, t.TempDir())
	}
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	now := noon(t)
	var out bytes.Buffer
	p := Env{
		Version: func() string { return "v0" }, Stdin: strings.NewReader(""), Stdout: &out, Stderr: io.Discard,
		Now: func() time.Time { return now },
	}
	return newApp(p), &out
}

func TestParseDay(t *testing.T) {
	now := noon(t)
	for _, c := range []struct{ text, want string }{
		{" Today ", "2026-11-21T00:00:00+01:00"},
		{"yesterday", "2026-11-20T00:00:00+01:00"},
		{"0d", "2026-11-21T00:00:00+01:00"},
		{"30d", "2026-10-22T00:00:00+02:00"}, // by the calendar, over the end of summer time
		{"4w", "2026-10-24T00:00:00+02:00"},
		{"2026-11-01", "2026-11-01T00:00:00+01:00"},
		{"2024-02-29", "2024-02-29T00:00:00+01:00"},
		{"2027-01-01", "2027-01-01T00:00:00+01:00"},
		{"1970-01-01", "1970-01-01T00:00:00+01:00"}, // before it is in Greenwich
		{"2199-12-31", "2199-12-31T00:00:00+01:00"},
	} {
		if got, err := parseDay(c.text, now); err != nil || got.Format(time.RFC3339) != c.want {
			t.Errorf("%q: %v, %v; want %s", c.text, got, err, c.want)
		}
	}
	for _, text := range []string{"0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31", "65535w"} {
		if got, err := parseDay(text, now); err == nil || err.Error() != "want a day from 1970-01-01 to 2199-12-31" {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{
		"", "d", "w", "-1d", "1.5w", "99999d", "1m", "2023-02-29", "2026-11-1", "21.11.2026", "2026-11-01T00:00:00Z", "tomorrow",
	} {
		if got, err := parseDay(text, now); err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestWhenText(t *testing.T) {
	here := noon(t).Location()
	at := func(text string, zone *time.Location) time.Time {
		parsed, err := time.ParseInLocation("2006-01-02 15:04", text, zone)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{at("2026-11-20 07:30", here), "2026-11-20 07:30"},
		{at("2026-07-20 07:30", here), "2026-07-20 07:30"},
		{at("2026-11-20 07:30", time.FixedZone("CET", 3600)), "2026-11-20 07:30"},
		{at("2026-07-20 07:30", time.FixedZone("CET", 3600)), "2026-07-20 07:30 CET"}, // here it was CEST
		{at("2026-11-20 07:30", time.FixedZone("JST", 9*3600)), "2026-11-20 07:30 JST"},
		{at("2026-11-20 07:30", time.FixedZone("", -3*3600-1800)), "2026-11-20 07:30 -03:30"},
		{at("2026-11-20 07:30", time.FixedZone("\x1b", 0)), "2026-11-20 07:30 \uFFFD"},
	} {
		if got := whenText(c.at, here); got != c.want {
			t.Errorf("%v: %q, want %q", c.at, got, c.want)
		}
	}
}

// play logs sessions that a person may have had.
func play(t *testing.T, a *app) []history.Session {
	t.Helper()
	l, err := a.history(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	rating := func(n int) *int { return &n }
	sessions := []history.Session{
		{Routine: "lower-back", Name: "Lower Back", Poses: 4, Planned: 18 * time.Minute, Before: rating(5), After: rating(3)},
		{Routine: "before-bed", Name: "Before Bed, Slowly, With Everything That Is Good For A Back", Poses: 12, Before: rating(10)},
		{Routine: "neck", Name: "Hals und Schultern für Zwischendurch · 肩こり", Poses: 1, Hurts: []history.Hurt{{Pose: "cobra", Pain: -1, Leg: true}}},
	}
	for i, end := range []string{history.Finished, history.EndedEarly, ""} {
		s := &sessions[i]
		s.Started = a.Now().AddDate(0, 0, i-3).In(time.FixedZone("NPT", 20700))
		s.ID, s.End = history.NewID(), end
		for j := range s.Hurts {
			s.Hurts[j].At = s.Started
		}
		s.Stages = []history.Stage{{Kind: "hold", Pose: "cobra", Last: true, Played: time.Duration(i+1) * 7 * time.Minute, At: s.Started}}
		l.Save(*s)
	}
	if err := l.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	return sessions
}

func TestLogFitsTheTerminal(t *testing.T) {
	a, out := home(t)
	play(t, a)
	for _, width := range []int{0, 30, 40, 60, 70, 80, 100, 200} {
		a.Width = width
		out.Reset()
		if err := a.Run(t.Context(), []string{"log"}); err != nil {
			t.Fatal(err)
		}
		said := strings.Join(strings.Fields(out.String()), " ") // wherever a line was broken
		for _, text := range []string{"5 -> 3", "10 -> ?", "leg", "finished", "ended early", "not ended", "7 min", "14 min", "NPT"} {
			if !strings.Contains(said, text) {
				t.Errorf("%d columns: no %q in\n%s", width, text, out)
			}
		}
		for line := range strings.SplitSeq(out.String(), "\n") {
			if w := ansi.StringWidth(line); width > 0 && w > width {
				t.Errorf("%d columns: %d cells: %q", width, w, line)
			}
		}
	}
}

// The newest come first, and all that is asked for is there.
func TestLogLimits(t *testing.T) {
	a, out := home(t)
	sessions := play(t, a)
	for _, c := range []struct {
		args string
		want int
	}{
		{"", 3},
		{"--limit 0", 3},
		{"--limit 1", 1},
		{"--limit 2", 2},
		{"--limit 3", 3},
		{"--since 2d", 2},
		{"--since yesterday", 1},
		{"--since today", 0},
	} {
		out.Reset()
		if err := a.Run(t.Context(), append([]string{"log", "--json"}, strings.Fields(c.args)...)); err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(out.String(), `"id"`); n != c.want {
			t.Errorf("%q: %d sessions, want %d", c.args, n, c.want)
		}
		rest := out.String()
		for i := range c.want {
			_, after, found := strings.Cut(rest, `"`+sessions[len(sessions)-1-i].ID+`"`)
			if !found {
				t.Errorf("%q: session %d is not in its place:\n%s", c.args, i, out)
			}
			rest = after
		}
	}
}

func TestSayAdded(t *testing.T) {
	for _, c := range []struct {
		added, known int
		want         string
	}{
		{0, 0, "0 entries added, 0 were there already"},
		{1, 1, "1 entry added, 1 was there already"},
		{12, 30, "12 entries added, 30 were there already"},
	} {
		if got := addedText(c.added, c.known); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// A file is whole, or it is not there; and what was there stays.
func TestPutFile(t *testing.T) {
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, s)
			return err
		}
	}
	fails := func(w io.Writer) error { return errors.Join(text("half")(w), errors.New("no more")) }
	for _, c := range []struct {
		name    string
		there   string // "" for nothing
		replace bool
		write   func(io.Writer) error
		want    string
		err     string
	}{
		{"new", "", false, text("new"), "new", ""},
		{"new, by force", "", true, text("new"), "new", ""},
		{"there", "old", false, text("new"), "old", "is already there; --force replaces it"},
		{"replaced", "old", true, text("new"), "new", ""},
		{"half", "", false, fails, "", "no more"},
		{"half, by force", "old", true, fails, "old", "no more"},
		{"taken meanwhile", "", false, nil, "theirs", "is already there"},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, "page.md")
		if c.there != "" {
			if err := os.WriteFile(path, []byte(c.there), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if c.write == nil {
			c.write = func(io.Writer) error { return os.WriteFile(path, []byte("theirs"), 0o600) }
		}
		err := putFile(path, c.replace, c.write)
		if c.err == "" && err != nil || c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.err)
		}
		if got, _ := os.ReadFile(path); string(got) != c.want {
			t.Errorf("%s: holds %q, want %q", c.name, got, c.want)
		}
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 1 || len(left) == 1 && c.want == "" {
			t.Errorf("%s: left behind: %v, %v", c.name, left, err)
		}
	}
}

func TestPutFileKeepsToFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(w io.Writer) error {
		_, err := io.WriteString(w, "new")
		return err
	}
	if err := putFile(dir, true, write); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Errorf("a folder: %v", err)
	}
	if err := putFile(filepath.Join(dir, "none", "page"), true, write); err == nil || !strings.Contains(err.Error(), "cannot write") {
		t.Errorf("no folder: %v", err)
	}
	if err := putFile(os.DevNull, true, write); err == nil {
		t.Errorf("%s was replaced", os.DevNull)
	}
	target, link := filepath.Join(dir, "target"), filepath.Join(dir, "link")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links on this machine: ", err)
	}
	if err := putFile(link, false, write); err == nil {
		t.Error("a link was replaced without force")
	}
	if err := putFile(link, true, write); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(target); string(got) != "new" {
		t.Errorf("what the link leads to holds %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
}
