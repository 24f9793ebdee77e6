package history

import (
	"context"
	"time"
)

// The levels are kept in a table, up to the sessions in the table fold: those are
// folded in when somebody asks, in memory, and by the writer soon afterwards.
// What was folded in and changed later, or came from another machine, makes its
// poses be counted anew from all their events; so the order in which sessions
// arrive changes nothing.

// Levels gives the level of each pose that was done, 0 to 1: how far up the range
// of its dose it has come.
func (l *Log) Levels(ctx context.Context) (map[string]float64, error) {
	now := l.now()
	var rungs map[string]rung
	folds := false
	err := l.ask(ctx, func(from asker) error {
		var err error
		rungs, folds, err = levels(ctx, from, now)
		return err
	})
	if err != nil {
		return nil, err
	}
	if folds {
		l.push(op{Do: doFold, At: now})
	}
	all := make(map[string]float64, len(rungs))
	for pose, r := range rungs {
		all[pose] = r.level(now.UnixNano())
	}
	return all, nil
}

// over says of a session s that it is: it ended, or will not go on any more.
const over = `(s.outcome <> '' OR s.dismissed = 1 OR s.ended < ?1)`

// events are those of poses p in sessions s.
const events = `SELECT p.pose, p.at, p.whole > 0 AND p.skipped = 0, p.hurt > 0,
		(SELECT count(*) FROM (SELECT 1 FROM session o WHERE o.started > p.at - ?2 AND o.started <= p.at
			AND (o.counted = 1 OR o.n = s.n) LIMIT ?3)) >= ?3,
		s.pain_before, s.pain_after
	FROM pose p JOIN session s ON s.n = p.session `

// levels are the kept levels with what was not folded in yet; folds says that
// there was something.
func levels(ctx context.Context, from asker, now time.Time) (all map[string]rung, folds bool, err error) {
	all = map[string]rung{}
	err = rows(ctx, from, func(scan func(...any) error) error {
		var pose string
		var r rung
		err := scan(&pose, &r.tenths, &r.comfortable, &r.last)
		all[pose] = r
		return err
	}, `SELECT pose, tenths, comfortable, last FROM level`)
	if err != nil {
		return nil, false, err
	}
	old := now.Add(-fresh).UnixNano()
	anew := map[string]bool{}
	err = readEvents(ctx, from, func(pose string, e event) {
		folds = true
		if e.at <= all[pose].last {
			anew[pose] = true
			return
		}
		all[pose] = all[pose].step(e)
	}, events+`JOIN fold f ON f.session = s.n WHERE `+over+` ORDER BY p.at, s.n`, old)
	if err != nil {
		return nil, false, err
	}
	for pose := range anew {
		var past []event
		err := readEvents(ctx, from, func(_ string, e event) { past = append(past, e) },
			events+`WHERE p.pose = ?4 AND `+over+` ORDER BY p.at, s.id`, old, pose)
		if err != nil {
			return nil, false, err
		}
		all[pose] = climb(past)
	}
	return all, folds, nil
}

func readEvents(ctx context.Context, from asker, each func(string, event), query string, old int64, more ...any) error {
	return rows(ctx, from, func(scan func(...any) error) error {
		var pose string
		var e event
		var before, after *int
		if err := scan(&pose, &e.at, &e.whole, &e.hurt, &e.often, &before, &after); err != nil {
			return err
		}
		e.strained = strained(before, after)
		each(pose, e)
		return nil
	}, query, append([]any{old, int64(oftenSpan), often}, more...)...)
}

// fold keeps the levels as they are now.
func (t *tx) fold(now time.Time) error {
	all, _, err := levels(t.ctx, t.tx, now)
	if err != nil {
		return err
	}
	for pose, r := range all {
		if err := t.exec(`INSERT INTO level VALUES (?, ?, ?, ?) ON CONFLICT (pose) DO UPDATE
			SET tenths = excluded.tenths, comfortable = excluded.comfortable, last = excluded.last`,
			pose, r.tenths, r.comfortable, r.last); err != nil {
			return err
		}
	}
	return t.exec(`DELETE FROM fold WHERE session IN (SELECT s.n FROM session s WHERE s.n IN (SELECT session FROM fold) AND `+over+`)`,
		now.Add(-fresh).UnixNano())
}

// foldAnew forgets the levels, so that they are counted from all events.
func (t *tx) foldAnew() error {
	if err := t.exec(`DELETE FROM level`); err != nil {
		return err
	}
	return t.exec(`INSERT INTO fold SELECT n FROM session WHERE true ON CONFLICT DO NOTHING`)
}
