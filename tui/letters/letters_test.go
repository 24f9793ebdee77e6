package letters

import (
	"image/color"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// inks is one of every kind of terminal.
func inks() map[string]Ink {
	paper := color.RGBA{14, 20, 28, 255}
	return map[string]Ink{
		"truecolor": NewInk(Shaded, colorprofile.TrueColor, color.White, paper),
		"sixteen":   NewInk(Shaded, colorprofile.ANSI, ansi.Black, paper),
		"none":      NewInk(Solid, colorprofile.ASCII, color.White, paper),
		"ascii":     NewInk(ASCII, colorprofile.TrueColor, color.White, paper),
	}
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;'?!-"

// A line takes as many rows as it says, is as wide as it says, and holds nothing but
// blocks, or nothing but ASCII.
func TestALineIsAsLargeAsItSays(t *testing.T) {
	t.Parallel()
	for name, ink := range inks() {
		for _, rows := range []int{1, 3, 4, 5, 8} {
			for _, f := range []*Face{New(ink.kind, rows), NewDigits(ink.kind, rows)} {
				for _, text := range []string{"Let your legs hang heavy", "0:24", "1:37", alphabet, ""} {
					lines := ink.Line(f, text, 1000)
					if len(lines) != max(rows, f.kind.Least()) {
						t.Fatalf("%s: %d rows of %d", name, len(lines), rows)
					}
					for _, l := range lines {
						if w := ansi.StringWidth(l); w > f.Width(text) {
							t.Errorf("%s, %q: %d cells of %d", name, text, w, f.Width(text))
						}
						for _, r := range ansi.Strip(l) {
							if known := strings.ContainsRune(Quarters, r); ink.kind == ASCII && r > unicode.MaxASCII || ink.kind != ASCII && !known {
								t.Fatalf("%s, %q: %q", name, text, r)
							}
						}
					}
				}
			}
		}
	}
}

func TestALineIsCutToItsRoom(t *testing.T) {
	t.Parallel()
	for name, ink := range inks() {
		for _, l := range ink.Line(New(ink.kind, 3), "a long line of letters", 20) {
			if w := ansi.StringWidth(l); w > 20 {
				t.Errorf("%s: %d cells", name, w)
			}
		}
	}
}

// Baseline, x-height and the height of capitals stand on half rows: a flat letter has
// no smear above or below it.
func TestHeightsStandOnHalfRows(t *testing.T) {
	t.Parallel()
	for rows := Least; rows <= 8; rows++ {
		f := New(Shaded, rows)
		for r, top := range map[rune]int{'H': 0, 'x': f.capital - f.lower, 'z': f.capital - f.lower, 'E': 0} {
			g := f.glyph(r)
			for y := range 2 * rows {
				sum := 0
				for x := range g.w {
					sum += int(g.points[y*g.w+x])
				}
				if inside := y >= top && y < f.capital; inside != (sum > 0) {
					t.Errorf("%d rows, %c: row of points %d has %d", rows, r, y, sum)
				}
			}
		}
	}
}

// No two characters look alike, at the smallest size and without shades too.
func TestLettersAreToldApart(t *testing.T) {
	t.Parallel()
	for name, ink := range inks() {
		f := New(ink.kind, ink.kind.Least())
		seen := map[string]rune{}
		for _, r := range alphabet {
			if ink.kind == ASCII && unicode.IsLower(r) {
				continue // there are capitals only
			}
			look := strings.Join(ink.Line(f, string(r), 100), "\n")
			if strings.TrimSpace(ansi.Strip(look)) == "" {
				t.Errorf("%s: %c cannot be seen", name, r)
			}
			if ink.kind == Solid || ink.kind == ASCII {
				look = ansi.Strip(look)
			}
			if other, ok := seen[look]; ok && !strings.ContainsRune("lI|,'.;:-", r) {
				t.Errorf("%s: %c looks like %c", name, r, other)
			}
			seen[look] = r
		}
	}
}

// A line of 80 cells holds 26 letters at three rows, and a clock keeps its width.
func TestHowMuchFits(t *testing.T) {
	t.Parallel()
	f := New(Shaded, Least)
	for _, text := range []string{"Let your legs hang heavy,", "Draw both knees towards yo"} {
		if w := f.Width(text); w > 78 {
			t.Errorf("%q takes %d cells", text, w)
		}
	}
	d := NewDigits(Shaded, 5)
	if d.Width("0:24") != d.Width("3:58") || d.Width("11:11") != d.Width("20:00") {
		t.Error("the clock changes its width")
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	f := New(Shaded, Least)
	text := "Turn your head to the left, only as far as it likes to go."
	lines := f.Wrap(text, 78)
	if strings.Join(lines, " ") != text || len(lines) < 2 {
		t.Errorf("%q", lines)
	}
	for _, l := range lines {
		if f.Width(l) > 78 {
			t.Errorf("%q is %d wide", l, f.Width(l))
		}
	}
	if f.Wrap("Savasana", 10) != nil {
		t.Error("a word that is too wide is broken")
	}
	if f.Wrap("", 10) != nil {
		t.Error("nothing is something")
	}
}

func TestBalance(t *testing.T) {
	t.Parallel()
	f := New(Shaded, Least)
	for _, text := range []string{"and settle towards your heels.", "Turn your head to the left, only as far as it likes to go.", "Rest.", ""} {
		w := f.Width(text) * 9 / 10
		even, greedy := f.Balance(text, w), f.Wrap(text, w)
		if len(even) != len(greedy) || strings.Join(even, " ") != strings.Join(greedy, " ") {
			t.Errorf("%q is not %q", even, greedy)
		}
		for _, l := range even {
			if len(even) == 2 && !strings.Contains(l, " ") {
				t.Errorf("%q has a word alone", even)
			}
		}
	}
}

func BenchmarkLine(b *testing.B) {
	ink, f := inks()["truecolor"], New(Shaded, Least)
	b.ReportAllocs()
	for b.Loop() {
		ink.Line(f, "Let your legs hang heavy", 78)
	}
}

// Of sixteen colours a letter has those of its own hue: others would be specks in it.
func TestSixteenColorsAreNotMixed(t *testing.T) {
	t.Parallel()
	for _, kind := range []Kind{Shaded, Solid, ASCII} {
		ink := NewInk(kind, colorprofile.ANSI, ansi.Red, ansi.White)
		text := strings.Join(ink.Line(New(kind, 5), "Let your legs hang heavy, 0:24", 1000), "")
		for _, sgr := range regexp.MustCompile("\x1b\\[[0-9;]*m").FindAllString(text, -1) {
			for code := range strings.SplitSeq(strings.Trim(sgr, "\x1b[m"), ";") {
				if !slices.Contains([]string{"", "31", "41", "91", "101", "49"}, code) {
					t.Errorf("kind %d: %q", kind, sgr)
				}
			}
		}
		if !strings.Contains(text, "\x1b[31") {
			t.Errorf("kind %d: no red in %q", kind, text)
		}
	}
}

// Two stems side by side do not run together, and an i keeps its dot, at every size.
func TestStemsStandApart(t *testing.T) {
	t.Parallel()
	for rows := Least; rows <= 8; rows++ {
		f := New(Shaded, rows)
		for _, pair := range []string{"in", "il", "ni", "hi", "mi"} {
			first, second := f.glyph(rune(pair[0])), f.glyph(rune(pair[1]))
			y := f.capital - 1 // of points: just above the baseline
			gap := 255
			for x := first.w - 1; x > 0 && first.points[y*first.w+x] < half; x-- {
				gap = min(gap, int(first.points[y*first.w+x]))
			}
			gap = min(gap, int(second.points[y*second.w]))
			if gap > 32 {
				t.Errorf("%d rows: %q runs together", rows, pair)
			}
		}
		i, dotted := f.glyph('i'), false
		for y := 1; y < f.capital-1 && !dotted; y++ {
			dotted = !slices.ContainsFunc(i.points[y*i.w:(y+1)*i.w], func(p uint8) bool { return p >= half })
		}
		if !dotted {
			t.Errorf("%d rows: the dot of an i is a part of its stem", rows)
		}
	}
}
