package history

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/ncruces/go-sqlite3"
)

var (
	errUnsaved    = errors.New(sayUnsaved)
	errClosed     = errors.New(sayClosed)
	errNoDatabase = errors.New(sayNoDatabase)
	errUnread     = errors.New(sayUnread)
)

// newer is a database of a version that is not known here.
type newer struct{ version int }

// shared is a damaged database that another copy has open.
type shared struct{ error }

// damaged is one that was moved aside.
type damaged struct {
	aside    string
	sessions int
}

// noFile is a file or folder that cannot be made, read or written.
type noFile struct{ error }

func (e shared) Unwrap() error { return e.error }
func (e noFile) Unwrap() error { return e.error }

// code reports whether an error is one of these of SQLite.
func code(err error, codes ...sqlite3.ErrorCode) bool {
	return err != nil && slices.ContainsFunc(codes, func(c sqlite3.ErrorCode) bool { return errors.Is(err, c) })
}

// isDamage reports whether the database is none, or not whole.
func isDamage(err error) bool {
	return code(err, sqlite3.CORRUPT, sqlite3.NOTADB) && !errors.As(err, &shared{})
}

// ownFault reports whether it is what was written that the database does not
// want, and not the state that it or the disk is in.
func ownFault(err error) bool {
	return code(err, sqlite3.CONSTRAINT, sqlite3.MISMATCH, sqlite3.TOOBIG, sqlite3.RANGE)
}

// readOnly reports whether there may be something to read although nothing can be
// written.
func readOnly(err error) bool {
	return code(err, sqlite3.READONLY, sqlite3.CANTOPEN, sqlite3.PERM, sqlite3.IOERR, sqlite3.FULL, sqlite3.BUSY, sqlite3.LOCKED) ||
		errors.Is(err, errHeld) || errors.As(err, &noFile{})
}

// reason is why a file could not be made or written, without its path.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return line(err.Error(), limitName)
}
