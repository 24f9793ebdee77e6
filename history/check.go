package history

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// What comes from a file may have been written by anybody, or be damaged. It gets
// in only if it could have been written here, where nothing else is written: one
// walk through the values reports what is wrong in a file, and mends it in what is
// to be written.

const (
	limitCount  = 10_000 // stages, items, sets, and the elements of a list
	limitLength = 7 * 24 * time.Hour
	firstYear   = 1970 // a clock that lost its battery begins here
	ahead       = 48 * time.Hour
)

// fault is what is wrong in a file, and where: "sessions[3].pain_after".
type fault struct{ place, text string }

// Error returns the place and what is wrong there.
func (f fault) Error() string { return f.place + ": " + f.text }

// checker finds the first fault of several values, or mends all of them.
type checker struct {
	now   time.Time
	mends bool
	start time.Time // what is to be written has its zone, and no time means that time
	fault error
}

// lenientNow is the time to check by what was made on this machine: its clock may
// have been ahead.
func (l *Log) lenientNow() time.Time { return l.now().AddDate(100, 0, 0) }

func checkRecord(r record, place string, now time.Time) error {
	c := &checker{now: now}
	if !isID(r.ID) {
		c.report(place+".id", badIDText)
	}
	c.fields(place, reflect.ValueOf(&r).Elem())
	if r.Ended.Before(r.Started) {
		c.report(place+".ended", backwardsText)
	}
	return c.fault
}

func checkPEG(p pegRecord, place string, now time.Time) error {
	c := &checker{now: now}
	c.fields(place, reflect.ValueOf(&p).Elem())
	return c.fault
}

// fields checks the fields of a struct, each by its type and by its tags: the name it
// has in a file, and the least and the most it may be, or hold, where that is not what
// others of its type may.
func (c *checker) fields(place string, v reflect.Value) {
	for field, value := range v.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		least, _ := strconv.Atoi(field.Tag.Get("least"))
		most, _ := strconv.Atoi(field.Tag.Get("most"))
		switch at := place + "." + name; {
		case field.Anonymous:
			c.fields(place, value)
		case name == "end":
			c.end(at, value.Addr().Interface().(*string))
		case field.IsExported():
			c.value(at, value, least, most)
		}
	}
}

func (c *checker) value(place string, v reflect.Value, least, most int) {
	switch to := v.Addr().Interface().(type) {
	case *time.Time:
		c.instant(place, to)
	case *time.Duration:
		c.length(place, to)
	case *int:
		c.number(place, to, least, cmp.Or(most, limitCount))
	case **int:
		c.rating(place, to)
	case *string:
		c.text(place, to, cmp.Or(most, limitName))
	case *[]string, *[]Stage, *[]Hurt:
		c.list(place, v, cmp.Or(most, limitCount))
	case *Stage, *Hurt:
		c.fields(place, v)
	}
}

// list checks the elements of a list. One that is mended shares nothing with what it was.
func (c *checker) list(place string, v reflect.Value, most int) {
	n := v.Len()
	if c.number(place, &n, 0, most); c.mends && !v.IsNil() {
		v.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, n), v.Slice(0, n)))
	}
	for i := range v.Len() {
		c.value(placeIn(place, i), v.Index(i), 0, 0)
	}
}

func (c *checker) report(place, text string) {
	if c.fault == nil {
		c.fault = fault{place, text}
	}
}

func (c *checker) text(place string, text *string, limit int) {
	switch {
	case c.mends:
		*text = clean(*text, limit)
	case len(*text) > limit:
		c.report(place, longText(limit))
	case !isPlain(*text):
		c.report(place, unprintableText)
	}
}

func (c *checker) end(place string, end *string) {
	known := []string{"", Finished, EndedEarly, Interrupted}
	switch {
	case slices.Contains(known, *end):
	case c.mends:
		*end = ""
	default:
		c.report(place, unknownText(known))
	}
}

func (c *checker) number(place string, n *int, least, most int) {
	switch {
	case *n >= least && *n <= most:
	case c.mends:
		*n = min(max(*n, least), most)
	default:
		c.report(place, rangeText(*n, least, most))
	}
}

// rating checks a rating that may be missing; one out of range is none.
func (c *checker) rating(place string, pain **int) {
	switch {
	case *pain == nil:
	case !c.mends:
		c.number(place, *pain, 0, 10)
	case **pain < 0 || **pain > 10:
		*pain = nil
	default:
		*pain = new(**pain)
	}
}

func (c *checker) length(place string, d *time.Duration) {
	switch {
	case c.mends:
		*d = min(max(*d, 0), limitLength).Truncate(time.Millisecond)
	case *d < 0 || *d > limitLength:
		c.report(place, lengthText)
	}
}

func (c *checker) instant(place string, at *time.Time) {
	_, offset := at.Zone()
	switch {
	case c.mends && at.IsZero():
		*at = c.start
	case c.mends:
		*at = at.In(c.start.Location())
	case at.Year() < firstYear:
		c.report(place, pastText)
	case at.After(c.now.Add(ahead)):
		c.report(place, futureText)
	case offset%60 != 0 || offset < -18*3600 || offset > 18*3600:
		c.report(place, offsetText)
	}
}

// placeIn is a place in a list.
func placeIn(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }
