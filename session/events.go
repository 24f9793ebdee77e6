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
	var out []Heard
	for i := atStage; i <= toStage && i < len(stages); i++ {
		after, upTo := time.Duration(-1), ages
		if i == atStage {
			after = atIn
		}
		if i == toStage {
			upTo = toIn
		}
		out = append(out, stages[i].heard(i, after, upTo)...)
	}
	if atStage < len(stages) && toStage == len(stages) {
		last := len(stages) - 1
		out = append(out, Heard{Cue{At: stages[last].Length}, last, Ends})
	}
	return out
}

// heard is what there is to hear after one time into a stage and not after another, in
// order of time.
func (s Stage) heard(index int, after, upTo time.Duration) (all []Heard) {
	add := func(c Cue, m Mark) {
		if c.At > after && c.At <= upTo {
			all = append(all, Heard{c, index, m})
		}
	}
	add(Cue{}, Begins)
	if s.long() {
		add(Cue{At: s.Length / 2}, Halfway)
	}
	for _, c := range s.Cues {
		add(c, NoMark)
	}
	for _, c := range s.VoiceCues {
		add(c, NoMark)
	}
	slices.SortStableFunc(all, func(a, b Heard) int { return cmp.Compare(a.At, b.At) })
	return all
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
