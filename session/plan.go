package session

import (
	"time"

	"catcow/content"
)

// Kind is the purpose of a stage.
type Kind string

// The kinds of stages, in the order they come in.
const (
	Transition Kind = "transition" // on to the next pose and its props
	Setup      Kind = "setup"      // the steps, one after the other
	Hold       Kind = "hold"       // staying in the pose
	Reps       Kind = "reps"       // moving in and out of it
	Rest       Kind = "rest"       // between sets, or in another pose afterwards
	Switch     Kind = "switch"     // to the other side
	Release    Kind = "release"    // how to come out
)

// Side is the side in work.
type Side string

// The sides.
const (
	NoSide Side = ""
	Left   Side = "left"
	Right  Side = "right"
)

// Other is the opposite side.
func (s Side) Other() Side {
	switch s {
	case Left:
		return Right
	case Right:
		return Left
	case NoSide:
	}
	return NoSide
}

// Rank is what becomes of a line that a voice has no time for.
type Rank string

// The ranks. Without a Must one does not know what to do: the pose, its position,
// side and dose, a caution, a step, the way out. A May is of its moment and better
// left unsaid than said late; a Now is a count, which is wrong even a little later.
const (
	Must Rank = "must"
	May  Rank = "may"
	Now  Rank = "now"
)

// Cue is a line shown and spoken at a moment inside a stage.
type Cue struct {
	At     time.Duration // from the start of the stage
	Text   string
	Breath Phase // the breath the words belong to; NoPhase for all others
	Rank   Rank
}

// Stage is a stretch of time with one purpose.
type Stage struct {
	Kind   Kind
	Item   int // of the routine, from 0
	Ref    content.Ref
	Pose   *content.Pose // as it is told to someone with the conditions of the plan
	Side   Side          // NoSide also where the side changes with every repetition
	Set    int           // from 1
	Sets   int           // 1 on the way out for good, whatever set that was
	Length time.Duration
	Cues   []Cue
	// VoiceCues is what only a voice says: the words of the breath where the screen has
	// its pacer, that the hold begins, halfway, the last seconds. None of it
	// overlaps a cue.
	VoiceCues []Cue
	// Steps is what there is to do before the pose, with the side named; the cues
	// of a setup are its last Spoken steps, or where Spoken is 0 a line in their
	// place, and after them the gentler way in which the pose is done.
	Steps  []string
	Spoken int

	work   work
	astray bool   // a transition that leads from elsewhere than the stage before it
	turned bool   // a release on the other side than the plan has it
	eased  string // the last line of a setup into a gentler way; "" for none
}

// Works reports whether the stage is the pose itself: a hold or repetitions.
func (s Stage) Works() bool { return s.Kind == Hold || s.Kind == Reps }

// Reps is the repetitions on one side; 0 for a hold.
func (s Stage) Reps() int {
	switch {
	case s.Kind != Reps:
		return 0
	case s.work.changes:
		return (s.work.count + 1) / 2
	}
	return s.work.count
}

// Moves reports whether the pose is done by moving with the breath, not by
// holding still.
func (s Stage) Moves() bool {
	return s.Kind == Reps ||
		s.Kind == Hold && s.work.locked() && s.Pose.Move != content.Still && s.Pose.Inhale != "" && s.Pose.Exhale != ""
}

// Locked reports whether the stage is done on whole breaths.
func (s Stage) Locked() bool { return s.Works() && s.work.locked() }

// Plan is a routine compiled for one person and one day: a fixed list of stages
// with lengths.
type Plan struct {
	Routine content.Routine
	Options Options // what it was compiled with; the breath is the one it has now
	Stages  []Stage
	Eased   map[int]string // the gentler ways in which items are done, in the words of the pose
}

// Length is the sum of all stages.
func (p Plan) Length() time.Duration {
	var sum time.Duration
	for i := range p.Stages {
		sum += p.Stages[i].Length
	}
	return sum
}

// Item is the length of all stages of one item of the routine.
func (p Plan) Item(item int) time.Duration {
	var sum time.Duration
	for i := range p.Stages {
		if p.Stages[i].Item == item {
			sum += p.Stages[i].Length
		}
	}
	return sum
}
