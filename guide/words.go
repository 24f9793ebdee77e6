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
	noHoldText      = "There is no hold to make longer just now."
	shortestText    = "This is as short as it gets."
	slowerText      = "Slower breath."
	slowestText     = "The breath cannot be slower."
	fasterText      = "Faster breath."
	fastestText     = "The breath cannot be faster."
	moreText        = " more."
	goodbyeText     = "That is all. Rest as long as you like."
)

// keyTexts is what is called otherwise, or stands elsewhere, line by line.
type keyTexts struct{ cancel, other, signs, safety string }

func (g *Guide) keyTexts() keyTexts {
	if g.o.LineByLine {
		return keyTexts{cancel: "C", other: "A", signs: "What to look out for follows.", safety: "It follows now."}
	}
	return keyTexts{cancel: "Escape", other: "Down", signs: "What to look out for is on the screen.", safety: "It is on the screen now."}
}

func hurtKeysText(cancel string) string {
	return "S skips the pose, Q ends here, " + cancel + " goes on as it was. 0 to 9 says how much it hurts."
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
	keys := g.keyTexts()
	if len(h.Ways) > 1 {
		lines[1] = "Enter does that. " + keys.other + " is for another way."
	}
	return append(lines, hurtLegText, hurtKeysText(keys.cancel))
}

// signTexts is what to do about a leg or numbness, read aloud: to stop, the keys, the
// signs with whom to call before each list, and the keys again.
func (g *Guide) signTexts(signs []content.Notice) []string {
	stop, keys := signs[0], "Q ends here, "+g.keyTexts().cancel+" goes back."
	lines := append([]string{stop.Title + "."}, stop.Lines...)
	lines = append(lines, stop.Call, keys)
	for _, n := range signs[1:] {
		lines = append(append(lines, n.Title+".", n.Call), n.Lines...)
	}
	return append(lines, keys)
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

func lengthenedText(by time.Duration) string {
	return fmt.Sprintf("%+d seconds.", int(by.Round(time.Second)/time.Second))
}

func breathText(b session.Breath) string {
	return fmt.Sprintf("Breath: %g s in, %g s out.", b.In.Seconds(), b.Out.Seconds())
}
