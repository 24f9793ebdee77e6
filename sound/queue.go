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
	tried bool // the engine has failed over it
}

// queue decides which line begins when. One sounds at a time.
type queue struct {
	lines []waiting // in the order in which they were asked for
	chime time.Time // when a chime was last asked for

	line Utterance // the one that sounds, or sounded last
	ends time.Time // when it ends or ended; a guess while open
	open bool      // it sounds, and nobody knows until when
}

// add has a line wait. One that must be heard makes room for itself.
func (q *queue) add(u Utterance, now time.Time) {
	if u.Rank == Must {
		q.lines = slices.DeleteFunc(q.lines, func(l waiting) bool { return l.Rank != Must })
	}
	q.lines = append(q.lines, waiting{Utterance: u, asked: now})
}

// retry puts a line back that the engine has failed over: its turn has come.
func (q *queue) retry(w waiting) {
	w.tried = true
	q.lines = slices.Insert(q.lines, 0, w)
}

// has says that a line with these words waits.
func (q *queue) has(text string) bool {
	return slices.ContainsFunc(q.lines, func(l waiting) bool { return l.Text == text })
}

// fail drops the lines with these words, which the engine has failed over, but for
// one that must be heard: that is tried once more.
func (q *queue) fail(text string) {
	q.lines = slices.DeleteFunc(q.lines, func(l waiting) bool {
		return l.Text == text && (l.Rank != Must || l.tried)
	})
	for i := range q.lines {
		if q.lines[i].Text == text {
			q.lines[i].tried = true
		}
	}
}

// begin says that a line sounds, to an end that is known, or guessed where open.
func (q *queue) begin(line Utterance, ends time.Time, open bool) {
	q.line, q.ends, q.open = line, ends, open
}

// finish says that a line that was open has ended.
func (q *queue) finish(now time.Time) { q.open, q.ends = false, now }

// cutOff says that the line that sounds was cut off.
func (q *queue) cutOff(now time.Time) {
	if q.sounds(now) {
		q.finish(now)
	}
}

// sounds says that a line does.
func (q *queue) sounds(now time.Time) bool { return q.open || now.Before(q.ends) }

// action is what is to be done about the lines.
type action int

const (
	doWait   action = iota // wait
	doStart                // begin the line
	doCutOff               // end the one that sounds, for another that must be heard
)

// next drops the lines that cannot begin in time and says what to do now. Where
// that is to rest, wait is the time until it is worth asking again; 0 for not
// before something changes. ready says whether a line could begin.
func (q *queue) next(now time.Time, ready func(text string) bool) (line waiting, do action, wait time.Duration) {
	for len(q.lines) > 0 {
		line, late := q.lines[0], false
		switch from := q.from(line); {
		case now.Before(from):
			do, wait = doWait, from.Sub(now)
		case line.Rank == Must:
			do, wait = q.must(from, now, ready(line.Text))
		default:
			do, wait, late = q.may(line, from, now, ready(line.Text))
		}
		if late || do == doStart {
			q.lines = q.lines[1:]
		}
		if !late {
			return line, do, wait
		}
	}
	return line, doWait, 0
}

// from is when a line may begin: at once, or after the chime of the same moment.
func (q *queue) from(l waiting) time.Time {
	from := l.asked.Add(gather)
	if q.chime.After(from.Add(-afterChime)) && !q.chime.After(from) {
		from = q.chime.Add(afterChime)
	}
	return from
}

// must says what to do about a line that must be heard and whose moment has come.
func (q *queue) must(from, now time.Time, ready bool) (do action, wait time.Duration) {
	until := from.Add(mayGrace) // for another line to end by itself
	guessed := !q.open || q.ends.After(now)
	switch {
	case !ready:
		return doWait, 0
	case !q.sounds(now):
		return doStart, 0
	case q.line.Rank == Must && q.open:
		return doWait, 0
	case q.line.Rank == Must:
		return doWait, q.ends.Sub(now)
	case !guessed || q.ends.After(until):
		return doCutOff, 0
	}
	return doWait, q.ends.Sub(now)
}

// may says what to do about any other; late is that it can no longer begin in time.
func (q *queue) may(l waiting, from, now time.Time, ready bool) (do action, wait time.Duration, late bool) {
	until := l.asked.Add(l.Rank.grace())
	if from.Equal(q.chime.Add(afterChime)) { // the chime is heard first, and excuses it
		until = latest(until, from.Add(instant))
	}
	switch {
	case now.After(until), !q.open && q.ends.After(until):
		return doWait, 0, true
	case q.open, !ready:
		return doWait, until.Sub(now) + 1, false
	case q.sounds(now):
		return doWait, q.ends.Sub(now), false
	}
	return doStart, 0, false
}

func latest(times ...time.Time) time.Time { return slices.MaxFunc(times, time.Time.Compare) }
