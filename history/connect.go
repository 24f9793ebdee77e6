package history

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"syscall"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/vfs"

	"catcow/file"
)

// reachPatience is how long the first connection to a database may take.
const reachPatience = 2 * time.Second

// openFile opens the database: every change is on the disk when it is done, readers
// wait for nobody, writers for a moment.
func (l *Log) openFile() (*sql.DB, error) {
	db, err := driver.Open(l.path(), func(c *sqlite3.Conn) error {
		if isOther(c) {
			return errOther
		}
		if err := c.BusyTimeout(l.setup.busy); err != nil {
			return err
		}
		err := c.Exec(`PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA trusted_schema = off;`)
		if err == nil && l.setup.connect != nil {
			err = l.setup.connect(c)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(2) // the writer, and somebody who asks
	return db, nil
}

// isOther reports whether the file of a connection is not the one under the name: what
// belongs beside that one would be mixed with it.
func isOther(c *sqlite3.Conn) bool {
	file, err := c.FileControl("main", sqlite3.FCNTL_FILE_POINTER)
	if err != nil {
		return false
	}
	if inside, ok := file.(vfs.FileUnwrap); ok { // checksums are around it
		file = inside.Unwrap()
	}
	opened, ok := file.(vfs.FileHasMoved)
	if !ok {
		return false
	}
	moved, err := opened.HasMoved()
	return err == nil && moved
}

// openReadOnly opens the file as it is, where it cannot be written to; nil where
// there is nothing to be read, either.
func (l *Log) openReadOnly(ctx context.Context, why error) *sql.DB {
	if !isReadable(why) || checkFiles(l.path()) != nil {
		return nil
	}
	ways := []string{"mode=ro", "mode=ro&immutable=1"}
	if errors.Is(why, errLocked) {
		ways = ways[1:] // the first would wait for the same lock
	}
	for _, how := range ways {
		db, err := driver.Open(uri(l.path(), how))
		if err != nil {
			continue
		}
		if _, err := l.reach(db); err != nil {
			continue
		}
		var n int
		if db.QueryRowContext(ctx, `SELECT count(*) FROM day`).Scan(&n) == nil {
			return db
		}
		_ = db.Close()
	}
	return nil
}

// reach makes the first connection to a database, which is closed where that fails. Where
// a lock of its index is refused, SQLite tries again for ten seconds, and in vain, since
// the other lock that it has by then is in its own way. Then the channel is closed when it
// has given up.
func (l *Log) reach(db *sql.DB) (stuck <-chan struct{}, err error) {
	gone, done := make(chan struct{}), make(chan error, 1)
	go func() {
		defer close(gone)
		err := l.guard(func() error {
			var tables int
			return db.QueryRowContext(l.ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&tables)
		})
		done <- err
		if err != nil {
			_ = db.Close()
		}
	}()
	late, cancel := context.WithTimeout(l.ctx, reachPatience)
	defer cancel()
	select {
	case err := <-done:
		return nil, err
	case <-late.Done():
	}
	go func() {
		<-gone
		_ = db.Close()
	}()
	return gone, errLocked
}

// wakeDisk reads a little of each file of a database: a disk that slept may take its time
// for that, and is no lock that is refused.
func wakeDisk(path string) {
	for _, path := range filesOf(path) {
		if f, err := os.Open(path); err == nil {
			_, _ = f.Read(make([]byte, 1))
			_ = f.Close()
		}
	}
}

// findReason adds that the disk is full, where SQLite cannot open a database on it and has
// lost the error of the system by the time it says so.
func (l *Log) findReason(err error) error {
	var why syscall.Errno
	if !hasCode(err, sqlite3.IOERR, sqlite3.CANTOPEN) || errors.As(err, &why) {
		return err
	}
	f, probeErr := os.CreateTemp(l.folder, fileName+".*"+file.HalfSuffix)
	if probeErr == nil {
		const index = 1 << 15 // the least that there is of it
		_, probeErr = f.Write(make([]byte, index))
		probeErr = errors.Join(probeErr, f.Close(), os.Remove(f.Name()))
	}
	if isFull(probeErr) {
		return errors.Join(err, probeErr)
	}
	return err
}

// isStuck reports whether the connection that was tried last does not come about and has
// not been given up: another one would find the same lock in its way.
func (l *Log) isStuck() bool {
	select {
	case <-l.stuck:
		l.stuck = nil
	default:
	}
	return l.stuck != nil
}
