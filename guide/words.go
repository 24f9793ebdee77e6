package guide

import (
	"fmt"
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
	noWayText       = "Make it smaller, or skip this pose with S."
	smallerText     = "Make the pose smaller, or rest."
	whenReadyText   = "Take your time. Space goes on."
	skippedText     = "Skipping this pose."
	skipOrEndText   = "S skips this pose. Q ends here."
	painNowText     = "How much does your back hurt now?"
	painAfterText   = "And now, how much does your back hurt?"
	whereHurtsText  = "Where, most of all?"
	gentlerText     = "What would be right for you now?"
	stepsAgainText  = "The steps once more."
	noStepsText     = "There are no steps to say here."
	leastText       = "This routine, as gently as it goes"
	notTodayText    = "Not now"
)

// offerText is the gentler way as it is offered.
func (h *Hurt) offerText() string {
	if way := h.way(); way != "" {
		return "Gentler: " + way + " Enter does that, S skips, Q ends, L is for a leg or numbness."
	}
	return noWayText
}

// whereText is the pose, the side and the set, such as "Supine Twist, left side, set 2
// of 3.".
func whereText(at session.Snapshot) string {
	text := at.Stage.Pose.Title()
	if at.Side != session.NoSide {
		text += ", " + string(at.Side) + " side"
	}
	if at.Stage.Sets > 1 {
		text += fmt.Sprintf(", set %d of %d", at.Stage.Set, at.Stage.Sets)
	}
	return text + "."
}

// leftText is how long still, as one would say it: "About 20 seconds more.".
func leftText(d time.Duration) string {
	return "About " + lengthText(d) + " more."
}

// lengthText is a length in the words one would use for it, to five seconds or, from
// two minutes on, to the minute.
func lengthText(d time.Duration) string {
	if d >= 2*time.Minute-5*time.Second {
		return page.Plural(int((d+30*time.Second)/time.Minute), "minute", "minutes")
	}
	s := max(5*int((d+2500*time.Millisecond)/(5*time.Second)), 5)
	if s == 60 {
		return "a minute"
	}
	return page.Plural(s, "second", "seconds")
}

// introText is the routine and its length: "Lower Back, 17 minutes.".
func introText(r content.Routine, length time.Duration) string {
	return r.Name + ", " + lengthText(length) + "."
}

func insteadText(r content.Routine, length time.Duration) string {
	return r.Name + " instead, " + lengthText(length)
}

func choiceText(i int, choice string) string { return fmt.Sprintf("%d: %s.", i+1, choice) }

func hurtMuchText(pose string) string { return "How much did it hurt in " + pose + "?" }

func ratedText(pain int) string { return fmt.Sprintf("%d of 10 it is.", pain) }

func resumedText(at session.Snapshot) string { return "We go on with " + whereText(at) }

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
		return adjustedSpeech(a, done)
	}
	switch a { //nolint:exhaustive // the four that adjust
	case Longer, Shorter:
		return fmt.Sprintf("%+d seconds.", int(by.Round(time.Second)/time.Second))
	}
	return fmt.Sprintf("Breath: %s in, %s out.", secondsText(b.In), secondsText(b.Out))
}

func secondsText(d time.Duration) string { return fmt.Sprintf("%g s", d.Seconds()) }

// adjustedSpeech is the same for the ear.
func adjustedSpeech(a Action, done bool) string {
	switch {
	case a == Longer && done:
		return "A little longer."
	case a == Longer:
		return "There is no hold to make longer just now."
	case a == Shorter && done:
		return "A little shorter."
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

// sentence is a text as a sentence; "" stays.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return page.Title(s) + "."
}

// namedText puts the side in work into a line.
func namedText(at session.Snapshot, line string) string {
	return content.Named(line, string(at.Side), string(at.Side.Other()))
}
