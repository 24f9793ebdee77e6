//go:build !linux && !darwin

package clock

import (
	"errors"
	"time"
)

// uptime is of no use: Go's own count goes on while Windows sleeps.
func uptime() (time.Duration, error) { return 0, errors.ErrUnsupported }
