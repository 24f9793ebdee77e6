package plain

import (
	"fmt"
	"strings"
	"time"

	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/page"
	"catcow/session"
	"catcow/sound"
)

// What is printed besides what the guide says.
const (
	haveReadText   = "Press Enter when you have read this, or type q to leave."
	notReadText    = "As nobody has pressed Enter, it is shown again the next time."
	profileSetText = "Your settings say this: profile.avoid in config.toml."

	profileLeadText = "Does any of this go for you? Poses that do not suit it are then left out, and you are told which and why."
	conditionsText  = "Type the numbers that go for you, with spaces between them, or 0 for none."
	atHandText      = "What do you have at hand? Type the numbers, or 0 for none."
	profileTailText = "Thank you. This is kept on this computer only; \"about\" in the menu asks again. It does not make a pose right for you that hurts."

	welcomeText        = "catcow: gentle yoga for a sore back."
	menuHelpText       = "Type a number for a routine, or a part of a name to find a routine or a pose. Other words: poses, progress, about, safety, menu, quit."
	todayOfferText     = `"today" makes a session for today; with words after it such as "today neck 15 desk" it is for there, that long and that place.`
	weekDueText        = "There are three questions about your week, when you like: type week."
	chooseNumberText   = "Type a number, or menu for the routines."
	againText          = "The menu: a number or a name, menu for the list, or quit."
	nothingText        = "Nothing matches."
	overviewHelpText   = `Enter starts. A number leaves that pose out, or takes it in again. "about 1" tells of a pose, "back" goes back.`
	noPosesText        = "Every pose is left out; a number takes one in."
	noneSuitsText      = "Nothing of this suits you; \"today\" in the menu finds what does."
	noneSuitsStartText = "Nothing of this suits you; catcow today finds what does."
	noneSuitsError     = "nothing of %s suits you; \"catcow today\" finds what does"

	yesOrNoText  = "Type y or n."
	sleptText    = "Paused: the computer slept or stood still. Space goes on."
	waitingText  = "Ready when you are. Space goes on."
	jumpHelpText = "Type a number to go there, or Enter to go on."

	anotherText     = "Another time, then."
	notAnsweredText = "Left for another time."
	thanksText      = "Thank you."
)

// sessionHelpText is what leads a session, said once.
func sessionHelpText(keys bool) string {
	text := "Keys: space pauses, x when something hurts, n for next, s skips a pose, q ends, ? for all keys."
	if !keys {
		text += " Each with Enter after it."
	}
	return text
}

// keysText is every key of a session.
func keysText() []string {
	return []string{
		"Space: pause, or go on. X: it hurts.",
		"N: next. B: back. S: skip this pose. O: all poses, to go to one. R: the steps again.",
		"Plus and minus: a longer or shorter hold. Square brackets: a slower or faster breath.",
		"V: voice on or off. M: mute. T: tone of the breath. Comma and greater-than: softer, louder.",
		"I or Enter: where you are. Q: end.",
		sound.ChimesText(),
	}
}

// askedKeysText is every key while it is asked what to do about what hurts, or whether to
// end.
func askedKeysText(v guide.View) string {
	switch {
	case v.Hurt == nil:
		return "Q: end here. N: go on."
	case v.Hurt.Signs != nil:
		return "Q: end here. C: go back."
	}
	return "Enter: the gentler way. A: another way. S: skip this pose. Q: end here. L: a leg, numbness or weakness. " +
		"C: go on as it was. 0 to 9: how much it hurts."
}

func noKeyText(key string) string {
	return fmt.Sprintf("Nothing to do for %q here. ? tells all keys.", key)
}

// scaleText is how to answer a question.
func scaleText(q *guide.Question) string {
	if q.Choices != nil {
		return "Type a number, or Enter to skip."
	}
	return fmt.Sprintf("Type 0 to 9, or x for ten, or Enter to skip. 0: %s. 10: %s.", q.Scale.Low, q.Scale.High)
}

// placeInRoutineText is how far the session is: "Pose 2 of 4, 3 min left.".
func placeInRoutineText(at session.Snapshot) string {
	return fmt.Sprintf("Pose %d of %d, %s left.", at.Stage.Item+1, at.Items, page.MinutesText(at.Remaining))
}

// whereText is where one is: "Cobra, left side. 20 seconds of it left. Pose 2 of 4, 3 min left.".
func whereText(at session.Snapshot) string {
	text := guide.WhereText(at, ", ") + ", " + stageText(at.Stage.Kind) + ", " + secondsText(at.Left) + " more."
	return text + " " + placeInRoutineText(at)
}

// stageText is what time is given for.
func stageText(k session.Kind) string {
	switch k {
	case session.Transition:
		return "getting ready"
	case session.Setup:
		return "setting up"
	case session.Hold:
		return "holding"
	case session.Reps:
		return "moving"
	case session.Rest:
		return "resting"
	case session.Switch:
		return "changing sides"
	case session.Release:
		return "coming out"
	}
	return ""
}

func jumpText(i int, pose string, here bool) string {
	text := fmt.Sprintf("%d. %s", i+1, pose)
	if here {
		text += ": you are here"
	}
	return text + "."
}

// secondsText is a length as one would say it: "20 seconds", "1 minute 5 seconds".
func secondsText(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s < 60 {
		return page.Plural(s, "second", "seconds")
	}
	text := page.Plural(s/60, "minute", "minutes")
	if s%60 > 0 {
		text += " " + page.Plural(s%60, "second", "seconds")
	}
	return text
}

// asItWasText is what stays as it was without an answer.
func asItWasText(said []string) string {
	if len(said) == 0 {
		return "Enter leaves it at none."
	}
	return "Enter leaves it at: " + strings.Join(said, ", ") + "."
}

func todayHelpText(unknown string) string {
	return fmt.Sprintf("%q says nothing here. Say where, how many minutes, and desk, floor or wall: today neck 15 desk.", unknown)
}

func wantNumberText(last int) string { return fmt.Sprintf("Type a number from 1 to %d.", last) }

func wantNumbersText(last int) string {
	return fmt.Sprintf("Type numbers from 1 to %d, with spaces between them.", last)
}

func problemsText(n int) string {
	return page.Plural(n, "problem", "problems") + " in your own files: catcow check lists them."
}

func needsText(props []content.Prop) string { return "You need: " + content.PropsText(props) + "." }

// introText is what is done of a routine, and how long it is: "Desk Break, 5 min, at a desk".
// Where nothing is, there is no place for it.
func introText(r content.Routine, conditions []string, length time.Duration) string {
	text := r.Name + ", " + page.MinutesText(length)
	if len(r.Items) > 0 {
		text += ", " + r.PlaceFor(conditions).Text()
	}
	return text
}

// unfinishedText offers to go on with a session that was cut off.
func unfinishedText(s history.Session, now time.Time) string {
	const text = "%s was cut off %s, with %d of %d poses done. Go on with it? Enter or y goes on, n does not."
	return fmt.Sprintf(text, s.Name, page.AgoText(now.Sub(s.Ended)), s.Done, s.Poses)
}
