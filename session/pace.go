package session

import (
	"time"
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
