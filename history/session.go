package history

import "time"

// The ways a session ends.
const (
	Finished    = "finished"    // to the last stage
	EndedEarly  = "ended early" // by the person
	Interrupted = "interrupted" // by a signal, or because the terminal went away
)

// What is done about a pose that hurts.
const (
	Eased   = "eased"
	Skipped = "skipped"
	Ended   = "ended"
)

// Session is one session: a row of the log.
type Session struct {
	ID      string    // unique over machines; made by [Log.Begin]. A session with no ID is not logged
	Routine string    // the id of the routine
	Name    string    // of the routine, as it is shown
	Started time.Time // its zone is kept, and is the zone of the session
	Ended   time.Time // of the last thing written; never before Started
	End     string    // "" while it runs or if it was cut off; [Finished], [EndedEarly] or [Interrupted]
	Played  time.Duration
	Planned time.Duration
	Poses   int      // items of the routine
	Done    int      // of them, done to the end
	Stages  int      // of the plan
	Stage   int      // the first one not yet done, from 0
	Again   string   // how to compile the same plan again; opaque here
	Before  *int     // pain, 0 to 10; nil if it was not given
	After   *int     // the same, afterwards
	Where   []string // the regions that hurt before
	Leg     bool     // symptoms in a leg were reported
}

// Stage is a stage that was gone through.
type Stage struct {
	Index   int    // in the plan, from 0
	Kind    string // "hold" and "reps" are the work; all others lead there and away
	Pose    string // its id
	Variant string // of the pose; "" for none
	Side    string // "left", "right" or ""
	Item    int    // of the routine, from 0
	Set     int    // from 1
	Planned time.Duration
	Played  time.Duration
	Skipped bool
	Last    bool      // of its item. A pose is done to the end if its last stage is there and no work was skipped
	At      time.Time // when it ended
}

// Hurt is one time that something hurt.
type Hurt struct {
	Session string // its ID
	Pose    string
	Variant string
	Stage   int // its index in the plan
	At      time.Time
	Pain    int    // 0 to 10; -1 if it was not given
	Leg     bool   // a symptom in a leg
	Choice  string // [Eased], [Skipped] or [Ended]
}

// PEG is one answer to the three questions of the PEG scale, each 0 to 10, about
// the past week (Krebs 2009).
type PEG struct {
	At        time.Time
	Pain      int // on average
	Enjoyment int // how much it was in the way of enjoying life
	Activity  int // how much it was in the way of general activity
}

// Score is the mean of the three, 0 to 10.
func (p PEG) Score() float64 { return float64(p.Pain+p.Enjoyment+p.Activity) / 3 }
