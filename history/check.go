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
	limitLength = 7 * 24 * time.Hour
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

func (c *checker) report(key, text string) {
	if c.fault == nil {
		c.fault = fault{c.place + "." + key, text}
	}
}

func (c *checker) text(key, text string, limit int) {
	switch {
	case len(text) > limit:
		c.report(key, longText(limit))
	case !isPlain(text):
		c.report(key, unprintableText)
	}
}

func (c *checker) number(key string, n, least, most int) {
	if n < least || n > most {
		c.report(key, rangeText(n, least, most))
	}
}

func (c *checker) rating(key string, pain *int) {
	if pain != nil {
		c.number(key, *pain, 0, 10)
	}
}

func (c *checker) length(key string, d time.Duration) {
	if d < 0 || d > limitLength {
		c.report(key, lengthText)
	}
}

func (c *checker) instant(key string, at time.Time) {
	_, offset := at.Zone()
	switch {
	case at.Year() < firstYear:
		c.report(key, pastText)
	case at.After(c.now.Add(ahead)):
		c.report(key, futureText)
	case offset%60 != 0 || offset < -18*3600 || offset > 18*3600:
		c.report(key, offsetText)
	}
}

func (c *checker) among(key, text string, known ...string) {
	if !slices.Contains(known, text) {
		c.report(key, unknownText(known))
	}
}

// lenientNow is the time to check by what was made on this machine: its clock may
// have been ahead.
func (l *Log) lenientNow() time.Time { return l.now().AddDate(100, 0, 0) }

func checkRecord(r record, place string, now time.Time) error {
	c := &checker{place: place, now: now}
	if !isID(r.ID) {
		c.report("id", badIDText)
	}
	c.text("routine", r.Routine, limitName)
	c.text("name", r.Name, limitName)
	c.text("zone", r.Zone, limitName)
	c.text("plan", r.Plan, limitText)
	c.instant("started", r.Started)
	c.instant("ended", r.Ended)
	c.instant("changed", r.Changed)
	if r.Ended.Before(r.Started) {
		c.report("ended", backwardsText)
	}
	c.among("end", r.End, "", Finished, EndedEarly, Interrupted)
	c.length("played_ns", r.Played)
	c.length("planned_ns", r.Planned)
	c.number("poses", r.Poses, 0, limitCount)
	c.number("done", r.Done, 0, limitCount)
	c.number("plan_stages", r.PlanStages, 0, limitCount)
	c.number("next", r.Next, 0, limitCount)
	c.rating("before", r.Before)
	c.rating("after", r.After)
	c.number("where", len(r.Where), 0, limitWhere)
	c.number("stages", len(r.Stages), 0, limitCount)
	c.number("hurts", len(r.Hurts), 0, limitHurts)
	for i, w := range r.Where {
		c.text(placeIn("where", i), w, limitName)
	}
	for i, s := range r.Stages {
		c.stage(placeIn("stages", i), s)
	}
	for i, h := range r.Hurts {
		c.hurt(placeIn("hurts", i), h)
	}
	return c.fault
}

func (c *checker) stage(key string, s Stage) {
	c.number(key+".index", s.Index, 0, limitCount)
	c.text(key+".kind", s.Kind, limitName)
	c.text(key+".pose", s.Pose, limitName)
	c.text(key+".variant", s.Variant, limitName)
	c.text(key+".side", s.Side, limitName)
	c.number(key+".item", s.Item, 0, limitCount)
	c.number(key+".set", s.Set, 0, limitCount)
	c.length(key+".planned_ns", s.Planned)
	c.length(key+".played_ns", s.Played)
	c.instant(key+".at", s.At)
}

func (c *checker) hurt(key string, h Hurt) {
	c.text(key+".pose", h.Pose, limitName)
	c.text(key+".variant", h.Variant, limitName)
	c.number(key+".stage", h.Stage, 0, limitCount)
	c.instant(key+".at", h.At)
	c.number(key+".pain", h.Pain, -1, 10)
	c.text(key+".choice", h.Choice, limitName)
}

func checkPEG(p pegRecord, place string, now time.Time) error {
	c := &checker{place: place, now: now}
	c.text("zone", p.Zone, limitName)
	c.instant("at", p.At)
	c.number("pain", p.Pain, 0, 10)
	c.number("enjoyment", p.Enjoyment, 0, 10)
	c.number("activity", p.Activity, 0, 10)
	return c.fault
}

// placeIn is a place in a list.
func placeIn(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
