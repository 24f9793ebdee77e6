package session

import (
	"slices"
	"sort"
	"time"
)

// draft is a stage while its lines are put together: first those that have a
// time of their own, then those that may be said at any.
type draft struct {
	Stage

	o    Options
	past time.Duration
	busy []span // when something is said, in order of time
}

// span is the time from one moment to another.
type span struct{ from, to time.Duration }

// kept is what of the lines was heard, or belongs to the breath that goes on until
// the new one begins.
func (w *draft) kept(cues []Cue) []Cue {
	var kept []Cue
	for _, c := range cues {
		if c.Text != lastOneText && (c.At <= w.past || c.Breath != NoPhase && c.At < w.work.lead) {
			kept = append(kept, c)
		}
	}
	return kept
}

// fill says the words of a breath where nothing else is heard for long.
func (w *draft) fill() {
	one := w.work.cycle.Length()
	if !w.work.locked() || one <= 0 {
		return
	}
	for at := w.work.lead; at+one <= w.Length; at += one {
		last := max(w.past, 0)
		if i := w.after(at); i > 0 {
			last = max(last, w.busy[i-1].to)
		}
		if at+2*one-last > rarely && w.free(at, at+one) {
			w.breath(at)
		}
	}
}

// during spreads what is said while holding over what is left of the time. It
// reports whether there was any.
func (w *draft) during(from, end time.Duration) (said bool) {
	lines := slices.DeleteFunc(rotate(w.Pose.During, w.Set-1), w.isSaid) // a later set hears what there was no time for
	total, n := time.Duration(0), 0
	for _, line := range lines {
		d := w.o.lengthOf(line) + betweenLines
		if total+d-betweenLines > end-max(from, w.past) {
			break
		}
		total, n = total+d, n+1
	}
	at := max(from, w.past+tenth)
	for _, line := range lines[:n] {
		d := w.o.lengthOf(line)
		total -= d + betweenLines
		if begin := w.next(at.Truncate(tenth), d); begin+d <= end { // else a shorter line may have room
			said = true
			w.add(&w.Cues, begin, w.o.sided(w.Stage, line, begin), NoPhase, May)
			at = begin + d
			at += betweenLines + max(end-at-total-betweenLines, 0)/time.Duration(n)
		}
		n--
	}
	return said
}

// warn says what to come out for, to somebody whose head is low: as soon as they are
// there, and every now and then.
func (w *draft) warn() {
	if !w.Pose.Inverted || len(w.Pose.During) == 0 {
		return
	}
	line := w.o.sided(w.Stage, w.Pose.During[0], 0)
	at, d := time.Duration(0), w.o.lengthOf(line)
	for _, c := range w.Cues {
		if c.Text == line {
			at = max(at, c.At+warnEvery)
		}
	}
	for ; at < w.Length; at += warnEvery {
		w.add(&w.Cues, w.next(max(at, w.past+tenth).Truncate(tenth), d), line, NoPhase, Must)
	}
}

// isSaid reports whether a line was heard already.
func (w *draft) isSaid(line string) bool {
	return slices.ContainsFunc(w.Cues, func(c Cue) bool {
		return c.Text == named(line, Left) || c.Text == named(line, Right)
	})
}

// next is the first time from one on at which there is room for a line.
func (w *draft) next(at, d time.Duration) time.Duration {
	for i := w.after(at - aside); i < len(w.busy) && w.busy[i].from < at+d+aside; i++ {
		at = w.busy[i].to + aside
	}
	return at
}

// ear adds a line that only a voice says, and add any, if nothing else is said then.
func (w *draft) ear(at time.Duration, text string, breath Phase, rank Rank) {
	w.add(&w.VoiceCues, at, text, breath, rank)
}

func (w *draft) add(to *[]Cue, at time.Duration, text string, breath Phase, rank Rank) {
	if at <= w.past || at >= w.Length {
		return
	}
	if end := at + w.o.lengthOf(text); w.free(at, end) {
		*to = append(*to, Cue{At: at, Text: text, Breath: breath, Rank: rank})
		w.take(at, end)
	}
}

// take notes that something is said between two times.
func (w *draft) take(from, to time.Duration) {
	w.busy = slices.Insert(w.busy, w.after(from), span{from, to})
}

// after is the place of the first that is said until after a time.
func (w *draft) after(at time.Duration) int {
	return sort.Search(len(w.busy), func(i int) bool { return w.busy[i].to > at })
}

// free reports whether nothing is said between two times.
func (w *draft) free(from, to time.Duration) bool {
	i := w.after(from)
	return from > w.past && to <= w.Length && (i == len(w.busy) || w.busy[i].from >= to)
}

// rotate begins a list further on.
func rotate(lines []string, by int) []string {
	by %= max(len(lines), 1)
	return slices.Concat(lines[by:], lines[:by])
}
