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

// lines are the cues of a hold or of repetitions: the words of the first two
// breaths, where the pose moves with them, and then what is said while holding,
// spread over what is left.
func (o Options) lines(s Stage) []Cue {
	cues := o.breathWords(s)
	from := time.Duration(0)
	if len(cues) > 0 {
		from = min(2*s.work.cycle.Length(), s.Length)
	}
	end := s.Length
	if s.Kind == Reps && s.work.count >= 3 {
		end = s.Length - s.work.cycle.Length()
	}
	said := rotate(s.Pose.During, s.Set-1)
	var total time.Duration
	n := 0
	for ; n < len(said); n++ {
		d := o.hear(said[n]) + betweenLines
		if total+d > end-from && total > 0 || o.hear(said[n]) > end-from {
			break
		}
		total += d
	}
	quiet := betweenLines + max(end-from-total, 0)/time.Duration(max(n, 1))
	for i, at := 0, from; i < n; i++ {
		at = at.Truncate(tenth)
		cues = append(cues, Cue{At: at, Text: o.sided(s, said[i], at)})
		at += o.hear(said[i]) + quiet
	}
	if end < s.Length {
		cues = append(cues, Cue{At: end, Text: sayLast})
	}
	return cues
}

// sided names the side in work at a time into the stage.
func (o Options) sided(s Stage, line string, at time.Duration) string {
	return named(line, s.sideAt(at, o.First))
}

// sideAt is the side in work at a time into the stage.
func (s Stage) sideAt(at time.Duration, first Side) Side {
	if !s.work.changes {
		return s.Side
	}
	if _, _, _, number := s.work.at(at); number%2 == 0 {
		return first.Other()
	}
	return first
}

func (o Options) breathWords(s Stage) []Cue {
	cycle := s.work.cycle
	if s.Pose.Inhale == "" || s.Pose.Exhale == "" || !s.work.locked() {
		return nil
	}
	var cues []Cue
	for i := range 2 {
		at := time.Duration(i) * cycle.Length()
		if at+cycle.Length() > s.Length {
			break
		}
		out := at + cycle.start(Out)
		cues = append(cues,
			Cue{At: at, Text: o.sided(s, s.Pose.Inhale, at), Breath: In},
			Cue{At: out, Text: o.sided(s, s.Pose.Exhale, out), Breath: Out})
	}
	return cues
}

// rotate begins a list further on, so that a later set hears what an earlier one
// had no time for.
func rotate(lines []string, by int) []string {
	if len(lines) == 0 {
		return nil
	}
	by %= len(lines)
	return append(append([]string{}, lines[by:]...), lines[:by]...)
}
