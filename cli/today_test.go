package cli

import (
	"testing"
	"time"
)

// What was done on a day stays on that day, wherever it is looked at from.
func TestDaysBetween(t *testing.T) {
	zone := func(hours int) *time.Location { return time.FixedZone("", hours*3600) }
	now := time.Date(2026, 11, 25, 9, 0, 0, 0, zone(1))
	for _, tt := range []struct {
		from time.Time
		want int
	}{
		{time.Date(2026, 11, 25, 0, 30, 0, 0, zone(9)), 0},   // the day before, where we are
		{time.Date(2026, 11, 23, 23, 30, 0, 0, zone(-8)), 2}, // the day after, where we are
		{time.Date(2026, 11, 24, 23, 59, 0, 0, zone(1)), 1},
	} {
		if got := daysBetween(tt.from, now); got != tt.want {
			t.Errorf("%v: %d days, want %d", tt.from, got, tt.want)
		}
	}
}
