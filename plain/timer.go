package plain

import "time"

// mostWait keeps two looks at the clock well inside the gap that counts as sleep.
const mostWait = time.Second

// wallClock is the only clock of the package.
func wallClock() time.Time { return time.Now() }

// after is ready when time has passed, or never for none. stop ends it.
func after(d time.Duration) (ready <-chan time.Time, stop func()) {
	if d <= 0 {
		return nil, func() {}
	}
	t := time.NewTimer(min(d, mostWait))
	return t.C, func() { t.Stop() }
}
