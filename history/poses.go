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
// each.
const eachPose = `WITH RECURSIVE name (pose) AS (SELECT min(pose) FROM pose UNION ALL
		SELECT (SELECT min(pose) FROM pose WHERE pose > name.pose) FROM name WHERE name.pose IS NOT NULL)
	SELECT name.pose, p.tenths, p.last,
		(SELECT count(*) FROM (SELECT 1 FROM pose q WHERE q.pose = name.pose AND q.whole > 0 LIMIT 3)),
		coalesce((SELECT max(at) FROM pose q WHERE q.pose = name.pose AND q.at >= ?1 AND q.whole > 0), 0),
		coalesce((SELECT max(at) FROM pose q WHERE q.pose = name.pose AND q.at >= ?1 AND q.hurt > 0), 0)
	FROM name JOIN pose p ON p.pose = name.pose AND p.session =
		(SELECT q.session FROM pose q JOIN session s ON s.n = q.session WHERE q.pose = name.pose ORDER BY q.at DESC, s.id DESC LIMIT 1)`

// Poses gives what is known about each pose of the log; what was done lately, by
// sessions that started since a time.
func (l *Log) Poses(ctx context.Context, since time.Time) ([]Pose, error) {
	now := l.now().UnixNano()
	var all []Pose
	err := l.query(ctx, func(from querier) (err error) {
		all, err = list(ctx, from, func(p *Pose, scan func(...any) error) error {
			var r rung
			var done, hurt int64
			err := scan(&p.ID, &r.tenths, &r.last, &p.Times, &done, &hurt)
			p.Level = r.level(now)
			if done > 0 {
				p.Done = time.Unix(0, done)
			}
			if hurt > 0 {
				p.Hurt = time.Unix(0, hurt)
			}
			return err
		}, eachPose, since.UnixNano())
		return err
	})
	return all, err
}
