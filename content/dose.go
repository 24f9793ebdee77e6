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
//	dose    = amount ["x" count] [sides]
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
}

// shortHold separates the two meanings of "x": an amount below it is a
// repetition with a length ("5s x20" is 20 repetitions), from it on it is a
// hold done in sets ("10s x3" is three holds).
const shortHold = 10

// isRepeated reports whether the dose is counted in repetitions of its movement
// rather than in holds.
func (d Dose) isRepeated() bool {
	return d.Unit == Reps || d.Unit == Seconds && d.Amount.From < shortHold && d.Count.To > 1
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
	}
	if d.Unit != Reps && d.isRepeated() {
		e.Reps, e.Sets = count, 1
	}
	return e
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
	if d.Count != (Range{1, 1}) {
		b.WriteString(" x" + d.Count.String())
	}
	if d.Sides != Once {
		b.WriteString(" " + string(d.Sides))
	}
	return b.String()
}

// most is the most of each unit that one hold or one set may be.
func (u Unit) most() int {
	switch u {
	case Seconds:
		return 3600
	case Minutes:
		return 60
	case Breaths, Reps:
		return 200
	}
	return 0
}

// mostSets is the largest count after the "x".
const mostSets = 100

// ParseDose reads a dose such as "30s x3 each side". The error says what is
// wrong and what is wanted.
func ParseDose(s string) (Dose, error) {
	d := Dose{Count: Range{1, 1}}
	rest := strings.TrimSpace(s)
	for _, sides := range []DoseSides{EachSide, EachLeg, Alternating} {
		if before, ok := strings.CutSuffix(rest, " "+string(sides)); ok {
			d.Sides, rest = sides, strings.TrimSpace(before)
			break
		}
	}
	amount, count, counted := strings.Cut(rest, "x")
	if counted {
		var err error
		if d.Count, err = parseRange(count, mostSets); err != nil {
			return Dose{}, fmt.Errorf("%q after the x: %w", strings.TrimSpace(count), err)
		}
	}
	amount = strings.TrimSpace(amount)
	digits := strings.TrimRight(amount, "abcdefghijklmnopqrstuvwyz")
	switch amount[len(digits):] {
	case "s":
		d.Unit = Seconds
	case "m":
		d.Unit = Minutes
	case "breath", "breaths":
		d.Unit = Breaths
	case "rep", "reps":
		d.Unit = Reps
	default:
		return Dose{}, fmt.Errorf(`%q is not a dose; want one like "60-120s", "5m", "6 breaths" or "10 reps", then "x3" and "each side" if wanted`, s)
	}
	var err error
	if d.Amount, err = parseRange(digits, d.Unit.most()); err != nil {
		return Dose{}, fmt.Errorf("%q: %w", amount, err)
	}
	return d, nil
}

// parseRange reads "N" or "N-M" with both from 1 to most.
func parseRange(s string, most int) (Range, error) {
	from, to, ok := strings.Cut(strings.TrimSpace(s), "-")
	if !ok {
		to = from
	}
	r := Range{}
	for _, end := range []struct {
		text string
		n    *int
	}{{from, &r.From}, {to, &r.To}} {
		n, err := strconv.ParseUint(end.text, 10, 16)
		if err != nil || n < 1 || int(n) > most {
			return Range{}, fmt.Errorf("want a whole number from 1 to %d, or a range such as 3-6", most)
		}
		*end.n = int(n)
	}
	if r.From > r.To {
		return Range{}, fmt.Errorf("want the smaller number first")
	}
	return r, nil
}
