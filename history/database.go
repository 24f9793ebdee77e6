package history

import (
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

const fileName = "history.db"

// countAll is how many sessions and answers there are, in SQL.
const countAll = `(SELECT count(*) FROM session) + (SELECT count(*) FROM peg)`

func (l *Log) path() string { return filepath.Join(l.folder, fileName) }

// openDatabase opens the database, as new as it has to be, and takes in what lies
// beside it. All of that is done by one process at a time. One that is damaged is
// moved aside first; repair says that it is known to be. What this process saved is
// unsaved again: what is opened anew may not have it.
func (l *Log) openDatabase(repair bool) error {
	if l.hasMoved() {
		l.detach()
	}
	l.mu.Lock()
	for key, e := range l.saved {
		if l.unsaved[key] == nil {
			l.unsaved[key] = &unsaved{entry: e}
		}
	}
	l.mu.Unlock()
	err := l.openLocked(repair)
	if err != nil {
		err = l.findReason(err)
		l.setDatabase(nil, err)
	}
	return err
}

func (l *Log) openLocked(repair bool) error {
	if err := makeFolder(l.folder); err != nil {
		return err
	}
	lock, err := takeLock(l.ctx, filepath.Join(l.folder, lockName))
	if err != nil {
		return err
	}
	defer func() { _ = lock.Close() }()
	sweepRuns(l.folder)
	l.run.begin(l.ctx, l.folder)

	l.setDatabase(nil, nil)
	l.renewFile()
	waiting := l.listWaiting()
	db, err := l.connect(repair || len(waiting) > 0 || l.lost != nil)
	if isDamage(err) {
		db, err = l.replace()
	}
	if err != nil {
		return err
	}
	l.setDatabase(db, nil)
	if l.lost != nil {
		l.bringOver(l.lost, db)
		_ = l.lost.Close() // SQLite takes nothing away: it knows that the file has moved
		l.lost = nil
		l.report(errMoved, "")
	}
	return l.takeWaiting(waiting)
}

// database is what is open; nil where nothing is, and why.
func (l *Log) database() (db *sql.DB, missing error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.db, l.missing
}

// setDatabase changes what is open; nil and why, for nothing.
func (l *Log) setDatabase(db *sql.DB, missing error) {
	l.mu.Lock()
	old := l.db
	l.db, l.missing = db, missing
	l.mu.Unlock()
	if old != nil && old != db {
		_ = old.Close()
	}
}

// connect opens the database, makes it or brings it up to date. Where something
// went wrong the last time, all of it is looked through.
func (l *Log) connect(suspect bool) (*sql.DB, error) {
	if err := checkFiles(l.path()); err != nil {
		return nil, err
	}
	if !fileExists(l.path()) {
		// What another one left, which others may still have open, is not for this one.
		_ = os.Remove(l.path() + "-wal")
		_ = os.Remove(l.path() + "-shm")
	}
	if err := makeFile(l.path()); err != nil {
		return nil, err
	}
	if l.isStuck() {
		return nil, errLocked
	}
	db, err := l.openFile()
	if err != nil {
		return nil, err
	}
	wakeDisk(l.path())
	if l.stuck, err = l.reach(db); err != nil {
		return nil, err
	}
	if err := l.prepare(db, suspect); err != nil {
		_ = db.Close()
		return nil, err
	}
	var walErr error
	l.file, err = os.Stat(l.path()) // nil where it has moved already
	l.wal, walErr = os.Stat(l.path() + "-wal")
	for _, err := range []error{err, walErr} {
		if err != nil && !isGone(err) {
			_ = db.Close()
			return nil, fileError{err, "read"}
		}
	}
	return db, nil
}

// hasMoved reports whether the file that is open is no longer the one under the
// name, or what it was: it was removed, renamed, replaced by a copy, or written over.
// Its log of changes SQLite itself removes only when nobody has it open.
func (l *Log) hasMoved() bool {
	if db, _ := l.database(); db == nil {
		return false
	}
	return isAnother(l.path(), l.file) || l.wal != nil && isAnother(l.path()+"-wal", l.wal) || l.isOverwritten()
}

// isAnother reports whether what is under a name is not the file that was there before.
// What cannot be looked at is taken for it: that it is gone would have been said.
func isAnother(path string, before fs.FileInfo) bool {
	if before == nil {
		return true
	}
	info, err := os.Stat(path)
	return isGone(err) || err == nil && !os.SameFile(info, before)
}

// isGone reports whether an error says that there is no such file.
func isGone(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ELOOP) || errors.Is(err, syscall.ESTALE)
}

