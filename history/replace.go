package history

import (
	"context"
	"database/sql"
	"os"
	"slices"

	"github.com/ncruces/go-sqlite3/driver"
)

// replace moves a damaged database aside, never to be deleted, begins a new one
// and brings over what can still be read. Nothing is moved away under another
// copy that has it open: that would go on writing into it.
func (l *Log) replace(found error) (*sql.DB, error) {
	if company(l.folder, l.run.id) {
		return nil, shared{found}
	}
	aside := unused(l.path() + ".damaged-" + l.now().Format("2006-01-02"))
	if err := os.Rename(l.path(), aside); err != nil {
		return nil, noFile{err}
	}
	// The log of what is not in the file yet goes with it; the index to that log is
	// made anew.
	_ = os.Rename(l.path()+"-wal", aside+"-wal")
	_ = os.Remove(l.path() + "-shm")
	db, err := l.connect(false, false)
	if err != nil {
		return nil, err
	}
	sessions := l.salvage(aside, db)
	l.complain(damaged{aside: aside, sessions: sessions})
	return db, nil
}

// salvage brings over what can be read of a damaged database and gives the number
// of sessions.
func (l *Log) salvage(aside string, into *sql.DB) int {
	from, err := driver.Open(uri(aside, "mode=ro"))
	if err != nil {
		return 0
	}
	defer func() { _ = from.Close() }()
	from.SetMaxOpenConns(1)
	// A file that ends too early is read as far as it goes.
	_, _ = from.ExecContext(l.ctx, `PRAGMA writable_schema = on`)
	count := 0
	numbers := bothEnds(l.ctx, from, `SELECT n FROM session NOT INDEXED ORDER BY n`)
	for chunk := range slices.Chunk(numbers, 500) {
		_ = change(l.ctx, into, func(t *tx) error {
			for _, n := range chunk {
				if l.carry(t, from, n) {
					count++
				}
			}
			return nil
		})
	}
	_ = change(l.ctx, into, func(t *tx) error {
		for _, at := range bothEnds(l.ctx, from, `SELECT at FROM peg ORDER BY at`) {
			p, err := readPEG(l.ctx, from, at)
			if err == nil && checkPEG(p, "peg", l.now()) == nil {
				_ = t.peg(p)
			}
		}
		return nil
	})
	return count
}

// carry brings over one session, with as much of it as there is.
func (l *Log) carry(t *tx, from *sql.DB, n int64) bool {
	r, err := readRecord(l.ctx, from, n)
	if err != nil {
		return false
	}
	r.Log, _ = readStages(l.ctx, from, n, r)
	r.Hurts, _ = readHurts(l.ctx, from, n, r)
	r.Log = slices.DeleteFunc(r.Log, func(s stageRecord) bool { return checkStage(s, "stage", l.now()) != nil })
	r.Hurts = slices.DeleteFunc(r.Hurts, func(h hurtRecord) bool { return checkHurt(h, "hurt", l.now()) != nil })
	if checkRecord(r, "session", l.now()) != nil {
		return false
	}
	added, err := t.putRecord(r)
	return err == nil && added
}

// bothEnds reads a column of numbers from its beginning to where it breaks, and
// then from its end.
func bothEnds(ctx context.Context, from *sql.DB, query string) []int64 {
	var all []int64
	read := func(query string) error {
		return rows(ctx, from, func(scan func(...any) error) error {
			var n int64
			err := scan(&n)
			if err == nil {
				all = append(all, n)
			}
			return err
		}, query)
	}
	if read(query) != nil {
		_ = read(query + ` DESC`)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
