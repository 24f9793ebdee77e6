package cli

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"catcow/config"
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

func TestNumberTakesNumbersInBoundsOnly(t *testing.T) {
	for s, good := range map[string]bool{
		"0": true, "1": true, "0.5": true, " .25 ": true, "1e-3": true, "-0": true,
		"-0.001": false, "1.001": false, "NaN": false, "inf": false, "-Inf": false, "1e999": false, "": false, "half": false, "0,5": false,
	} {
		n := 7.0
		if err := number(&n, 0, 1)(s); (err == nil) != good {
			t.Errorf("%q: %v", s, err)
		}
		if good == (n == 7) {
			t.Errorf("%q: the number is %v", s, n)
		}
	}
}

func TestWholeNumberTakesWholeNumbersInBoundsOnly(t *testing.T) {
	for s, good := range map[string]bool{"0": true, " 12 ": true, "99": true, "100": false, "-1": false, "1.0": false, "": false, "1e1": false} {
		var n int
		if err := wholeNumber(&n, 0, 99)(s); (err == nil) != good {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestLevelTakesANumberOrAuto(t *testing.T) {
	for s, want := range map[string]config.Level{
		"0": {}, "0.5": {Value: 0.5}, " 1 ": {Value: 1}, "auto": {Auto: true}, " auto": {Auto: true},
	} {
		var l *config.Level
		if err := level(&l)(s); err != nil || l == nil || *l != want {
			t.Errorf("%q: %+v, %v; want %+v", s, l, err, want)
		}
	}
	for _, s := range []string{"", "1.1", "NaN", "automatic", "AUTO"} {
		var l *config.Level
		if err := level(&l)(s); err == nil || err.Error() != "want a number from 0 to 1, or auto" || l != nil {
			t.Errorf("%q: %+v, %v", s, l, err)
		}
	}
}

// The last word on the level counts.
func TestLevelOfTheFlagBeatsTheSettings(t *testing.T) {
	cfg := config.Config{Session: config.Session{Level: config.Level{Value: 0.5}}}
	for flag, want := range map[string]float64{"": 0.5, "0.25": 0.25, "auto": 0} {
		var ch choice
		if flag != "" {
			if err := level(&ch.level)(flag); err != nil {
				t.Fatal(err)
			}
		}
		if o, err := ch.options(cfg); err != nil || o.Level != want {
			t.Errorf("%q: %v, %v; want %v", flag, o.Level, err, want)
		}
	}
}

func TestPoseNamesMayHaveSpacesAndBeRepeated(t *testing.T) {
	var names []string
	for _, s := range []string{"cobra, cat-cow", "sphinx,"} {
		if err := poseNames(&names)(s); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"cobra", "cat-cow", "sphinx"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}
