package plain

import "time"

// mostWait keeps two looks at the clock well inside the gap that counts as sleep.
const mostWait = time.Second

// wallClock is the only clock of the package.
func wallClock() time.Time { return time.Now() }

// after is ready when time has passed, or never for none.
func after(d time.Duration) <-chan time.Time {
	if d <= 0 {
		return nil
	}
	return time.After(min(d, mostWait))
}