// isFile reports whether what is under a name is a file that was there before.
func isFile(path string, before fs.FileInfo) bool {
	info, err := os.Stat(path)
	return err == nil && os.SameFile(info, before)
}

// detach keeps a database that has moved for what can still be read of it. Its log
// of changes, if it is still there, must not be taken for that of another database.
func (l *Log) detach() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lost, l.db = l.db, nil
	if isFile(l.path()+"-wal", l.wal) {
		_ = os.Remove(l.path() + "-wal")
		_ = os.Remove(l.path() + "-shm")
	}
}

func (l *Log) prepare(db *sql.DB, suspect bool) error {
	// While there are changes in the log beside it, the file may rightly be behind.
	if fileSize(l.path()+"-wal") == 0 {
		if err := checkLength(l.ctx, db, fileSize(l.path())); err != nil {
			return err
		}
	}
	if suspect {
		if err := checkPages(l.ctx, db); err != nil {
			return err
		}
	}
	if err := migrate(l.ctx, db, l.path(), l.setup.steps); err != nil {
		return err
	}
	makePrivate(l.path())
	// Whether it can be written to is better known now than at the first stage.
	if err := change(l.ctx, db, func(*tx) error { return nil }); err != nil {
		return err
	}
	// A file that ends too early, or a page that is none, is found by reading
	// something at both ends of the tables.
	var n sql.NullInt64
	return db.QueryRowContext(l.ctx, `SELECT (SELECT max(n) FROM session), (SELECT max(day) FROM day),
		(SELECT max(session) FROM pose), `+countAll).Scan(&n, &n, &n, &l.count)
}

// uri names a file to SQLite together with how to open it. What follows "file:" is
// the path as it is: a slash before a drive's letter would be part of the name, and
// two at the beginning would name a host.
func uri(path, how string) string {
	path = (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	if strings.HasPrefix(path, "/") {
		path = "//" + path
	}
	return "file:" + path + "?" + how
}

// checkFiles looks at what is in the place of a database's files before they are
// opened: what is a pipe would be waited for without end.
func checkFiles(path string) error {
	for _, path := range filesOf(path) {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			if fileExists(path) {
				return unreadable(deadLinkText(path))
			}
		case err != nil:
			return unreadable(reason(err))
		case !info.Mode().IsRegular():
			return unreadable(notFileText(info))
		}
	}
	return nil
}

// filesOf are a database and the files that SQLite opens beside it.
func filesOf(path string) []string {
	return []string{path, path + "-journal", path + "-wal", path + "-shm"}
}

// makePrivate takes a database, and what belongs to it, from the eyes of others:
// what SQLite makes beside it follows the habits of the system.
func makePrivate(path string) {
	for _, p := range filesOf(path) {
		if info, err := os.Stat(p); err == nil && info.Mode().Perm()&0o077 != 0 {
			_ = os.Chmod(p, 0o600)
		}
	}
}

// makeFolder makes a folder that nobody else may look into, if there is none.
func makeFolder(path string) error {
	err := os.MkdirAll(path, 0o700)
	if err == nil {
		return nil
	}
	for ; path != filepath.Dir(path); path = filepath.Dir(path) {
		if info, err := os.Stat(path); err == nil {
			if !info.IsDir() {
				return unreadable(filepath.Base(path) + " is not a folder")
			}
			break
		}
		if fileExists(path) {
			return unreadable(deadLinkText(path))
		}
	}
	return fileError{err, "made"}
}

func fileExists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// makeFile makes an empty database that nobody else may read.
func makeFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fileError{err, "made"}
	}
	return f.Close()
}
