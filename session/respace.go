package session

import (
	"slices"
	"time"
)

// SetLineLength gives what is still to come the time that a voice takes, where that was not
// known before: lines begin when those before them are over, with the same time to do
// a thing after each. The stage in work is left as it is.
func (p *Player) SetLineLength(now time.Time, length func(line string) time.Duration) {
	p.begin(now)
	before := p.plan.Options
	p.plan.Options.LineLength = length
	for i := p.stage + 1; i < len(p.plan.Stages); i++ {
		s := &p.plan.Stages[i]
		if s.Works() {
			p.refit(s)
		} else {
			p.plan.Options.respace(s, before)
		}
	}
}

// respace lays the lines of a stage anew whose times were those of other options.
func (o Options) respace(s *Stage, before Options) {
	s.Cues, s.VoiceCues = slices.Clone(s.Cues), slices.Clone(s.VoiceCues)
	later := time.Duration(0)
	for _, list := range [][]Cue{s.Cues, s.VoiceCues} {
		for i := range list {
			list[i].At += later
			later += o.lengthOf(list[i].Text) - before.lengthOf(list[i].Text)
		}
	}
	s.Length += later
}
