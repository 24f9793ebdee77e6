package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The format follows the name of the file, or is refused.
func TestExportFormat(t *testing.T) {
	u := newUser(t)
	play(t, u.app)
	dir := t.TempDir()
	for _, c := range []struct {
		file, format string
		code         int
		want         string // in the file, or else in the error
	}{
		{"a.md", "", 0, "# Yoga for the back"},
		{"a.HTML", "", 0, "<!DOCTYPE html>"},
		{"a.csv", "", 0, "\ufeffdate,"},
		{"a.json", "", 0, `{"version":`},
		{"a.ics", "", 0, "BEGIN:VCALENDAR"},
		{"a.txt", "md", 0, "# Yoga for the back"},
		{"a", "csv", 0, "\ufeffdate,"},
		{"b.txt", "", 2, "want a name that ends in"},
		{"b", "", 2, "want a name that ends in"},
		{"b.md", "csv", 2, "ends otherwise than the format"},
		{"b.md", "pdf", 2, `no format "pdf"`},
	} {
		path := filepath.Join(dir, c.file)
		args := []string{"export", "-o", path, "--force"}
		if c.format != "" {
			args = append(args, "--format", c.format)
		}
		code := u.call(args...)
		text, err := os.ReadFile(path)
		got := string(text)
		if c.code != 0 {
			got = u.stderr.String()
			if err == nil {
				t.Errorf("%s: there is a file", c.file)
			}
		}
		if code != c.code || !strings.Contains(got, c.want) {
			t.Errorf("%s as %q: code %d, %.80q, want %d, %q; %s", c.file, c.format, code, got, c.code, c.want, u.stderr)
		}
	}
}

// A calendar is of this week unless a day is given.
func TestExportCalendar(t *testing.T) {
	u := newUser(t)
	sessions := play(t, u.app)
	monday := weekOf(u.app.Now())
	week := 0
	for _, s := range sessions {
		if !s.Started.Before(monday) {
			week++
		}
	}
	for _, c := range []struct {
		args []string
		want int
	}{{nil, week}, {[]string{"--since", "52w"}, len(sessions)}} {
		if code := u.call(append([]string{"export", "--format", "ics"}, c.args...)...); code != 0 {
			t.Fatal(u.stderr)
		}
		if got := strings.Count(u.stdout.String(), "BEGIN:VEVENT"); got != c.want {
			t.Errorf("%v: %d events, want %d", c.args, got, c.want)
		}
	}
	for day := range 14 {
		at := time.Date(2026, 11, 16+day, 23, 0, 0, 0, time.UTC)
		if got := weekOf(at); got != time.Date(2026, 11, 16+day/7*7, 0, 0, 0, 0, time.UTC) {
			t.Errorf("%v: %v", at, got)
		}
	}
}

// A log that is damaged is read all the same, and what was done about it is said.
func TestLogOfADamagedFile(t *testing.T) {
	u := newUser(t)
	play(t, u.app)
	path := filepath.Join(logFolder(), "history.db")
	text, err := os.ReadFile(path)
	if err == nil {
		err = os.WriteFile(path, text[:len(text)-4096], 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	if code := u.call("log"); code != 0 || !strings.Contains(u.stderr.String(), "the log was damaged") || strings.Contains(u.stderr.String(), "goes on") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
}
