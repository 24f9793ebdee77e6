package history

import (
	"context"
	"database/sql"
	"errors"
	"math"
)

// querier is what questions go to: a database, or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// tx is a transaction in which a statement is prepared once.
type tx struct {
	ctx   context.Context
	tx    *sql.Tx
	ready map[string]*sql.Stmt
	days  map[int64]bool // on which a session changed
	since int64          // the start of the first session that changed
}

// change does something in a transaction that takes the place of all other
// writers at its beginning, so that it cannot fail for them in its middle.
func change(ctx context.Context, db *sql.DB, do func(*tx) error) error {
	begun, err := db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err != nil {
		return err
	}
	t := &tx{ctx: ctx, tx: begun, ready: map[string]*sql.Stmt{}, days: map[int64]bool{}, since: math.MaxInt64}
	err = do(t)
	if err == nil {
		err = t.update()
	}
	if err != nil {
		_ = begun.Rollback()
		return err
	}
	return begun.Commit()
}

// look asks several things of one state of the database.
func look(ctx context.Context, db *sql.DB, do func(querier) error) error {
	begun, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	err = do(begun)
	return errors.Join(err, begun.Rollback())
}

func (t *tx) prepare(query string) (*sql.Stmt, error) {
	if s, ok := t.ready[query]; ok {
		return s, nil
	}
	s, err := t.tx.PrepareContext(t.ctx, query)
	if err == nil {
		t.ready[query] = s
	}
	return s, err
}

func (t *tx) exec(query string, args ...any) error {
	s, err := t.prepare(query)
	if err == nil {
		_, err = s.ExecContext(t.ctx, args...)
	}
	return err
}

// one reads one row; false if there is none.
func (t *tx) one(query string, args []any, into ...any) (bool, error) {
	s, err := t.prepare(query)
	if err == nil {
		err = s.QueryRowContext(t.ctx, args...).Scan(into...)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// rows calls each with every row of an answer.
func rows(ctx context.Context, from querier, each func(scan func(...any) error) error, query string, args ...any) error {
	r, err := from.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	for r.Next() {
		if err := each(r.Scan); err != nil {
			return err
		}
	}
	return r.Err()
}

// list reads every row of an answer; up to the error, if there is one.
func list[T any](ctx context.Context, from querier, read func(row *T, scan func(...any) error) error,
	query string, args ...any,
) (all []T, err error) {
	err = rows(ctx, from, func(scan func(...any) error) error {
		var row T
		if err := read(&row, scan); err != nil {
			return err
		}
		all = append(all, row)
		return nil
	}, query, args...)
	return all, err
}
