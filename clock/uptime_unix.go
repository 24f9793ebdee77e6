//go:build linux || darwin

package clock

import (
	"time"

	"golang.org/x/sys/unix"
)

// newUptime counts from when the computer was started.
func newUptime() func() (time.Duration, error) { return uptime }

// uptime is the time since the computer was started.
func uptime() (time.Duration, error) {
	var t unix.Timespec
	if err := unix.ClockGettime(counter, &t); err != nil {
		return 0, err
	}
	return time.Duration(t.Nano()), nil
}
