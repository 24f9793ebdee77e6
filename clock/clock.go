// Package clock tells the time of the whole program. It goes on while the
// computer sleeps, and does not jump when somebody sets the computer's clock: a
// gap between two instants is a gap in which nothing of us ran.
package clock

import "time"

// New is a clock that starts at the computer's time. Where the system has no
// count that goes on in its sleep, it is the computer's clock.
func New() func() time.Time {
	return from(time.Now, newUptime())
}

// from reckons by the uptime from what the computer's clock said at first.
func from(now func() time.Time, uptime func() (time.Duration, error)) func() time.Time {
	start := now()
	first, err := uptime()
	if err != nil {
		return now
	}
	return func() time.Time {
		up, err := uptime()
		if err != nil {
			return now()
		}
		return start.Add(up - first)
	}
}
