package history

import (
	"fmt"
	"slices"
	"time"
)

// What comes from a file may have been written by anybody, or be damaged. It gets
// in only if it could have been written here.

const (
	limitCount  = 10_000 // stages, items, sets
	limitLength = 24 * time.Hour
	limitHurts  = 1000
	firstYear   = 1970 // a clock that lost its battery begins here
	ahead       = 48 * time.Hour
)

// fault is what is wrong in a file, and where: "sessions[3].pain_after".
type fault struct{ place, text string }

// Error returns the place and what is wrong there.
func (f fault) Error() string { return f.place + ": " + f.text }

// checker finds the first fault of several values.
type checker struct {
	place string
	now   time.Time
	fault error
}

func (c *checker) wrong(key, text string) {
	if c.fault == nil {
		c.fault = fault{c.place + "." + key, text}
	}
}

func (c *checker) text(key, text string, limit int) {
	switch {
	case len(text) > limit:
		c.wrong(key, sayLong(limit))
	case !plainText(text):
		c.wrong(key, sayUnprintable)
	}
}

func (c *checker) number(key string, n, most int) {
	if n < 0 || n > most {
		c.wrong(key, sayRange(n, most))
	}
}

func (c *checker) rating(key string, pain *int) {
	if pain != nil {
		c.number(key, *pain, 10)
	}
}

func (c *checker) length(key string, ms int64) {
	if ms < 0 || ms > millis(limitLength) {
		c.wrong(key, sayLength)
	}
}

func (c *checker) instant(key string, at time.Time) {
	_, offset := at.Zone()
	switch {
	case at.Year() < firstYear:
		c.wrong(key, sayPast)
	case at.After(c.now.Add(ahead)):
		c.wrong(key, sayFuture)
	case offset%60 != 0 || offset < -18*3600 || offset > 18*3600:
		c.wrong(key, sayOffset)
	}
}

func (c *checker) among(key, text string, known ...string) {
	if !slices.Contains(known, text) {
		c.wrong(key, sayUnknown(known))
	}
}

func checkRecord(r record, place string, now time.Time) error {
	c := &checker{place: place, now: now}
	if !isID(r.ID) {
		c.wrong("id", sayBadID)
	}
	c.text("routine", r.Routine, limitName)
	c.text("name", r.Name, limitName)
	c.text("zone", r.Zone, limitName)
	c.text("again", r.Again, limitText)
	c.instant("started", r.Started)
	c.instant("ended", r.Ended)
	c.instant("changed", r.Changed)
	if r.Ended.Before(r.Started) {
		c.wrong("ended", sayBackwards)
	}
	c.among("end", r.End, "", Finished, EndedEarly, Interrupted)
	if r.Played < 0 || r.Played > 7*millis(limitLength) {
		c.wrong("played_ms", sayLength)
	}
	c.length("planned_ms", r.Planned)
	c.number("poses", r.Poses, limitCount)
	c.number("done", r.Done, limitCount)
	c.number("stages", r.Stages, limitCount)
	c.number("stage", r.Stage, limitCount)
	c.rating("pain_before", r.Before)
	c.rating("pain_after", r.After)
	c.number("where", len(r.Where), limitWhere)
	for i, w := range r.Where {
		c.text(at("where", i), w, limitName)
	}
	c.number("log", len(r.Log), limitCount)
	c.number("hurts", len(r.Hurts), limitHurts)
	if c.fault != nil {
		return c.fault
	}
	for i, s := range r.Log {
		if err := checkStage(s, at(place+".log", i), now); err != nil {
			return err
		}
	}
	for i, h := range r.Hurts {
		if err := checkHurt(h, at(place+".hurts", i), now); err != nil {
			return err
		}
	}
	return nil
}

func checkStage(s stageRecord, place string, now time.Time) error {
	c := &checker{place: place, now: now}
	c.number("index", s.Index, limitCount)
	c.text("kind", s.Kind, limitName)
	c.text("pose", s.Pose, limitName)
	c.text("variant", s.Variant, limitName)
	c.text("side", s.Side, limitName)
	c.number("item", s.Item, limitCount)
	c.number("set", s.Set, limitCount)
	c.length("planned_ms", s.Planned)
	c.length("played_ms", s.Played)
	c.instant("at", s.At)
	return c.fault
}

func checkHurt(h hurtRecord, place string, now time.Time) error {
	c := &checker{place: place, now: now}
	c.text("pose", h.Pose, limitName)
	c.text("variant", h.Variant, limitName)
	c.number("stage", h.Stage, limitCount)
	c.instant("at", h.At)
	c.rating("pain", h.Pain)
	c.text("choice", h.Choice, limitName)
	return c.fault
}

func checkPEG(p pegRecord, place string, now time.Time) error {
	c := &checker{place: place, now: now}
	c.text("zone", p.Zone, limitName)
	c.instant("at", p.At)
	c.number("pain", p.Pain, 10)
	c.number("enjoyment", p.Enjoyment, 10)
	c.number("activity", p.Activity, 10)
	return c.fault
}

// checkOp checks a line of a file of what was not written yet.
func checkOp(o op, now time.Time) error {
	c := &checker{place: o.Do, now: now}
	if o.Do != doPEG && !isID(o.ID) {
		c.wrong("id", sayBadID)
	}
	c.among("do", o.Do, doBegin, doStage, doHurt, doBefore, doAfter, doPEG, doUpdate, doFinish, doDismiss)
	c.instant("at", o.At)
	c.rating("pain", o.Pain)
	c.number("where", len(o.Where), limitWhere)
	for i, w := range o.Where {
		c.text(at("where", i), w, limitName)
	}
	c.number("stages", o.Stages, limitCount)
	c.length("planned_ms", o.Planned)
	c.text("again", o.Again, limitText)
	c.text("end", o.End, limitName)
	if c.fault != nil {
		return c.fault
	}
	switch {
	case o.Session != nil:
		if o.Session.ID != o.ID {
			return fault{o.Do, sayBadID}
		}
		return checkRecord(*o.Session, o.Do, now)
	case o.Stage != nil:
		return checkStage(*o.Stage, o.Do, now)
	case o.Hurt != nil:
		return checkHurt(*o.Hurt, o.Do, now)
	case o.PEG != nil:
		return checkPEG(*o.PEG, o.Do, now)
	}
	return nil
}

// at is a place in a list.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
