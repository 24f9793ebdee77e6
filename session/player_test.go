package session

import (
	"reflect"
	"testing"
	"time"

	"catcow/content"
)

// rider sits in front of a player and is alive: while it waits, it ticks.
type rider struct {
	*Player

	t   testing.TB
	now time.Time
}

func ride(tb testing.TB, r content.Routine, s Settings) *rider {
	tb.Helper()
	return &rider{
		Player: NewPlayer(Compile(r, DefaultOptions()), s),
		t:      tb,
		now:    time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC),
	}
}

// started is a session of plain poses that runs.
func started(tb testing.TB, doses ...string) *rider {
	tb.Helper()
	r := ride(tb, made(tb, doses...), Settings{})
	r.Start(r.now)
	return r
}

// wait lets time pass, with a tick every 0.9 s at the most.
func (r *rider) wait(d time.Duration) {
	r.t.Helper()
	for d > 0 {
		tick := min(d, 900*time.Millisecond)
		r.now = r.now.Add(tick)
		r.Tick(r.now)
		d -= tick
	}
}

// at is the snapshot of this instant.
func (r *rider) at() Snapshot { return r.At(r.now) }

// enter goes on to the beginning of the nth stage of a kind, from 1.
func (r *rider) enter(kind Kind, n int) {
	r.t.Helper()
	for i, s := range r.Plan().Stages {
		if s.Kind == kind {
			n--
		}
		if n > 0 {
			continue
		}
		for r.at().Index < i {
			r.Next(r.now)
		}
		return
	}
	r.t.Fatalf("no %s so far on", kind)
}

// want checks where we are.
func (r *rider) want(name string, index int, in time.Duration, state State) {
	r.t.Helper()
	if s := r.at(); s.Index != index || s.In != in || s.State != state {
		r.t.Errorf("%s: %s at %v of stage %d; want %s at %v of stage %d", name, s.State, s.In, s.Index, state, in, index)
	}
}

func TestStartRunsTheClock(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{})
	r.want("before", 0, 0, Ready)
	r.wait(time.Hour)
	r.want("after an hour", 0, 0, Ready)
	r.Start(r.now)
	r.want("at the start", 0, 0, Playing)
	r.wait(2500 * time.Millisecond)
	r.want("then", 0, 2500*time.Millisecond, Playing)
	r.Start(r.now)
	r.want("started twice", 0, 2500*time.Millisecond, Playing)
}

func TestStagesFollowOneAnother(t *testing.T) {
	r := started(t, "30s x2")
	for i, s := range r.Plan().Stages {
		r.want("at its beginning", i, 0, Playing)
		r.wait(s.Length - 1)
		r.want("at its last instant", i, s.Length-1, Playing)
		r.wait(1)
	}
	r.want("at the end", len(r.Plan().Stages), 0, Finished)
	if s := r.at(); s.Done != r.Plan().Length() || s.Remaining != 0 || s.Stage.Kind != Release || s.Next != nil {
		t.Errorf("finished with %v done, %v to come, in %s", s.Done, s.Remaining, s.Stage.Kind)
	}
}

func TestPauseAddsNothing(t *testing.T) {
	r := started(t, "30s")
	r.wait(4 * time.Second)
	r.Pause(r.now)
	before := r.at()
	r.wait(time.Second)
	r.now = r.now.Add(24 * time.Hour)
	if after := r.at(); !reflect.DeepEqual(before, after) || after.UntilChange != 0 {
		t.Errorf("a day later we are at %v; were at %v", after.In, before.In)
	}
	r.Pause(r.now)
	r.want("paused twice", 0, 4*time.Second, Paused)
}

func TestResumeSettlesForThreeSeconds(t *testing.T) {
	r := started(t, "30s")
	r.wait(4 * time.Second)
	r.Pause(r.now)
	r.wait(time.Minute)
	r.Resume(r.now)
	for _, settle := range []time.Duration{3 * time.Second, 2 * time.Second, time.Second} {
		r.want("settling", 0, 4*time.Second, Playing)
		if s := r.at(); s.Settle != settle || s.UntilChange != time.Second+1 {
			t.Errorf("%v to settle, %v to the next change; want %v, a nanosecond more than 1s", s.Settle, s.UntilChange, settle)
		}
		r.wait(time.Second)
	}
	r.want("settled", 0, 4*time.Second, Playing)
	if s := r.at(); s.Settle != 0 {
		t.Errorf("%v to settle", s.Settle)
	}
	r.wait(500 * time.Millisecond)
	r.want("running", 0, 4500*time.Millisecond, Playing)
}

func TestPauseWhileSettling(t *testing.T) {
	r := started(t, "30s")
	r.wait(4 * time.Second)
	r.Pause(r.now)
	r.Resume(r.now)
	r.wait(2 * time.Second)
	r.Pause(r.now)
	r.want("paused", 0, 4*time.Second, Paused)
	r.Resume(r.now)
	r.wait(3*time.Second + 1)
	r.want("settled anew", 0, 4*time.Second+1, Playing)
}

func TestResumeDoesWhatIsMeant(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{})
	r.Resume(r.now)
	r.want("starts what is ready", 0, 0, Playing)
	if s := r.at(); s.Settle != 0 {
		t.Errorf("%v to settle at the start", s.Settle)
	}
	r.wait(time.Second)
	r.Resume(r.now)
	r.want("changes nothing while playing", 0, time.Second, Playing)
	r.wait(r.Plan().Length())
	r.Resume(r.now)
	r.want("changes nothing when finished", len(r.Plan().Stages), 0, Finished)
}
