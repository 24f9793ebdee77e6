package history

import (
	"context"
	"database/sql"
	"encoding/json"
	"math"
	"strings"
	"time"
)

// Filter says which sessions are wanted. Zero values say nothing.
type Filter struct {
	Since time.Time // from that day on, by the calendar where each session was
	Limit int       // at most so many, the newest; 0 for all
}

// Sessions gives sessions without their stages, newest first.
func (l *Log) Sessions(ctx context.Context, f Filter) ([]Session, error) {
	var all []Session
	err := l.query(ctx, func(from querier) error {
		all = nil
		return readSessions(ctx, from, f, func(s Session) error {
			all = append(all, s)
			return nil
		})
	})
	return all, err
}

// EachSession calls a function with one session after the other, as Sessions gives
// them, without holding all of them.
func (l *Log) EachSession(ctx context.Context, f Filter, each func(Session) error) error {
	return l.queryStream(ctx, func(from querier) error { return readSessions(ctx, from, f, each) })
}

func readSessions(ctx context.Context, from querier, f Filter, each func(Session) error) error {
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	return rows(ctx, from, func(scan func(...any) error) error {
		r, err := scanRecord(scan)
		if err != nil {
			return err
		}
		return each(r.Session)
	}, `SELECT `+columns+` FROM session WHERE started >= ? AND day >= ? ORDER BY started DESC, id DESC LIMIT ?`,
		earliest(f.Since), sinceDay(f.Since), limit)
}

// sinceDay is the day of an instant; the zero time comes before all others.
func sinceDay(since time.Time) int64 {
	if since.IsZero() {
		return math.MinInt64
	}
	return dayOf(since)
}

// earliest is when the day of an instant begins anywhere.
func earliest(since time.Time) int64 {
	if since.IsZero() {
		return math.MinInt64
	}
	return (dayOf(since) - 1) * int64(24*time.Hour)
}

// LastPEG gives the newest answer; false if there is none, or if the log cannot
// be read.
func (l *Log) LastPEG(ctx context.Context) (PEG, bool) {
	var p pegRecord
	err := l.query(ctx, func(from querier) error {
		var err error
		p, err = scanPEG(from.QueryRowContext(ctx, `SELECT `+pegColumns+` FROM peg ORDER BY at DESC LIMIT 1`).Scan)
		return err
	})
	return p.PEG, err == nil
}

// resumable is how long a session that was cut off can go on.
const resumable = 12 * time.Hour

// Unfinished gives the newest session that was cut off and can go on, without its
// stages: in the last 12 hours, by a process that is over, and not dismissed. False
// if there is none, or if the log cannot be read. Its next stage may be the first:
// nothing of it was done.
func (l *Log) Unfinished(ctx context.Context) (Session, bool) {
	var found *record
	now := l.now()
	err := l.query(ctx, func(from querier) error {
		found = nil
		return rows(ctx, from, func(scan func(...any) error) error {
			r, err := scanRecord(scan)
			if err != nil || found != nil || r.run == l.run.id || r.Next >= r.PlanStages || isAlive(l.folder, r.run) {
				return err
			}
			// One that ends later than now was made while the clock was ahead.
			if now.Sub(r.Ended) < resumable {
				found = &r
			}
			return nil
		}, `SELECT `+columns+` FROM session WHERE outcome = '' AND dismissed = 0 ORDER BY n DESC LIMIT 20`)
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
	var n int64
	found, err := t.one(`SELECT n FROM session WHERE id = ? AND outcome = '' AND dismissed = 0`, []any{id}, &n)
	if err == nil && !found {
		err = errGone
	}
	if err != nil {
		return record{}, err
	}
	r, err := readRecord(t.ctx, t.tx, n)
	if err == nil && r.run != l.run.id && isAlive(l.folder, r.run) {
		err = errTaken
	}
	if err != nil {
		return record{}, err
	}
	return r, t.exec(`UPDATE session SET run = ? WHERE n = ?`, l.run.id, n)
}

// columns are those of a session in the order of scanRecord.
const columns = `id, routine, name, started, zone, zone_offset, ended, outcome, played, planned, poses, done, plan_stages, next,
	plan, pain_before, pain_after, regions, leg, run, dismissed, changed`

// scanRecord reads a row of columns, and of what was selected after them.
func scanRecord(scan func(...any) error, more ...any) (record, error) {
	var (
		r                       record
		started, ended, changed int64
		played, planned         int64
		offset                  int
		where                   string
	)
	err := scan(append([]any{
		&r.ID, &r.Routine, &r.Name, &started, &r.Zone, &offset, &ended, &r.End, &played, &planned,
		&r.Poses, &r.Done, &r.PlanStages, &r.Next, &r.Plan, &r.Before, &r.After, &where, &r.Leg, &r.run, &r.dismissed, &changed,
	}, more...)...)
	r.Started, r.Ended = instant(started, r.Zone, offset), instant(ended, r.Zone, offset)
	r.Played, r.Planned = length(played), length(planned)
	r.Changed = time.Unix(0, changed).UTC()
	if where != "" {
		r.Where = strings.Split(where, "\n")
	}
	return r, err
}

// scanWhole is scanRecord with the stages and what hurt, selected after the columns
// as detail.
func scanWhole(scan func(...any) error) (record, error) {
	var text string
	r, err := scanRecord(scan, &text)
	if err != nil {
		return r, err
	}
	var d detail
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

func readRecord(ctx context.Context, from querier, n int64) (record, error) {
	return scanWhole(from.QueryRowContext(ctx, `SELECT `+columns+`, detail FROM session WHERE n = ?`, n).Scan)
}

const pegColumns = `at, zone, zone_offset, pain, enjoyment, activity`

func scanPEG(scan func(...any) error) (pegRecord, error) {
	var p pegRecord
	var at int64
	var offset int
	err := scan(&at, &p.Zone, &offset, &p.Pain, &p.Enjoyment, &p.Activity)
	p.At = instant(at, p.Zone, offset)
	return p, err
}

func readPEG(ctx context.Context, from *sql.DB, at int64) (pegRecord, error) {
	return scanPEG(from.QueryRowContext(ctx, `SELECT `+pegColumns+` FROM peg WHERE at = ?`, at).Scan)
}
