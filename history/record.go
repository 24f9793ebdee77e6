package history

import (
	"slices"
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

// entry is one thing to be written: a session, an answer, or the ID of a session
// that is not to go on.
type entry struct {
	session *record
	peg     *pegRecord
	dismiss string
}

// key names what an entry is a state of, and the file that it waits in; "" for what
// is not kept.
func (e entry) key() string {
	switch {
	case e.session != nil:
		return e.session.ID
	case e.peg != nil:
		return "peg-" + strconv.FormatInt(e.peg.At.UnixNano(), 10)
	}
	return ""
}

// newRecord is a session as it is written: with what follows from its stages, and
// without what could not be read back or shown. It shares nothing with the session.
func newRecord(s Session) record {
	here := s.Started.Location()
	s.Routine, s.Name, s.End, s.Plan = clean(s.Routine, limitName), clean(s.Name, limitName), clean(s.End, limitName), clean(s.Plan, limitText)
	s.Planned, s.Next = s.Planned.Truncate(time.Millisecond), max(s.Next, 0)
	s.Before, s.After, s.Where = cleanRating(s.Before), cleanRating(s.After), cleanAll(s.Where)
	s.Ended = latest(s.Started, s.Ended.In(here))
	s.Played, s.Done, s.Leg = 0, 0, false
	s.Stages, s.Hurts = slices.Clone(s.Stages), slices.Clone(s.Hurts)
	for i := range s.Stages {
		g := &s.Stages[i]
		g.Kind, g.Pose, g.Variant, g.Side = clean(g.Kind, limitName), clean(g.Pose, limitName), clean(g.Variant, limitName), clean(g.Side, limitName)
		g.Planned, g.Played, g.At = g.Planned.Truncate(time.Millisecond), g.Played.Truncate(time.Millisecond), g.At.In(here)
		s.Played += g.Played
		s.Ended = latest(s.Ended, g.At)
	}
	for i := range s.Hurts {
		h := &s.Hurts[i]
		h.Pose, h.Variant, h.Choice = clean(h.Pose, limitName), clean(h.Variant, limitName), clean(h.Choice, limitName)
		if h.At = h.At.In(here); h.Pain < 0 || h.Pain > 10 {
			h.Pain = -1
		}
		s.Leg = s.Leg || h.Leg
		s.Ended = latest(s.Ended, h.At)
	}
	for _, c := range countPoses(s) {
		s.Done += c.whole
	}
	return record{Session: s, Zone: zoneOf(s.Started)}
}

func newPEGRecord(p PEG) pegRecord {
	p.Pain, p.Enjoyment, p.Activity = min(max(p.Pain, 0), 10), min(max(p.Enjoyment, 0), 10), min(max(p.Activity, 0), 10)
	return pegRecord{PEG: p, Zone: zoneOf(p.At)}
}

// cleanRating is a rating of pain; nil if it is none, or outside of 0 to 10.
func cleanRating(pain *int) *int {
	if pain == nil || *pain < 0 || *pain > 10 {
		return nil
	}
	return new(*pain)
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
