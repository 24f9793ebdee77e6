package session

import (
	"encoding/binary"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"catcow/content"
)

// The operations a fuzzed byte stands for.
const (
	opTick = iota
	opPause
	opResume
	opNext
	opBack
	opSkip
	opJump
	opLonger
	opShorter
	opSlower
	opFaster
	opStart
	opEase
	opAt
	opOutcomes
	opCrossed
	ops
)

// The instants of the operations, from the one before.
const (
	sameInstant = iota
	aMoment     // up to a tenth of a second on
	aTick       // up to 3 s on
	around      // within 6 s, back or on
	aGap        // up to two days on
	wayBack     // up to two days back
	farAhead    // asked about only
	jumps
)

const (
	headerBytes = 3 // routine, speed and level, manual and side
	bytesEach   = 4 // operation, kind of instant, how far twice
	mostOps     = 10_000
)

// script writes the input for a session: its header, then each operation a tick
// or so after the other.
func script(routine, speed, manual byte, list ...byte) []byte {
	data := []byte{routine, speed, manual}
	for i, op := range list {
		data = append(data, op, aTick, byte(40*i), byte(90*i))
	}
	return data
}

func FuzzPlayer(f *testing.F) {
	lib, _ := library()
	for i := range lib.Routines() {
		f.Add(script(byte(i), byte(i), byte(i),
			opStart, opTick, opNext, opAt, opNext, opSlower, opTick, opLonger, opFaster, opShorter, opPause, opSlower, opResume,
			opTick, opTick, opCrossed, opBack, opBack, opTick, opJump, opSkip, opOutcomes, opNext, opNext, opTick, opSkip, opSkip))
	}
	for _, op := range []byte{opTick, opNext, opBack, opSkip, opJump, opEase, opLonger, opShorter, opSlower, opFaster} {
		f.Add(script(1, 0, 1, slices.Concat([]byte{opStart, opNext, opNext, opTick}, slices.Repeat([]byte{op}, 20), []byte{opOutcomes})...))
		f.Add(script(5, 3, 0, slices.Concat([]byte{opStart, opNext, opNext, opTick}, slices.Repeat([]byte{op, opTick}, 10), []byte{opCrossed})...))
	}
	for jump := range byte(jumps) {
		f.Add(slices.Concat(script(6, 0, jump%2, opStart, opNext, opNext, opTick),
			slices.Repeat([]byte{opTick, jump, 1, 2, opLonger, jump, 3, 4, opSlower, jump, 5, 6, opAt, jump, 7, 8}, 5)))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < headerBytes {
			return
		}
		z := newFuzzed(t, data)
		for data = data[headerBytes:]; len(data) >= bytesEach && z.count < mostOps; data = data[bytesEach:] {
			z.step(data[0]%ops, data[1], binary.BigEndian.Uint16(data[2:]))
		}
	})
}

// fuzzed is a player, and what it must remember to be judged.
type fuzzed struct {
	*Player

	t     *testing.T
	base  time.Time
	now   time.Time
	count int
}

func newFuzzed(t *testing.T, data []byte) *fuzzed {
	t.Helper()
	routines := builtin(t)
	speeds := []float64{1, 0.25, 600, 60, 0, -2, 1.7, math.NaN(), math.Inf(1), 3}
	o := DefaultOptions()
	o.Level = float64(data[1]/16) / 15
	if data[2]&2 != 0 {
		o.First = Left
	}
	if data[2]&4 != 0 {
		o.Breath = Breath{In: 2 * time.Second, Out: 2100 * time.Millisecond}
	}
	routine := routines[int(data[0])%len(routines)]
	if data[2]&8 != 0 { // one with what the built-in ones lack
		routine = made(t, "10s each side", "5s", "14s x2", "3 reps alternating", "20s x2 each leg", "2 reps x2 each side")
	}
	base := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
	return &fuzzed{
		Player: NewPlayer(Compile(routine, o), Settings{Speed: speeds[int(data[1]%16)%len(speeds)], Manual: data[2]&1 != 0}),
		t:      t,
		base:   base,
		now:    base,
	}
}

// instant is when the next operation happens.
func (z *fuzzed) instant(jump byte, by uint16) time.Time {
	far := time.Duration(by) * 48 * time.Hour / math.MaxUint16
	near := time.Duration(by) * 3 * time.Second / math.MaxUint16
	switch jump % jumps {
	case aMoment:
		return z.now.Add(near / 30)
	case aTick:
		return z.now.Add(near)
	case around:
		return z.now.Add(4*near - 6*time.Second)
	case aGap:
		return z.now.Add(far)
	case wayBack:
		return z.now.Add(-far)
	}
	return z.now
}

// step does one operation and looks at all that has to be so after it.
func (z *fuzzed) step(op, jump byte, by uint16) {
	z.count++
	z.now = z.instant(jump, by)
	before := z.At(z.last)
	switch op {
	case opLonger, opShorter, opSlower, opFaster:
		z.adjust(op)
	case opAt, opOutcomes, opCrossed:
		z.ask(by)
	default:
		z.move(op, by)
	}
	s := z.look(z.now)
	if before.State == Finished && s.State != Finished && op != opAt {
		z.t.Fatalf("finished, and %s after %d", s.State, op)
	}
	z.ahead(s, jump, by)
}

