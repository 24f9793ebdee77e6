package session

import (
	"math"
	"time"

	"catcow/content"
)

// lockedFrom is the hold from which on a length is rounded up to whole breaths.
const lockedFrom = 15 * time.Second

// step is by how much a hold is made longer or shorter at a time, to the nearest
// whole breath or repetition.
const step = 15 * time.Second

// work is what the length of a hold or of repetitions comes from, so that it can
// be fitted again when the breath or the wish changes.
type work struct {
	want    time.Duration // length asked for; 0 where it is counted
	count   int           // breaths of a hold, or repetitions of both sides together
	most    time.Duration // what whole breaths may not pass when they are rounded up; 0 for no end
	changes bool          // the side changes with every repetition

	cycle Cycle // its breath is set by fit
	// What is past when the breath was changed in the middle: the new cycle
	// begins at lead, after done cycles, the last of which was before.
	lead   time.Duration
	done   int
	before Cycle
}

// newWork is the work of one set on one side, or on both where they alternate.
func newWork(e content.Exact, pose *content.Pose) work {
	w := work{want: e.Hold, count: e.Breaths, cycle: Cycle{After: Out}}
	if pose.Move == content.MoveOnInhale {
		w.cycle.After = In
	}
	if pose.Inverted {
		w.most = longestInversion
	}
	if e.Reps > 0 {
		w.want, w.count, w.cycle.Stay = 0, e.Reps, e.Hold
		if e.Sides == content.EachLeg || e.Sides == content.Alternating {
			w.count, w.changes = 2*e.Reps, true
		}
	}
	return w
}

// locked reports whether the length is whole cycles of the breath.
func (w *work) locked() bool { return w.count > 0 || w.want >= lockedFrom }

// fit sets the cycle to a breath and gives the length that results.
func (w *work) fit(b Breath) time.Duration {
	if !w.locked() {
		w.cycle.Breath = b.fitted(w.want)
		return w.want
	}
	w.cycle.Breath = b
	one := w.cycle.Length()
	left := w.count - w.done
	if w.count == 0 {
		left = int((w.want - w.lead + one - 1) / one)
		if end := w.lead + time.Duration(left)*one; w.most >= w.want && end > w.most {
			left = int((w.most - w.lead) / one)
		}
	}
	return w.lead + time.Duration(max(left, 0))*one
}

// rebreathe changes the breath in the middle, at the end of the cycle that runs
// at t, so that no breath is cut.
func (w *work) rebreathe(b Breath, t time.Duration) (time.Duration, bool) {
	if !w.locked() {
		return 0, false
	}
	if t > w.lead {
		one := w.cycle.Length()
		k := int((t - w.lead + one - 1) / one)
		w.before = w.cycle
		w.lead += time.Duration(k) * one
		w.done += k
	}
	return w.fit(b), true
}

// lengthen adds whole breaths or repetitions for about d, at most down to one
// that is left of length at t, and gives the new length.
func (w *work) lengthen(d, length, t time.Duration) time.Duration {
	one := w.cycle.Length()
	if w.changes {
		one *= 2 // both sides alike
	}
	n := int(max(1, math.Round(math.Abs(float64(d))/float64(one))))
	if d < 0 {
		begun := int((max(t, w.lead) - w.lead) / one)
		n = -min(n, int((length-w.lead)/one)-begun-1)
		n = min(n, 0)
	}
	switch {
	case w.changes:
		w.count += 2 * n
	case w.count > 0:
		w.count += n
	default:
		w.want = length + time.Duration(n)*one
	}
	return length + time.Duration(n)*one
}

// asked is the want and the count by which the work takes a length, to the nearest
// repetition or breath.
func (w *work) asked(length time.Duration) (want time.Duration, count int) {
	if w.count == 0 {
		return length, 0
	}
	count = max(1, int((length+w.cycle.Length()/2)/w.cycle.Length()))
	if w.changes {
		count = max(2, count/2*2)
	}
	return w.want, count
}

// at is the phase at t, and the number of the cycle from 1.
func (w *work) at(t time.Duration) (phase Phase, through float64, left time.Duration, number int) {
	if t < w.lead {
		phase, through, left = w.before.At(t - (w.lead - w.before.Length()))
		return phase, through, left, w.done
	}
	one := w.cycle.Length()
	if one <= 0 {
		return NoPhase, 0, 0, 0
	}
	k := (t - w.lead) / one
	phase, through, left = w.cycle.At(t - w.lead - k*one)
	return phase, through, left, w.done + int(k) + 1
}
