package history

import (
	"context"
	"time"
)

// Pose is what the log says about a pose that was done, or that hurt.
type Pose struct {
	ID    string
	Level float64 // how far up the range of its dose it has come, 0 to 1
	Times int     // that it was done to its end, at most 3: whoever asks has enough then

	// Done is when it was last done to its end, Hurt when it last hurt; the zero time
	// for not since the time that was asked for.
	Done, Hurt time.Time
}

// eachPose goes through the poses by name, without going through all that was done of
// each. A session that is still to come was made while the clock was ahead: it counts
// only where there is no other.
const eachPose = `WITH RECURSIVE name (pose) AS (SELECT min(pose) FROM pose UNION ALL
		SELECT (SELECT min(pose) FROM pose WHERE pose > name.pose) FROM name WHERE name.pose IS NOT NULL),
	latest AS MATERIALIZED (SELECT name.pose,
		coalesce((SELECT q.session FROM pose q JOIN session s ON s.n = q.session
				WHERE q.pose = name.pose AND q.at <= ?2 ORDER BY q.at DESC, s.id DESC LIMIT 1),
			(SELECT q.session FROM pose q JOIN session s ON s.n = q.session
				WHERE q.pose = name.pose ORDER BY q.at DESC, s.id DESC LIMIT 1)) AS stands,
		(SELECT q.session FROM pose q WHERE q.pose = name.pose AND q.at BETWEEN ?1 AND ?2 AND q.whole > 0
			ORDER BY q.at DESC LIMIT 1) AS done,
		(SELECT q.session FROM pose q WHERE q.pose = name.pose AND q.at BETWEEN ?1 AND ?2 AND q.hurt > 0
			ORDER BY q.at DESC LIMIT 1) AS hurt
		FROM name WHERE name.pose IS NOT NULL)
	SELECT p.pose, p.tenths, p.last,
		(SELECT count(*) FROM (SELECT 1 FROM pose q WHERE q.pose = p.pose AND q.whole > 0 LIMIT 3)),
		coalesce(d.started, 0), coalesce(d.zone_offset, 0), coalesce(h.started, 0), coalesce(h.zone_offset, 0)
	FROM latest JOIN pose p ON p.pose = latest.pose AND p.session = latest.stands
		LEFT JOIN session d ON d.n = latest.done LEFT JOIN session h ON h.n = latest.hurt`

// Poses gives what is known about each pose of the log; what was done lately, by
// sessions that started since a time, in the zone of each.
func (l *Log) Poses(ctx context.Context, since time.Time) ([]Pose, error) {
	now := l.now().UnixNano()
	var all []Pose
	err := l.query(ctx, func(from querier) (err error) {
		all, err = list(ctx, from, func(p *Pose, scan func(...any) error) error {
			var r rung
			var done, hurt int64
			var doneOffset, hurtOffset int
			err := scan(&p.ID, &r.tenths, &r.last, &p.Times, &done, &doneOffset, &hurt, &hurtOffset)
			p.Level = r.level(now)
			if done > 0 {
				p.Done = instant(done, "", doneOffset)
			}
			if hurt > 0 {
				p.Hurt = instant(hurt, "", hurtOffset)
			}
			return err
		}, eachPose, since.UnixNano(), now)
		return err
	})
	return all, err
}
