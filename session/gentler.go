package session

import (
	"slices"
	"time"
)

// Ease has an item of the routine, from 0, done in a gentler way from here on: every other
// way into its pose, for another set or the other side, ends with that line, in which the
// sides are named as in those of the pose. The plan grows by the time this takes.
func (p *Player) Ease(now time.Time, item int, line string) {
	p.begin(now)
	p.plan.Eased[item] = line
	p.layOutEased()
}

// layOutEased ends the ways into poses that are done in a gentler way by that: in full
// the first time on a side, and in short in a later set. What was begun or is past is
// left as it is.
func (p *Player) layOutEased() {
	o := p.plan.Options
	item, told := -1, make(map[Side]bool)
	for i := range p.plan.Stages {
		s := &p.plan.Stages[i]
		line := p.plan.Eased[s.Item]
		if begun := i < p.stage || i == p.stage && p.in > 0; begun || s.Kind != Setup || line == "" {
			continue
		}
		if s.Item != item {
			item = s.Item
			clear(told)
		}
		text := easedText(o.named(line, s.Side))
		if told[s.Side] {
			text = EasedAgainText
		}
		o.endWith(s, text)
		told[s.Side] = true
	}
}

// endWith makes a line the last of a way into a pose, before the word that one moves, in
// place of the one that was.
func (o Options) endWith(s *Stage, text string) {
	s.Cues, s.VoiceCues = slices.Clone(s.Cues), slices.Clone(s.VoiceCues)
	if s.eased != "" {
		s.Cues = s.Cues[:len(s.Cues)-1]
		shift(s, -o.lengthOf(s.eased)-o.Moment)
	}
	at := s.Length
	if len(s.VoiceCues) > 0 {
		at = s.VoiceCues[0].At
	}
	s.Cues = append(s.Cues, Cue{At: at, Text: text, Rank: Must})
	s.eased = text
	shift(s, o.lengthOf(text)+o.Moment)
}

// shift moves the end of a way into a pose, with what is only heard there.
func shift(s *Stage, by time.Duration) {
	for i := range s.VoiceCues {
		s.VoiceCues[i].At += by
	}
	s.Length += by
}
