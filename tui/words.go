package tui

import (
	"fmt"
	"time"

	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/page"
	"catcow/session"
)

// Everything the screens say by themselves.
const (
	nameText         = "catcow"
	promiseText      = "gentle yoga for a sore back"
	largerText       = "a little larger, please"
	leastText        = "40 by 12 at least"
	loadingText      = "One moment."
	nothingText      = "Nothing matches."
	ownText          = "Your own"
	allPosesText     = "All poses"
	quitText         = "End the session here?"
	wellDoneText     = "Well done."
	anotherText      = "Another time, then."
	endedText        = "Ended early, and that is fine."
	pausedText       = "paused"
	settleText       = "on in %d"
	waitingText      = "ready when you are"
	noPosesText      = "Every pose is off; switch one on with space."
	leftText         = "%s left"
	keysText         = "Keys"
	previewText      = "speed %g"
	closingText      = "This closes by itself in a moment."
	reviewText       = "Progress"
	progressNoteText = "The weeks gone by: what you did, how your back was before and after, and what hurt."
	aboutText        = "About you"
	aboutNoteText    = "What catcow should know about you. Poses that are not for you are then left out, and you are told which and why."
	safetyText       = "When not to exercise"
	safetyNoteText   = "What catcow is and is not, when to stop, and whom to call."
	youText          = "You"
	readOnText       = "read on"
	moreBelowText    = "more below"
	moveBelowText    = "below: while you move, and the sources"
	sourcesBelowText = "below: the sources"
	restBelowText    = "rest below"
	aboutAskText     = "Does any of this go for you?"
	aboutLeadText    = "Poses that do not suit it are then switched off in every routine, with the reason beside them. You can always switch one on again."
	aboutTailText    = "This does not make a pose right for you that hurts. If you are in doubt about any of these, ask a doctor first."
	aboutKeptText    = "Kept on this computer only."
	aboutSetText     = "Your settings say this: profile.avoid in config.toml."
	checkInText      = "Check-in"
	skippableText    = "one key each, or skip"
	sorryText        = "It hurts:"
	digitsText       = "0 to 9: how much it hurts"
	digitsShortText  = "0 to 9: how much"
	digitsLeastText  = "0 to 9"
	easingShortText  = "Space goes on; 0 to 9, how much."
	moreText         = "more"
	yesText          = "yes"
	noText           = "no "
	atHandText       = "What do you have at hand?"
	inText           = "in"
	outText          = "out"
	stayText         = "stay"
	posesText        = "Poses"
	legText          = "A leg, numbness or weakness"
	noWayText        = "Make it smaller, or skip it."
	weekDueText      = "W: three questions about your week, when you like."
	filterText       = "type to find a routine or a pose"
	todayText        = "Today"
	todayNoteText    = "A session made for today: for where it is stiff or sore, for the minutes and the place you have, and by what you did and what hurt lately."
	whereFieldText   = "Where"
	longFieldText    = "How long"
	placeFieldText   = "Place"
	wholeBackText    = "the whole back"
	anyPlaceText     = "anywhere"
	keepAsText       = "Keep it as: "
	keptRoutineText  = "Kept. It is in the menu now."
	suspendOffText   = "There is no shell to go to: catcow is the terminal's own command."
)

// What the screen for a sheet says.
const (
	sheetText          = "A sheet from your physio"
	sheetNoteText      = "The exercises that a physio wrote down for you, one a line: paste them here, and they become a routine. What each line was taken for is shown before anything is written."
	pasteSheetText     = "Paste your sheet here: one exercise a line, such as \"pelvic tilt 10s x3\"."
	typeSheetText      = "Or type it, and end with ctrl+d. Nothing is written before you have seen what was understood and said yes. For a file there is: catcow import"
	sheetFullText      = "this is as much as fits here; a file is read by catcow import"
	nothingWrittenText = "nothing was written"
)

// writeSheetText asks before a routine of a sheet is written, with so many poses of
// the person's own.
func writeSheetText(id string, poses int) string {
	text := "Write the routine " + id
	if poses > 0 {
		text += " and " + page.Plural(poses, "pose of your own", "poses of your own")
	}
	return text + "? y or n"
}

