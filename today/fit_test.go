package today

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"catcow/content"
	"catcow/session"
)

// Every routine fits into every time that its poses and doses allow, and what was
// changed for that is said.
func TestFit(t *testing.T) {
	for _, r := range library(t).Routines() {
		for _, level := range []float64{0, 1} {
			o := session.DefaultOptions()
			o.Level = level
			before := time.Duration(0)
			for minutes := 1; minutes <= 40; minutes += 1 + minutes/4 {
				length := time.Duration(minutes) * time.Minute
				f, err := Fit(r, length, o)
				if err != nil {
					short, ok := errors.AsType[TooShortError](err)
					if !ok || short.Shortest <= length+Tolerance || before > 0 {
						t.Errorf("%s in %d minutes: %v", r.ID, minutes, err)
					}
					continue
				}
				for _, wrong := range checkFit(r, f, length, o) {
					t.Errorf("%s at level %v in %d minutes: %s\n%s\n%q", r.ID, level, minutes, wrong, line(f.Routine), f.Changes)
				}
				if !f.Near && f.Length < before-Tolerance {
					t.Errorf("%s in %d minutes takes %v, and %v in less", r.ID, minutes, f.Length, before)
				}
				before = f.Length
			}
		}
	}
}

// checkFit is everything that is wrong with a routine that was made to fit.
func checkFit(r content.Routine, f Fitted, length time.Duration, o session.Options) (wrong []string) {
	bad := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	if got := session.Compile(f.Routine, o).Length(); got != f.Length {
		bad("it takes %v, not %v", got, f.Length)
	}
	if near := distance(f.Length, length) <= Tolerance; near != f.Near {
		bad("%v is near: %v", f.Length, f.Near)
	}
	at := 0
	changed := len(f.Routine.Items) != len(r.Items)
	for _, item := range f.Routine.Items {
		for at < len(r.Items) && r.Items[at].Ref != item.Ref {
			at++
		}
		if at == len(r.Items) {
			bad("%s is not in its place", item.Ref)
			break
		}
		was, is := r.Items[at].Dose, item.Dose
		changed = changed || was.At(o.Level) != is.At(0)
		amounts, sets := union(was.Amount, item.Pose.Dose, was), max(was.Count.To, item.Pose.Dose.Count.To, 2)
		if is.Amount.From < amounts.From || is.Amount.To > amounts.To || is.Count.To > sets || is.Unit != was.Unit || is.Sides != was.Sides {
			bad("%s has a dose of %s; its own are %s and %s", item.Ref, is, was, item.Pose.Dose)
		}
	}
	if changed != (len(f.Changes) > 0) {
		bad("changed: %v", changed)
	}
	return wrong
}

func TestFitOfNothing(t *testing.T) {
	if f, err := Fit(content.Routine{}, time.Minute, session.DefaultOptions()); err != nil || f.Near {
		t.Errorf("%+v, %v", f, err)
	}
}

// The shortest that is named is one that there is.
func TestTheShortestThatIsNamedFits(t *testing.T) {
	for _, r := range library(t).Routines() {
		_, err := Fit(r, time.Second, session.DefaultOptions())
		short, ok := errors.AsType[TooShortError](err)
		if !ok {
			t.Fatalf("%s in a second: %v", r.ID, err)
		}
		minutes := (short.Shortest - Tolerance + time.Minute - 1).Truncate(time.Minute)
		if f, err := Fit(r, minutes, session.DefaultOptions()); err != nil {
			t.Errorf("%s: %v was named, but: %+v, %v", r.ID, minutes, f, err)
		}
	}
}

// A long wish does not make anybody hold a stretch for longer than is of use.
func TestMoreIsNotBetter(t *testing.T) {
	for _, r := range library(t).Routines() {
		f, err := Fit(r, 3*time.Hour, session.DefaultOptions())
		if err != nil || f.Near {
			t.Fatalf("%s: %+v, %v", r.ID, f, err)
		}
		for i, item := range f.Routine.Items {
			if isRest(item.Pose) || isCounted(item.Dose) || item.Dose.Unit == content.Reps || item.Dose.Count.To <= r.Items[i].Dose.Count.To {
				continue
			}
			if long(item.Dose) {
				t.Errorf("%s: %s in %s", r.ID, item.Ref, item.Dose)
			}
		}
	}
}

func TestThePosesThatARoutineNeedsLeastGoFirst(t *testing.T) {
	lib := library(t)
	r, err := lib.Routine("lower-back")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Fit(r, 5*time.Minute, session.DefaultOptions())
	if err != nil || !f.Near {
		t.Fatalf("%+v, %v", f, err)
	}
	if !slices.ContainsFunc(f.Routine.Items, func(i content.Item) bool { return i.Pose.Regions[0] == "lower-back" }) {
		t.Errorf("nothing for the lower back is left: %s", line(f.Routine))
	}
}

// Where a routine is said not to come nearer, no part of it does; and of what comes out in
// time it loses the least.
func TestNoPartOfARoutineComesNearer(t *testing.T) {
	o := session.DefaultOptions()
	for _, r := range library(t).Routines() {
		for minutes := 4; minutes <= 24; minutes += minutes / 2 {
			length := time.Duration(minutes) * time.Minute
			f, err := Fit(r, length, o)
			if err != nil {
				continue
			}
			for items := 1; items < 1<<len(r.Items); items++ {
				part := r.Pick(func(i int, _ content.Item) bool { return items&(1<<i) != 0 })
				got := newFitter(part, o).fit(length)
				switch {
				case got.Near && !f.Near:
					t.Errorf("%s in %d minutes: %v, and %v of %s", r.ID, minutes, f.Length, got.Length, line(got.Routine))
				case got.Near && len(got.Routine.Items) > len(f.Routine.Items):
					t.Errorf("%s in %d minutes is %s, and could be %s", r.ID, minutes, line(f.Routine), line(got.Routine))
				}
			}
		}
	}
}
