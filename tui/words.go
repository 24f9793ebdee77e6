package tui

import (
	"fmt"
	"strings"
	"time"

	"catcow/content"
	"catcow/session"
)

// Everything the screens say by themselves.
const (
	sayName       = "catcow"
	sayPromise    = "gentle yoga for a sore back"
	sayLarger     = "a little larger, please"
	sayLoading    = "One moment."
	sayNothing    = "Nothing matches."
	sayOwn        = "Your own"
	sayAllPoses   = "All poses"
	sayFilter     = "type to find one"
	sayQuit       = "End the session here?"
	sayWellDone   = "Well done."
	sayAnother    = "Another time, then."
	sayEnded      = "Ended early, and that is fine."
	sayPaused     = "paused"
	saySettle     = "on in %d"
	sayWaiting    = "ready when you are"
	sayAsleep     = "Paused: the computer slept. Space goes on."
	sayShell      = "Paused: you went to the shell. Space goes on."
	sayNoPoses    = "Every pose is off; switch one on with space."
	sayLeft       = "%s left"
	sayKeys       = "Keys"
	sayPreview    = "speed %g"
	sayClosing    = "This closes by itself in a moment."
	saySuspendOff = "There is no shell to go to: catcow is the terminal's own command."
)

// sayGroup names the routines that help in the same place.
func sayGroup(r content.Routine) string {
	if !r.Builtin {
		return sayOwn
	}
	switch r.Regions[0] {
	case "spine", "whole-body":
		return "Whole back"
	case "neck":
		return "Neck and shoulders"
	}
	return title(words(r.Regions[0]))
}

// SayPlace is where a routine is done.
func SayPlace(p content.Place) string {
	switch p {
	case content.Desk:
		return "at a desk"
	case content.Floor:
		return "on the floor"
	case content.AtAWall:
		return "at a wall"
	}
	return ""
}

// sayPosition heads the poses of a position.
func sayPosition(p content.Position) string {
	switch p {
	case content.Standing:
		return "Standing"
	case content.Chair:
		return "Seated"
	case content.AllFours:
		return "On hands and knees"
	case content.Kneeling:
		return "Kneeling"
	case content.Prone:
		return "On the belly"
	case content.Supine:
		return "On the back"
	case content.Wall:
		return "At the wall"
	}
	return ""
}

// sayStage is what time is given for.
func sayStage(k session.Kind) string {
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

func sayPhase(p session.Phase) string {
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

// sayWith names a condition in a caution.
func sayWith(condition string) string {
	switch condition {
	case "worse-bending":
		return "worse when bending"
	case "worse-arching":
		return "worse when arching"
	}
	return words(condition)
}

func sayProps(props []content.Prop) string {
	var all []string
	for _, p := range props {
		name := p.Name
		if p.Optional {
			name += " if you like"
		}
		all = append(all, name)
	}
	return strings.Join(all, ", ")
}

// sayWhere is what a stage works on: "Supine Twist, left side, set 2 of 3".
func sayWhere(s *session.Stage, set bool) string {
	text := s.Pose.Title()
	if s.Side != session.NoSide {
		text += ", " + string(s.Side) + " side"
	}
	if set && s.Sets > 1 {
		text += fmt.Sprintf(", set %d of %d", s.Set, s.Sets)
	}
	return text
}

// sayNext is what comes after the stage.
func sayNext(at session.Snapshot) string {
	next := at.Next
	switch {
	case next == nil:
		return "the end"
	case next.Item != at.Stage.Item || next.Side != at.Stage.Side || next.Set != at.Stage.Set:
		return sayWhere(next, next.Item == at.Stage.Item)
	case next.Kind == session.Reps:
		return plural(next.Reps, "repetition", "repetitions") + ", " + clock(next.Length)
	}
	return "hold for " + clock(next.Length)
}

func sayProblems(n int) string {
	return plural(n, "problem", "problems") + " in your own files: catcow check lists them"
}

// plural is a number with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// words is an id as words: "lower-back" is "lower back".
func words(id string) string { return strings.ReplaceAll(id, "-", " ") }

func title(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// clock is a time left, to the second above: "9:41".
func clock(d time.Duration) string {
	s := int((max(d, 0) + time.Second - 1) / time.Second)
	if s >= 3600 {
		return fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	}
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// seconds is a time to the second above.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// named puts the side in work into a line.
func named(at session.Snapshot, line string) string {
	return content.Named(line, string(at.Side), string(at.Side.Other()))
}

// minutes is a length to the minute above: "18 min".
func minutes(d time.Duration) string {
	return fmt.Sprintf("%d min", (d+time.Minute-1)/time.Minute)
}
