package history

import (
	"maps"
	"slices"
)

// Direction is where a change goes.
type Direction string

// The directions.
const (
	NoChange Direction = ""
	Better   Direction = "better"
	Worse    Direction = "worse"
)

// Change is how weekly means moved from the beginning until now. It is a
// meaningful one only at 2 points and 30 % of the baseline (Ostelo 2008); below
// that the direction is [NoChange].
type Change struct {
	Known     bool    // four weeks have values, one of the last four among them; the rest is 0 otherwise
	Baseline  float64 // mean of the first two weeks that have values
	Latest    float64 // mean of the last two
	Direction Direction
}

const (
	points = 2.0
	share  = 0.3
	slack  = 1e-9 // of arithmetic: 6 to 4.2 is 30 %
	ends   = 2    // weeks that make a baseline, and a latest value
	lately = 4    // weeks in which a latest value is one
)

// means are mean values by week.
type means map[int64]mean

type mean struct {
	sum   float64
	count int
}

// add takes values into a week; none make no week.
func (m means) add(week int64, sum float64, count int) {
	if count > 0 {
		m[week] = mean{m[week].sum + sum, m[week].count + count}
	}
}

// of is the mean of a week, nil if it has no value.
func (m means) of(week int64) *float64 {
	v, ok := m[week]
	if !ok {
		return nil
	}
	return new(v.sum / float64(v.count))
}

// isRecent reports whether there is a value in the weeks up to the current one that
// still say something about now.
func isRecent(m means, current int64) bool {
	for week := current - lately + 1; week <= current; week++ {
		if _, ok := m[week]; ok {
			return true
		}
	}
	return false
}

// compare sets the last weeks that have values against the first ones.
func compare(m means, current int64) Change {
	weeks := slices.Sorted(maps.Keys(m))
	weeks = slices.DeleteFunc(weeks, func(week int64) bool { return week > current })
	if len(weeks) < 2*ends || !isRecent(m, current) {
		return Change{}
	}
	average := func(weeks []int64) float64 {
		sum := 0.0
		for _, week := range weeks {
			sum += *m.of(week)
		}
		return sum / float64(len(weeks))
	}
	c := Change{Known: true, Baseline: average(weeks[:ends]), Latest: average(weeks[len(weeks)-ends:])}
	moved := max(c.Latest-c.Baseline, c.Baseline-c.Latest) + slack
	switch {
	case moved < points || moved < share*c.Baseline:
	case c.Latest < c.Baseline:
		c.Direction = Better
	default:
		c.Direction = Worse
	}
	return c
}
