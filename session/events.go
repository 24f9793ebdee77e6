package session

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Mark is a change of the session that has a sound of its own.
type Mark string

// The marks.
const (
	NoMark  Mark = ""
	Begins  Mark = "begins"  // a stage does
	Halfway Mark = "halfway" // through a hold of a minute or more
	Ends    Mark = "ends"    // the plan does
)

// longHold is the hold from which on its middle is told.
const longHold = time.Minute

// Heard is a cue or a mark at its place in the plan.
type Heard struct {
	Cue // its time alone, for a mark

	Stage int // the last one for Ends
	Mark  Mark
}

// TellsTime reports whether a line says about how long it still is.
func (c Cue) TellsTime() bool {
	switch c.Text {
	case halfwayText, nearEndText, oneBreathText, lastOneText:
		return true
	}
	return strings.HasPrefix(c.Text, nowHoldText) || strings.HasPrefix(c.Text, nowRestText)
}

// Crossed is everything to be heard whose moment lies after the instant from and
// not after the instant to, given that nothing was done to the player in between.
// What is at the very beginning of a stage we went to is crossed by the interval
// in which its clock begins to run.
func (p *Player) Crossed(from, to time.Time) []Heard {
	if p.state != Playing || !to.After(from) {
		return nil
	}
	atStage, atIn := p.passed(from)
	toStage, toIn := p.passed(to)
	stages := p.plan.Stages
	if atStage < len(stages) && atStage == toStage && stages[atStage].silent(atIn, toIn) {
		return nil // as in nearly every frame
	}
	var out []Heard
	for i := atStage; i <= toStage && i < len(stages); i++ {
		from, to := time.Duration(-1), ages
		if i == atStage {
			from = atIn
		}
		if i == toStage {
			to = toIn
		}
		out = append(out, stages[i].between(i, from, to)...)
	}
	if atStage < len(stages) && toStage == len(stages) {
		last := len(stages) - 1
		out = append(out, Heard{Cue{At: stages[last].Length}, last, Ends})
	}
	return out
}

// listing is all there is to hear in a stage, in order of time.
func (s Stage) listing(index int) []Heard {
	all := make([]Heard, 0, len(s.Cues)+len(s.VoiceCues)+2)
	all = append(all, Heard{Stage: index, Mark: Begins})
	if s.long() {
		all = append(all, Heard{Cue{At: s.Length / 2}, index, Halfway})
	}
	for _, c := range s.Cues {
		all = append(all, Heard{c, index, NoMark})
	}
	for _, c := range s.VoiceCues {
		all = append(all, Heard{c, index, NoMark})
	}
	slices.SortStableFunc(all, func(a, b Heard) int { return cmp.Compare(a.At, b.At) })
	return all
}

// between is what is heard after one time and not after another.
func (s Stage) between(index int, from, to time.Duration) []Heard {
	return slices.DeleteFunc(s.listing(index), func(h Heard) bool { return h.At <= from || h.At > to })
}

// silent reports whether there is nothing to hear after one time and not after
// another.
func (s Stage) silent(from, to time.Duration) bool {
	within := func(at time.Duration) bool { return at > from && at <= to }
	due := func(c Cue) bool { return within(c.At) }
	begins, half := from < 0, s.long() && within(s.Length/2)
	return !begins && !half && !slices.ContainsFunc(s.Cues, due) && !slices.ContainsFunc(s.VoiceCues, due)
}

// long reports whether the middle of the stage is told.
func (s Stage) long() bool { return s.Kind == Hold && s.Length >= longHold }

// passed is the place up to which all has been heard at an instant: not even the
// first of a stage we went to, until its clock runs.
func (p *Player) passed(t time.Time) (stage int, in time.Duration) {
	switch {
	case t.After(p.mark):
		return p.position(t)
	case p.in == 0:
		return p.stage, -1
	}
	return p.stage, p.in
}
