package remind

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

func plan(t *testing.T) Plan {
	t.Helper()
	times, err := ParseTimes("15:00, 9:05,15:00")
	if err != nil {
		t.Fatal(err)
	}
	days, err := ParseDays("mon-wed,Sun")
	if err != nil {
		t.Fatal(err)
	}
	return Plan{times, days}
}

func TestParse(t *testing.T) {
	p := plan(t)
	if len(p.Times) != 2 || p.Times[0].Format("15:04") != "09:05" || p.Times[1].Format("15:04") != "15:00" {
		t.Errorf("%v", p.Times)
	}
	if want := []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Sunday}; !slices.Equal(p.Days, want) {
		t.Errorf("%v, want %v", p.Days, want)
	}
	for _, s := range []string{"", "25:00", "noon", "10:00,", "10:60", "10"} {
		if got, err := ParseTimes(s); err == nil {
			t.Errorf("%q is %v", s, got)
		}
	}
	for _, s := range []string{"", "monday", "fri-mon", "mon-", "mon,,tue"} {
		if got, err := ParseDays(s); err == nil {
			t.Errorf("%q is %v", s, got)
		}
	}
}

// wellFormed reads a text as XML, to its end.
func wellFormed(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
}

func TestEachSystem(t *testing.T) {
	p := plan(t)
	now := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)

	s := Systemd(p, "/c")
	if len(s.Files) != 2 || !strings.Contains(s.Files[1].Text, "OnCalendar=Mon,Tue,Wed,Sun 09:05\nOnCalendar=Mon,Tue,Wed,Sun 15:00\n") ||
		!strings.Contains(s.Files[0].Text, "ExecStart=notify-send ") {
		t.Errorf("%+v", s)
	}
	l := Launchd(p, "/h")
	wellFormed(t, l.Files[0].Text)
	if strings.Count(l.Files[0].Text, "<key>Weekday</key>") != 8 || !strings.Contains(l.Files[0].Text, "<integer>0</integer><key>Hour</key><integer>9</integer><key>Minute</key><integer>5</integer>") {
		t.Errorf("%+v", l)
	}
	w := Windows(p, "/s", now)
	wellFormed(t, w.Files[0].Text)
	if !strings.Contains(w.Files[0].Text, "<StartBoundary>2026-11-27T09:05:00</StartBoundary>") || strings.Count(w.Files[0].Text, "<Sunday />") != 2 {
		t.Errorf("%+v", w)
	}
	for _, pair := range [][2]Change{{s, Systemd(Plan{}, "/c")}, {l, Launchd(Plan{}, "/h")}, {w, Windows(Plan{}, "/s", now)}} {
		for i, f := range pair[0].Files {
			if pair[1].Files[i].Path != f.Path {
				t.Errorf("%s is not taken away", f.Path)
			}
		}
		if pair[0].Off || !pair[1].Off || len(pair[1].Commands) == 0 || pair[1].Commands[0].String() == pair[0].Commands[0].String() {
			t.Errorf("%v and %v", pair[0].Commands, pair[1].Commands)
		}
	}
}

// Lines that are not ours stay as they are, and ours are there once.
func TestCron(t *testing.T) {
	const others = "# mine\n0 5 * * 1 tar -zcf /var/backups/home.tgz /home/\n"
	p := plan(t)
	once := Cron(p, others).Commands[0].Stdin
	if !strings.HasPrefix(once, others) || strings.Count(once, mark) != 2 || !strings.Contains(once, "\n5 9 * * mon,tue,wed,sun ") {
		t.Errorf("%q", once)
	}
	if twice := Cron(p, once).Commands[0].Stdin; twice != once {
		t.Errorf("%q, want %q", twice, once)
	}
	if off := Cron(Plan{}, once).Commands[0].Stdin; off != others {
		t.Errorf("%q, want %q", off, others)
	}
	if off := Cron(Plan{}, "").Commands[0].Stdin; off != "" {
		t.Errorf("%q", off)
	}
}
