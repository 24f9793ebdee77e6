package history

import (
	"errors"
	"runtime"
	"slices"
	"syscall"

	"github.com/ncruces/go-sqlite3"

	"catcow/decode"
)

// hopelessError is why there is no sense in trying again: the database is of a newer
// version, or was left in the middle of something.
type hopelessError struct{ error }

// fileError is about a file or folder of the log that something cannot be done with.
type fileError struct {
	error

	what string // is not done with it: "read"
}

// Unwrap gives the error of the system.
func (e fileError) Unwrap() error { return e.error }

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
		errors.Is(err, errHeld) || errors.Is(err, errLocked) || errors.Is(err, errOther) || errors.As(err, &fileError{})
}

// reason is why a file could not be made or written, without its path.
func reason(err error) string { return clean(decode.Cause(err).Error(), limitName) }

// isFull reports whether there is no space left on the disk, or for this person.
func isFull(err error) bool {
	const handleDiskFull, diskFull = syscall.Errno(39), syscall.Errno(112)
	return hasCode(err, sqlite3.FULL) || errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		runtime.GOOS == "windows" && (errors.Is(err, handleDiskFull) || errors.Is(err, diskFull))
}
