package today

import (
	"slices"
	"time"
)

// Steps is how many steps a program has. Who keeps to it takes a week for each.
const Steps = 12

// Step is one step of a program: how often and how long, and how much it asks for.
type Step struct {
	Sessions int // a week to aim at
	Length   time.Duration
	Effort   Effort
}

// enoughSessions is how many sessions a step needs before the next: it is the least
// that a week of the program aims at.
const enoughSessions = 3

// step is one of the steps, from 1. First there are more sessions in a week, then
// they get longer; they begin with rest and end with strength.
func step(n int) Step {
	const minute = time.Minute
	return []Step{
		{3, 10 * minute, Restful},
		{3, 10 * minute, Restful},
		{4, 10 * minute, Moderate},
		{4, 10 * minute, Moderate},
		{5, 10 * minute, Moderate},
		{5, 10 * minute, Moderate},
		{5, 12 * minute, Moderate},
		{5, 12 * minute, Strong},
		{5, 15 * minute, Strong},
		{5, 15 * minute, Strong},
		{5, 18 * minute, Strong},
		{5, 20 * minute, Strong},
	}[min(max(n, 1), Steps)-1]
}

// Done is a session that was done while a program runs. Any session counts.
type Done struct {
	Day  time.Time // only its date counts
	Hurt bool
}

// Reason is why a day of a program is easier than its step.
type Reason string

// The reasons.
const (
	NoReason   Reason = ""
	AfterHurt  Reason = "hurt"  // something hurt in the session before
	AfterBreak Reason = "break" // there was none for two weeks and more
)

// longBreak is how many days without a session it takes to begin again gently.
const longBreak = 14

// Part is a day's part of a program.
type Part struct {
	Step
	Number    int    // of the step, from 1
	Easy      Reason // why it is easier than the step
	InStep    int    // sessions done in this step
	ThisWeek  int    // and in the last seven days, this one among them
	DoneToday bool
	Over      bool // all steps are done
}

// PartOf is the part that a day has in a program which began on another. A step is
// over after a week with enough sessions in it. Where it takes longer it waits, and
// nothing of it is lost.
func PartOf(start, day time.Time, done []Done) Part {
	start, day, done = date(start), date(day), slices.Clone(done)
	for i := range done {
		done[i].Day = date(done[i].Day)
	}
	slices.SortStableFunc(done, func(a, b Done) int { return a.Day.Compare(b.Day) })
	done = slices.DeleteFunc(done, func(d Done) bool { return d.Day.Before(start) || d.Day.After(day) })

	p := Part{}
	var began time.Time
	p.Number, began, p.Over = stepAt(start, day, done)
	p.Step = step(p.Number)
	hurt, last := false, start
	for _, d := range done {
		if !d.Day.Before(began) {
			p.InStep++
		}
		if d.Day.After(day.AddDate(0, 0, -7)) {
			p.ThisWeek++
		}
		if d.Day.Equal(day) {
			p.DoneToday = true
			continue
		}
		hurt = d.Hurt || hurt && d.Day.Equal(last)
		last = d.Day
	}
	if p.Easy = easyAfter(hurt, last, day); p.Easy != NoReason {
		p.Effort, p.Length = Restful, min(p.Length, step(1).Length)
	}
	return p
}

// easyAfter is why a day is easier, by the last session before it.
func easyAfter(hurt bool, last, day time.Time) Reason {
	switch {
	case hurt:
		return AfterHurt
	case !day.Before(last.AddDate(0, 0, longBreak)):
		return AfterBreak
	}
	return NoReason
}

// stepAt is the number of the step that a day is in, and the day on which that
// began; over if it was the last and is done.
func stepAt(start, day time.Time, done []Done) (number int, began time.Time, over bool) {
	began = start
	for number = 1; ; number++ {
		next, ok := stepEnd(began, done)
		if !ok || next.After(day) {
			return number, began, false
		}
		if number == Steps {
			return number, began, true
		}
		began = next
	}
}

// stepEnd is the day after a step that began on another.
func stepEnd(began time.Time, done []Done) (time.Time, bool) {
	week := began.AddDate(0, 0, 7)
	count := 0
	for _, d := range done {
		if d.Day.Before(began) {
			continue
		}
		if count++; count == enoughSessions {
			if next := d.Day.AddDate(0, 0, 1); next.After(week) {
				return next, true
			}
			return week, true
		}
	}
	return time.Time{}, false
}

// date is the day of a time, by the clock where it was.
func date(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
