package session

import (
	"time"

	"catcow/content"
)

const (
	// shortestPause is the least time to come out of a pose or to change sides.
	shortestPause = 6 * time.Second
	// steadyPause is the time to be steady again when one came up from having the head low.
	steadyPause = 8 * time.Second
	// warnEvery is how long one stays at the most, with the head low, until it is said
	// again what to come out for.
	warnEvery = 105 * time.Second
	// restBreaths is how long a rest in another pose lasts, in breaths.
	restBreaths = 3
	// longRest is the hold from which on it is a rest.
	longRest = 3 * time.Minute
	// sitUp is the time to sit up after a session that ends lying down.
	sitUp = 15 * time.Second
	// placing is the time to set a thing in place where one will lie.
	placing = 10 * time.Second
	// stepTime is how long a step takes somebody who knows the pose.
	stepTime = 2 * time.Second
	// betweenNames is the quiet between two lines on the way to a pose: short lines
	// take a voice longer than their words.
	betweenNames = 500 * time.Millisecond
	// betweenLines is the quiet between two lines said in a hold.
	betweenLines = 4 * time.Second
	// tenth is what the times of cues are given in.
	tenth = 100 * time.Millisecond
	// longestInversion is up to where a hold with the head low grows by itself.
	longestInversion = 2 * time.Minute
	// newFirstHold and familiarFirstHold are the time from the start to the first
	// hold of a session within which the first pose is told.
	newFirstHold      = 45 * time.Second
	familiarFirstHold = 30 * time.Second
)

// travel is the time to get from one position into another, from when one is told
// to.
func travel(from, to content.Position) time.Duration {
	const s = time.Second
	switch {
	case from == to:
		return 5 * s
	case to == content.Wall && height(from) >= 2:
		return 25 * s // the mat moves too
	case to == content.Wall:
		return 35 * s // up, the mat, and down again
	}
	ways := [...][4]time.Duration{
		// lying, kneeling, on a chair, standing
		{15 * s, 20 * s, 30 * s, 30 * s}, // from lying: over, from the belly to the back
		{20 * s, 8 * s, 25 * s, 30 * s},  // from kneeling
		{15 * s, 15 * s, 5 * s, 10 * s},  // from a chair
		{15 * s, 12 * s, 10 * s, 5 * s},  // from standing
	}
	d := ways[height(from)][height(to)]
	if from == content.Wall {
		d += 5 * s // over the side, away from it
	}
	return d
}

// height is how far up a position is, in steps: lying, on the knees, on a chair,
// standing.
func height(p content.Position) int {
	switch p {
	case content.Standing:
		return 3
	case content.Chair:
		return 2
	case content.AllFours, content.Kneeling:
		return 1
	case content.Prone, content.Supine, content.Wall:
	}
	return 0
}

// isLeaving reports whether one gets out of a position on the way to another: up from
// the floor, off a chair, or away from a wall. From the back to the belly one only
// rolls over, and from the knees only lies down.
func isLeaving(from, to content.Position) bool {
	switch from {
	case to, content.Standing:
		return false
	case content.Wall, content.Chair:
		return true
	case content.AllFours, content.Kneeling:
		return height(to) > height(from) || to == content.Wall
	case content.Prone, content.Supine:
	}
	return to != content.Prone && to != content.Supine
}

// riseText is how to get up from a pose.
func riseText(p content.Pose) string {
	if p.Rise != "" {
		return p.Rise
	}
	switch p.Position {
	case content.AllFours, content.Kneeling:
		return "To get up, set one foot forward, and rise slowly."
	case content.Prone, content.Supine:
		return "Roll onto one side, rest there, and let your arms bring you up."
	case content.Standing, content.Chair, content.Wall: // which may be anything
	}
	return ""
}
