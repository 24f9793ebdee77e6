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
	soon = 11 * time.Second
	// usualPace is the words a minute of a voice that nobody has measured.
	usualPace = 140
)

// spokenLine is one that was said, and the time it takes to be heard.
type spokenLine struct {
	text        string
	begin, ends time.Time
}

// noteSaid adds a line to those of the next view.
func (g *Guide) noteSaid(text string, now time.Time) {
	if text == "" {
		return
	}
	g.said = append(g.said, text)
	begin := now
	if n := len(g.voice.spoken); n > 0 && g.voice.spoken[n-1].ends.After(now) {
		begin = g.voice.spoken[n-1].ends
	}
	g.voice.spoken = slices.DeleteFunc(g.voice.spoken, func(l spokenLine) bool { return now.Sub(l.ends) > lately })
	g.voice.spoken = append(g.voice.spoken, spokenLine{text, begin, begin.Add(g.length(text))})
}

// length is about how long a line takes to be heard.
func (g *Guide) length(text string) time.Duration {
	d := time.Duration(0)
	if g.o.Sound != nil {
		d = g.o.Sound.Length(text)
	}
	return cmp.Or(d, time.Duration(len(strings.Fields(text)))*time.Minute/usualPace)
}

// heardLately reports whether a line was heard to its end a moment ago, alone or in
// another.
func (g *Guide) heardLately(text string, now time.Time) bool {
	return text != "" && slices.ContainsFunc(g.voice.spoken, func(l spokenLine) bool {
		return !l.ends.After(now) && now.Sub(l.ends) <= lately && strings.Contains(l.text, text)
	})
}

// speak says a line of its moment.
func (g *Guide) speak(text string, now time.Time) {
	g.noteSaid(text, now)
	g.speakRanked(text, now, sound.May)
}

// speakRanked lets the voice say a line.
func (g *Guide) speakRanked(text string, now time.Time, rank sound.Rank) {
	if g.o.Sound != nil && text != "" && g.hears() {
		g.o.Sound.Speak(sound.Utterance{Text: text, Due: now, Rank: rank})
	}
}

// reply says what a key did, beside what is being said. A key that is held says it
// once more only where there is room.
func (g *Guide) reply(text string, now time.Time) {
	rank := sound.Must
	if slices.ContainsFunc(g.voice.spoken, func(l spokenLine) bool { return l.text == text && l.ends.After(now) }) {
		rank = sound.May
	}
	g.noteSaid(text, now)
	g.speakRanked(text, now, rank)
}

// answer shows and speaks what an action did. What sounded before it is stale.
func (g *Guide) answer(text string, now time.Time) {
	g.notices.say(text, now)
	g.read(now, text)
}

// read says lines one after the other, however long that takes, instead of what is
// being said.
func (g *Guide) read(now time.Time, lines ...string) {
	g.hush(now)
	g.tell(now, lines...)
}

// tell says lines after what is being said.
func (g *Guide) tell(now time.Time, lines ...string) {
	for _, l := range lines {
		g.noteSaid(l, now)
		g.speakRanked(l, now, sound.Must)
	}
}

// hush silences what belongs to a moment that is over: after an action that moved
// us or stopped the clock.
func (g *Guide) hush(now time.Time) {
	g.voice.spoken = slices.DeleteFunc(g.voice.spoken, func(l spokenLine) bool { return l.ends.After(now) })
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
	g.voice.spoken = nil
}

// goOnSaying says again the line that a pause cut off: a step that was not heard to
// its end cannot be done. In a pose it says which one, and how long still. Nothing of
// that is said that was heard a moment ago, or is about to be.
func (g *Guide) goOnSaying(now time.Time) {
	at := g.player.At(now)
	if at.State != session.Playing {
		return
	}
	lines := []string{goingOnText}
	add := func(text string) {
		if text != "" && !g.heardLately(text, now) {
			lines = append(lines, text)
		}
	}
	if at.Stage.Works() {
		add(whereText(at))
		if !slices.ContainsFunc(g.player.Crossed(now, now.Add(soon)), func(h session.Heard) bool { return h.TellsTime() }) {
			add(leftText(at.Left))
		}
	} else if at.Cue >= 0 && at.In > 0 { // what the stage begins with is said as its clock runs
		add(g.spoken(session.Heard{Cue: at.Stage.Cues[at.Cue], Stage: at.Index}, &at.Stage))
	}
	g.read(now, lines...)
}
