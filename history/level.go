package history

import (
	"cmp"
	"slices"
	"time"
)

// How far up the range of its dose a pose has come, in tenths. Frequency comes
// first, then length: Saper 2013 found twice a week to bring no more than once,
// and the ordinary plan is three to five short sessions a week.
const (
	top          = 10 // the whole range
	stepUp       = 1
	stepBack     = 2 // when it hurt
	gapBack      = 3
	gap          = 21 * 24 * time.Hour // without the pose
	comfortables = 3                   // completions for a step up
	often        = 3                   // sessions in the week up to a completion, itself among them
	oftenSpan    = 7 * 24 * time.Hour
	tooMuch      = 5 // pain above it is working too hard (NHS Inform)
	tooMuchMore  = 2 // and so is a rise by as much
)

// event is one session as one pose sees it.
type event struct {
	at       int64 // when the session started, ns
	whole    bool  // done to the end, nothing of it skipped
	hurt     bool
	often    bool // sessions are frequent enough
	strained bool // the session as a whole left more pain than it should
}

// rung is where a pose stands.
type rung struct {
	tenths      int
	comfortable int   // completions since the last step
	last        int64 // the event before; 0 if there was none
}

// step is the next rung, after one event more.
func (r rung) step(e event) rung {
	if !e.whole && !e.hurt {
		return r
	}
	r = r.since(e.at)
	r.last = e.at
	switch {
	case e.hurt:
		r.tenths, r.comfortable = max(r.tenths-stepBack, 0), 0
	case e.strained:
	default:
		r.comfortable++
		if r.comfortable >= comfortables && e.often && r.tenths < top {
			r.tenths, r.comfortable = min(r.tenths+stepUp, top), 0
		}
	}
	return r
}

// since is the rung after the time without the pose.
func (r rung) since(at int64) rung {
	if r.last != 0 && at-r.last > int64(gap) {
		r.tenths, r.comfortable = max(r.tenths-gapBack, 0), 0
	}
	return r
}

// climb is where a pose stands after events, in whichever order they come.
func climb(events []event) rung {
	slices.SortStableFunc(events, func(a, b event) int { return cmp.Compare(a.at, b.at) })
	var r rung
	for _, e := range events {
		r = r.step(e)
	}
	return r
}

// level is a rung as others see it, 0 to 1, at an instant.
func (r rung) level(now int64) float64 {
	return float64(r.since(now).tenths) / top
}

// strained reports whether a session left more pain than it should. What was not
// rated strains nothing.
func strained(before, after *int) bool {
	return after != nil && (*after > tooMuch || before != nil && *after-*before >= tooMuchMore)
}
