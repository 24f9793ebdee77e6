package sound

import (
	"strings"
	"testing"
)

// The words for a chime are those of its notes, and tell it from all others.
func TestChimesAreExplainedAsTheyAre(t *testing.T) {
	t.Parallel()
	want := map[Chime]string{
		GetReady: "two alike", Start: "two up", Switch: "three, down and up", Halfway: "one high", End: "two down", AllDone: "four up",
	}
	text := ChimesText()
	for c, notes := range want {
		if got := c.melody().text(); got != notes {
			t.Errorf("%d: %q; want %q", c, got, notes)
		}
		if !strings.Contains(text, notes+": ") {
			t.Errorf("%q lacks %q", text, notes)
		}
	}
	if n := strings.Count(text, ":"); n != len(want)+1 {
		t.Errorf("%d are explained in %q", n, text)
	}
}
