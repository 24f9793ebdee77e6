package history

import (
	"strings"
	"time"
)

// What is written, word for word. Each takes the database as it finds it: a
// session that it does not know begins there and then.

// counts is what makes a session one that is counted: a whole minute of it, or
// its end. A look at the first pose is none.
const counts = `counted = (played >= 60000 OR outcome = 'finished')`

// insert writes the row of a session and gives its number; 0 if it was there.
func (t *tx) insert(r record) (int64, error) {
	_, offset := r.Started.Zone()
	counted := r.Played >= 60000 || r.End == Finished
	var n int64
	_, err := t.one(`INSERT INTO session (id, routine, name, started, zone, zone_offset, day, ended, outcome, played,
			planned, poses, done, stages, stage, again, pain_before, pain_after, regions, leg, counted, run, dismissed, changed)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING RETURNING n`,
		[]any{
			r.ID, r.Routine, r.Name, r.Started.UnixNano(), r.Zone, offset, dayOf(r.Started),
			max(r.Ended.UnixNano(), r.Started.UnixNano()), r.End, r.Played,
			r.Planned, r.Poses, r.Done, r.Stages, r.Stage, r.Again, r.Before, r.After,
			strings.Join(r.Where, "\n"), r.Leg, counted, r.run, r.dismissed, r.Changed.UnixNano(),
		}, &n)
	if err == nil && n != 0 {
		err = t.unfold(n)
	}
	return n, err
}

// number is the number of a session by its ID.
func (t *tx) number(id string, at time.Time) (int64, error) {
	var n int64
	found, err := t.one(`SELECT n FROM session WHERE id = ?`, []any{id}, &n)
	if found || err != nil {
		return n, err
	}
	r, ok := t.known[id]
	if !ok {
		zone := zoneOf(at)
		r = record{ID: id, Started: at, Ended: at, Zone: zone, Changed: at}
	}
	return t.insert(r)
}

func (t *tx) stage(id string, s stageRecord) error {
	n, err := t.number(id, s.At)
	if err != nil {
		return err
	}
	if err := t.insertStage(n, s); err != nil {
		return err
	}
	if err := t.exec(`UPDATE session SET played = played + ?, stage = ?, ended = max(ended, ?) WHERE n = ?`,
		s.Played, s.Index+1, s.At.UnixNano(), n); err != nil {
		return err
	}
	if err := t.recount(n, s.Pose); err != nil {
		return err
	}
	return t.touch(n, s.At)
}

func (t *tx) insertStage(n int64, s stageRecord) error {
	return t.exec(`INSERT INTO stage SELECT ?1, 1 + coalesce((SELECT max(nr) FROM stage WHERE session = ?1), 0),
		?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13`,
		n, s.Index, s.Kind, s.Pose, s.Variant, s.Side, s.Item, s.Set, s.Planned, s.Played, s.Skipped, s.Last, s.At.UnixNano())
}

func (t *tx) insertHurt(n int64, h hurtRecord) error {
	return t.exec(`INSERT INTO hurt SELECT ?1, 1 + coalesce((SELECT max(nr) FROM hurt WHERE session = ?1), 0),
		?2, ?3, ?4, ?5, ?6, ?7, ?8`, n, h.Pose, h.Variant, h.Stage, h.At.UnixNano(), h.Pain, h.Leg, h.Choice)
}

// touch is done after every change of a session.
func (t *tx) touch(n int64, at time.Time) error {
	return t.exec(`UPDATE session SET changed = max(changed + 1, ?), `+counts+` WHERE n = ?`, at.UnixNano(), n)
}

func (t *tx) hurt(id string, h hurtRecord) error {
	n, err := t.number(id, h.At)
	if err != nil {
		return err
	}
	if err := t.insertHurt(n, h); err != nil {
		return err
	}
	if err := t.exec(`UPDATE session SET leg = leg OR ?, ended = max(ended, ?) WHERE n = ?`, h.Leg, h.At.UnixNano(), n); err != nil {
		return err
	}
	if err := t.recount(n, h.Pose); err != nil {
		return err
	}
	return t.again(n, h.At)
}

