package history

import (
	"errors"
	"io/fs"
	"slices"

	"github.com/ncruces/go-sqlite3"
)

var (
	errLate       = errors.New(lateText)
	errClosed     = errors.New(closedText)
	errNoDatabase = errors.New(noDatabaseText)
	errUnread     = errors.New(unreadText)
	errGone       = errors.New(goneText)
	errMoved      = errors.New(movedText)
	errTaken      = errors.New(takenText)
)

// newerError is a database of a version that is not known here.
type newerError struct{ version int }

// stuckError is a damaged database that cannot be moved aside.
type stuckError struct{ error }

// damagedError is one that was moved aside.
type damagedError struct {
	aside    string
	sessions int
}

// fileError is about a file or folder that cannot be made, read or written.
type fileError struct{ error }

// Unwrap gives the error of the system.
func (e fileError) Unwrap() error { return e.error }

// driverError is a panic of the driver.
type driverError struct{ text string }

// keptError is why something is not in the database but in a file beside it.
type keptError struct{ error }

// Unwrap gives why.
func (e keptError) Unwrap() error { return e.error }

// lostError is why something could be kept nowhere.
type lostError struct{ error }

// hasCode reports whether an error is one of these of SQLite.
func hasCode(err error, codes ...sqlite3.ErrorCode) bool {
	return err != nil && slices.ContainsFunc(codes, func(c sqlite3.ErrorCode) bool { return errors.Is(err, c) })
}

// isDamage reports whether the database is none, or not whole.
func isDamage(err error) bool { return hasCode(err, sqlite3.CORRUPT, sqlite3.NOTADB) }

// isReadable reports whether there may be something to read although nothing can
// be written.
func isReadable(err error) bool {
	return hasCode(err, sqlite3.READONLY, sqlite3.CANTOPEN, sqlite3.PERM, sqlite3.IOERR, sqlite3.FULL, sqlite3.BUSY, sqlite3.LOCKED) ||
		errors.Is(err, errHeld) || errors.As(err, &fileError{})
}

// isHopeless reports whether there is no sense in trying again: the database is of a
// newer version, or was left in the middle of something.
func isHopeless(err error) bool {
	return errors.As(err, &newerError{}) || errors.As(err, &driverError{})
}

// reason is why a file could not be made or written, without its path.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return clean(err.Error(), limitName)
}
