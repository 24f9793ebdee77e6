package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
)

const (
	fileName     = "history.db"
	inMemory     = ":memory:"
	lockPatience = 3 * time.Second // for another copy that is opening the log too
)

func (l *Log) path() string { return filepath.Join(l.folder, fileName) }

// attach opens the database, as new as it has to be, and takes in what lies
// beside it. All of that is done by one process at a time. One that is damaged is
// moved aside first; mend says that it is known to be.
func (l *Log) attach(mend bool) error {
	locked, err := await(l.ctx, filepath.Join(l.folder, lockName), lockPatience)
	if err != nil && !errors.Is(err, errHeld) {
		err = noFile{err}
	}
	if err != nil {
		return err
	}
	defer func() { _ = locked.Close() }()

	files := beside(l.folder, pendingPrefix, pendingSuffix)
	db, err := l.connect(mend, len(files) > 0)
	if isDamage(err) {
		db, err = l.replace(err)
	}
	if err != nil {
		if errors.As(err, &newer{}) {
			l.hopeless = err
		}
		return err
	}
	l.set(db, nil)
	if err := l.takeIn(files); err != nil {
		if isDamage(err) || !errors.Is(err, errUnread) && !errors.As(err, &noFile{}) {
			l.set(nil, nil)
			return err
		}
		l.complain(err)
	}
	return nil
}

// connect opens the database, makes it or brings it up to date. Where something
// went wrong the last time, all of it is looked through.
func (l *Log) connect(damaged, suspect bool) (*sql.DB, error) {
	if err := makeFile(l.path()); err != nil {
		return nil, err
	}
	if err := cutShort(l.path()); err != nil {
		return nil, err
	}
	db, err := l.dial(l.path())
	if err != nil {
		return nil, err
	}
	err = l.prepare(db, suspect || damaged)
	if err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

func (l *Log) prepare(db *sql.DB, suspect bool) error {
	if suspect {
		if err := sound(l.ctx, db); err != nil {
			return err
		}
	}
	if err := migrate(l.ctx, db, l.path(), l.setup.steps); err != nil {
		return err
	}
	// Whether it can be written to is better known now than at the first stage.
	if err := change(l.ctx, db, func(*tx) error { return nil }); err != nil {
		return err
	}
	// A file that ends too early, or a page that is none, is found by reading
	// something at both ends of the tables.
	return look(l.ctx, db, func(from asker) error {
		for _, probe := range []string{`SELECT max(n) FROM session`, `SELECT max(day) FROM day`, `SELECT count(*) FROM fold`} {
			var n sql.NullInt64
			if err := from.QueryRowContext(l.ctx, probe).Scan(&n); err != nil {
				return err
			}
		}
		return nil
	})
}

// sound looks through the whole database.
func sound(ctx context.Context, db *sql.DB) error {
	var answer string
	if err := db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&answer); err != nil {
		return err
	}
	if answer != "ok" {
		return fmt.Errorf("%s: %w", line(answer, limitName), sqlite3.CORRUPT)
	}
	return nil
}

// dial opens a database: every change is on the disk when it is done, readers
// wait for nobody, writers for a moment.
func (l *Log) dial(name string) (*sql.DB, error) {
	db, err := driver.Open(name, func(c *sqlite3.Conn) error {
		if err := c.BusyTimeout(l.setup.busy); err != nil {
			return err
		}
		text := `PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA trusted_schema = off;`
		if l.setup.pages > 0 {
			text += fmt.Sprintf(`PRAGMA max_page_count = %d;`, l.setup.pages)
		}
		return c.Exec(text)
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(2) // the writer, and somebody who asks
	return db, nil
}

// look opens what there is to be read where nothing can be written: the file as
// it is, or else an empty database in memory, in which this run finds at least
// itself.
func (l *Log) look(wrong error) {
	if readOnly(wrong) {
		for _, how := range []string{"mode=ro", "mode=ro&immutable=1"} {
			db, err := driver.Open(uri(l.path(), how))
			if err != nil {
				continue
			}
			var n int
			if db.QueryRowContext(l.ctx, `SELECT count(*) FROM day`).Scan(&n) == nil {
				l.set(nil, db)
				return
			}
			_ = db.Close()
		}
	}
	db, err := driver.Open(inMemory)
	if err != nil {
		return
	}
	db.SetMaxOpenConns(1) // each connection would be another database
	if err := migrate(l.ctx, db, inMemory, l.setup.steps); err != nil {
		_ = db.Close()
		return
	}
	_ = change(l.ctx, db, func(t *tx) error { return l.applyAll(t, l.waiting) })
	l.set(nil, db)
}

// uri names a file to SQLite together with how to open it.
func uri(path, how string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: how}).String()
}

func makeFolder(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return noFile{err}
	}
	return nil
}

// makeFile makes an empty database that nobody else may read.
func makeFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return noFile{err}
	}
	return f.Close()
}
