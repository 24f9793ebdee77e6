package history

import (
	"crypto/rand"
	"time"
)

// op is one thing to be written. It goes to the database, or as a line of JSON
// into a file until the database takes it; so its form is part of the schema.
type op struct {
	N       int64        `json:"n"`  // its number in the run, from 1
	Do      string       `json:"do"` // one of the do… below
	ID      string       `json:"id,omitempty"`
	At      time.Time    `json:"at"`
	Session *record      `json:"session,omitempty"`
	Stage   *stageRecord `json:"stage,omitempty"`
	Hurt    *hurtRecord  `json:"hurt,omitempty"`
	PEG     *pegRecord   `json:"peg,omitempty"`
	Pain    *int         `json:"pain,omitempty"`
	Where   []string     `json:"where,omitempty"`
	Stages  int          `json:"stages,omitempty"`
	Planned int64        `json:"planned_ms,omitempty"`
	Again   string       `json:"again,omitempty"`
	End     string       `json:"end,omitempty"`

	told chan<- struct{} // closed when everything before is written or kept
}

const (
	doBegin   = "begin"
	doStage   = "stage"
	doHurt    = "hurt"
	doBefore  = "before"
	doAfter   = "after"
	doPEG     = "peg"
	doUpdate  = "update"
	doFinish  = "finish"
	doDismiss = "dismiss"

	// These are not kept: they can be done at any time, or not.
	doTell = "tell" // only tells
	doFold = "fold" // brings the levels up to date
	doMend = "mend" // a question found the database damaged
)

func (o op) kept() bool { return o.Do != doTell && o.Do != doFold && o.Do != doMend }

// apply writes an op. One that is not complete, as a file may hold, writes nothing.
func (t *tx) apply(o op) error {
	switch {
	case o.Do == doBegin && o.Session != nil:
		_, err := t.insert(*o.Session)
		return err
	case o.Do == doStage && o.Stage != nil:
		return t.stage(o.ID, *o.Stage)
	case o.Do == doHurt && o.Hurt != nil:
		return t.hurt(o.ID, *o.Hurt)
	case o.Do == doPEG && o.PEG != nil:
		return t.peg(*o.PEG)
	}
	return t.applyPlain(o)
}

func (t *tx) applyPlain(o op) error {
	switch o.Do {
	case doBefore, doAfter:
		return t.checkIn(o.ID, o.Do == doAfter, o.Pain, o.Where, o.At)
	case doUpdate:
		return t.update(o.ID, o.Stages, o.Planned, o.Again, o.At)
	case doFinish:
		return t.finish(o.ID, o.End, o.At)
	case doDismiss:
		return t.dismiss(o.ID, o.At)
	case doFold:
		return t.fold(o.At)
	}
	return nil
}

// newID is a name that nobody else has: 26 letters and digits, 130 random bits.
func newID() string { return rand.Text() }
