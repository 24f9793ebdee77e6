package tui

import (
	"strings"
	"testing"
)

// The overview names the routine, its length and the dose of the pose under the cursor
// at every size.
func TestTheOverviewNamesTheRoutine(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	for _, size := range [][2]int{{40, 12}, {45, 24}, {60, 20}, {80, 24}} {
		for _, r := range lib.Routines() {
			m, _ := at(t, builtin(t), size[0], size[1])
			m.show(newOverview(m, r))
			for _, item := range r.Items {
				view := stripped(m.render())
				for _, want := range []string{r.Name, ":", item.Dose.String()} {
					if !strings.Contains(view, want) {
						t.Errorf("%v, %s: no %q in\n%s", size, r.ID, want, view)
					}
				}
				send(m, "down")
			}
		}
	}
}

// Most names of poses are whole in the library from 60 cells on.
func TestTheLibraryNamesThePoses(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 60, 20)
	send(m, "tab")
	s, _ := m.screen.(*library)
	cut := 0
	for _, e := range s.list.all {
		left := stripped(s.list.line(m, e, false, m.frame.inner()*2/5))
		if !strings.Contains(left, e.label) {
			cut++
		}
		if len([]rune(e.label)) <= len("Deep Abdominal Draw") && strings.Contains(left, "…") {
			t.Errorf("%q", left)
		}
	}
	if cut*4 > len(s.list.all) {
		t.Errorf("%d of %d names are cut", cut, len(s.list.all))
	}
}
