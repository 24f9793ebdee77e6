//go:build !linux && !darwin && !windows

package clock

import (
	"errors"
	"time"
)

// newUptime is of no use here.
func newUptime() func() (time.Duration, error) {
	return func() (time.Duration, error) { return 0, errors.ErrUnsupported }
}
