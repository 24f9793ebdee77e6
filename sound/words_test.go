package sound

import (
	"cmp"
	"slices"
	"strings"
	"testing"
)

// The words for a chime are those of its notes, and tell it from all others.
func TestChimesAreExplainedAsTheyAre(t *testing.T) {
	t.Parallel()
	var want []string
	for c, means := range [...]string{
		GetReady: "get ready", Start: "begin", Switch: "change sides", Halfway: "halfway", End: "come out", AllDone: "all done",
	} {
		notes := Chime(c).melody().text()
		if slices.ContainsFunc(want, func(w string) bool { return strings.HasPrefix(w, notes+":") }) {
			t.Errorf("%q is two chimes", notes)
		}
		want = append(want, notes+": "+means)
	}
	if got, want := ChimesText(), "The chimes: "+strings.Join(want, "; ")+"."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// text is how many notes there are and which way they go: "two up".
func (m melody) text() string {
	falls := slices.IsSortedFunc(m.notes, func(a, b float64) int { return cmp.Compare(b, a) })
	way := " down"
	switch {
	case len(m.notes) == 1:
		way = " high"
	case falls && slices.IsSorted(m.notes):
		way = " alike"
	case slices.IsSorted(m.notes):
		way = " up"
	case !falls:
		way = ", down and up"
	}
	return []string{"one", "two", "three", "four"}[len(m.notes)-1] + way
}
