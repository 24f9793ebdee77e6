package guide

import (
	"fmt"
	"strings"
	"time"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// Everything the guide says by itself.
const (
	wellDoneText    = "Well done."
	endedText       = "Ended here, and that is fine."
	comeOutText     = "Come out slowly."
	pausedText      = "Paused. Space goes on."
	goingOnText     = "Going on."
	stillPausedText = "Still paused."
	endText         = "End the session here? Q again ends it, N goes on."
	stoppedText     = "The time stands. Come out as far as you like."
	noWayText       = "Enter gives you time to make it smaller."
	notYetText      = "Enter gives you time."
	hurtLegText     = "L is for a leg, numbness or weakness."
	noOtherWayText  = "There is no other gentler way here."
	thatWayText     = "Do that now."
	smallerText     = "Make the pose smaller, or rest."
	easyText        = "Go only as far as is easy, or rest."
	whenReadyText   = "Take your time. Space goes on."
	skippedText     = "Skipping this pose."
	skipOrEndText   = "S skips this pose. Q ends here."
	painNowText     = "How much does your back hurt now?"
	painAfterText   = "And now, how much does your back hurt?"
	whereHurtsText  = "Where, most of all?"
	muchText        = "That is a lot to begin with, so go gently today."
	gentlerText     = "What would be right for you now?"
	stepsAgainText  = "The steps once more."
	noStepsText     = "There are no steps to say here."
	leastText       = "This routine, as gently as it goes"
	notTodayText    = "Not now"
	anotherTimeText = "Another time, then."
	severeText      = "That is a lot. Rest in any way that is easy, and if it stays so bad, ask a doctor."
	moreText        = " more."
	goodbyeText     = "That is all. Rest as long as you like."
)

// The same where something hurts and at the end, for the screens and line by line.

func (g *Guide) hurtKeysText() string {
	cancel := "Escape"
	if g.o.LineByLine {
		cancel = "C"
	}
	return "S skips the pose, Q ends here, " + cancel + " goes on as it was. 0 to 9 says how much it hurts."
}

func (g *Guide) legKeysText() string {
	if g.o.LineByLine {
		return "Q ends here, C goes back."
	}
	return "Q ends here, Escape goes back."
}

func (g *Guide) otherWayText() string {
	if g.o.LineByLine {
		return "Enter does that. A is for another way."
	}
	return "Enter does that. Down is for another way."
}

func (g *Guide) signsText() string {
	if g.o.LineByLine {
		return "What to look out for follows."
	}
	return "What to look out for is on the screen."
}

func (g *Guide) safetyText() string {
	if g.o.LineByLine {
		return "It follows now."
	}
	return "It is on the screen now."
}

// offerTexts is the gentler way as it is offered, and what else there is, with the
// key for each.
func (g *Guide) offerTexts(h *Hurt) []string {
	lines := []string{noWayText}
	if !isInside(h.at) {
		lines[0] = notYetText
	}
	if way, _ := h.way(); way != "" {
		lines = []string{"Gentler: " + way, "Enter does that."}
	}
	if len(h.Ways) > 1 {
		lines[1] = g.otherWayText()
	}
	return append(lines, hurtLegText, g.hurtKeysText())
}

// signTexts is what to do about a leg or numbness, read aloud: to stop, the keys, the
// signs with whom to call before each list, and the keys again.
func (g *Guide) signTexts(signs []content.Notice) []string {
	stop := signs[0]
	lines := append([]string{stop.Title + "."}, stop.Lines...)
	lines = append(lines, stop.Call, g.legKeysText())
	for _, n := range signs[1:] {
		lines = append(append(lines, n.Title+".", n.Call), n.Lines...)
	}
	return append(lines, g.legKeysText())
}

// howToAnswerText is the keys that answer a question: in short once that was told.
func howToAnswerText(q *Question, told bool) string {
	switch {
	case q.Choices != nil:
		return "Press its number. Enter leaves it out."
	case told:
		return "0 to 9, X for ten. Enter leaves it out."
	}
	return fmt.Sprintf("Press 0 to 9, or X for ten: 0 is %s, ten %s. Enter leaves it out.", q.Scale.Low, q.Scale.High)
}

// WhereText is the pose, the side and the set with something between them, such as
// "Supine Twist, left side, set 2 of 3".
func WhereText(at session.Snapshot, between string) string {
	text := at.Stage.Pose.Title()
	if at.Side != session.NoSide {
		text += between + string(at.Side) + " side"
	}
	if at.Stage.Sets > 1 {
		text += between + fmt.Sprintf("set %d of %d", at.Stage.Set, at.Stage.Sets)
	}
	return text
}

func whereText(at session.Snapshot) string { return WhereText(at, ", ") + "." }

// keepText is what one is at: "Keep holding.".
func keepText(at session.Snapshot) string {
	if at.Stage.Moves() {
		return "Keep moving."
	}
	return "Keep holding."
}

// leftText is what one is at and how long still: "Keep holding, about 20 seconds more.".
func leftText(at session.Snapshot) string {
	return strings.TrimSuffix(keepText(at), ".") + ", about " + lengthText(at.Left) + moreText
}

// lengthText is a length in the words one would use for it: to five seconds below, so
// that none is longer than the hold was said to be; from a minute on to the quarter of
// one, and from two on to the minute.
func lengthText(d time.Duration) string {
	const quarter = time.Minute / 4
	switch d.Round(quarter) {
	case 4 * quarter:
		if d > time.Minute-5*time.Second {
			return "a minute"
		}
	case 5 * quarter:
		return "a minute and a quarter"
	case 6 * quarter:
		return "a minute and a half"
	}
	if d > 6*quarter {
		return page.Plural(max(page.Minutes(d), 2), "minute", "minutes")
	}
	return page.Plural(max(int(d.Truncate(5*time.Second)/time.Second), 5), "second", "seconds")
}

// introText is the routine and its length: "Lower Back, 17 minutes.".
func introText(r content.Routine, length time.Duration) string {
	return r.Name + ", " + minutesText(length) + "."
}

// minutesText is the length of a routine, rounded as everywhere.
func minutesText(d time.Duration) string {
	if n := page.Minutes(d); n > 0 {
		return page.Plural(n, "minute", "minutes")
	}
	return "under a minute"
}

func insteadText(r content.Routine, length time.Duration) string {
	return r.Name + " instead, " + minutesText(length)
}

func choiceText(i int, choice string) string { return fmt.Sprintf("%d: %s.", i+1, choice) }

func hurtMuchText(where string) string { return "How much did it hurt " + where + "?" }

func ratedText(pain int) string { return fmt.Sprintf("%d of 10 it is.", pain) }

func volumeText(v float64) string { return fmt.Sprintf("Volume %d of 10.", int(v*10+.5)) }

func mutedText(on bool) string {
	if on {
		return "Muted. m ends it."
	}
	return "No longer muted."
}

func voiceText(on bool) string {
	if on {
		return "The voice is on."
	}
	return "The voice is off."
}

func toneText(on bool) string {
	if on {
		return "The breath has a tone."
	}
	return "The breath has no tone."
}

// adjustedText is what came of making something longer, shorter, slower or faster.
func adjustedText(a Action, done bool, by time.Duration, b session.Breath) string {
	if !done {
		return adjustedSpeech(a, done, by)
	}
	switch a { //nolint:exhaustive // the four that adjust
	case Longer, Shorter:
		return fmt.Sprintf("%+d seconds.", int(by.Round(time.Second)/time.Second))
	}
	return fmt.Sprintf("Breath: %s in, %s out.", secondsText(b.In), secondsText(b.Out))
}

func secondsText(d time.Duration) string { return fmt.Sprintf("%g s", d.Seconds()) }

// adjustedSpeech is the same for the ear.
func adjustedSpeech(a Action, done bool, by time.Duration) string {
	switch {
	case a == Longer && done:
		return page.Title(lengthText(by)) + " longer."
	case a == Longer:
		return "There is no hold to make longer just now."
	case a == Shorter && done:
		return page.Title(lengthText(-by)) + " shorter."
	case a == Shorter:
		return "This is as short as it gets."
	case a == Slower && done:
		return "Slower breath."
	case a == Slower:
		return "The breath cannot be slower."
	case done:
		return "Faster breath."
	}
	return "The breath cannot be faster."
}

// namedText puts the side in work into a line.
func namedText(at session.Snapshot, line string) string {
	side := at.Side
	if at.Stage.Kind == session.Switch { // the pose comes on the other side now
		side = side.Other()
	}
	return content.FillSide(line, string(side), string(side.Other()))
}
