package session

import (
	"strings"
	"time"

	"catcow/content"
)

const (
	// shortestPause is the least time to come out of a pose or to change sides.
	shortestPause = 6 * time.Second
	// restBreaths is how long a rest in another pose lasts, in breaths.
	restBreaths = 3
	// betweenNames is the quiet between two lines on the way to a pose: short lines
	// take a voice longer than their words.
	betweenNames = 500 * time.Millisecond
	// betweenLines is the quiet between two lines said in a hold.
	betweenLines = 4 * time.Second
	// tenth is what the times of cues are given in.
	tenth = 100 * time.Millisecond
)

// travel is the time to get from one position into another: 5 s to stay, more
// the further the way between standing and lying.
func travel(from, to content.Position) time.Duration {
	if from == to {
		return 5 * time.Second
	}
	if from == content.Wall || to == content.Wall {
		return 15 * time.Second // the mat moves too
	}
	height := func(p content.Position) int {
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
	ways := [...]time.Duration{8 * time.Second, 9 * time.Second, 12 * time.Second, 15 * time.Second}
	way := height(from) - height(to)
	return ways[max(way, -way)]
}

// hear is how long a line takes to be heard, to the tenth of a second above.
func (o Options) hear(line string) time.Duration {
	d := time.Duration(len(strings.Fields(line))) * time.Minute / time.Duration(o.Pace)
	return (d + tenth - 1) / tenth * tenth
}

// say lays lines one after the other, with a time to do each.
func (o Options) say(lines []string, do time.Duration) (time.Duration, []Cue) {
	var at time.Duration
	cues := make([]Cue, len(lines))
	for i, line := range lines {
		cues[i] = Cue{At: at, Text: line}
		at += o.hear(line) + do
	}
	return at, cues
}
