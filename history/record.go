package history

import (
	"strconv"
	"time"
)

// record is a session as it is exported, kept in a file beside the database, and
// carried from one database into another.
type record struct {
	Session
	Zone    string    `json:"zone"`    // its name
	Changed time.Time `json:"changed"` // of two states of a session the later one counts

	run       string // who plays it or played it last
	dismissed bool   // it is not to go on
}

// pegRecord is an answer, likewise.
type pegRecord struct {
	PEG
	Zone string `json:"zone"`
}

// entry is one thing to be written: a session or an answer.
type entry struct {
	session *record
	peg     *pegRecord
}

// key names what an entry is a state of, and the file that it waits in.
func (e entry) key() string {
	if e.session != nil {
		return e.session.ID
	}
	return "peg-" + strconv.FormatInt(e.peg.At.UnixNano(), 10)
}

// newRecord is a session as it is written: with what follows from its stages, and
// with nothing that could not be taken in again. It shares nothing with the session.
func newRecord(s Session) record {
	r := record{Session: s, Zone: zoneOf(s.Started)}
	new(checker).session(&r.Session)
	r.Played, r.Done, r.Leg = 0, 0, false
	for _, g := range r.Stages {
		r.Played = min(r.Played+g.Played, limitLength)
		r.Ended = latest(r.Ended, g.At)
	}
	for _, h := range r.Hurts {
		r.Leg = r.Leg || h.Leg
		r.Ended = latest(r.Ended, h.At)
	}
	for _, c := range countPoses(r.Session) {
		r.Done += c.whole
	}
	return r
}

// Derived is the session as [Log.Save] keeps it, with what follows from its stages and
// from what hurt.
func (s Session) Derived() Session { return newRecord(s).Session }

func newPEGRecord(p PEG) pegRecord {
	new(checker).answer(&p)
	return pegRecord{PEG: p, Zone: zoneOf(p.At)}
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
