package session

import (
	"math"
	"reflect"
	"slices"
	"testing"
	"time"
)

// ask asks something that must change nothing, twice.
func (z *fuzzed) ask(by uint16) {
	before := *z.Player
	before.played = slices.Clone(before.played)
	a, b := z.At(z.now), z.At(z.now)
	items, played := z.Outcomes(z.now)
	again, twice := z.Outcomes(z.now)
	z.crossed(by)
	if !reflect.DeepEqual(a, b) || !slices.Equal(items, again) || played != twice || !reflect.DeepEqual(before, *z.Player) {
		z.t.Fatal("asking changed something")
	}
	var sum time.Duration
	for _, o := range items {
		if o.Played < 0 || o.Played > o.Planned || o.Skipped() && o.Whole() {
			z.t.Fatalf("%+v", o)
		}
		sum += o.Played
	}
	if sum > played {
		z.t.Fatalf("%v in poses of %v in all", sum, played)
	}
}

// crossed cuts the time from the last instant on in two: each part has its cues,
// and none has another's.
func (z *fuzzed) crossed(by uint16) {
	from := z.last.Add(-time.Second)
	middle := from.Add(time.Duration(by) * 4 * time.Second / math.MaxUint16)
	to := from.Add(5 * time.Second)
	whole := z.Crossed(from, to)
	if parts := slices.Concat(z.Crossed(from, middle), z.Crossed(middle, to)); !slices.Equal(whole, parts) {
		z.t.Fatalf("%d cues in two parts, %d in all", len(parts), len(whole))
	}
	for _, h := range whole {
		if s := &z.plan.Stages[h.Stage]; h.Mark == NoMark && !slices.Contains(s.Cues, h.Cue) && !slices.Contains(s.VoiceCues, h.Cue) {
			z.t.Fatalf("stage %d never says %q", h.Stage, h.Text)
		}
	}
}

// ahead looks on from a snapshot, with nothing done in between.
func (z *fuzzed) ahead(s Snapshot, jump byte, by uint16) {
	on := z.now.Add(time.Duration(by) * 10 * time.Millisecond)
	if jump%jumps == farAhead {
		on = z.now.Add(time.Duration(by) * time.Hour / 4)
	}
	later := z.look(on)
	if later.Done < s.Done {
		z.t.Fatalf("from %v back to %v", s.Done, later.Done)
	}
	if still := s.State != Playing; still && !reflect.DeepEqual(s, later) {
		z.t.Fatalf("%s, and time went on from %v to %v", s.State, s.Done, later.Done)
	}
	if s.UntilChange > 0 && !same(s, z.look(z.now.Add(s.UntilChange/2))) {
		z.t.Fatalf("something changed before %v were over", s.UntilChange)
	}
}

// same reports whether nothing that is counted or said differs.
func same(s, o Snapshot) bool {
	up := func(d time.Duration) time.Duration { return (d + time.Second - 1) / time.Second }
	return s.Index == o.Index && s.Cue == o.Cue && s.Phase == o.Phase && up(s.Left) == up(o.Left) && up(s.Remaining) == up(o.Remaining)
}

