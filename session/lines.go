package session

import (
	"cmp"
	"slices"
	"time"
)

const (
	// guided is how many breaths are led by words before the person goes on alone.
	guided = 2
	// wordsAgain is how many repetitions later the words of the pose come back.
	wordsAgain = 5
	// aside is the least quiet before and after a line that is not part of a breath.
	aside = 1500 * time.Millisecond
	// rarely is the quiet after which the words of a breath are said again in a hold.
	rarely = 75 * time.Second
	// nearEnd is how long before the end of a long hold that is told.
	nearEnd = 10 * time.Second
)

// lines are the cues of a hold or of repetitions, and what only a voice says
// beside them. What was heard of the stage, up to a time into it, stays as it was;
// that is -1 where nothing was.
func (o Options) lines(s Stage, past time.Duration) (cues, ear []Cue) {
	w := draft{Stage: s, o: o, past: past}
	w.Cues, w.VoiceCues = w.kept(s.Cues), w.kept(s.VoiceCues)
	for _, c := range slices.Concat(w.Cues, w.VoiceCues) {
		w.take(c.At, c.At+o.lengthOf(c.Text))
	}
	if w.Moves() {
		w.lead()
	} else {
		w.still()
	}
	for _, list := range [][]Cue{w.Cues, w.VoiceCues} {
		slices.SortStableFunc(list, func(a, b Cue) int { return cmp.Compare(a.At, b.At) })
	}
	return w.Cues, w.VoiceCues
}

// still says that the hold begins, how far it is, and when it is nearly over. A
// voice leads the first breaths where there is room for something else after them.
func (w *draft) still() {
	if w.past < 0 {
		w.ear(0, holdText(w.work), NoPhase, Must)
	}
	w.warn()
	if w.long() {
		w.ear(w.Length/2, halfwayText, NoPhase, May)
		w.ear(w.nearEnd(), nearEndText, NoPhase, May)
	} else if w.work.locked() && w.Length-w.work.lead >= 2*w.work.cycle.Length() {
		w.ear(w.nearEnd(), oneBreathText, NoPhase, May)
	}
	if w.o.Count {
		for i, word := range []string{oneText, twoText, threeText} {
			w.ear(w.Length-time.Duration(i+1)*time.Second, word, NoPhase, Now)
		}
	}
	from := w.firstBreaths()
	if !w.during(from, w.nearEnd()) {
		w.during(from, w.Length)
	}
	w.fill()
}

// firstBreaths leads the first breaths of a hold, in the words of the pose where it
// has some, and reports until when. In a short one there is time for one of them.
func (w *draft) firstBreaths() time.Duration {
	one, n := w.work.cycle.Length(), guided
	switch {
	case w.Pose.Inhale != "" && w.Pose.Exhale != "" && w.work.locked():
		w.firstWords(0, guided)
	case w.leads():
		if w.Length < 2*guided*one {
			n = 1
		}
		w.breaths(n, w.breath)
	default:
		return 0
	}
	return min(time.Duration(n)*one, w.Length)
}

// nearEnd is when it is said that a hold is nearly over.
func (w *draft) nearEnd() time.Duration {
	if one := w.work.cycle.Length(); !w.long() && w.work.locked() {
		return w.Length - one
	}
	return w.Length - nearEnd
}

// leads reports whether a voice leads the first breaths of a still hold: not again
// in a later set.
func (w *draft) leads() bool {
	return w.Set == 1 && w.work.locked() && w.work.lead == 0 && w.Length > guided*w.work.cycle.Length()
}

// lead leads every breath of a pose that is done by moving: the first ones in the
// words of the pose, and all of them in short, with the side where it changes; the
// count now and then.
func (w *draft) lead() {
	cycles := int((w.Length - w.work.lead) / w.work.cycle.Length())
	end := w.Length
	if w.work.done+cycles >= 3 {
		end = w.begin(cycles - 1)
		w.lastOne(end)
	}
	if w.long() {
		w.ear(w.Length/2, halfwayText, NoPhase, May)
	}
	w.firstWords(0, 1)
	w.warn()
	w.firstWords(1, guided)
	for i := 1; i < cycles; i++ {
		if done, ok := w.counted(w.work.done + i); ok {
			w.ear(w.begin(i), countText(done, w.work.changes), NoPhase, May)
			w.afterCount(w.begin(i), countText(done, w.work.changes))
		}
	}
	for i := wordsAgain - 1; i < cycles-1; i += wordsAgain {
		w.words(&w.VoiceCues, i)
	}
	if w.work.changes { // the side before all else
		w.breaths(cycles, w.into)
	}
	w.during(min(guided*w.work.cycle.Length(), end), end)
	w.breaths(cycles, w.breath)
}

