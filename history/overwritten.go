package history

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"

	"catcow/file"
)

// isOverwritten reports whether another program wrote over the file that is open. SQLite
// itself changes it only when it moves its log of changes into it; then all that was there
// is still there.
func (l *Log) isOverwritten() bool {
	info, err := os.Stat(l.path())
	if err != nil || l.wal == nil || info.Size() == l.file.Size() && info.ModTime().Equal(l.file.ModTime()) {
		return false
	}
	if info.Size() == 0 {
		return true // and SQLite would throw away the log of changes
	}
	if checkFiles(l.path()) != nil {
		return false
	}
	// What is open already remembers pages as they were.
	fresh, err := driver.Open(uri(l.path(), "mode=ro"))
	if err != nil {
		return false
	}
	defer func() { _ = fresh.Close() }()
	count, err := l.recount(fresh, info.Size())
	if err == nil {
		l.file, l.count = info, count
	}
	return isDamage(err) || errors.Is(err, sql.ErrNoRows) || hasCode(err, sqlite3.ERROR)
}

// recount gives the number of sessions and answers of a database that is whole and has all
// that was there and all that this process wrote; an error of SQLite where it is not.
func (l *Log) recount(db *sql.DB, size int64) (count int64, err error) {
	if err := checkLength(l.ctx, db, size); err != nil {
		return 0, err
	}
	if err := checkPages(l.ctx, db); err != nil {
		return 0, err
	}
	err = db.QueryRowContext(l.ctx, `SELECT `+countAll).Scan(&count)
	if err == nil && count < l.count {
		err = sql.ErrNoRows // nothing is ever deleted
	}
	for _, e := range l.written {
		if err == nil {
			err = findEntry(l.ctx, db, e)
		}
	}
	return count, err
}

// findEntry reads an entry, or a later state of it, to its end; [sql.ErrNoRows] where it is not there.
func findEntry(ctx context.Context, db *sql.DB, e entry) error {
	var text string
	if e.session != nil {
		return db.QueryRowContext(ctx, `SELECT detail FROM session WHERE id = ? AND changed >= ?`,
			e.session.ID, e.session.Changed.UnixNano()).Scan(&text)
	}
	return db.QueryRowContext(ctx, `SELECT zone FROM peg WHERE at = ?`, e.peg.At.UnixNano()).Scan(&text)
}

// renewFile makes a file of its own of what was written over one that is lost and open
// still, so that the two do not share locks and pages.
func (l *Log) renewFile() {
	if l.lost == nil || !isFile(l.path(), l.file) {
		return
	}
	path, _ := filepath.EvalSymlinks(l.path())
	if text, err := os.ReadFile(path); err == nil {
		_ = file.Replace(path, text) // where it fails, they share them
	}
}
