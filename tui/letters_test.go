package tui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestLettersLookLikeLetters(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		ascii bool
		want  string
	}{
		{false, `
          ▄ ▗▖
█ █       ▀ ▐▌
█ █▐██▖  ▐█ ▐▌
███▐▌▐▌   █ ▐▌
█ █▐▌▐▌   █ ▝▘
█ █▐▌▐▌  ▐█▙▐▌
`},
		{true, `
                    ,,   ,,
##  ##              ""   ##
##  ## #####,      ###   ##
###### ##  ##       ##   ##
##  ## ##  ##       ##   ""
##  ## ##  ##      ####, ##
`},
	} {
		got := letters("Hn i!", 40, 7, c.ascii)
		if text := strings.Trim(strings.Join(got, "\n"), "\n"); text != strings.Trim(c.want, "\n") {
			t.Errorf("ascii %v: got\n%s\nwant\n%s", c.ascii, text, c.want)
		}
	}
}

// At two metres a letter has to be five rows high, and no two may look alike.
func TestACapitalIsFiveRowsHighAtLeast(t *testing.T) {
	t.Parallel()
	for _, ascii := range []bool{false, true} {
		seen := map[string]rune{}
		for r := '!'; r <= '~'; r++ {
			if r == '0' {
				continue // it looks like an O, for it must not look like an 8
			}
			drawn := strings.Join(lettering{1, ascii}.line(string(r)), "\n")
			if other, ok := seen[drawn]; ok && !strings.ContainsRune(`'´`+"`", r) {
				t.Errorf("ascii %v: %q looks like %q", ascii, r, other)
			}
			seen[drawn] = r
		}
		for scale := 1; scale <= mostScale; scale++ {
			l := lettering{scale, ascii}
			for r := 'A'; r <= 'Z'; r++ {
				inked := 0
				for _, row := range l.line(string(r)) {
					if row != "" {
						inked++
					}
				}
				if inked < 5*scale {
					t.Errorf("ascii %v, scale %d: %q is %d rows high", ascii, scale, r, inked)
				}
			}
		}
	}
}

// A countdown stays where it is whatever it shows, and all of it is drawn.
func TestEveryNumberOfAsManyDigitsIsAsWide(t *testing.T) {
	t.Parallel()
	for _, ascii := range []bool{false, true} {
		l := lettering{2, ascii}
		for n := range 600 {
			text := fmt.Sprintf("%d:%02d", n/60, n%60)
			if got, want := l.width(text), l.width("0:00"); got != want {
				t.Fatalf("%s is %d wide, 0:00 %d", text, got, want)
			}
			rows := l.number(text)
			if len(rows) != 5*l.scale {
				t.Fatalf("%s has %d rows", text, len(rows))
			}
			for i, row := range rows {
				if row == "" {
					t.Fatalf("%s: row %d is empty", text, i)
				}
				if w := ansi.StringWidth(row); w > l.width(text) {
					t.Fatalf("%s: row %d is %d wide, more than %d", text, i, w, l.width(text))
				}
			}
		}
	}
}

// Whatever the text and the room: it fits or is nil, no word is lost, and more
// room never makes the letters smaller.
func TestLettersFitTheirRoom(t *testing.T) {
	t.Parallel()
	texts := []string{
		"", "A", "Hold", "Lower both knees to the right, both shoulders heavy.",
		"Größe — naïve, “quoted” …", strings.Repeat("wide ", 30), "unpronounceablylongwordthatfitsnowhere",
	}
	for _, ascii := range []bool{false, true} {
		for _, text := range texts {
			for w := 1; w <= 200; w += 27 {
				before := 0
				for h := 1; h <= 60; h += 3 {
					rows := letters(text, w, h, ascii)
					if len(rows) > h {
						t.Fatalf("%q in %d×%d: %d rows", text, w, h, len(rows))
					}
					for _, row := range rows {
						if got := ansi.StringWidth(row); got > w {
							t.Fatalf("%q in %d×%d: a row of %d", text, w, h, got)
						}
					}
					if len(rows) < before {
						t.Fatalf("%q in %d×%d: %d rows, %d in less room", text, w, h, len(rows), before)
					}
					before = len(rows)
				}
				lines := lettering{1, ascii}.wrap(text, w)
				if got := strings.Join(lines, " "); lines != nil && got != strings.Join(strings.Fields(text), " ") {
					t.Fatalf("%q in %d: wrapped to %q", text, w, got)
				}
			}
		}
	}
}

func TestLettersAtTheDesignSize(t *testing.T) {
	t.Parallel()
	lines := lettering{1, false}.wrap("Lower both knees to the right, both shoulders heavy.", 78)
	if len(lines) != 3 {
		t.Errorf("%d lines, want 3: %q", len(lines), lines)
	}
}

// What the font lacks is drawn plainer, or left to the plain letters.
func TestLettersOfOtherScripts(t *testing.T) {
	t.Parallel()
	if letters("a – b — c", 80, 7, false) == nil {
		t.Error("dashes are not drawn")
	}
	for _, text := range []string{"猫のポーズ", "кошка", "e\u0301"} {
		if got := letters(text, 200, 60, false); got != nil {
			t.Errorf("%q is drawn:\n%s", text, strings.Join(got, "\n"))
		}
	}
}
