package session

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
	"unsafe"
)

// onWall moves the clock on the wall and leaves the monotonic one where it is,
// as some computers do while they sleep.
func onWall(t *testing.T, at time.Time, seconds int64) time.Time {
	t.Helper()
	moved := at
	const nanoseconds = 30 // bits of the first word of a time.Time with a monotonic clock
	*(*uint64)(unsafe.Pointer(&moved)) += uint64(seconds) << nanoseconds
	if moved.Sub(at) != 0 || moved.Round(0).Sub(at.Round(0)) != time.Duration(seconds)*time.Second {
		t.Fatal("a time.Time looks otherwise inside; make this anew")
	}
	return moved
}

func TestAGapPausesAtTheLastGoodInstant(t *testing.T) {
	const ms = time.Millisecond
	bare := func(at time.Time) time.Time { return at.Round(0) }
	for _, c := range []struct {
		name string
		base time.Time
		gap  func(time.Time) time.Time
		in   time.Duration
		want State
	}{
		{"2.9 s is none", bare(time.Now()), func(at time.Time) time.Time { return at.Add(2900 * ms) }, 4900 * ms, Playing},
		{"3 s is none", bare(time.Now()), func(at time.Time) time.Time { return at.Add(3000 * ms) }, 5000 * ms, Playing},
		{"3.1 s is one", bare(time.Now()), func(at time.Time) time.Time { return at.Add(3100 * ms) }, 2000 * ms, Paused},
		{"a night is one", bare(time.Now()), func(at time.Time) time.Time { return at.Add(8 * time.Hour) }, 2000 * ms, Paused},
		{"2.9 s on both clocks is none", time.Now(), func(at time.Time) time.Time { return at.Add(2900 * ms) }, 4900 * ms, Playing},
		{"3.1 s on both clocks is one", time.Now(), func(at time.Time) time.Time { return at.Add(3100 * ms) }, 2000 * ms, Paused},
		{"the wall alone by 4 s", time.Now(), func(at time.Time) time.Time { return onWall(t, at, 4) }, 2000 * ms, Playing},
		{"the wall by 2 s more", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(900*ms), 2) }, 2900 * ms, Playing},
		{"the wall set forward", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(100*ms), 3600) }, 2100 * ms, Playing},
		{"the wall set back", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(100*ms), -3600) }, 2100 * ms, Playing},
		{"the wall set back in a gap", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(3100*ms), -3600) }, 2000 * ms, Paused},
		{"the wall back to where it was", time.Now(), func(at time.Time) time.Time { return onWall(t, at.Add(4000*ms), -4) }, 2000 * ms, Paused},
	} {
		for _, tick := range []func(*Player, time.Time){
			(*Player).Tick,
			func(p *Player, now time.Time) { p.Jump(now, 9) },
			func(p *Player, now time.Time) { p.Longer(now); p.Tick(now) },
		} {
			r := started(t, "30s")
			r.Player = NewPlayer(r.Plan(), Settings{})
			r.now = c.base
			r.Start(r.now)
			r.wait(2 * time.Second)
			r.now = c.gap(r.now)
			tick(r.Player, r.now)
			r.want(c.name, 0, c.in, c.want)
			if s := r.at(); s.Asleep != (c.want == Paused) {
				t.Errorf("%s: asleep is %v", c.name, s.Asleep)
			}
		}
	}
}

func TestAfterAGap(t *testing.T) {
	r := started(t, "30s")
	r.wait(2 * time.Second)
	r.now = r.now.Add(time.Hour)
	r.Pause(r.now)
	r.want("pause finds it paused", 0, 2*time.Second, Paused)
	r.Resume(r.now)
	if s := r.at(); s.Asleep || s.Settle != 3*time.Second {
		t.Errorf("asleep %v, %v to settle", s.Asleep, s.Settle)
	}
	r.wait(4 * time.Second)
	r.want("resumed", 0, 3*time.Second, Playing)
}

func TestAGapWhileSettling(t *testing.T) {
	r := started(t, "30s")
	r.wait(2 * time.Second)
	r.Pause(r.now)
	r.now = r.now.Add(time.Hour) // no gap: it is paused
	r.Resume(r.now)
	r.want("resumed", 0, 2*time.Second, Playing)
	r.now = r.now.Add(3 * time.Second)
	r.Tick(r.now)
	r.want("after the time to settle", 0, 2*time.Second, Playing)
	r.Pause(r.now)
	r.Resume(r.now)
	r.now = r.now.Add(time.Minute)
	r.Tick(r.now)
	r.want("after a gap", 0, 2*time.Second, Paused)
}

func TestAGapAfterTheEndIsNone(t *testing.T) {
	r := started(t, "30s")
	r.wait(r.Plan().Length())
	r.now = r.now.Add(time.Hour)
	r.Tick(r.now)
	r.want("an hour later", len(r.Plan().Stages), 0, Finished)
	if s := r.at(); s.Asleep {
		t.Error("asleep after the end")
	}
}

