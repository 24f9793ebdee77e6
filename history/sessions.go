package history

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"strings"
	"time"
)

// Filter says which sessions are wanted, by when they started. Zero values say
// nothing.
type Filter struct {
	Since  time.Time // from then on
	Until  time.Time // before then
	Limit  int       // at most so many; 0 for all
	Offset int       // without the newest so many
}

// Sessions gives sessions, newest first.
func (l *Log) Sessions(ctx context.Context, f Filter) ([]Session, error) {
	since, until := span(f.Since, f.Until)
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	var all []Session
	err := l.ask(ctx, func(from asker) error {
		all = nil
		return rows(ctx, from, func(scan func(...any) error) error {
			r, err := scanRecord(scan)
			if err == nil {
				all = append(all, r.session())
			}
			return err
		}, `SELECT `+columns+` FROM session WHERE started >= ? AND started < ? ORDER BY started DESC, n DESC LIMIT ? OFFSET ?`,
			since, until, limit, max(f.Offset, 0))
	})
	return all, err
}

func span(since, until time.Time) (from, to int64) {
	from, to = math.MinInt64, math.MaxInt64
	if !since.IsZero() {
		from = since.UnixNano()
	}
	if !until.IsZero() {
		to = until.UnixNano()
	}
	return from, to
}

// LastPEG gives the newest answer; false if there is none, or if the log cannot
// be read.
func (l *Log) LastPEG(ctx context.Context) (PEG, bool) {
	var p pegRecord
	err := l.ask(ctx, func(from asker) error {
		var err error
		p, err = scanPEG(from.QueryRowContext(ctx, `SELECT `+pegColumns+` FROM peg ORDER BY at DESC LIMIT 1`).Scan)
		return err
	})
	return p.answer(), err == nil
}

// fresh is how long a session that was cut off can go on.
const fresh = 12 * time.Hour

// Unfinished gives the newest session that was cut off and can go on: in the last
// 12 hours, by a run that is over, and not dismissed. False if there is none, or
// if the log cannot be read. Its stage may be the first: nothing of it was done.
func (l *Log) Unfinished(ctx context.Context) (Session, bool) {
	var found *record
	now := l.now()
	err := l.ask(ctx, func(from asker) error {
		found = nil
		return rows(ctx, from, func(scan func(...any) error) error {
			r, err := scanRecord(scan)
			if err != nil || found != nil || r.run == l.run.id || r.Stage >= r.Stages || alive(l.folder, r.run) {
				return err
			}
			// The clock may have been set back since.
			if age := now.Sub(r.Ended).Abs(); age < fresh {
				found = &r
			}
			return nil
		}, `SELECT `+columns+` FROM session WHERE outcome = '' AND dismissed = 0 ORDER BY n DESC LIMIT 20`)
	})
	if err != nil || found == nil {
		return Session{}, false
	}
	return found.session(), true
}

// Resume takes over a session that was cut off, to go on in the same row. The
// error says that another copy was quicker, or that the log cannot be written to
// just now: then a new session is to be begun.
func (l *Log) Resume(ctx context.Context, id string) (Session, error) {
	db, err := l.writable(ctx)
	if err != nil {
		return Session{}, err
	}
	var r record
	err = change(ctx, db, func(t *tx) error {
		var n int64
		found, err := t.one(`SELECT n FROM session WHERE id = ? AND outcome = '' AND dismissed = 0`, []any{id}, &n)
		if err != nil {
			return err
		}
		if !found {
			return errGone
		}
		if r, err = readRecord(ctx, t.tx, n); err != nil {
			return err
		}
		if r.run != l.run.id && alive(l.folder, r.run) {
			return errTaken
		}
		r.run = l.run.id
		return t.exec(`UPDATE session SET run = ? WHERE n = ?`, l.run.id, n)
	})
	if err != nil {
		return Session{}, told(err)
	}
	l.mu.Lock()
	l.known[id] = r
	l.mu.Unlock()
	return r.session(), nil
}

// columns are those of a session in the order of scanRecord.
const columns = `id, routine, name, started, zone, zone_offset, ended, outcome, played, planned, poses, done, stages, stage,
	again, pain_before, pain_after, regions, leg, run, dismissed, changed`

func scanRecord(scan func(...any) error) (record, error) {
	var (
		r                       record
		started, ended, changed int64
		offset                  int
		where                   string
	)
	err := scan(&r.ID, &r.Routine, &r.Name, &started, &r.Zone, &offset, &ended, &r.End, &r.Played, &r.Planned,
		&r.Poses, &r.Done, &r.Stages, &r.Stage, &r.Again, &r.Before, &r.After, &where, &r.Leg, &r.run, &r.dismissed, &changed)
	r.Started, r.Ended = instant(started, r.Zone, offset), instant(ended, r.Zone, offset)
	r.Changed = time.Unix(0, changed).UTC()
	if where != "" {
		r.Where = strings.Split(where, "\n")
	}
	return r, err
}

func readRecord(ctx context.Context, from asker, n int64) (record, error) {
	return scanRecord(from.QueryRowContext(ctx, `SELECT `+columns+` FROM session WHERE n = ?`, n).Scan)
}

// readStages reads the stages of a session, its zone being theirs; with an error,
// those before it.
func readStages(ctx context.Context, from asker, n int64, of record) ([]stageRecord, error) {
	var all []stageRecord
	err := rows(ctx, from, func(scan func(...any) error) error {
		var s stageRecord
		var at int64
		err := scan(&s.Index, &s.Kind, &s.Pose, &s.Variant, &s.Side, &s.Item, &s.Set, &s.Planned, &s.Played, &s.Skipped, &s.Last, &at)
		if err == nil {
			s.At = time.Unix(0, at).In(of.Started.Location())
			all = append(all, s)
		}
		return err
	}, `SELECT place, kind, pose, variant, side, item, sets, planned, played, skipped, last, at
		FROM stage WHERE session = ? ORDER BY nr`, n)
	return all, err
}

func readHurts(ctx context.Context, from asker, n int64, of record) ([]hurtRecord, error) {
	var all []hurtRecord
	err := rows(ctx, from, func(scan func(...any) error) error {
		var h hurtRecord
		var at int64
		err := scan(&h.Pose, &h.Variant, &h.Stage, &at, &h.Pain, &h.Leg, &h.Choice)
		if err == nil {
			h.At = time.Unix(0, at).In(of.Started.Location())
			all = append(all, h)
		}
		return err
	}, `SELECT pose, variant, place, at, pain, leg, choice FROM hurt WHERE session = ? ORDER BY nr`, n)
	return all, err
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

var (
	errGone  = errors.New(sayGone)
	errTaken = errors.New(sayTaken)
)
