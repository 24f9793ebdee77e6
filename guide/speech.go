package guide

import (
	"time"

	"catcow/session"
	"catcow/sound"
)

// What is said beside the plan: what an action did, questions, and where one is.

// noteSaid adds a line to those of the next view.
func (g *Guide) noteSaid(text string) {
	if text != "" {
		g.said = append(g.said, text)
	}
}

// speak says a line of its moment.
func (g *Guide) speak(text string, now time.Time) {
	g.noteSaid(text)
	g.speakRanked(text, now, sound.May)
}

// speakRanked lets the voice say a line.
func (g *Guide) speakRanked(text string, now time.Time, rank sound.Rank) {
	if g.o.Sound != nil && text != "" && g.hears() {
		g.o.Sound.Speak(sound.Utterance{Text: text, Due: now, Rank: rank})
	}
}

// answer shows and speaks what an action did. What sounded before it is stale.
func (g *Guide) answer(text string, now time.Time) {
	g.notices.say(text, now)
	g.hush()
	g.speak(text, now)
}

// read says lines one after the other, however long that takes, instead of what is
// being said.
func (g *Guide) read(now time.Time, lines ...string) {
	g.hush()
	g.tell(now, lines...)
}

// tell says lines after what is being said.
func (g *Guide) tell(now time.Time, lines ...string) {
	for _, l := range lines {
		g.noteSaid(l)
	}
	if g.o.Sound == nil || !g.hears() {
		return
	}
	for _, l := range lines {
		if l != "" {
			g.o.Sound.Speak(sound.Utterance{Text: l, Due: now, Rank: sound.Must})
		}
	}
}

// hush silences what belongs to a moment that is over: after an action that moved
// us or stopped the clock.
func (g *Guide) hush() {
	if g.o.Sound == nil {
		return
	}
	g.o.Sound.StopVoice()
	g.o.Sound.StopBreath()
	g.voice.phase, g.voice.count, g.voice.stage = session.NoPhase, 0, 0
}

// repeat says again the line that a pause cut off: a step that was not heard to
// its end cannot be done. In a pose it says which one, and how long still.
func (g *Guide) repeat(now time.Time) {
	at := g.player.At(now)
	if at.State != session.Playing {
		return
	}
	if at.Stage.Works() {
		g.read(now, goingOnText, whereText(at)+" "+leftText(at.Left))
		return
	}
	lines := []string{goingOnText}
	if at.Cue >= 0 && at.In > 0 { // what the stage begins with is said as its clock runs
		heard := session.Heard{Cue: at.Stage.Cues[at.Cue], Stage: at.Index}
		lines = append(lines, g.spoken(heard, &at.Stage))
	}
	g.read(now, lines...)
}
