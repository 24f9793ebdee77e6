package history

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// Whatever a session holds, what is written of it can be taken in again.
func TestEveryRecordCanBeTakenIn(t *testing.T) {
	now := newClock().Now()
	random := rand.New(rand.NewPCG(1, 2))
	when := func() time.Time {
		return []time.Time{{}, now, now.Add(-time.Hour), now.In(time.FixedZone("\x1b[2J", 3600))}[random.IntN(4)]
	}
	text := func() string {
		return []string{"", "hold", "\x1b[2J", "\xff", strings.Repeat("é", 9000), Finished}[random.IntN(6)]
	}
	number := func() int { return []int{0, 1, -1, -1 << 62, 1 << 62, 11}[random.IntN(6)] }
	length := func() time.Duration { return time.Duration(number()) }
	for range 25 {
		s := Session{
			ID: NewID(), Routine: text(), Name: text(), Started: now.In(when().Location()), Ended: when(), End: text(), Planned: length(), Poses: number(),
			PlanStages: number(), Next: number(), Plan: text(), Before: new(number()), After: new(number()), Where: []string{text(), text()},
			Stages: make([]Stage, random.IntN(4)*random.IntN(4000)), Hurts: make([]Hurt, random.IntN(1100)),
		}
		for i := range s.Stages[:min(len(s.Stages), 20)] {
			s.Stages[i] = Stage{
				number(), text(), text(), text(), text(), number(), number(), length(), length(), i%2 == 0, i%3 == 0, when(),
			}
		}
		for i := range s.Hurts[:min(len(s.Hurts), 20)] {
			s.Hurts[i] = Hurt{text(), text(), number(), when(), number(), i%2 == 0, text()}
		}
		r := newRecord(s)
		r.Changed = now
		if err := checkRecord(&r, "session", now); err != nil {
			t.Fatalf("%v: %d stages, %d hurts", err, len(s.Stages), len(s.Hurts))
		}
	}
}

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
