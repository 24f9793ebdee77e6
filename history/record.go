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
// with nothing that could not be taken in again. It shares nothing with the session.
func newRecord(s Session) record {
	s.Routine, s.Name, s.Plan = clean(s.Routine, limitName), clean(s.Name, limitName), clean(s.Plan, limitText)
	if s.End != Finished && s.End != EndedEarly && s.End != Interrupted {
		s.End = ""
	}
	for _, n := range []*int{&s.Poses, &s.PlanStages, &s.Next} {
		*n = cleanCount(*n)
	}
	s.Planned = cleanLength(s.Planned)
	s.Before, s.After, s.Where = cleanRating(s.Before), cleanRating(s.After), cleanAll(s.Where)
	s.Ended = latest(s.Started, s.Ended.In(s.Started.Location()))
	s.Played, s.Done, s.Leg = 0, 0, false
	s.Stages, s.Hurts = slices.Clone(s.Stages[:min(len(s.Stages), limitCount)]), slices.Clone(s.Hurts[:min(len(s.Hurts), limitHurts)])
	for i := range s.Stages {
		cleanStage(&s.Stages[i], s.Started)
		s.Played = cleanLength(s.Played + s.Stages[i].Played)
		s.Ended = latest(s.Ended, s.Stages[i].At)
	}
	for i := range s.Hurts {
		cleanHurt(&s.Hurts[i], s.Started)
		s.Leg = s.Leg || s.Hurts[i].Leg
		s.Ended = latest(s.Ended, s.Hurts[i].At)
	}
	for _, c := range countPoses(s) {
		s.Done += c.whole
	}
	return record{Session: s, Zone: zoneOf(s.Started)}
}

// Derived is the session as [Log.Save] keeps it, with what follows from its stages and
// from what hurt.
func (s Session) Derived() Session { return newRecord(s).Session }

func cleanStage(s *Stage, started time.Time) {
	for _, text := range []*string{&s.Kind, &s.Pose, &s.Variant, &s.Side} {
		*text = clean(*text, limitName)
	}
	for _, n := range []*int{&s.Index, &s.Item, &s.Set} {
		*n = cleanCount(*n)
	}
	s.Planned, s.Played, s.At = cleanLength(s.Planned), cleanLength(s.Played), cleanInstant(s.At, started)
}

func cleanHurt(h *Hurt, started time.Time) {
	for _, text := range []*string{&h.Pose, &h.Variant, &h.Choice} {
		*text = clean(*text, limitName)
	}
	h.Stage, h.At = cleanCount(h.Stage), cleanInstant(h.At, started)
	if h.Pain < 0 || h.Pain > 10 {
		h.Pain = -1
	}
}

func cleanCount(n int) int { return min(max(n, 0), limitCount) }

func cleanLength(d time.Duration) time.Duration {
	return min(max(d, 0), limitLength).Truncate(time.Millisecond)
}

// cleanInstant is an instant in the zone of a session, its start for none.
func cleanInstant(at, started time.Time) time.Time {
	if at.IsZero() {
		return started
	}
	return at.In(started.Location())
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