func TestSpeed(t *testing.T) {
	for _, c := range []struct {
		name  string
		speed float64
		want  float64
	}{
		{"none is 1", 0, 1},
		{"no number is 1", math.NaN(), 1},
		{"a quarter", 0.25, 0.25},
		{"no slower than a quarter", 0.1, 0.25},
		{"not backwards", -3, 0.25},
		{"a minute a second", 60, 60},
		{"ten minutes a second", 600, 600},
		{"no faster than that", 601, 600},
		{"not at once", math.Inf(1), 600},
	} {
		r := ride(t, made(t, "60m", "60m"), Settings{Speed: c.speed})
		if r.speed != c.want {
			t.Errorf("%s: %v; want %v", c.name, r.speed, c.want)
		}
		r.Start(r.now)
		r.wait(8 * time.Second)
		if s := r.at(); s.Done != time.Duration(8*c.want*float64(time.Second)) {
			t.Errorf("%s: %v done in 8 s", c.name, s.Done)
		}
		r.Pause(r.now)
		r.Resume(r.now)
		if s := r.at(); s.Settle != 3*time.Second {
			t.Errorf("%s: %v to settle", c.name, s.Settle)
		}
	}
}

func TestAnyInstantCanBeAskedAbout(t *testing.T) {
	for _, speed := range []float64{0.25, 1, 60, 600} {
		r := ride(t, made(t, "30s"), Settings{Speed: speed})
		r.Start(r.now)
		r.wait(time.Second)
		for _, years := range []int{-3000, -1, 1, 3, 100, 290, 3000} {
			s := r.At(r.now.AddDate(years, 0, 0))
			if years > 0 && s.State != Finished || years < 0 && s.Done != r.at().Done {
				t.Errorf("at speed %v, %d years on: %s at %v", speed, years, s.State, s.Done)
			}
		}
	}
}

func TestInstantsThatGoBackAreTheLatestSeen(t *testing.T) {
	ops := map[string]func(*Player, time.Time){
		"Tick": (*Player).Tick, "Pause": (*Player).Pause, "Next": (*Player).Next, "Back": (*Player).Back,
		"Skip": (*Player).Skip, "Resume": (*Player).Resume, "Start": (*Player).Start,
		"Longer":  func(p *Player, now time.Time) { p.Longer(now) },
		"Slower":  func(p *Player, now time.Time) { p.Slower(now) },
		"Jump":    func(p *Player, now time.Time) { p.Jump(now, 1) },
		"Outcome": func(p *Player, now time.Time) { p.Outcomes(now) },
	}
	for name, op := range ops {
		now, then := started(t, "30s", "30s"), started(t, "30s", "30s")
		for _, r := range []*rider{now, then} {
			r.wait(5 * time.Second)
		}
		op(now.Player, now.now)
		op(then.Player, then.now.Add(-4*time.Second))
		a, b := now.at(), then.at()
		a.Next, b.Next, a.Stage, b.Stage = nil, nil, Stage{}, Stage{} // of two plans
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s 4 s ago: %+v; want %+v", name, b, a)
		}
		if s := then.At(then.now.Add(-3 * time.Second)); s.Done != b.Done {
			t.Errorf("%s: %v done 3 s ago, %v now", name, s.Done, b.Done)
		}
	}
}

func TestStartDoesNotGoBack(t *testing.T) {
	r := ride(t, made(t, "30s"), Settings{})
	r.Tick(r.now)
	r.Start(r.now.Add(-time.Minute))
	r.want("at the start", 0, 0, Playing)
}

// At whatever instants it is asked: a session of a day is over after a day, to
// the nanosecond.
func TestADayDriftsZero(t *testing.T) {
	doses := make([]string, 24)
	for i := range doses {
		doses[i] = "60m"
	}
	r := ride(t, made(t, doses...), Settings{})
	if r.Plan().Length() < 24*time.Hour {
		t.Fatalf("the day has %v", r.Plan().Length())
	}
	random := rand.New(rand.NewPCG(3, 4))
	start := r.now
	r.Start(start)
	ticks, paused := 0, time.Duration(0)
	for {
		tick := 50*time.Millisecond + time.Duration(random.Int64N(int64(2850*time.Millisecond)))
		r.now = r.now.Add(tick)
		r.Tick(r.now)
		s := r.at()
		if s.State == Finished {
			break
		}
		if drift := r.now.Sub(start) - paused - s.Done; drift != 0 {
			t.Fatalf("after %v and %d ticks we are %v off", r.now.Sub(start), ticks, drift)
		}
		if ticks++; ticks%1000 == 0 { // a pause does not make it drift either
			r.Pause(r.now)
			r.now = r.now.Add(time.Minute)
			r.Resume(r.now)
			r.now = r.now.Add(settle)
			r.Tick(r.now)
			paused += time.Minute + settle
		}
	}
	if end := start.Add(r.Plan().Length() + paused); r.now.Before(end) || r.now.Sub(end) > 3*time.Second {
		t.Errorf("it ended at %v; want %v", r.now, end)
	}
}