// move does an operation that goes somewhere or changes whether time runs.
func (z *fuzzed) move(op byte, by uint16) {
	switch op {
	case opTick:
		z.Tick(z.now)
	case opPause:
		z.Pause(z.now)
	case opResume:
		z.Resume(z.now)
	case opNext:
		z.Next(z.now)
	case opBack:
		z.Back(z.now)
	case opSkip:
		z.Skip(z.now)
	case opJump:
		z.Jump(z.now, int(by)%(len(z.plan.Routine.Items)+2)-1)
	case opStart:
		z.Start(z.now)
	case opEase:
		z.Ease(z.now, "Take your {side} hand away.")
	}
}

// adjust changes lengths. It must not change where we are, nor cut the breath,
// nor take away what has passed.
func (z *fuzzed) adjust(op byte) {
	z.Tick(z.now) // the gap rule is not what is looked at here
	before, length := z.At(z.now), z.plan.Length()
	stages := slices.Clone(z.plan.Stages)
	changed := false
	switch op {
	case opLonger:
		changed = z.Longer(z.now)
	case opShorter:
		changed = z.Shorter(z.now)
	case opSlower:
		changed = z.Slower(z.now)
	case opFaster:
		changed = z.Faster(z.now)
	}
	after := z.At(z.now)
	switch {
	case after.Index != before.Index || after.In != before.In || after.Done != before.Done:
		z.t.Fatalf("%d took us from %v of stage %d to %v of stage %d", op, before.In, before.Index, after.In, after.Index)
	case after.Phase != before.Phase || math.Abs(after.Fill-before.Fill) > 1e-6:
		z.t.Fatalf("%d cut the breath: %s %v to %s %v", op, before.Phase, before.Fill, after.Phase, after.Fill)
	case !changed && z.plan.Length() != length:
		z.t.Fatalf("%d says it did nothing, and made %v into %v", op, length, z.plan.Length())
	case after.State != before.State && (op != opLonger || before.State != Waiting || after.State != Playing):
		z.t.Fatalf("%d made %s into %s", op, before.State, after.State)
	}
	if at := z.upcoming(); changed && (op == opLonger || op == opShorter) {
		if was, is := stages[at].Length, z.plan.Stages[at].Length; (is > was) != (op == opLonger) || is == was {
			z.t.Fatalf("%d made %v into %v", op, was, is)
		}
	}
}

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
		if s := &z.plan.Stages[h.Stage]; h.Mark == NoMark && !slices.Contains(s.Cues, h.Cue) && !slices.Contains(s.Ear, h.Cue) {
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
	if s.Change > 0 && !same(s, z.look(z.now.Add(s.Change/2))) {
		z.t.Fatalf("something changed before %v were over", s.Change)
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
	case (s.Change > 0) != (s.State == Playing):
		z.t.Fatalf("a change in %v while %s", s.Change, s.State)
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
			checkFuture(z.t, *g, z.plan.Breath)
			checkEar(z.t, *g, z.plan.options)
		}
	}
}

// checkFuture holds what is to come to the breath as it is now.
func checkFuture(t *testing.T, s Stage, b Breath) {
	t.Helper()
	if s.work.locked() && s.Length%(b.Length()+s.work.stay) != 0 {
		t.Fatalf("a %s of %v is to come, with breaths of %v", s.Kind, s.Length, b.Length())
	}
	if s.work.changes && s.work.count%2 != 0 {
		t.Fatalf("%d repetitions on both sides together", s.work.count)
	}
	if s.Kind == Reps && (s.Reps < 1 || s.work.count != s.Reps && s.work.count != 2*s.Reps) {
		t.Fatalf("%d repetitions, %d in all", s.Reps, s.work.count)
	}
}

func FuzzCompile(f *testing.F) {
	for _, dose := range []string{
		"30s", "5m", "60-120s", "30s x3 each side", "5 breaths x5-7", "10 reps", "5s x20-30", "3s x3-6 each leg", "10s x3",
		"1s", "1 rep", "1 breath each side", "60m x100 each side", "200 reps x100 each side", "14s x2 alternating", "9s x2 each side",
	} {
		f.Add(dose, 0.0, uint16(55), uint16(55), false, 140, int64(3*time.Second))
		f.Add(dose, 0.5, uint16(20), uint16(120), true, 60, int64(0))
		f.Add(dose, 1.0, uint16(999), uint16(0), true, -1, int64(-1))
		f.Add(dose, math.NaN(), uint16(41), uint16(63), false, 1, int64(time.Minute))
	}
	f.Fuzz(func(t *testing.T, text string, level float64, in, out uint16, left bool, pace int, moment int64) {
		dose, err := content.ParseDose(text)
		if err != nil {
			return
		}
		o := Options{
			Level:  level,
			Breath: Breath{In: time.Duration(in) * 100 * time.Millisecond, Out: time.Duration(out) * 100 * time.Millisecond},
			First:  Right,
			Pace:   pace % 1000,
			Moment: time.Duration(moment) % time.Hour,
		}
		if left {
			o.First = Left
		}
		for _, pose := range []string{"cobra", "pelvic-tilt", "piriformis-stretch", "prone-leg-extension"} {
			r := made(t, text)
			r.Items[0].Pose = item(t, pose)
			r.Items[0].Dose = dose
			if r.Items[0].Pose.Sides != content.NoSides && dose.Sides == content.Once {
				continue // reported when the file is read
			}
			checkPlan(t, r, o)
		}
	})
}

// item is a built-in pose.
func item(tb testing.TB, id string) content.Pose {
	tb.Helper()
	lib, _ := library()
	p, err := lib.Pose(id)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}
