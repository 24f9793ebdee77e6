package cli

import (
	"errors"

	"golang.org/x/sys/windows"
)

// isReaderGone reports whether what was written to is a pipe that nobody reads any
// more, as after "| more" and q. Elsewhere a signal has ended us by then, without a
// word.
func isReaderGone(err error) bool {
	return errors.Is(err, windows.ERROR_NO_DATA) || errors.Is(err, windows.ERROR_BROKEN_PIPE) ||
		errors.Is(err, windows.ERROR_PIPE_NOT_CONNECTED)
}
