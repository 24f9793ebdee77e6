package history

import (
	"time"
)

// How far up the range of its dose a pose has come, in tenths. Frequency comes
// first, then length: Saper 2013 found twice a week to bring no more than once,
// and the ordinary plan is three to five short sessions a week.
const (
	top          = 10 // the whole range
	stepUp       = 1
	stepBack     = 2 // when it hurt
	gapBack      = 3
	gap          = 21 * 24 * time.Hour // without the pose
	comfortables = 3                   // completions for a step up
	often        = 3                   // sessions in the week up to a completion, itself among them
	oftenSpan    = 7 * 24 * time.Hour
	tooMuch      = 5 // pain above it is working too hard (NHS Inform)
	tooMuchMore  = 2 // and so is a rise by as much
)

// StepBack is how much lower in its range, of 0 to 1, a pose that hurt begins next time.
const StepBack = 1. * stepBack / top

// event is one session as one pose sees it.
type event struct {
	at       int64 // when the session started, ns
	whole    bool  // done to the end every time
	hurt     bool
	often    bool // sessions are frequent enough
	strained bool // the session as a whole left more pain than it should
}

// rung is where a pose stands.
type rung struct {
	tenths      int
	comfortable int   // completions since the last step
	last        int64 // the event before; 0 if there was none
}

// step is the next rung, after one event more.
func (r rung) step(e event) rung {
	if !e.whole && !e.hurt {
		return r
	}
	r = r.rest(e.at)
	r.last = e.at
	switch {
	case e.hurt:
		r.tenths, r.comfortable = max(r.tenths-stepBack, 0), 0
	case e.strained:
	default:
		r.comfortable++
		if r.comfortable >= comfortables && e.often && r.tenths < top {
			r.tenths, r.comfortable = min(r.tenths+stepUp, top), 0
		}
	}
	return r
}

// rest is the rung after the time without the pose.
func (r rung) rest(at int64) rung {
	if r.last != 0 && at-r.last > int64(gap) {
		r.tenths, r.comfortable = max(r.tenths-gapBack, 0), 0
	}
	return r
}

// level is a rung as others see it, 0 to 1, at an instant.
func (r rung) level(now int64) float64 {
	return float64(r.rest(now).tenths) / top
}

// isStrained reports whether a session left more pain than it should. What was not
// rated strains nothing.
func isStrained(before, after *int) bool {
	return after != nil && (*after > tooMuch || before != nil && *after-*before >= tooMuchMore)
}

// levelRow is a session as one pose sees it, and where the pose is said to stand
// after it.
type levelRow struct {
	event
	rung
	session int64
	pose    string
}

// updateLevels works out where poses stand after each session from an instant on.
// Where they stood before does not change by what came later, so the order in which
// sessions arrive changes nothing.
func (t *tx) updateLevels(since int64) error {
	all, err := t.readLevelRows(since)
	if err != nil {
		return err
	}
	current := map[string]rung{}
	for _, row := range all {
		r, known := current[row.pose]
		if !known {
			if r, err = t.rungBefore(row.pose, since); err != nil {
				return err
			}
		}
		r = r.step(row.event)
		current[row.pose] = r
		if r == row.rung {
			continue
		}
		if err := t.exec(`UPDATE pose SET tenths = ?, comfortable = ?, last = ? WHERE session = ? AND pose = ?`,
			r.tenths, r.comfortable, r.last, row.session, row.pose); err != nil {
			return err
		}
	}
	return nil
}

// readLevelRows reads the sessions from an instant on, in the order of time.
func (t *tx) readLevelRows(since int64) ([]levelRow, error) {
	return list(t.ctx, t.tx, func(row *levelRow, scan func(...any) error) error {
		var before, after *int
		err := scan(&row.session, &row.pose, &row.at, &row.whole, &row.hurt, &row.often, &before, &after,
			&row.tenths, &row.comfortable, &row.last)
		row.strained = isStrained(before, after)
		return err
	}, `SELECT s.n, p.pose, s.started, p.whole > 0 AND p.skipped + p.part = 0, p.hurt > 0,
			(SELECT count(*) FROM (SELECT 1 FROM session o WHERE o.started > s.started - ?2 AND o.started <= s.started
				AND (o.counted = 1 OR o.n = s.n) LIMIT ?3)) >= ?3,
			s.pain_before, s.pain_after, p.tenths, p.comfortable, p.last
		FROM session s JOIN pose p ON p.session = s.n
		WHERE s.started >= ?1 ORDER BY s.started, s.id, p.pose`, since, int64(oftenSpan), often)
}

// rungBefore is where a pose stood before an instant.
func (t *tx) rungBefore(pose string, at int64) (rung, error) {
	var r rung
	_, err := t.one(`SELECT p.tenths, p.comfortable, p.last FROM pose p JOIN session s ON s.n = p.session
		WHERE p.pose = ? AND p.at < ? ORDER BY p.at DESC, s.id DESC LIMIT 1`, []any{pose, at}, &r.tenths, &r.comfortable, &r.last)
	return r, err
}
