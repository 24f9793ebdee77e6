package pixels

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// A block of marks is as wide as it says, no row is like another, and a frame tells
// where it is, if all of it is there.
func TestABlockOfMarksIsFound(t *testing.T) {
	t.Parallel()
	lines := reserved(30, 9)
	seen := map[string]bool{}
	for _, l := range lines {
		if ansi.StringWidth(l) != 30 || !marked([]byte(l)) || seen[ansi.Strip(l)] {
			t.Errorf("a row %d wide: %q", ansi.StringWidth(l), l)
		}
		seen[ansi.Strip(l)] = true
	}
	var frame []string
	frame = append(frame, "header", "")
	for _, l := range lines {
		frame = append(frame, " \x1b[1m▸\x1b[m "+l+" text")
	}
	frame = append(frame, "footer")
	whole := strings.Join(frame, "\n")
	if at, ok := find(whole, 30, 9); !ok || at != (rect{3, 2, 30, 9}) {
		t.Errorf("found at %v, %v", at, ok)
	}
	for name, cut := range map[string]string{
		"above": strings.Join(frame[3:], "\n"), "below": strings.Join(frame[:9], "\n"), "no colours": Strip(whole), "none": "text",
	} {
		if _, ok := find(cut, 30, 9); ok {
			t.Errorf("%s: found whole", name)
		}
	}
}

// What is stripped is as wide as before, and has no picture.
func TestStripLeavesNoPicture(t *testing.T) {
	t.Parallel()
	var lines []string
	lines = append(lines, placeholders(1, 20, 5, 20, 5, ansi.Black, true)...)
	lines = append(lines, reserved(20, 5)...)
	lines = append(lines, "café e\u0301")
	for _, l := range lines {
		got := Strip(l)
		if ansi.StringWidth(got) != ansi.StringWidth(l) || marked([]byte(got)) || strings.ContainsRune(got, kitty.Placeholder) {
			t.Errorf("%q is left of %q", got, l)
		}
	}
	if got := Strip("e\u0301"); got != "e\u0301" {
		t.Errorf("an accent is lost: %q", got)
	}
}
