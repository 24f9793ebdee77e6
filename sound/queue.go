package sound

import (
	"slices"
	"time"
)

const (
	// afterChime is how long after the onset of a chime a line may begin.
	afterChime = 350 * time.Millisecond
	// gather is how long a line waits for the chime of the same moment to be
	// asked for.
	gather = 20 * time.Millisecond
)

// waiting is a line that has been asked for.
type waiting struct {
	Utterance
	asked time.Time
}

// queue decides which line begins when. One sounds at a time.
type queue struct {
	lines []waiting
	chime time.Time // the latest onset of a chime
	ends  time.Time // when the line that sounds ends, or the last one ended
	// open says that a line sounds and nobody knows until when.
	open bool
}

// add keeps the lines in the order of their moments.
func (q *queue) add(u Utterance, now time.Time) {
	at := len(q.lines)
	for at > 0 && q.lines[at-1].Due.After(u.Due) {
		at--
	}
	q.lines = slices.Insert(q.lines, at, waiting{u, now})
}

func (q *queue) clear() { q.lines = nil }

// has says that a line with these words waits.
func (q *queue) has(text string) bool {
	return slices.ContainsFunc(q.lines, func(l waiting) bool { return l.Text == text })
}

// drop takes out the lines with these words.
func (q *queue) drop(text string) {
	q.lines = slices.DeleteFunc(q.lines, func(l waiting) bool { return l.Text == text })
}

// hushed says that the line that sounds was cut off.
func (q *queue) hushed(now time.Time) {
	q.open = false
	if q.ends.After(now) {
		q.ends = now
	}
}

// window is when the first line may begin.
func (q *queue) window() (from, until time.Time) {
	l := q.lines[0]
	base := l.Due
	if l.After {
		base = latest(base, q.ends)
	}
	from = latest(base, l.asked.Add(gather), q.ends)
	if q.chime.After(from.Add(-afterChime)) && !q.chime.After(from) {
		from = q.chime.Add(afterChime)
	}
	return from, base.Add(Grace)
}

// turn is a line whose moment has come, and until when it may begin.
type turn struct {
	Utterance
	until time.Time
}

// next drops the lines that cannot begin in time and gives the one that begins
// now. Where there is none, wait is the time until it is worth asking again; 0
// for never. ready says whether a line could begin.
func (q *queue) next(now time.Time, ready func(text string) bool) (t turn, ok bool, wait time.Duration) {
	for len(q.lines) > 0 {
		first := q.lines[0]
		if q.open && first.After {
			return t, false, 0
		}
		from, until := q.window()
		switch {
		case from.After(until) || now.After(until):
			q.lines = q.lines[1:]
		case now.Before(from):
			return t, false, from.Sub(now)
		case q.open || !ready(first.Text):
			return t, false, until.Sub(now) + 1
		default:
			q.lines = q.lines[1:]
			return turn{first.Utterance, until}, true, 0
		}
	}
	return t, false, 0
}

func latest(times ...time.Time) time.Time { return slices.MaxFunc(times, time.Time.Compare) }
