package history

import (
	"context"
	"time"
)

// Stages gives the stages of a session in the order they were gone through; one
// that was gone back to is there again.
func (l *Log) Stages(ctx context.Context, id string) ([]Stage, error) {
	var all []Stage
	err := l.ask(ctx, func(from asker) error {
		var n int64
		if err := from.QueryRowContext(ctx, `SELECT n FROM session WHERE id = ?`, id).Scan(&n); err != nil {
			return err
		}
		r, err := readRecord(ctx, from, n)
		if err != nil {
			return err
		}
		records, err := readStages(ctx, from, n, r)
		all = make([]Stage, len(records))
		for i, s := range records {
			all[i] = Stage{
				Index: s.Index, Kind: s.Kind, Pose: s.Pose, Variant: s.Variant, Side: s.Side, Item: s.Item, Set: s.Set,
				Planned: time.Duration(s.Planned) * time.Millisecond, Played: time.Duration(s.Played) * time.Millisecond,
				Skipped: s.Skipped, Last: s.Last, At: s.At,
			}
		}
		return err
	})
	return all, err
}
