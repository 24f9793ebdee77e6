package history

import (
	"strconv"
	"time"
)

// A session belongs to the day it started on, by the calendar of the place where
// that was. What the clock does on the way, and where the person travels
// afterwards, changes nothing about it.

const weekLength = 7

// dayOf is the local date of an instant in days since 1970-01-01.
func dayOf(at time.Time) int64 {
	y, m, d := at.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400
}

// weekOf is the week of a day, and weekday the day's place in it, Monday 0.
// 1970-01-01 was a Thursday. Division goes towards 0, so it starts two thousand weeks
// earlier.
func weekOf(day int64) (week int64, weekday int) {
	day += 2000*weekLength + 3
	return day/weekLength - 2000, int(day % weekLength)
}

// monday is the date a week begins on, at midnight UTC.
func monday(week int64) time.Time {
	return time.Unix((week*weekLength-3)*86400, 0).UTC()
}

// zoneOf is the name of the zone of an instant, as it is kept.
func zoneOf(at time.Time) string {
	name, _ := at.Zone()
	return clean(name, limitName)
}

// instant is a kept instant in its zone.
func instant(ns int64, zone string, offset int) time.Time {
	return time.Unix(0, ns).In(time.FixedZone(zone, offset))
}

// nameZone names the zone of an instant: "CET (UTC+01:00)".
func nameZone(at time.Time) string {
	name, _ := at.Zone()
	offset := "UTC" + at.Format("-07:00")
	if name == "" || name[0] == '+' || name[0] == '-' || name == "UTC" {
		return offset
	}
	return name + " (" + offset + ")"
}

// length is a kept length.
func length(ms int64) time.Duration { return time.Duration(ms) * time.Millisecond }

// minutesText is a length in minutes with one decimal.
func minutesText(d time.Duration) string { return strconv.FormatFloat(d.Minutes(), 'f', 1, 64) }