// recount sums up a pose of a session from its stages and from what hurt.
func (t *tx) recount(n int64, pose string) error {
	var all []stageRecord
	err := t.each(func(scan func(...any) error) error {
		var s stageRecord
		if err := scan(&s.Index, &s.Kind, &s.Item, &s.Skipped, &s.Last); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	}, `SELECT place, kind, item, skipped, last FROM stage WHERE session = ? AND pose = ? ORDER BY nr`, n, pose)
	if err != nil {
		return err
	}
	whole, skipped := tally(all)
	if err := t.exec(`DELETE FROM pose WHERE session = ? AND pose = ?`, n, pose); err != nil {
		return err
	}
	if err := t.exec(`INSERT INTO pose SELECT n, ?, started, `+weekSQL+`, ?, ?,
			(SELECT count(*) FROM hurt WHERE session = n AND pose = ?1)
		FROM session WHERE n = ?`, pose, whole, skipped, n); err != nil {
		return err
	}
	return t.exec(`UPDATE session SET done = (SELECT sum(whole) FROM pose WHERE session = n) WHERE n = ?`, n)
}

// weekSQL is weekOf; division goes towards 0 there, so it starts two thousand
// weeks earlier.
const weekSQL = `(day + 14003) / 7 - 2000`

func (t *tx) checkIn(id string, after bool, pain *int, where []string, at time.Time) error {
	n, err := t.number(id, at)
	if err != nil {
		return err
	}
	if after {
		err = t.exec(`UPDATE session SET pain_after = ? WHERE n = ?`, pain, n)
	} else {
		err = t.exec(`UPDATE session SET pain_before = ?, regions = ? WHERE n = ?`, pain, strings.Join(where, "\n"), n)
	}
	if err != nil {
		return err
	}
	return t.again(n, at)
}

func (t *tx) update(id string, stages int, planned int64, again string, at time.Time) error {
	n, err := t.number(id, at)
	if err != nil {
		return err
	}
	if err := t.exec(`UPDATE session SET stages = ?, planned = ?, again = ? WHERE n = ?`, stages, planned, again, n); err != nil {
		return err
	}
	return t.touch(n, at)
}

func (t *tx) finish(id, end string, at time.Time) error {
	n, err := t.number(id, at)
	if err != nil {
		return err
	}
	if err := t.exec(`UPDATE session SET outcome = ?, ended = max(ended, ?) WHERE n = ?`, end, at.UnixNano(), n); err != nil {
		return err
	}
	return t.again(n, at)
}

func (t *tx) dismiss(id string, at time.Time) error {
	n, err := t.number(id, at)
	if err != nil {
		return err
	}
	if err := t.exec(`UPDATE session SET dismissed = 1 WHERE n = ?`, n); err != nil {
		return err
	}
	return t.again(n, at)
}

func (t *tx) peg(p pegRecord) error {
	_, offset := p.At.Zone()
	return t.exec(`INSERT INTO peg VALUES (?,?,?,?,?,?,?) ON CONFLICT (at) DO NOTHING`,
		p.At.UnixNano(), p.Zone, offset, dayOf(p.At), p.Pain, p.Enjoyment, p.Activity)
}

// again is touch for what the levels depend on.
func (t *tx) again(n int64, at time.Time) error {
	if err := t.unfold(n); err != nil {
		return err
	}
	return t.touch(n, at)
}

// unfold says that the levels do not know a session yet, as it is now.
func (t *tx) unfold(n int64) error {
	return t.exec(`INSERT INTO fold VALUES (?) ON CONFLICT DO NOTHING`, n)
}

// each is rows for a prepared statement.
func (t *tx) each(do func(scan func(...any) error) error, query string, args ...any) error {
	s, err := t.stmt(query)
	if err != nil {
		return err
	}
	r, err := s.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	for r.Next() {
		if err := do(r.Scan); err != nil {
			return err
		}
	}
	return r.Err()
}
