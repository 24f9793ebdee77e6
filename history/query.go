package history

import (
	"cmp"
	"context"
	"database/sql"
)

// flush waits until everything that was saved before is written or kept. Repair has
// the database looked at first: a question found it damaged.
func (l *Log) flush(ctx context.Context, repair bool) error {
	done := make(chan struct{})
	l.mu.Lock()
	if l.closing {
		l.mu.Unlock()
		return errClosed
	}
	l.queue.repair = l.queue.repair || repair
	l.queue.waiters = append(l.queue.waiters, done)
	l.mu.Unlock()
	l.wakeWriter()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// query answers a question from the database, after everything that was saved
// before. One that turns out to be damaged is mended, and asked again.
func (l *Log) query(ctx context.Context, question func(querier) error) error {
	err := l.flush(ctx, false)
	if err == nil {
		err = l.queryOnce(ctx, question)
	}
	if isDamage(err) {
		if err = l.flush(ctx, true); err == nil {
			err = l.queryOnce(ctx, question)
		}
	}
	return explain(err)
}

// queryStream is query for an answer that is used while it is read: what was used
// cannot be asked again, so nothing is mended but by the question before.
func (l *Log) queryStream(ctx context.Context, question func(querier) error) error {
	if err := l.query(ctx, func(from querier) error {
		var n sql.NullInt64
		return from.QueryRowContext(ctx, `SELECT max(started) FROM session`).Scan(&n)
	}); err != nil {
		return err
	}
	err := l.queryOnce(ctx, question)
	if isDamage(err) && l.flush(ctx, true) == nil {
		if db, _ := l.database(); db != nil {
			return errBrokenOff
		}
	}
	return explain(err)
}

// queryOnce asks the database, or where it cannot be written to, its file as it is.
func (l *Log) queryOnce(ctx context.Context, question func(querier) error) error {
	return l.guard(func() error {
		db, why := l.database()
		if db == nil {
			if db = l.openReadOnly(ctx, why); db == nil {
				return why
			}
			defer func() { _ = db.Close() }()
		}
		return look(ctx, db, question)
	})
}

// write does something with the database, after everything that was saved before.
func (l *Log) write(ctx context.Context, do func(*sql.DB) error) error {
	if err := l.flush(ctx, false); err != nil {
		return err
	}
	return explain(l.guard(func() error {
		db, why := l.database()
		if db == nil {
			return cmp.Or(why, errNoDatabase)
		}
		return do(db)
	}))
}
