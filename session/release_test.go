package session

import (
	"strings"
	"testing"
	"time"

	"catcow/content"
)

// Whoever leaves a pose on its first side is led out on that side, and on the other one
// where they go back to it.
func TestWhoSkipsIsLedOutOnTheirSide(t *testing.T) {
	const out, right, left = "Set your {side} foot down, upright.", "Set your right foot down, upright.", "Set your left foot down, upright."
	start := func() *rider {
		r := made(t, "30s x2 each side", "30s")
		r.Items[0].Pose.Release = out
		rides := ride(t, r, Settings{})
		rides.Start(rides.now)
		return rides
	}
	said := func(r *rider) string {
		return strings.TrimSuffix(texts(Plan{Stages: []Stage{r.at().Stage}}, Release), " /")
	}
	for n, want := range map[int]string{1: right, 2: right, 3: left, 4: left} {
		r := start()
		r.enter(Hold, n)
		r.wait(time.Second)
		if r.Skip(r.now); said(r) != want {
			t.Errorf("from hold %d: %q; want %q", n, said(r), want)
		}
	}
	r := start()
	r.enter(Hold, 1)
	r.wait(time.Second)
	r.Skip(r.now)
	r.Jump(r.now, 0)
	r.enter(Hold, 4)
	r.Next(r.now)
	if said(r) != left || r.at().Stage.Side != Left {
		t.Errorf("done to its end after that: %q", said(r))
	}
}

// The breath in which a count is said has its own word too, and the side where it is
// the one that moves.
func TestACountTakesNoBreathAway(t *testing.T) {
	for _, c := range []struct{ dose, move, want string }{
		{"3s x12", "exhale", breatheInText},
		{"3s x6 each leg", "inhale", "right side."},
		{"3s x6 each leg", "exhale", breatheInText},
	} {
		r := made(t, c.dose)
		r.Items[0].Pose.Move = content.Move(c.move)
		s := Compile(r, DefaultOptions()).Stages[2]
		counts := 0
		for i, h := range s.heard(0, -1, ages) {
			if !strings.Contains(h.Text, " done") && h.Text != lastOneText {
				continue
			}
			counts++
			if next := s.heard(0, -1, ages)[i+1]; next.At-h.At > 3*time.Second || !strings.Contains(next.Text, strings.TrimSuffix(c.want, "right side.")) || next.Breath != In {
				t.Errorf("%s, %s: after %q comes %q, %v later", c.dose, c.move, h.Text, next.Text, next.At-h.At)
			}
		}
		if counts < 2 {
			t.Errorf("%s: %d counts", c.dose, counts)
		}
	}
}
