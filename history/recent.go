package history

import (
	"context"
	"database/sql"
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
			var done, hurt sql.NullInt64
			if err := scan(&r.Pose, &done, &hurt); err != nil {
				return err
			}
			if done.Valid {
				r.Done = time.Unix(0, done.Int64)
			}
			if hurt.Valid {
				r.Hurt = time.Unix(0, hurt.Int64)
			}
			if done.Valid || hurt.Valid {
				all = append(all, r)
			}
			return nil
		}, `WITH RECURSIVE name (pose) AS (
				SELECT min(pose) FROM pose UNION ALL
				SELECT (SELECT min(pose) FROM pose WHERE pose > name.pose) FROM name WHERE name.pose IS NOT NULL)
			SELECT name.pose,
				(SELECT max(at) FROM pose p WHERE p.pose = name.pose AND p.at >= ?1 AND p.whole > 0),
				(SELECT max(at) FROM pose p WHERE p.pose = name.pose AND p.at >= ?1 AND p.hurt > 0)
			FROM name WHERE name.pose IS NOT NULL`, since.UnixNano())
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}
