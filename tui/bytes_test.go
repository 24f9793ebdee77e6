package tui

import (
	"testing"
	"time"

	"catcow/sampletest"
)

// However the figure moves, the line to the terminal is not filled: in the set-ups and
// the ways between poses as little as in a hold.
func TestMovingSendsLittle(t *testing.T) {
	t.Parallel()
	chosen, n := sampletest.OneIn(t, 2), 0
	for _, id := range []string{"lower-back", "back-pain-relief"} {
		for _, close := range []bool{false, true} {
			if n++; !chosen(n) {
				continue
			}
			o := builtin(t)
			o.Screen.Close = close
			o.Sound = unheard{}
			r := routine(t, id)
			o.Routine = &r
			drive(t, o, 80, 24, func(rig *rig) {
				time.Sleep(2 * time.Second)
				const span = 5
				most := 0
				for range 8 {
					before := rig.term.bytes()
					time.Sleep(span * time.Second)
					most = max(most, (rig.term.bytes()-before)/span)
				}
				if most > 60_000 {
					t.Errorf("%s, close %v: %d bytes a second", id, close, most)
				}
			})
		}
	}
}
