package session

import (
	"cmp"
	"slices"
	"time"
)

const (
	// guided is how many breaths are led by words before the person goes on alone.
	guided = 2
	// aside is the least quiet before and after a word that is no line of its own.
	aside = 1500 * time.Millisecond
	// rarely is the quiet after which the words of a breath are said again.
	rarely = 75 * time.Second
)

// lines are the cues of a hold or of repetitions: the words of the first two
// breaths, where the pose moves with them, and then what is said while holding,
// spread over what is left. What only a voice says is beside them.
func (o Options) lines(s Stage) (cues, ear []Cue) {
	cues = o.breathWords(s)
	from := time.Duration(0)
	if len(cues) > 0 || o.leads(s) {
		from = min(guided*s.work.cycle.Length(), s.Length)
	}
	end := s.Length
	if s.Kind == Reps && s.work.count >= 3 {
		end = s.Length - s.work.cycle.Length()
	}
	said := rotate(s.Pose.During, s.Set-1)
	var total time.Duration
	n := 0
	for ; n < len(said); n++ {
		d := o.hear(said[n]) + betweenLines
		if total+d > end-from && total > 0 || o.hear(said[n]) > end-from {
			break
		}
		total += d
	}
	quiet := betweenLines + max(end-from-total, 0)/time.Duration(max(n, 1))
	for i, at := 0, from; i < n; i++ {
		at = at.Truncate(tenth)
		cues = append(cues, Cue{At: at, Text: o.sided(s, said[i], at)})
		at += o.hear(said[i]) + quiet
	}
	if end < s.Length {
		cues = append(cues, Cue{At: end, Text: sayLast})
	}
	s.Cues = cues
	return cues, o.ear(s)
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

// breathWords are those of a pose that moves with the breath. Where the breath is
// too quick for both, each breath has the words of one phase.
func (o Options) breathWords(s Stage) []Cue {
	in, out := o.breath(s)
	if s.Pose.Inhale == "" || s.Pose.Exhale == "" || !s.work.locked() {
		return nil
	}
	cycle, both := s.work.cycle, o.both(s)
	var cues []Cue
	for i := range guided {
		at := time.Duration(i) * cycle.Length()
		if at+cycle.Length() > s.Length {
			break
		}
		if both || i == 0 && o.hear(in) <= cycle.Length() {
			cues = append(cues, Cue{At: at, Text: o.sided(s, in, at), Breath: In})
		}
		at += cycle.start(Out)
		if both || i == 1 && o.hear(out) <= cycle.Length() {
			cues = append(cues, Cue{At: at, Text: o.sided(s, out, at), Breath: Out})
		}
	}
	return cues
}

// breath is the words of a stage's breath in and out.
func (o Options) breath(s Stage) (in, out string) {
	if s.Pose.Inhale == "" || s.Pose.Exhale == "" {
		return sayBreatheIn, sayBreatheOut
	}
	return s.Pose.Inhale, s.Pose.Exhale
}

// both reports whether there is time for the words in and the words out in one
// breath.
func (o Options) both(s Stage) bool {
	in, out := o.breath(s)
	first := s.work.cycle.start(Out)
	return o.hear(in) <= first && o.hear(out) <= s.work.cycle.Length()-first
}

// leads reports whether a voice leads the first breaths of a still hold: where
// there is room for something else after them, and not again in a later set.
func (o Options) leads(s Stage) bool {
	return s.Kind == Hold && s.Set == 1 && (s.Pose.Inhale == "" || s.Pose.Exhale == "") &&
		s.work.locked() && s.Length > guided*s.work.cycle.Length() && o.both(s)
}

// ear is what only a voice says in a stage, clear of its cues.
func (o Options) ear(s Stage) []Cue {
	var ear []Cue
	free := func(from, to time.Duration) bool {
		apart := func(c Cue) bool { return c.At >= to || c.At+o.hear(c.Text) <= from }
		return from >= 0 && to <= s.Length &&
			!slices.ContainsFunc(s.Cues, func(c Cue) bool { return !apart(c) }) &&
			!slices.ContainsFunc(ear, func(c Cue) bool { return !apart(c) })
	}
	add := func(at time.Duration, text string, breath Phase) bool {
		fits := free(at, at+o.hear(text))
		if fits {
			ear = append(ear, Cue{At: at, Text: text, Breath: breath})
		}
		return fits
	}
	if s.Kind == Hold && o.Count {
		for i, word := range []string{sayOne, sayTwo, sayThree} {
			add(s.Length-time.Duration(i+1)*time.Second, word, NoPhase)
		}
	}
	if s.long() {
		// After the line that is being said, if there is one, and not close before
		// the next.
		for at := (s.Length / 2).Truncate(tenth); at < s.Length*2/3; at += time.Second {
			if free(at-aside, at+o.hear(sayHalfway)+aside) {
				add(at, sayHalfway, NoPhase)
				break
			}
		}
	}
	o.breaths(s, free, add)
	slices.SortFunc(ear, func(a, b Cue) int { return cmp.Compare(a.At, b.At) })
	return ear
}

// breaths adds the words of the breath: of the first ones, where the voice leads
// them, and then rarely, in breaths in which nothing else is said.
func (o Options) breaths(s Stage, free func(from, to time.Duration) bool, add func(time.Duration, string, Phase) bool) {
	one := s.work.cycle.Length()
	if !s.work.locked() || !o.both(s) || one <= 0 {
		return
	}
	in, out := o.breath(s)
	first, last := 0, time.Duration(0)
	if o.leads(s) && s.work.lead == 0 {
		first = guided
	}
	for i, at := 0, s.work.lead; at+one <= s.Length; i, at = i+1, at+one {
		if i >= first && (at-last < rarely || !free(at, at+one)) {
			continue
		}
		last = at
		then := at + s.work.cycle.start(Out)
		add(at, o.sided(s, in, at), In)
		add(then, o.sided(s, out, then), Out)
	}
}

// rotate begins a list further on, so that a later set hears what an earlier one
// had no time for.
func rotate(lines []string, by int) []string {
	if len(lines) == 0 {
		return nil
	}
	by %= len(lines)
	return append(append([]string{}, lines[by:]...), lines[:by]...)
}