// lastOne is said before the last repetition, though that may have begun.
func (w *draft) lastOne(at time.Duration) {
	w.Cues = append(w.Cues, Cue{At: at, Text: lastOneText, Rank: May})
	w.take(at, at+w.o.lengthOf(lastOneText))
	w.afterCount(at, lastOneText)
}

// afterCount is the word of the breath in which a count was said, with the side where
// that breath moves; where it is long enough for both.
func (w *draft) afterCount(begin time.Duration, count string) {
	text := breatheInText
	if w.work.changes && w.work.cycle.After == In {
		text = intoText(In, w.sideAt(begin, w.o.First))
	}
	if at := begin + w.o.lengthOf(count) + tenth; at+w.o.lengthOf(text) <= begin+w.work.cycle.In {
		w.ear(at, text, In, May)
	}
}

// breaths says something of each breath.
func (w *draft) breaths(n int, say func(at time.Duration)) {
	for i := range n {
		say(w.begin(i))
	}
}

// begin is when a cycle begins, from 0, the last one for -1 if the breath was
// changed in it.
func (w *draft) begin(i int) time.Duration {
	if i < 0 {
		return w.work.lead - w.work.before.Length()
	}
	return w.work.lead + time.Duration(i)*w.work.cycle.Length()
}

// counted is how many repetitions were done when that many cycles are, and whether
// it is said: every fifth, or third where there are few, of those that are asked
// for by their number.
func (w *draft) counted(cycles int) (done int, ok bool) {
	all := w.work.done + int((w.Length-w.work.lead)/w.work.cycle.Length())
	if w.work.changes {
		if cycles%2 != 0 {
			return 0, false
		}
		cycles, all = cycles/2, all/2
	}
	every := 5
	if all < 2*every {
		every = 3
	}
	return cycles, cycles%every == 0 && w.work.count > 0
}

// words are those of a pose that moves with the breath, in a cycle from 0. Where
// the breath is too quick for both phases, each is said in every other cycle.
func (w *draft) words(to *[]Cue, cycle int) {
	phases, texts := []Phase{In, Out}, []string{w.Pose.Inhale, w.Pose.Exhale}
	if cycle%2 == 1 {
		slices.Reverse(phases)
		slices.Reverse(texts)
	}
	for i, p := range phases {
		at := w.begin(cycle) + w.work.cycle.start(p)
		text := w.o.sided(w.Stage, texts[i], at)
		if text != "" && w.o.lengthOf(text) <= w.work.cycle.Length() {
			w.add(to, at, text, p, May)
		}
	}
}

// firstWords says the words of the pose in some of the first breaths.
func (w *draft) firstWords(from, to int) {
	for i := from; w.work.lead == 0 && i < min(to, int(w.Length/w.work.cycle.Length())); i++ {
		w.words(&w.Cues, i)
	}
}

// breath is the words of the breath that begins at a time, as far as nothing else
// is said.
func (w *draft) breath(at time.Duration) {
	cycle := w.work.cycle
	w.into(at)
	w.ear(at, breatheInText, In, May)
	w.ear(at+cycle.start(Out), breatheOutText, Out, May)
	switch {
	case cycle.Stay > 0 && at == 0:
		w.ear(cycle.start(Stay), stayForText(cycle.Stay), Stay, May)
	case cycle.Stay > 0:
		w.ear(at+cycle.start(Stay), stayShortText, Stay, May)
	}
}

// into is the word of the breath that moves into the pose, in the cycle that
// begins at a time, with the side where that changes.
func (w *draft) into(at time.Duration) {
	if !w.work.changes {
		return
	}
	side, p := w.sideAt(at, w.o.First), w.work.cycle.After
	w.ear(at+w.work.cycle.start(p), intoText(p, side), p, May)
}

// sided names the side in work at a time into the stage.
func (o Options) sided(s Stage, line string, at time.Duration) string {
	return named(line, s.sideAt(at, o.First))
}

// sideAt is the side in work at a time into the stage.
func (s Stage) sideAt(at time.Duration, first Side) Side {
	if !s.work.changes {
		return s.Side
	}
	if _, _, _, number := s.work.at(at); number%2 == 0 {
		return first.Other()
	}
	return first
}
