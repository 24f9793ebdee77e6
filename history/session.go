package history

import (
	"crypto/rand"
	"time"
)

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

// Session is one session with everything that belongs to it. Who leads it keeps it,
// changes it as it goes, and hands it to [Log.Save] after every change.
type Session struct {
	ID         string        `json:"id"` // unique over machines; made by [NewID]. A session with no ID is not logged
	Routine    string        `json:"routine"`
	Name       string        `json:"name"`    // of the routine, as it is shown
	Started    time.Time     `json:"started"` // its zone is kept, and is the zone of the session
	Ended      time.Time     `json:"ended"`   // saved as no earlier than the start, a stage or what hurt
	End        string        `json:"end"`     // "" while it runs or if it was cut off; [Finished], [EndedEarly] or [Interrupted]
	Planned    time.Duration `json:"planned_ns"`
	Poses      int           `json:"poses"`       // items of the routine
	PlanStages int           `json:"plan_stages"` // stages of the plan
	Next       int           `json:"next"`        // the stage to go on with, from 0
	Plan       string        `json:"plan"`        // how to compile the same plan again; opaque here
	Before     *int          `json:"before"`      // pain, 0 to 10; nil if it was not given
	After      *int          `json:"after"`       // the same, afterwards
	Where      []string      `json:"where"`       // the regions that hurt before

	// These follow from the stages and from what hurt. Save sets them.
	Played time.Duration `json:"played_ns"`
	Done   int           `json:"done"` // items done to the end
	Leg    bool          `json:"leg"`  // symptoms in a leg were reported

	// The stages in the order they were gone through; one that was gone back to is
	// there again. Lists of sessions come without them, and without Hurts.
	Stages []Stage `json:"stages"`
	Hurts  []Hurt  `json:"hurts"`
}

// Stage is a stage that was gone through.
type Stage struct {
	Index   int           `json:"index"` // in the plan, from 0
	Kind    string        `json:"kind"`  // "hold" and "reps" are the work; all others lead there and away
	Pose    string        `json:"pose"`  // its id
	Variant string        `json:"variant,omitempty"`
	Side    string        `json:"side,omitempty"` // "left", "right" or ""
	Item    int           `json:"item"`           // of the routine, from 0
	Set     int           `json:"set"`            // from 1
	Planned time.Duration `json:"planned_ns"`
	Played  time.Duration `json:"played_ns"`
	Skipped bool          `json:"skipped,omitempty"`
	Last    bool          `json:"last,omitempty"` // of its item. A pose is done to the end if its last stage is there and no work was skipped
	At      time.Time     `json:"at"`             // when it ended
}

// Hurt is one time that something hurt.
type Hurt struct {
	Pose    string    `json:"pose"`
	Variant string    `json:"variant,omitempty"`
	Stage   int       `json:"stage"` // its index in the plan
	At      time.Time `json:"at"`
	Pain    int       `json:"pain"`          // 0 to 10; -1 if it was not given
	Leg     bool      `json:"leg,omitempty"` // a symptom in a leg
	Choice  string    `json:"choice"`        // [Eased], [Skipped] or [Ended]
}

// PEG is one answer to the three questions of the PEG scale, each 0 to 10, about
// the past week (Krebs 2009).
type PEG struct {
	At        time.Time `json:"at"`
	Pain      int       `json:"pain"`      // on average
	Enjoyment int       `json:"enjoyment"` // how much it was in the way of enjoying life
	Activity  int       `json:"activity"`  // how much it was in the way of general activity
}

// Counts reports whether it is counted as a session: a minute of it at least, or its end
// with a pose done. A look at the first pose is none, nor is what was skipped to its end.
func (s Session) Counts() bool {
	return s.Played >= time.Minute || s.End == Finished && s.Done > 0
}

// NewID makes an ID that nobody else has: 26 letters and digits, 130 random bits.
func NewID() string { return rand.Text() }
