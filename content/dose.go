package content

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Unit is what the amount of a [Dose] is counted in.
type Unit string

// The units of a dose.
const (
	Seconds Unit = "s"
	Minutes Unit = "m"
	Breaths Unit = "breaths"
	Reps    Unit = "reps"
)

// DoseSides says how a [Dose] is shared between the two sides.
type DoseSides string

// The ways to share a dose. With EachSide every set is done on one side and
// then on the other; with EachLeg and Alternating the side changes with every
// repetition. The amount is always that of one side, so both get the same.
const (
	Once        DoseSides = ""
	EachSide    DoseSides = "each side"
	EachLeg     DoseSides = "each leg"
	Alternating DoseSides = "alternating"
)

// Range is where to start and what to work up to. From is at least 1 and at
// most To.
type Range struct{ From, To int }

// At picks the point of the range at a level from 0 to 1, to the nearest whole
// number.
func (r Range) At(level float64) int {
	level = min(max(level, 0), 1)
	if math.IsNaN(level) {
		level = 0
	}
	return r.From + int(math.Round(level*float64(r.To-r.From)))
}

func (r Range) String() string {
	if r.From == r.To {
		return strconv.Itoa(r.From)
	}
	return fmt.Sprintf("%d-%d", r.From, r.To)
}

// Dose is how much of a pose to do, as clinicians write it:
//
//	dose    = amount ["x" count ["x" sets]] [sides]
//	amount  = range "s" | range "m" | range "breaths" | range "reps"
//	range   = N | N "-" M
//	sides   = "each side" | "each leg" | "alternating"
//
// [ParseDose] of a dose's String gives the dose again.
type Dose struct {
	Amount Range
	Unit   Unit
	Count  Range
	Sides  DoseSides
	// Sets is how often all of it is done where Count is the repetitions of a
	// hold: "5s x10 x3". It is zero for once.
	Sets Range
}

// shortHold separates the two meanings of "x": an amount below it is a
// repetition with a length ("5s x20" is 20 repetitions), from it on it is a
// hold done in sets ("10s x3" is three holds).
const shortHold = 10

// isRepeated reports whether the dose is counted in repetitions of its movement
// rather than in holds.
func (d Dose) isRepeated() bool {
	short := d.Unit == Seconds && d.Amount.From < shortHold && d.Count.To > 1
	return d.Unit == Reps || short || d.Sets.To > 1
}

// Exact is a dose at one level.
type Exact struct {
	Hold    time.Duration // one hold, or the pause inside one rep; 0 where it is counted in breaths
	Breaths int           // length of a hold counted in breaths; 0 otherwise
	Reps    int           // repetitions in a set, on one side; 0 for a hold
	Sets    int           // at least 1, on one side
	Sides   DoseSides
}

// At is the dose at a level from 0, where to start, to 1, what to work up to.
func (d Dose) At(level float64) Exact {
	amount, count := d.Amount.At(level), d.Count.At(level)
	e := Exact{Sets: count, Sides: d.Sides}
	switch d.Unit {
	case Seconds:
		e.Hold = time.Duration(amount) * time.Second
	case Minutes:
		e.Hold = time.Duration(amount) * time.Minute
	case Breaths:
		e.Breaths = amount
	case Reps:
		e.Reps = amount
	case unknown, times, sets:
	}
	if d.Unit != Reps && d.isRepeated() {
		e.Reps, e.Sets = count, max(1, d.Sets.At(level))
	}
	return e
}

// tidy leaves out sets that say nothing.
func (d Dose) tidy() Dose {
	if d.Count == (Range{1, 1}) {
		d.Count, d.Sets = d.Sets, Range{}
	}
	if d.Sets.To == 1 {
		d.Sets = Range{}
	}
	return d
}

func (d Dose) String() string {
	var b strings.Builder
	b.WriteString(d.Amount.String())
	switch {
	case d.Unit == Seconds || d.Unit == Minutes:
		b.WriteString(string(d.Unit))
	case d.Amount.To == 1:
		b.WriteString(" " + strings.TrimSuffix(string(d.Unit), "s"))
	default:
		b.WriteString(" " + string(d.Unit))
	}
	if d.Count != (Range{1, 1}) || d.Sets.To > 1 {
		b.WriteString(" x" + d.Count.String())
	}
	if d.Sets.To > 1 {
		b.WriteString(" x" + d.Sets.String())
	}
	if d.Sides != Once {
		b.WriteString(" " + string(d.Sides))
	}
	return b.String()
}
