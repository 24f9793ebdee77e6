package history

import (
	"encoding/json"
	"strings"
)

// detail is what is only read together with its session.
type detail struct {
	Stages []Stage `json:"stages,omitempty"`
	Hurts  []Hurt  `json:"hurts,omitempty"`
}

func (t *tx) put(e entry) error {
	if e.session == nil {
		_, err := t.putPEG(*e.peg)
		return err
	}
	_, err := t.putRecord(*e.session)
	return err
}

// putRecord writes a session, unless the database has the same or a later state of
// it. It reports whether it did.
func (t *tx) putRecord(r record) (bool, error) {
	var before struct {
		n                     *int64
		day, started, changed int64
	}
	found, err := t.one(`SELECT n, day, started, changed FROM session WHERE id = ?`, []any{r.ID},
		&before.n, &before.day, &before.started, &before.changed)
	if err != nil || found && before.changed >= r.Changed.UnixNano() {
		return false, err
	}
	if found {
		t.touch(before.day, before.started)
	}
	n, err := t.replaceSession(before.n, r)
	if err != nil {
		return false, err
	}
	return true, t.putPoses(n, r.Session)
}

// rederive writes anew what follows from the sessions, by rules that have changed since.
func (t *tx) rederive() error {
	read := func(n *int64, scan func(...any) error) error { return scan(n) }
	numbers, err := list(t.ctx, t.tx, read, `SELECT n FROM session WHERE json_valid(detail)`)
	if err != nil {
		return err
	}
	for _, n := range numbers {
		r, err := readRecord(t.ctx, t.tx, `WHERE n = ?`, n)
		if err != nil {
			return err
		}
		r.Done = max(r.Done, r.Derived().Done)
		if err := t.exec(`UPDATE session SET counted = ?, done = ? WHERE n = ?`, r.Counts(), r.Done, n); err != nil {
			return err
		}
		if err := t.putPoses(n, r.Session); err != nil {
			return err
		}
	}
	return nil
}

// putPoses writes what a session says about poses, in place of what it said before.
func (t *tx) putPoses(n int64, s Session) error {
	if err := t.exec(`DELETE FROM pose WHERE session = ?`, n); err != nil {
		return err
	}
	day, started := dayOf(s.Started), s.Started.UnixNano()
	for pose, c := range countPoses(s) {
		if err := t.exec(`INSERT INTO pose VALUES (?,?,?,?,?,?,?,0,0,0,?)`, n, pose, started, day, c.whole, c.skipped, c.hurt, c.part); err != nil {
			return err
		}
	}
	t.touch(day, started)
	return nil
}

// replaceSession writes the row of a session under its number, nil for a new one.
func (t *tx) replaceSession(number *int64, r record) (n int64, err error) {
	text, err := json.Marshal(detail{r.Stages, r.Hurts})
	if err != nil {
		return 0, err
	}
	_, offset := r.Started.Zone()
	_, err = t.one(`REPLACE INTO session (n, id, routine, name, started, zone, zone_offset, day, ended, outcome, played, planned,
			poses, done, plan_stages, next, plan, pain_before, pain_after, regions, leg, counted, run, dismissed, changed, detail)
		VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) RETURNING n`,
		[]any{
			number, r.ID, r.Routine, r.Name, r.Started.UnixNano(), r.Zone, offset, dayOf(r.Started),
			r.Ended.UnixNano(), r.End, r.Played.Milliseconds(), r.Planned.Milliseconds(),
			r.Poses, r.Done, r.PlanStages, r.Next, r.Plan, r.Before, r.After,
			strings.Join(r.Where, "\n"), r.Leg, r.Counts(), r.run, r.dismissed, r.Changed.UnixNano(), string(text),
		}, &n)
	return n, err
}

// putPEG writes an answer. Of two of one instant, from two machines, the larger stays,
// whichever came first. It reports whether it was not there.
func (t *tx) putPEG(p pegRecord) (bool, error) {
	_, offset := p.At.Zone()
	var at int64
	return t.one(`INSERT INTO peg VALUES (?,?,?,?,?,?,?) ON CONFLICT (at) DO UPDATE SET
			(zone, zone_offset, day, pain, enjoyment, activity) = (excluded.zone, excluded.zone_offset, excluded.day,
			excluded.pain, excluded.enjoyment, excluded.activity)
		WHERE (excluded.pain, excluded.enjoyment, excluded.activity, excluded.zone, excluded.zone_offset) >
			(peg.pain, peg.enjoyment, peg.activity, peg.zone, peg.zone_offset) RETURNING at`,
		[]any{p.At.UnixNano(), p.Zone, offset, dayOf(p.At), p.Pain, p.Enjoyment, p.Activity}, &at)
}

// touch notes that a session on a day changed.
func (t *tx) touch(day, started int64) {
	t.days[day] = true
	t.since = min(t.since, started)
}

// update brings the sums of the days and the levels up to date with the sessions
// that changed.
func (t *tx) update() error {
	for day := range t.days {
		if err := t.exec(`REPLACE INTO day SELECT ?1, coalesce(sum(counted), 0), coalesce(sum(played), 0),
				coalesce(sum(pain_before), 0), count(pain_before), coalesce(sum(pain_after), 0), count(pain_after)
			FROM session WHERE day = ?1`, day); err != nil {
			return err
		}
	}
	if len(t.days) == 0 {
		return nil
	}
	return t.updateLevels(t.since)
}
