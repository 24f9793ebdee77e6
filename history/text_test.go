package history

import (
	"testing"
)

// Text that is shown later holds nothing that steers a terminal.
func TestTextIsPlain(t *testing.T) {
	c := newClock()
	l := mustOpen(t, t.TempDir(), c)
	s := aSession(c)
	s.Name = "Back\x1b]0;owned\a\u202e"
	rateBefore(l, &s, 3, []string{"hips\n\x1b[2J"})
	got := sessions(t, l)[0]
	if got.Name != "Back]0;owned" || got.Where[0] != "hips[2J" {
		t.Errorf("%q %q", got.Name, got.Where)
	}
}
