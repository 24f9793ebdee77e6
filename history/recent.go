package history

import (
	"context"
	"time"
)

// Recent is when a pose was last done to its end, and when it last hurt; the zero
// time for not since the day that was asked for.
type Recent struct {
	Pose       string
	Done, Hurt time.Time
}

// Recent is what was done, and what hurt, in sessions that started since a time.
func (l *Log) Recent(ctx context.Context, since time.Time) ([]Recent, error) {
	var all []Recent
	err := l.query(ctx, func(from querier) error {
		all = nil
		return rows(ctx, from, func(scan func(...any) error) error {
			var r Recent
			var done, hurt int64
			err := scan(&r.Pose, &done, &hurt)
			if done > 0 {
				r.Done = time.Unix(0, done)
			}
			if hurt > 0 {
				r.Hurt = time.Unix(0, hurt)
			}
			if done+hurt > 0 {
				all = append(all, r)
			}
			return err
		}, eachPose+`SELECT name.pose,
				coalesce((SELECT max(at) FROM pose p WHERE p.pose = name.pose AND p.at >= ?1 AND p.whole > 0), 0),
				coalesce((SELECT max(at) FROM pose p WHERE p.pose = name.pose AND p.at >= ?1 AND p.hurt > 0), 0)
			FROM name WHERE name.pose IS NOT NULL`, since.UnixNano())
	})
	return all, err
}
