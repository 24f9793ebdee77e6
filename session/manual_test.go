package session

import (
	"testing"
	"time"
)

func TestManualAdvanceWaitsAtEachStagesEnd(t *testing.T) {
	r := ride(t, made(t, "30s each side"), Settings{Manual: true})
	r.Start(r.now)
	for i, s := range r.Plan().Stages {
		r.want("at its beginning", i, 0, Playing)
		r.wait(s.Length + time.Hour)
		r.want("at its end", i, s.Length, Waiting)
		if at := r.at(); at.Left != 0 || at.UntilChange != 0 || at.Side != s.Side {
			t.Errorf("%s: %v left, a change in %v, on the %s", s.Kind, at.Left, at.UntilChange, at.Side)
		}
		r.Tick(r.now.Add(time.Hour))
		r.now = r.now.Add(time.Hour)
		r.Pause(r.now)
		r.want("waiting is no sleep and cannot be paused", i, s.Length, Waiting)
		if i%2 == 0 {
			r.Next(r.now)
		} else {
			r.Resume(r.now)
		}
	}
	r.want("at the end", len(r.Plan().Stages), 0, Finished)
	if _, played := r.Outcomes(r.now); played != r.Plan().Length() {
		t.Errorf("%v played of %v", played, r.Plan().Length())
	}
}

func TestWaitingAtTheEndOfAHold(t *testing.T) {
	for _, c := range []struct {
		name   string
		do     func(*Player, time.Time)
		index  int
		in     time.Duration
		state  State
		length time.Duration
	}{
		{"longer goes on", func(p *Player, now time.Time) { p.Longer(now) }, 2, 33 * time.Second, Playing, 44 * time.Second},
		{"shorter waits", func(p *Player, now time.Time) { p.Shorter(now) }, 2, 33 * time.Second, Waiting, 33 * time.Second},
		{"slower waits", func(p *Player, now time.Time) { p.Slower(now) }, 2, 33 * time.Second, Waiting, 33 * time.Second},
		{"faster waits", func(p *Player, now time.Time) { p.Faster(now) }, 2, 33 * time.Second, Waiting, 33 * time.Second},
		{"back begins again", (*Player).Back, 2, 0, Playing, 33 * time.Second},
		{"next goes on", (*Player).Next, 3, 0, Playing, 33 * time.Second},
		{"skip goes out", (*Player).Skip, 3, 0, Playing, 33 * time.Second},
	} {
		r := ride(t, made(t, "30s"), Settings{Manual: true})
		r.Start(r.now)
		r.enter(Hold, 1)
		r.wait(time.Minute)
		c.do(r.Player, r.now)
		r.want(c.name, c.index, c.in, c.state)
		if got := r.Plan().Stages[2].Length; got != c.length {
			t.Errorf("%s: a hold of %v; want %v", c.name, got, c.length)
		}
	}
}

// While the setup waits, the hold to come may be made longer; that is no reason
// to go on.
func TestWaitingInASetupIsNotEndedByLonger(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{Manual: true})
	r.Start(r.now)
	r.enter(Setup, 1)
	r.wait(time.Minute)
	r.Longer(r.now)
	r.want("still", 1, r.Plan().Stages[1].Length, Waiting)
}

// The side that ended is the side shown, until the next begins.
func TestWaitingAfterTheLastRepetitionShowsItsSide(t *testing.T) {
	r := ride(t, made(t, "3s x2 each leg"), Settings{Manual: true})
	r.Start(r.now)
	r.enter(Reps, 1)
	r.wait(2 * time.Minute)
	if s := r.at(); s.State != Waiting || s.Side != Left || s.Count != 4 || s.Counts != 4 {
		t.Errorf("%s on the %s, %d of %d", s.State, s.Side, s.Count, s.Counts)
	}
}
