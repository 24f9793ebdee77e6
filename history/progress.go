package history

import (
	"context"
	"time"
)

// Week is what was done in one week, Monday to Sunday.
type Week struct {
	Monday   time.Time // its date, midnight UTC
	Sessions int       // as [Session.Counts] has it
	Played   time.Duration
	Days     [7]time.Duration // what was played, Monday first
	Before   *float64         // mean pain, 0 to 10; nil if none was given
	After    *float64
	PEG      *float64 // mean score, 0 to 10; nil if none was given
}

// PoseCount is how often something happened in a pose.
type PoseCount struct {
	Pose     string `json:"pose"`     // its id
	Count    int    `json:"count"`    // times
	Sessions int    `json:"sessions"` // sessions it happened in
}

// Progress is what the log says about the weeks gone by.
type Progress struct {
	Weeks    []Week // oldest first, empty ones too; the last is the current one
	Sessions int    // in the whole log, counted as in [Week]
	Played   time.Duration
	Hurt     []PoseCount // in Weeks; most first
	Skipped  []PoseCount
	Pain     Change // of the ratings before sessions, over the whole log
	PEG      Change
	// SeeSomeone: four weeks or more of doing it brought no meaningful change for
	// the better, and there is pain left that could get better. It is time to talk
	// to a physician about the programme.
	SeeSomeone bool
}

const (
	mostWeeks   = 5000
	enoughWeeks = 4 // of doing it, until no change means something
	littlePain  = 2 // weekly means below it cannot fall by two points
)

// Progress gives what the log says about the last weeks, the current one among
// them.
func (l *Log) Progress(ctx context.Context, weeks int) (Progress, error) {
	weeks = min(max(weeks, 1), mostWeeks)
	today := dayOf(l.now())
	var p Progress
	err := l.query(ctx, func(from querier) error {
		current, _ := weekOf(today)
		since := dayOf(monday(current - int64(weeks) + 1))
		days, err := readDays(ctx, from, since)
		if err != nil {
			return err
		}
		p = sumUp(days, today, weeks)
		return p.readPoses(ctx, from, since, dayOf(monday(current+1)))
	})
	return p, err
}

// dayRow is what was done and answered on one day.
type dayRow struct {
	day             int64
	sessions        int
	played          int64 // milliseconds
	before, befores int   // sum of the ratings, and how many there are
	after, afters   int
	peg, pegs       int // sum of all that the three questions got, and how many times they were answered
}

// sumUp is arithmetic on what was done by day. Days need no order.
func sumUp(days []dayRow, today int64, weeks int) Progress {
	current, _ := weekOf(today)
	first := current - int64(weeks) + 1
	p := Progress{Weeks: make([]Week, weeks)}
	for i := range p.Weeks {
		p.Weeks[i].Monday = monday(first + int64(i))
	}
	before, after, peg, done := means{}, means{}, means{}, means{}
	begun := today
	for _, d := range days {
		week, weekday := weekOf(d.day)
		p.Sessions += d.sessions
		p.Played += length(d.played)
		before.add(week, float64(d.before), d.befores)
		after.add(week, float64(d.after), d.afters)
		peg.add(week, float64(d.peg), 3*d.pegs)
		done.add(week, 0, d.sessions)
		if d.sessions > 0 {
			begun = min(begun, d.day)
		}
		if week >= first && week <= current {
			w := &p.Weeks[week-first]
			w.Sessions += d.sessions
			w.Played += length(d.played)
			w.Days[weekday] += length(d.played)
		}
	}
	for i := range p.Weeks {
		week := first + int64(i)
		p.Weeks[i].Before, p.Weeks[i].After, p.Weeks[i].PEG = before.of(week), after.of(week), peg.of(week)
	}
	p.Pain, p.PEG = compare(before, current), compare(peg, current)
	practised := len(done) >= enoughWeeks && today-begun >= enoughWeeks*weekLength && isRecent(done, current)
	p.SeeSomeone = practised && isTimeToSeeSomeone(p.Pain, p.PEG)
	return p
}

// isTimeToSeeSomeone reports whether what is known shows pain and none of it a change for
// the better.
func isTimeToSeeSomeone(changes ...Change) bool {
	pain := false
	for _, c := range changes {
		if c.Direction == Better {
			return false
		}
		pain = pain || c.Known && c.Latest >= littlePain
	}
	return pain
}

// weekSQL is [weekOf].
const weekSQL = `(day + 14003) / 7 - 2000`

// readDays reads what was done by day; what was done before one day by week, each
// as the first day in it that something was done on. An answer is a row of its own.
func readDays(ctx context.Context, from querier, since int64) ([]dayRow, error) {
	return list(ctx, from, func(d *dayRow, scan func(...any) error) error {
		return scan(&d.day, &d.sessions, &d.played, &d.before, &d.befores, &d.after, &d.afters, &d.peg, &d.pegs)
	}, `SELECT coalesce(min(iif(sessions > 0, day, NULL)), min(day)), sum(sessions), sum(played),
			sum(before), sum(befores), sum(after), sum(afters), 0, 0
		FROM day WHERE day < ?1 GROUP BY `+weekSQL+`
		UNION ALL SELECT day, sessions, played, before, befores, after, afters, 0, 0 FROM day WHERE day >= ?1
		UNION ALL SELECT day, 0, 0, 0, 0, 0, 0, pain + enjoyment + activity, 1 FROM peg`, since)
}

// readPoses reads how often poses hurt and were skipped from a day on, and before
// another.
func (p *Progress) readPoses(ctx context.Context, from querier, since, until int64) error {
	for what, counts := range map[string]*[]PoseCount{"hurt": &p.Hurt, "skipped": &p.Skipped} {
		all, err := list(ctx, from, func(c *PoseCount, scan func(...any) error) error {
			return scan(&c.Pose, &c.Count, &c.Sessions)
		}, `SELECT pose, sum(`+what+`), count(*) FROM pose WHERE `+what+` > 0 AND day >= ? AND day < ?
			GROUP BY pose ORDER BY 2 DESC, 3 DESC, 1`, since, until)
		if err != nil {
			return err
		}
		*counts = all
	}
	return nil
}
