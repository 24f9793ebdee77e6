package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

func TestWrapKeepsEveryWord(t *testing.T) {
	texts := []string{
		"",
		"one",
		"Let your hips grow heavy and settle towards your heels.",
		"a-very-long-word-that-has-no-space-in-it-and-fits-no-narrow-line at all",
		"背中 を 丸めて から 反らす", // two cells a character
	}
	for _, text := range texts {
		for width := 2; width < 70; width++ {
			lines := wrap(text, width)
			for _, line := range lines {
				if w := ansi.StringWidth(line); w > width {
					t.Errorf("width %d: %d cells: %q", width, w, line)
				}
			}
			without := func(s string) string { return strings.ReplaceAll(s, " ", "") }
			if got := without(strings.Join(lines, "")); got != without(text) {
				t.Errorf("width %d: %q became %q", width, text, got)
			}
		}
	}
}

// Whatever the width, a table stays within it and nothing of it is lost.
func TestTableFitsTheTerminal(t *testing.T) {
	tab := table{lead: 2}
	tab.add("name", "id", "for")
	tab.add("Neck and Shoulders", "neck-and-shoulders", "neck, shoulders, upper back")
	tab.add("Größe 背中", "wide", "")
	for width := 8; width < 80; width++ {
		var all []string
		for _, lines := range tab.lines(width) {
			all = append(all, lines...)
		}
		for _, line := range all {
			if w := ansi.StringWidth(line); w > width {
				t.Errorf("width %d: %d cells: %q", width, w, line)
			}
		}
		text := strings.Join(strings.Fields(strings.Join(all, " ")), "")
		for _, cell := range []string{"NeckandShoulders", "neck-and-shoulders", "upperback", "Größe背中"} {
			if !strings.Contains(text, cell) {
				t.Errorf("width %d: no %q in\n%s", width, cell, strings.Join(all, "\n"))
			}
		}
		if one := len(all) == 3; one != (width >= 67) {
			t.Errorf("width %d: %d lines; the table is 67 wide", width, len(all))
		}
	}
	lines := tab.lines(0)
	if want := "Neck and Shoulders  neck-and-shoulders  neck, shoulders, upper back"; lines[1][0] != want {
		t.Errorf("without a terminal: %q, want %q", lines[1], want)
	}
	at := func(line, word string) int { return ansi.StringWidth(line[:strings.Index(line, word)]) }
	if a, b := at(lines[1][0], "neck-and"), at(lines[2][0], "wide"); a != b {
		t.Errorf("columns at %d and %d, want them aligned", a, b)
	}
	if lines := new(table).lines(80); len(lines) != 0 {
		t.Errorf("an empty table has lines: %q", lines)
	}
}

func TestPageIsNeverWiderThanText(t *testing.T) {
	for width, want := range map[int]int{0: 80, 10: 30, 60: 60, 80: 80, 200: 80} {
		a := &app{Env: Env{Width: width}}
		if got := a.printer().width; got != want {
			t.Errorf("a terminal of %d: %d, want %d", width, got, want)
		}
	}
}

func TestPageIndentsFurtherLines(t *testing.T) {
	var out bytes.Buffer
	printer{&out, 16}.text("  - ", "Let your chin stay away.")
	if want := "  - Let your\n    chin stay\n    away.\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestClock(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0:00", time.Second: "0:01", 59*time.Second + 600*time.Millisecond: "1:00",
		17*time.Minute + 27*time.Second: "17:27", 2 * time.Hour: "120:00",
	} {
		if got := clock(d); got != want {
			t.Errorf("%v: %s, want %s", d, got, want)
		}
	}
}
