package history

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
)

// replace moves a damaged database aside, never to be deleted, begins a new one
// and brings over what can still be read.
func (l *Log) replace() (*sql.DB, error) {
	aside := unusedPath(l.path() + ".damaged-" + l.now().Format("2006-01-02"))
	if err := os.Rename(l.path(), aside); err != nil {
		return nil, fmt.Errorf(stuckText, reason(err))
	}
	// The log of what is not in the file yet goes with it; the index to that log is
	// made anew.
	_ = os.Rename(l.path()+"-wal", aside+"-wal")
	_ = os.Remove(l.path() + "-shm")
	db, err := l.connect(false)
	if err != nil {
		return nil, err
	}
	sessions := 0
	if from, err := driver.Open(uri(aside, "mode=ro")); err == nil {
		from.SetMaxOpenConns(1)
		// A file that ends too early is read as far as it goes.
		_, _ = from.ExecContext(l.ctx, `PRAGMA writable_schema = on`)
		sessions = l.bringOver(from, db)
		_ = from.Close()
	}
	if l.lost != nil {
		sessions += l.bringOver(l.lost, db)
	}
	l.report(fmt.Errorf(mendedText, countText(sessions, "session"), clean(filepath.Base(aside), limitName)), "")
	return db, nil
}

// bringOver brings over what can be read of another database and gives the number
// of sessions that were not there.
func (l *Log) bringOver(from, into *sql.DB) int {
	count, now := 0, l.lenientNow()
	numbers := readBothEnds(l.ctx, from, `SELECT n FROM session NOT INDEXED ORDER BY n`)
	for chunk := range slices.Chunk(numbers, 500) {
		_ = change(l.ctx, into, func(t *tx) error {
			for _, n := range chunk {
				r, err := readRecord(l.ctx, from, `WHERE n = ?`, n)
				if err != nil || checkRecord(&r, "session", now) != nil {
					continue
				}
				if added, err := t.putRecord(r); err == nil && added {
					count++
				}
			}
			return nil
		})
	}
	_ = change(l.ctx, into, func(t *tx) error {
		put := func(p pegRecord) error {
			if checkPEG(&p, "peg", now) == nil {
				_, _ = t.putPEG(p)
			}
			return nil
		}
		if eachPEG(l.ctx, from, put, `ORDER BY at`) != nil {
			_ = eachPEG(l.ctx, from, put, `ORDER BY at DESC`)
		}
		return nil
	})
	return count
}

// readBothEnds reads a column of numbers from its beginning to where it breaks, and
// then from its end.
func readBothEnds(ctx context.Context, from *sql.DB, query string) []int64 {
	read := func(n *int64, scan func(...any) error) error { return scan(n) }
	all, err := list(ctx, from, read, query)
	if err != nil {
		rest, _ := list(ctx, from, read, query+` DESC`)
		all = append(all, rest...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// checkPages looks through the whole database.
func checkPages(ctx context.Context, db *sql.DB) error {
	var answer string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&answer); err != nil {
		return err
	}
	if answer != "ok" {
		return fmt.Errorf("%s: %w", clean(answer, limitName), sqlite3.CORRUPT)
	}
	return nil
}

// checkLength finds a database file that ends within its last page, which SQLite
// takes for a page with zeros at its end; where whole pages are missing it knows by
// itself.
func checkLength(ctx context.Context, db *sql.DB, size int64) error {
	var page int64
	if err := db.QueryRowContext(ctx, `PRAGMA page_size`).Scan(&page); err != nil {
		return err
	}
	if size%page != 0 {
		return fmt.Errorf("%d bytes in pages of %d: %w", size, page, sqlite3.CORRUPT)
	}
	return nil
}

// fileSize is how many bytes a file has; 0 if there is none.
func fileSize(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
