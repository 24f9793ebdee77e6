package history

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

const dateForm = "2 Jan 2006"

// report is what a page to hand to a physiotherapist is made of.
type report struct {
	Progress
	from, to time.Time // local dates
	weeks    int
	begun    int
	finished int
	leg      []string // dates
	routines map[string]int
}

func (l *Log) readReport(ctx context.Context, from querier, since time.Time) (report, error) {
	now := l.now()
	p := report{from: now, to: now, routines: map[string]int{}}
	if !since.IsZero() {
		p.from = since.In(now.Location())
	}
	err := eachRecord(ctx, from, false, func(r record) error {
		p.begun++
		if r.End == Finished && r.Counts() {
			p.finished++
		}
		p.routines[cmp.Or(r.Name, r.Routine)]++
		if r.Leg {
			p.leg = append(p.leg, r.Started.Format(dateForm))
		}
		return nil
	}, whereSince+oldestFirst, sinceDay(since))
	if err != nil {
		return p, err
	}
	begin := sinceDay(since)
	days, err := readDays(ctx, from, begin)
	if err != nil {
		return p, err
	}
	days = slices.DeleteFunc(days, func(d dayRow) bool { return d.day < begin })
	if len(days) > 0 {
		if since.IsZero() { // what was first may be an answer, or of a day further west
			begin = slices.MinFunc(days, func(a, b dayRow) int { return cmp.Compare(a.day, b.day) }).day
			p.from = time.Unix(begin*86400, 0).UTC()
		}
		first, _ := weekOf(begin)
		last, _ := weekOf(dayOf(now))
		p.weeks = int(min(max(last-first+1, 1), mostWeeks))
	}
	p.Progress = sumUp(days, dayOf(now), max(p.weeks, 1))
	err = p.readPoses(ctx, from, sinceDay(since), math.MaxInt64)
	return p, err
}

// spanText is the time that the page is about.
func (p report) spanText() string {
	return fmt.Sprintf("%s to %s, dates by the calendar where each session was; today's zone is %s.",
		p.from.Format(dateForm), p.to.Format(dateForm), nameZone(p.to))
}

// facts are what stands first, a line each.
func (p report) facts() []string {
	all := []string{
		fmt.Sprintf("%s in %s: %.1f a week", countText(p.Sessions, "session"), countText(p.weeks, "week"), float64(p.Sessions)/float64(p.weeks)),
		fmt.Sprintf("%.0f minutes: %.0f a week", p.Played.Minutes(), p.Played.Minutes()/float64(p.weeks)),
		fmt.Sprintf("Finished: %d of %d begun", p.finished, p.begun),
	}
	names := slices.SortedFunc(maps.Keys(p.routines), func(a, b string) int {
		return cmp.Or(cmp.Compare(p.routines[b], p.routines[a]), cmp.Compare(a, b))
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s (%d)", cmp.Or(name, "unnamed"), p.routines[name])
	}
	if len(names) > 0 {
		all = append(all, "Routines: "+strings.Join(names[:min(len(names), 10)], ", "))
	}
	return append(all, changeText("Pain before a session", p.Pain), changeText("PEG", p.PEG))
}

// legText names the days on which a symptom in a leg was reported.
func (p report) legText() string {
	if len(p.leg) == 0 {
		return "None reported."
	}
	return fmt.Sprintf("Reported in %s: %s.", countText(len(p.leg), "session"), strings.Join(slices.Compact(slices.Clone(p.leg)), ", "))
}
