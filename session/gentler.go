package session

import (
	"maps"
	"slices"
	"time"
)

// Ease has the pose in work done in a gentler way from here on: every other way into
// it, for another set or the other side, ends with that line, in which the sides are
// named as in those of the pose. The plan grows by the time this takes.
func (p *Player) Ease(now time.Time, line string) {
	p.begin(now)
	if p.stage < len(p.plan.Stages) {
		p.EaseItem(p.plan.Stages[p.stage].Item, line)
	}
}

// EaseItem is Ease for an item of the routine, from 0, also where that is not in work.
func (p *Player) EaseItem(item int, line string) {
	p.eased = maps.Clone(p.eased)
	if p.eased == nil {
		p.eased = map[int]string{}
	}
	p.eased[item] = line
	p.layOutEased()
}

// Eased is the gentler way in which an item is done; "" for none.
func (p *Player) Eased(item int) string { return p.eased[item] }

// layOutEased ends the ways into poses that are done in a gentler way by that: in full
// the first time on a side, and in short in a later set. What was begun or is past is
// left as it is.
func (p *Player) layOutEased() {
	if len(p.eased) == 0 {
		return
	}
	o := p.plan.Options
	item, told := -1, make(map[Side]bool)
	for i := range p.plan.Stages {
		s := &p.plan.Stages[i]
		line := p.eased[s.Item]
		if begun := i < p.stage || i == p.stage && p.in > 0; begun || s.Kind != Setup || line == "" {
			continue
		}
		if s.Item != item {
			item = s.Item
			clear(told)
		}
		if s.eased != "" {
			o.dropLast(s)
		}
		text := easedText(o.named(line, s.Side))
		if told[s.Side] {
			text = EasedAgainText
		}
		o.addLast(s, text)
		told[s.Side] = true
	}
}

// addLast ends a way into a pose by a line, before the word that one moves.
func (o Options) addLast(s *Stage, text string) {
	at, more := s.Length, o.lengthOf(text)+o.Moment
	if len(s.VoiceCues) > 0 {
		at = s.VoiceCues[0].At
	}
	s.Cues = append(slices.Clone(s.Cues), Cue{At: at, Text: text, Rank: Must})
	s.eased = text
	shift(s, more)
}

// dropLast takes the line of addLast back.
func (o Options) dropLast(s *Stage) {
	more := o.lengthOf(s.eased) + o.Moment
	s.Cues, s.eased = slices.Clone(s.Cues[:len(s.Cues)-1]), ""
	shift(s, -more)
}

// shift moves the end of a way into a pose, with what is only heard there.
func shift(s *Stage, by time.Duration) {
	s.VoiceCues = slices.Clone(s.VoiceCues)
	for i := range s.VoiceCues {
		s.VoiceCues[i].At += by
	}
	s.Length += by
}
