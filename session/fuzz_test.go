package session

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"
	"time"
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
		z.Ease(z.now, z.At(z.now).Stage.Item, "Take your {side} hand away.")
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