func sheetKeptText(name string) string { return "Kept as " + name + ". Enter looks at it." }

// groupText names the routines that help in the same place.
func groupText(r content.Routine) string {
	if !r.Builtin {
		return ownText
	}
	switch r.Regions[0] {
	case "spine", "whole-body":
		return "Whole back"
	case "neck":
		return "Neck and shoulders"
	}
	return page.Title(page.Words(r.Regions[0]))
}

// stageText is what time is given for.
func stageText(k session.Kind) string {
	switch k {
	case session.Transition:
		return "get ready"
	case session.Setup:
		return "set up"
	case session.Hold:
		return "hold"
	case session.Reps:
		return "move"
	case session.Rest:
		return "rest"
	case session.Switch:
		return "change sides"
	case session.Release:
		return "come out"
	}
	return ""
}

func phaseText(p session.Phase) string {
	switch p {
	case session.In:
		return "breathe in"
	case session.Out:
		return "breathe out"
	case session.Stay:
		return "stay, breathe on"
	case session.NoPhase:
	}
	return ""
}

func problemsText(n int) string {
	return page.Plural(n, "problem", "problems") + " in your own files: catcow check lists them"
}

// clock is a time left, to the second above: "9:41".
func clock(d time.Duration) string {
	s := int((max(d, 0) + time.Second - 1) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// lengthText is a length, not a time left, rounded as in every list: "17:12".
func lengthText(d time.Duration) string { return clock(d.Round(time.Second)) }

// seconds is a time to the second above.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// unfinishedText offers to go on: "Lower Back, 3 of 4 done, 6 minutes ago".
func unfinishedText(s history.Session, now time.Time) string {
	return fmt.Sprintf("%s, %d of %d done, %s: go on?", s.Name, s.Done, s.Poses, page.AgoText(now.Sub(s.Ended)))
}

func leftOutText(n int) string { return page.Plural(n, "pose", "poses") + " left out for you" }

// What is said of a routine of which nothing suits the person, and in place of its
// length.
const (
	noneSuitsText      = "None suits you; Today finds what does."
	noneSuitsStartText = "None suits you; try: catcow today" // it was started by its name
	noneText           = "none"
)

func hurtLatelyText(pose string) string { return pose + " hurt lately" }

// nextText is what comes after the stage.
func nextText(at session.Snapshot) string {
	next := at.Next
	switch {
	case next == nil:
		return "the end"
	case next.Item != at.Stage.Item || next.Side != at.Stage.Side || next.Set != at.Stage.Set:
		there := session.Snapshot{Stage: *next, Side: next.Side}
		if next.Item != at.Stage.Item {
			there.Stage.Sets = 0 // its first, as everywhere
		}
		return guide.WhereText(there, ", ")
	case next.Kind == session.Reps:
		return page.Plural(next.Reps(), "repetition", "repetitions") + ", " + lengthText(next.Length)
	}
	return "hold for " + lengthText(next.Length)
}

// reasonText is why the clock stands, where it was not the pause key.
func reasonText(r guide.Reason) string {
	switch r {
	case guide.Slept:
		return "Paused: the computer slept or stood still. Space goes on."
	case guide.Shelled:
		return "Paused: you went to the shell. Space goes on."
	case guide.Easing:
		return "Take your time. Space goes on; 0 to 9, how much it hurts."
	case guide.Resumed:
		return "Get ready in your own time. Space goes on."
	case guide.NoReason, guide.Pressed:
	}
	return ""
}

// shortStageText is the same as stageText in few letters.
func shortStageText(k session.Kind) string {
	switch k {
	case session.Transition:
		return "ready"
	case session.Switch:
		return "switch"
	case session.Release:
		return "leave"
	case session.Setup, session.Hold, session.Reps, session.Rest:
	}
	return stageText(k)
}

func onTheMatText(d time.Duration) string { return page.MinutesText(d) + " on the mat" }
