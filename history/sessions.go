package history

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"strings"
	"time"
)

// Filter says which sessions are wanted. Zero values say nothing.
type Filter struct {
	Since time.Time // from that day on, by the calendar where each session was
	Limit int       // at most so many, the newest; 0 for all
	Whole bool      // with their stages and what hurt
}

// EachSession calls a function with one session after the other, newest first, and without holding all of them.
func (l *Log) EachSession(ctx context.Context, f Filter, each func(Session) error) error {
	return l.queryStream(ctx, func(from querier) error {
		return eachRecord(ctx, from, f.Whole, func(r record) error { return each(r.Session) },
			whereSince+`ORDER BY started DESC, id DESC LIMIT ?2`, sinceDay(f.Since), cmp.Or(max(f.Limit, 0), -1))
	})
}

// The sessions from a day on, by the calendar where each was: that day begins a day
// before it does in UTC at the earliest.
const (
	whereSince  = `WHERE started >= (?1 - 1) * 86400000000000 AND day >= ?1 `
	oldestFirst = `ORDER BY started, id`
)

// sinceDay is the day of an instant; the zero time comes before all others.
func sinceDay(since time.Time) int64 { return max(dayOf(since), -1000) }

// LastPEG gives the newest answer up to now; false if there is none, or if the log
// cannot be read. One that is still to come was given while the clock was ahead.
func (l *Log) LastPEG(ctx context.Context) (PEG, bool) {
	var found *PEG
	now := l.now().UnixNano()
	err := l.query(ctx, func(from querier) error {
		return eachPEG(ctx, from, func(p pegRecord) error {
			found = &p.PEG
			return nil
		}, `WHERE at <= ? ORDER BY at DESC LIMIT 1`, now)
	})
	if err != nil || found == nil {
		return PEG{}, false
	}
	return *found, true
}

// resumable is how long a session that was cut off can go on.
const resumable = 12 * time.Hour

// Unfinished gives the newest session that was cut off and can go on, without its
// stages: in the last 12 hours, by a process that is over, and not dismissed. False
// if there is none, or if the log cannot be read. Its next stage may be the first:
// nothing of it was done.
func (l *Log) Unfinished(ctx context.Context) (Session, bool) {
	now := l.now()
	return l.first(ctx, func(r record) bool {
		// One that ends later than now was made while the clock was ahead.
		return r.run != l.run.id && r.Next < r.PlanStages && now.Sub(r.Ended) < resumable && !isAlive(l.folder, r.run)
	}, `WHERE outcome = '' AND dismissed = 0 ORDER BY n DESC LIMIT 20`)
}

// Running gives the newest session that is being played, here or by what another machine
// wrote; false if there is none that wrote anything down lately, or if the log cannot be
// read.
func (l *Log) Running(ctx context.Context, lately time.Duration) (Session, bool) {
	now := l.now()
	return l.first(ctx, func(r record) bool {
		silent := now.Sub(r.Ended)
		return isAlive(l.folder, r.run) && silent < lately ||
			r.run == "" && r.dismissed && silent.Abs() < lately // of another machine: it goes on there
	}, `WHERE outcome = '' AND started >= ? ORDER BY started DESC, id DESC LIMIT 20`, now.Add(-limitLength).UnixNano())
}

// first gives the first session of a question that is one.
func (l *Log) first(ctx context.Context, is func(record) bool, rest string, args ...any) (Session, bool) {
	var found *record
	err := l.query(ctx, func(from querier) error {
		found = nil
		return eachRecord(ctx, from, false, func(r record) error {
			if found == nil && is(r) {
				found = &r
			}
			return nil
		}, rest, args...)
	})
	if err != nil || found == nil {
		return Session{}, false
	}
	return found.Session, true
}

// Resume takes over a session that was cut off, with its stages, to go on in the
// same record. The error says that another copy was quicker, or that the log cannot
// be written to just now: then a new session is to be begun.
func (l *Log) Resume(ctx context.Context, id string) (Session, error) {
	var r record
	err := l.write(ctx, func(db *sql.DB) error {
		return change(ctx, db, func(t *tx) (err error) {
			r, err = l.takeOver(t, id)
			return err
		})
	})
	if err != nil {
		return Session{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.saved[id] = entry{session: &r}
	return r.Session, nil
}

func (l *Log) takeOver(t *tx, id string) (record, error) {
	r, err := readRecord(t.ctx, t.tx, `WHERE id = ? AND outcome = '' AND dismissed = 0`, id)
	switch {
	case err != nil:
		return record{}, err
	case r.ID == "":
		return record{}, errGone
	case r.run != l.run.id && isAlive(l.folder, r.run):
		return record{}, errTaken
	}
	r.run = l.run.id
	return r, t.exec(`UPDATE session SET run = ? WHERE id = ?`, r.run, id)
}

// eachRecord calls a function with one session after the other, with or without the
// stages and what hurt; rest is what follows the table in the query.
func eachRecord(ctx context.Context, from querier, whole bool, each func(record) error, rest string, args ...any) error {
	detail := `''`
	if whole {
		detail = `detail`
	}
	return rows(ctx, from, func(scan func(...any) error) error {
		r, err := scanRecord(scan)
		if err != nil {
			return err
		}
		return each(r)
	}, `SELECT id, routine, name, started, zone, zone_offset, ended, outcome, played, planned, poses, done, plan_stages, next,
		plan, pain_before, pain_after, regions, leg, run, dismissed, changed, `+detail+` FROM session `+rest, args...)
}

func scanRecord(scan func(...any) error) (record, error) {
	var (
		r                       record
		started, ended, changed int64
		played, planned         int64
		offset                  int
		where, text             string
		d                       detail
	)
	err := scan(&r.ID, &r.Routine, &r.Name, &started, &r.Zone, &offset, &ended, &r.End, &played, &planned, &r.Poses, &r.Done,
		&r.PlanStages, &r.Next, &r.Plan, &r.Before, &r.After, &where, &r.Leg, &r.run, &r.dismissed, &changed, &text)
	r.Started, r.Ended = instant(started, r.Zone, offset), instant(ended, r.Zone, offset)
	r.Played, r.Planned = length(played), length(planned)
	r.Changed = time.Unix(0, changed).UTC()
	if where != "" {
		r.Where = strings.Split(where, "\n")
	}
	if err != nil || text == "" {
		return r, err
	}
	err = json.Unmarshal([]byte(text), &d)
	r.Stages, r.Hurts = d.Stages, d.Hurts
	for i := range r.Stages {
		r.Stages[i].At = r.Stages[i].At.In(r.Started.Location())
	}
	for i := range r.Hurts {
		r.Hurts[i].At = r.Hurts[i].At.In(r.Started.Location())
	}
	return r, err
}

// readRecord reads a session with its stages; one without an ID where there is none.
func readRecord(ctx context.Context, from querier, where string, args ...any) (r record, err error) {
	err = eachRecord(ctx, from, true, func(found record) error {
		r = found
		return nil
	}, where, args...)
	return r, err
}

// eachPEG is eachRecord for answers.
func eachPEG(ctx context.Context, from querier, each func(pegRecord) error, rest string, args ...any) error {
	return rows(ctx, from, func(scan func(...any) error) error {
		var p pegRecord
		var at int64
		var offset int
		if err := scan(&at, &p.Zone, &offset, &p.Pain, &p.Enjoyment, &p.Activity); err != nil {
			return err
		}
		p.At = instant(at, p.Zone, offset)
		return each(p)
	}, `SELECT at, zone, zone_offset, pain, enjoyment, activity FROM peg `+rest, args...)
}
