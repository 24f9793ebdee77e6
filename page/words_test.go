package page

import (
	"testing"
	"time"
)

func TestMinutes(t *testing.T) {
	for d, want := range map[time.Duration]string{
		-time.Hour: "0 min", 0: "0 min", time.Second: "under 1 min", 29 * time.Second: "under 1 min", 30 * time.Second: "1 min", 89 * time.Second: "1 min",
		90 * time.Second: "2 min", 17*time.Minute + 29*time.Second: "17 min", 2 * time.Hour: "120 min",
	} {
		if got := MinutesText(d); got != want {
			t.Errorf("%v: %s, want %s", d, got, want)
		}
	}
}
