package guide

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"catcow/session"
	"catcow/sound"
)

// What is said beside the plan: what an action did, questions, and where one is.

const (
	// lately is how long what was heard to its end is not said again.
	lately = 10 * time.Second
	// soon is how far ahead a line makes it needless to say the same now.
	soon = 15 * time.Second
	// usualPace is the words a minute of a voice that nobody has measured.
	usualPace = 140
)

// recentLine is one that was said, and the time it takes to be heard.
type recentLine struct {
	text      string
	ends      time.Time
	tellsTime bool // how long still
}

// noteText adds a line of ours to those of the next view.
func (g *Guide) noteText(text string, now time.Time) {
	g.noteLine(text, strings.HasSuffix(text, moreText), now)
}

// noteLine is noteText for a line that may tell how long still.
func (g *Guide) noteLine(text string, tellsTime bool, now time.Time) {
	if text == "" {
		return
	}
	g.lines = append(g.lines, text)
	begin := now
	if n := len(g.voice.recent); n > 0 && g.voice.recent[n-1].ends.After(now) {
		begin = g.voice.recent[n-1].ends
	}
	g.voice.recent = slices.DeleteFunc(g.voice.recent, func(l recentLine) bool { return now.Sub(l.ends) > lately })
	g.voice.recent = append(g.voice.recent, recentLine{text, begin.Add(g.length(text)), tellsTime})
}

// length is about how long a line takes to be heard.
func (g *Guide) length(text string) time.Duration {
	d := time.Duration(0)
	if g.o.Sound != nil {
		d = g.o.Sound.Length(text)
	}
	return cmp.Or(d, time.Duration(len(strings.Fields(text)))*time.Minute/usualPace)
}

// isRecent reports whether a line was said a moment ago, or is being said, alone or
// in another.
func (g *Guide) isRecent(text string, now time.Time) bool {
	return text != "" && slices.ContainsFunc(g.voice.recent, func(l recentLine) bool {
		return now.Sub(l.ends) <= lately && strings.Contains(l.text, text)
	})
}

// speak lets the voice say a line.
func (g *Guide) speak(text string, rank sound.Rank) {
	if g.o.Sound != nil && text != "" && g.isAudible() {
		g.o.Sound.Speak(sound.Utterance{Text: text, Rank: rank})
	}
}

// reply shows what a key did, and says it beside what is being said. A key that is held
// says it once more only where there is room.
func (g *Guide) reply(shown, text string, now time.Time) {
	g.notices.setReply(shown, now)
	rank := sound.Must
	if slices.ContainsFunc(g.voice.recent, func(l recentLine) bool { return l.text == text && l.ends.After(now) }) {
		rank = sound.May
	}
	g.noteText(text, now)
	g.speak(text, rank)
}

// answer shows and speaks what an action did. What sounded before it is stale.
func (g *Guide) answer(text string, now time.Time) {
	g.notices.setReply(text, now)
	g.speakNow(now, text)
}

// speakNow says lines one after the other, however long that takes, instead of what is
// being said.
func (g *Guide) speakNow(now time.Time, lines ...string) {
	g.hush(now)
	g.speakLines(now, lines...)
}

// speakLines says lines after what is being said.
func (g *Guide) speakLines(now time.Time, lines ...string) {
	for _, l := range lines {
		g.noteText(l, now)
		g.speak(l, sound.Must)
	}
}

// hush silences what belongs to a moment that is over: after an action that moved
// us or stopped the clock.
func (g *Guide) hush(now time.Time) {
	g.voice.recent = slices.DeleteFunc(g.voice.recent, func(l recentLine) bool { return l.ends.After(now) })
	if g.o.Sound == nil {
		return
	}
	g.o.Sound.StopVoice()
	g.o.Sound.StopBreath()
	g.voice.phase, g.voice.count, g.voice.stage = session.NoPhase, 0, 0
}

// hushMoved is hush where we are elsewhere afterwards: what is said there is new.
func (g *Guide) hushMoved(now time.Time) {
	g.hush(now)
	g.voice.recent = nil
}

// isTimeDue reports whether the plan itself is about to say how long still.
func (g *Guide) isTimeDue(now time.Time) bool {
	return slices.ContainsFunc(g.player.Crossed(now, now.Add(soon)), func(h session.Heard) bool { return h.TellsTime() })
}

// isTimeRecent reports whether it was just said how long still.
func (g *Guide) isTimeRecent(now time.Time) bool {
	return slices.ContainsFunc(g.voice.recent, func(l recentLine) bool { return l.tellsTime && now.Sub(l.ends) <= lately })
}

// resumeSpeech says again the line that a pause cut off: a step that was not heard to
// its end cannot be done. In a pose it says which one, and how long still. Nothing of
// that is said that was heard a moment ago, or is about to be.
func (g *Guide) resumeSpeech(now time.Time) {
	if g.player.At(now).State != session.Playing {
		return
	}
	g.hush(now) // what was cut off was not heard
	g.speakLines(now, goingOnText)
	g.speakLines(now, g.bearings(now)...)
}

// bearings is where one is and what to do, as far as it was not just said.
func (g *Guide) bearings(now time.Time) (lines []string) {
	at := g.player.At(now)
	add := func(text string) {
		if text != "" && !g.isRecent(text, now) {
			lines = append(lines, text)
		}
	}
	way, _ := g.easedNow(&at)
	switch {
	case at.Stage.Works():
		add(whereText(at))
		if g.isTimeDue(now) || g.isTimeRecent(now) {
			add(keepText(at))
		} else {
			add(leftText(at))
		}
	case way != "":
		add(way)
	case at.Cue >= 0 && at.In > 0: // what the stage begins with is said as its clock runs
		add(g.voiceText(session.Heard{Cue: at.Stage.Cues[at.Cue], Stage: at.Index}, &at.Stage))
	}
	return lines
}

// speakBearings tells somebody who has heard nothing for a while where they are.
func (g *Guide) speakBearings(now time.Time) {
	g.voice.recent = nil
	at := g.player.At(now)
	if at.State != session.Playing {
		return
	}
	if !at.Stage.Works() {
		g.speakLines(now, whereText(at))
	}
	g.speakLines(now, g.bearings(now)...)
}
