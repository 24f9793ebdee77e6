package session

import (
	"testing"
	"time"

	"catcow/content"
)

func TestNextAndSettle(t *testing.T) {
	r := started(t, "30s")
	r.Pause(r.now)
	r.Resume(r.now)
	r.wait(time.Second)
	r.Next(r.now)
	r.want("in setup", 1, 0, Playing)
	if s := r.at(); s.Settle != 2*time.Second {
		t.Errorf("%v to settle; want 2s", s.Settle)
	}
}

// Of each item "30s x2 each side": 0 transition, 1 setup, 2 hold, 3 rest, 4
// setup, 5 hold, 6 switch, 7 setup, 8 hold, 9 rest, 10 setup, 11 hold, 12
// release.
func TestMoves(t *testing.T) {
	const ms = time.Millisecond
	next, back, skip := (*Player).Next, (*Player).Back, (*Player).Skip
	jump := func(item int) func(*Player, time.Time) {
		return func(p *Player, now time.Time) { p.Jump(now, item) }
	}
	for _, c := range []struct {
		name string
		from int
		in   time.Duration
		move func(*Player, time.Time)
		want int
		at   time.Duration
	}{
		{"next in a transition goes to the setup", 0, 500 * ms, next, 1, 0},
		{"next in a setup goes to the hold", 1, 500 * ms, next, 2, 0},
		{"next in a hold goes to the rest", 2, 500 * ms, next, 3, 0},
		{"next in a rest goes to the setup of the set", 3, 500 * ms, next, 4, 0},
		{"next in the last hold of a side goes to the switch", 5, 500 * ms, next, 6, 0},
		{"next in the last hold goes to the release", 11, 500 * ms, next, 12, 0},
		{"next in a release goes to the next pose", 12, 500 * ms, next, 13, 0},
		{"next at the very end finishes", 25, 500 * ms, next, 26, 0},
		{"back within 2 s goes to the stage before", 2, 1999 * ms, back, 1, 0},
		{"back at 2 s goes to the stage before", 2, 2000 * ms, back, 1, 0},
		{"back after 2 s restarts the stage", 2, 2001 * ms, back, 2, 0},
		{"back goes into the pose before", 13, 500 * ms, back, 12, 0},
		{"back at the beginning restarts", 0, 500 * ms, back, 0, 0},
		{"skip in a transition goes to the next pose", 0, 500 * ms, skip, 13, 0},
		{"skip in the first setup goes to the next pose", 1, 500 * ms, skip, 13, 0},
		{"skip in a hold goes by the release", 2, 500 * ms, skip, 12, 0},
		{"skip in a rest goes by the release", 3, 500 * ms, skip, 12, 0},
		{"skip in a later setup goes by the release", 7, 500 * ms, skip, 12, 0},
		{"skip in a switch goes by the release", 6, 500 * ms, skip, 12, 0},
		{"skip in a release goes to the next pose", 12, 500 * ms, skip, 13, 0},
		{"skip at the last pose finishes", 13, 500 * ms, skip, 26, 0},
		{"skip in the last release finishes", 25, 500 * ms, skip, 26, 0},
		{"jump ahead", 2, 500 * ms, jump(1), 13, 0},
		{"jump back", 20, 500 * ms, jump(0), 0, 0},
		{"jump to where we are", 2, 500 * ms, jump(0), 0, 0},
		{"jump to nowhere", 2, 500 * ms, jump(7), 2, 500 * ms},
		{"jump to before the beginning", 2, 500 * ms, jump(-1), 2, 500 * ms},
	} {
		for _, state := range []State{Playing, Paused, Ready} {
			r := ride(t, made(t, "30s x2 each side", "30s x2 each side"), Settings{})
			at := c.at
			if state != Ready {
				r.Start(r.now)
			}
			for range c.from {
				r.Next(r.now)
			}
			r.wait(c.in)
			if state == Paused {
				r.Pause(r.now)
			}
			c.move(r.Player, r.now)
			want, end := state, c.want == len(r.Plan().Stages)
			if state == Ready {
				if c.in > restartWithin {
					continue // time has not passed
				}
				at = 0
			} else if end {
				want = Finished
			}
			r.want(c.name, c.want, at, want)
		}
	}
}

func TestMovesWithARestInAnotherPose(t *testing.T) {
	routine := made(t, "30s", "30s") // transition, setup, hold, release, rest, release
	then := made(t, "30s").Items[0].Pose
	routine.Items[0].Then = &then
	for _, c := range []struct {
		name       string
		from, want int
	}{
		{"skip in a setup leaves the rest out", 1, 6},
		{"skip in a hold comes out of it before the rest", 2, 3},
		{"skip in its release leaves the rest out", 3, 6},
		{"skip in the rest comes out of it", 4, 5},
		{"skip in the last release goes on", 5, 6},
	} {
		r := ride(t, routine, Settings{})
		r.Start(r.now)
		for range c.from {
			r.Next(r.now)
		}
		r.Skip(r.now)
		r.want(c.name, c.want, 0, Playing)
	}
}

func TestNothingMovesWhatIsFinished(t *testing.T) {
	r := started(t, "30s")
	r.wait(r.Plan().Length())
	r.want("at the end", 4, 0, Finished)
	r.Next(r.now)
	r.Back(r.now)
	r.Skip(r.now)
	r.Jump(r.now, 0)
	r.Pause(r.now)
	r.Start(r.now)
	if r.Longer(r.now) || r.Shorter(r.now) || r.Slower(r.now) || r.Faster(r.now) {
		t.Error("what is over was changed")
	}
	r.want("for good", 4, 0, Finished)
}

func TestAPlanOfNothing(t *testing.T) {
	r := ride(t, content.Routine{}, Settings{Manual: true})
	r.want("before", 0, 0, Ready)
	r.Next(r.now)
	r.Skip(r.now)
	r.Back(r.now)
	r.Longer(r.now)
	r.Slower(r.now)
	r.Start(r.now)
	r.want("is finished when it starts", 0, 0, Finished)
	if items, played := r.Outcomes(r.now); len(items) != 0 || played != 0 {
		t.Errorf("%d items, %v played", len(items), played)
	}
}