// look is the snapshot of an instant, if it is sound.
func (z *fuzzed) look(now time.Time) Snapshot {
	s := z.At(now)
	if !reflect.DeepEqual(s, z.At(now)) {
		z.t.Fatal("At gave two answers")
	}
	total := z.Plan().Length()
	switch {
	case !slices.Contains([]State{Ready, Playing, Waiting, Paused, Finished}, s.State):
		z.t.Fatalf("state %q", s.State)
	case s.Done < 0 || s.Remaining < 0 || s.Done+s.Remaining != total:
		z.t.Fatalf("%v done, %v to come of %v", s.Done, s.Remaining, total)
	case s.Index < 0 || s.Index > len(z.plan.Stages) || (s.Index == len(z.plan.Stages)) != (s.Remaining == 0 && s.State != Waiting):
		z.t.Fatalf("%s in stage %d of %d, %v to come", s.State, s.Index, len(z.plan.Stages), s.Remaining)
	case s.State == Finished && s.Index != len(z.plan.Stages):
		z.t.Fatalf("finished in stage %d", s.Index)
	case s.In < 0 || s.In > s.Stage.Length || s.Left < 0 || s.Index < len(z.plan.Stages) && s.In+s.Left != s.Stage.Length:
		z.t.Fatalf("%v in, %v left of %v", s.In, s.Left, s.Stage.Length)
	case s.Settle < 0 || s.Settle > settle || s.Settle > 0 && s.State != Playing:
		z.t.Fatalf("%v to settle while %s", s.Settle, s.State)
	case (s.UntilChange > 0) != (s.State == Playing):
		z.t.Fatalf("a change in %v while %s", s.UntilChange, s.State)
	case s.Asleep && s.State == Playing:
		z.t.Fatal("asleep while playing")
	}
	z.lookAtBreath(s)
	z.lookAtStages(s)
	return s
}

func (z *fuzzed) lookAtBreath(s Snapshot) {
	switch {
	case s.Through < 0 || s.Through > 1 || s.Fill < 0 || s.Fill > 1 || s.PhaseLeft < 0:
		z.t.Fatalf("%s %v through, %v full, %v left", s.Phase, s.Through, s.Fill, s.PhaseLeft)
	case s.Counts > 0 && (s.Count < 1 || s.Count > s.Counts) || s.Counts < 0:
		z.t.Fatalf("%d of %d", s.Count, s.Counts)
	case s.Index < len(z.plan.Stages) && s.Stage.Works() != (s.Phase != NoPhase):
		z.t.Fatalf("phase %q in %s", s.Phase, s.Stage.Kind)
	case s.Cue < -1 || s.Cue >= max(len(s.Stage.Cues), 1) || s.Cue >= 0 && s.Stage.Cues[s.Cue].At > s.In:
		z.t.Fatalf("cue %d of %d", s.Cue, len(s.Stage.Cues))
	case s.Stage.work.changes && s.State != Finished && s.Side == NoSide && s.Index < len(z.plan.Stages):
		z.t.Fatal("no side in work")
	}
}

func (z *fuzzed) lookAtStages(s Snapshot) {
	for i := range z.plan.Stages {
		g := &z.plan.Stages[i]
		for j, c := range g.Cues {
			if c.At < 0 || c.At >= g.Length || j > 0 && c.At < g.Cues[j-1].At {
				z.t.Fatalf("cue %d of stage %d at %v of %v", j, i, c.At, g.Length)
			}
		}
		if g.Length <= 0 || z.played[i] < 0 {
			z.t.Fatalf("%v played of stage %d of %v", z.played[i], i, g.Length)
		}
		if i > s.Index && g.work.lead != 0 {
			z.t.Fatalf("stage %d is to come, and %v of it is past", i, g.work.lead)
		}
		if i > s.Index && g.Works() {
			checkFuture(z.t, *g, z.plan.Options.Breath)
			checkEar(z.t, *g, z.plan.Options)
		}
	}
}

// checkFuture holds what is to come to the breath as it is now.
func checkFuture(t *testing.T, s Stage, b Breath) {
	t.Helper()
	if s.work.locked() && s.Length%(b.Length()+s.work.cycle.Stay) != 0 {
		t.Fatalf("a %s of %v is to come, with breaths of %v", s.Kind, s.Length, b.Length())
	}
	if s.work.changes && s.work.count%2 != 0 {
		t.Fatalf("%d repetitions on both sides together", s.work.count)
	}
	if s.Kind == Reps && (s.Reps() < 1 || s.work.count != s.Reps() && s.work.count != 2*s.Reps()) {
		t.Fatalf("%d repetitions, %d in all", s.Reps(), s.work.count)
	}
}
