package history

import (
	"fmt"
	"slices"
	"time"
)

// What comes from a file may have been written by anybody, or be damaged. It gets
// in only if it could have been written here: the rules by which it is checked are
// those by which what is saved is made to fit.

const (
	limitCount  = 10_000 // stages, items, sets
	limitLength = 7 * 24 * time.Hour
	limitHurts  = 1000
	firstYear   = 1970 // a clock that lost its battery begins here, by UTC or where it is
	ahead       = 48 * time.Hour
)

// fault is what is wrong in a file, and where: "sessions[3].pain_after".
type fault struct{ place, text string }

// Error returns the place and what is wrong there.
func (f fault) Error() string { return f.place + ": " + f.text }

// checker makes values what they have to be, and finds the first that was not.
type checker struct {
	place string // of the values, with the dot behind it
	now   time.Time
	fault error
}

func (c *checker) report(key, text string) {
	if c.fault == nil {
		c.fault = fault{c.place + key, text}
	}
}

func (c *checker) text(key string, text *string, limit int) {
	cleaned := clean(*text, limit)
	switch {
	case len(*text) > limit:
		c.report(key, fmt.Sprintf(longText, limit))
	case cleaned != *text:
		c.report(key, unprintableText)
	}
	*text = cleaned
}

// number reports whether a number was between two others.
func (c *checker) number(key string, n *int, least, most int) bool {
	given := *n
	*n = min(max(given, least), most)
	if given != *n {
		c.report(key, fmt.Sprintf(rangeText, given, least, most))
	}
	return given == *n
}

// rating makes none of a rating of pain that is outside of 0 to 10.
func (c *checker) rating(key string, pain **int) {
	if *pain == nil {
		return
	}
	n := **pain
	if !c.number(key, &n, 0, 10) {
		*pain = nil
		return
	}
	*pain = &n
}

func (c *checker) length(key string, d *time.Duration) {
	if *d < 0 || *d > limitLength {
		c.report(key, lengthText)
	}
	*d = min(max(*d, 0), limitLength).Truncate(time.Millisecond)
}

// instant is an instant in the zone of a session, its start for none.
func (c *checker) instant(key string, at *time.Time, started time.Time) {
	_, offset := at.Zone()
	switch {
	case max(at.Year(), at.UTC().Year()) < firstYear:
		c.report(key, pastText)
	case at.After(c.now.Add(ahead)):
		c.report(key, futureText)
	case offset%60 != 0 || offset < -18*3600 || offset > 18*3600:
		c.report(key, offsetText)
	}
	if at.IsZero() {
		*at = started
	}
	*at = at.In(started.Location())
}

// cut is a list of its own of as many values as there may be.
func cut[T any](c *checker, key string, all []T, most int) []T {
	count := len(all)
	c.number(key, &count, 0, most)
	return slices.Clone(all[:count])
}

// lenientNow is the time to check by what was made on this machine: its clock may
// have been ahead.
func (l *Log) lenientNow() time.Time { return l.now().AddDate(100, 0, 0) }

func checkRecord(r *record, place string, now time.Time) error {
	c := &checker{place: place + ".", now: now}
	if !isID(r.ID) {
		c.report("id", badIDText)
	}
	c.text("zone", &r.Zone, limitName)
	c.instant("changed", &r.Changed, r.Started)
	c.session(&r.Session)
	return c.fault
}

func (c *checker) session(s *Session) {
	c.text("routine", &s.Routine, limitName)
	c.text("name", &s.Name, limitName)
	c.text("plan", &s.Plan, limitText)
	c.instant("started", &s.Started, s.Started)
	c.instant("ended", &s.Ended, s.Started)
	if s.Ended.Before(s.Started) {
		c.report("ended", backwardsText)
		s.Ended = s.Started
	}
	if !slices.Contains([]string{"", Finished, EndedEarly, Interrupted}, s.End) {
		c.report("end", unknownEndText)
		s.End = ""
	}
	c.length("played_ns", &s.Played)
	c.length("planned_ns", &s.Planned)
	c.number("poses", &s.Poses, 0, limitCount)
	c.number("done", &s.Done, 0, limitCount)
	c.number("plan_stages", &s.PlanStages, 0, limitCount)
	c.number("next", &s.Next, 0, limitCount)
	c.rating("before", &s.Before)
	c.rating("after", &s.After)
	s.Where = cut(c, "where", s.Where, limitWhere)
	s.Stages = cut(c, "stages", s.Stages, limitCount)
	s.Hurts = cut(c, "hurts", s.Hurts, limitHurts)
	for i := range s.Where {
		c.text(placeIn("where", i), &s.Where[i], limitName)
	}
	s.Where = slices.DeleteFunc(s.Where, func(region string) bool { return region == "" })
	place := c.place
	for i := range s.Stages {
		c.place = place + placeIn("stages", i) + "."
		c.stage(&s.Stages[i], s.Started)
	}
	for i := range s.Hurts {
		c.place = place + placeIn("hurts", i) + "."
		c.hurt(&s.Hurts[i], s.Started)
	}
}

func (c *checker) stage(s *Stage, started time.Time) {
	c.number("index", &s.Index, 0, limitCount)
	c.text("kind", &s.Kind, limitName)
	c.text("pose", &s.Pose, limitName)
	c.text("variant", &s.Variant, limitName)
	c.text("side", &s.Side, limitName)
	c.number("item", &s.Item, 0, limitCount)
	c.number("set", &s.Set, 0, limitCount)
	c.length("planned_ns", &s.Planned)
	c.length("played_ns", &s.Played)
	c.instant("at", &s.At, started)
}

func (c *checker) hurt(h *Hurt, started time.Time) {
	c.text("pose", &h.Pose, limitName)
	c.text("variant", &h.Variant, limitName)
	c.number("stage", &h.Stage, 0, limitCount)
	c.instant("at", &h.At, started)
	if !c.number("pain", &h.Pain, -1, 10) {
		h.Pain = -1
	}
	c.text("choice", &h.Choice, limitName)
}

func checkPEG(p *pegRecord, place string, now time.Time) error {
	c := &checker{place: place + ".", now: now}
	c.text("zone", &p.Zone, limitName)
	c.instant("at", &p.At, p.At)
	c.answer(&p.PEG)
	return c.fault
}

func (c *checker) answer(p *PEG) {
	c.number("pain", &p.Pain, 0, 10)
	c.number("enjoyment", &p.Enjoyment, 0, 10)
	c.number("activity", &p.Activity, 0, 10)
}

// placeIn is a place in a list.
func placeIn(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
