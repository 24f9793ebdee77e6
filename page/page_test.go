package page

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// However wide a text is, what comes out is as wide as was asked for, and what was
// cut has a mark.
func TestPad(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "a", "a longer text", "überlang und · mehr", "\x1b[1mbold\x1b[m"} {
		for w := range 20 {
			got := Pad(text, w)
			if n := ansi.StringWidth(got); n != w {
				t.Errorf("%q in %d: %d cells", text, w, n)
			}
			if cut := ansi.StringWidth(text) > w && w > 0; cut != strings.Contains(got, "…") {
				t.Errorf("%q in %d: %q", text, w, got)
			}
		}
	}
}

func TestTallAndColumns(t *testing.T) {
	t.Parallel()
	for h := range 5 {
		if got := Tall([]string{"a", "b"}, h); len(got) != h {
			t.Errorf("%d lines of %d", len(got), h)
		}
		for _, l := range Columns([]string{"left", "more"}, 6, []string{"right"}, h) {
			if !strings.HasPrefix(l, "left    right") && ansi.StringWidth(l) < 8 {
				t.Errorf("%q", l)
			}
		}
	}
	if len(Tall(nil, -1)) != 0 || len(Tall([]string{"a"}, -1)) != 0 {
		t.Error("a height below nothing")
	}
}

// The right stays longest, and nothing is ever wider than the room.
func TestSpread(t *testing.T) {
	t.Parallel()
	for w := range 60 {
		got := Spread("left one", "the middle", "right", w)
		if n := ansi.StringWidth(got); n > w {
			t.Errorf("%d cells in %d: %q", n, w, got)
		}
		if w >= 5 && !strings.HasSuffix(got, "right") {
			t.Errorf("%d: %q", w, got)
		}
	}
	if got := Spread("left one", "the middle", "right", 60); !strings.HasPrefix(got, "left one") || !strings.Contains(got, "the middle") {
		t.Errorf("%q", got)
	}
}

func TestHang(t *testing.T) {
	t.Parallel()
	for w := 7; w < 40; w++ {
		lines := Hang("- ", "a few words that go on and on", w, "")
		if strings.Join(strings.Fields(ansi.Strip(strings.Join(lines, " "))), " ") != "- a few words that go on and on" {
			t.Errorf("%d: %q", w, lines)
		}
		for i, l := range lines {
			l = ansi.Strip(l)
			if ansi.StringWidth(l) > w || i > 0 && !strings.HasPrefix(l, "  ") {
				t.Errorf("%d: %q", w, l)
			}
		}
	}
	if lines := Hang("- ", "no colour", 20, ""); lines[0] != "- no colour" {
		t.Errorf("%q without a style", lines)
	}
	if Hang("- ", "", 10, "") != nil {
		t.Error("nothing has a mark")
	}
}

func TestCenter(t *testing.T) {
	t.Parallel()
	if got := Center("ab", 6); got != "  ab" {
		t.Errorf("%q", got)
	}
	if got := Center("abcdef", 3); ansi.StringWidth(got) > 3 {
		t.Errorf("%q", got)
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for d, want := range map[time.Duration]string{
		0: "0 min", 4 * time.Second: "under 1 min", 89 * time.Second: "1 min", 90 * time.Second: "2 min", 17*time.Minute + 29*time.Second: "17 min",
	} {
		if got := MinutesText(d); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
	if Plural(1, "pose", "poses") != "1 pose" || Plural(0, "pose", "poses") != "0 poses" || Title("") != "" || Title("abc") != "Abc" || Words("lower-back") != "lower back" {
		t.Error("words")
	}
}

// On no ground is anything written in a colour of its own brightness: with sixteen
// colours the light ground has the dark half, and neither yellow nor cyan.
func TestSixteenColoursSuitTheGround(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{true, false} {
		c := NewColors(dark, false, colorprofile.ANSI)
		for name, col := range map[string]any{"text": c.Text, "strong": c.Strong, "dim": c.Dim, "accent": c.Accent, "out": c.Out, "warn": c.Warn} {
			basic, ok := col.(ansi.BasicColor)
			if !ok {
				t.Fatalf("%s: %T", name, col)
			}
			pale := basic >= 7 && basic != 8 || basic == 3 || basic == 6
			if !dark && pale {
				t.Errorf("%s is %d on a light ground", name, basic)
			}
			if dark && basic < 7 {
				t.Errorf("%s is %d on a dark ground", name, basic)
			}
		}
	}
	if NewTheme(true, false, colorprofile.TrueColor).Accent.Render("x") == "x" || Style("").Render("") != "" {
		t.Error("styles")
	}
}

func TestTheLocaleSaysWhatCanBeShown(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]bool{
		"": true, "LANG=C": false, "LANG=de_DE.UTF-8": true, "LC_ALL=C,LANG=de_DE.UTF-8": false, "LC_ALL=,LANG=en_US.utf8": true,
	} {
		if got := UnicodeLocale(strings.Split(env, ",")); got != want {
			t.Errorf("%q: %v", env, got)
		}
	}
	for _, r := range NewGlyphs(true).Done + NewGlyphs(true).Now + NewGlyphs(true).Dot + NewGlyphs(true).Bar(9, .5, "", "") {
		if r > '~' {
			t.Errorf("%q", r)
		}
	}
	if NewGlyphs(true).Done == "x " {
		t.Error("what is done is marked as if it hurt")
	}
	if got := ansi.StringWidth(NewGlyphs(false).Bar(9, 2, "", "")); got != 9 {
		t.Errorf("%d cells of bar", got)
	}
}
