package guide

import (
	"testing"
	"time"
)

func TestALengthIsSaidAsOneWouldSayIt(t *testing.T) {
	t.Parallel()
	for seconds, want := range map[int]string{
		1: "5 seconds", 8: "5 seconds", 22: "20 seconds", 33: "30 seconds", 50: "50 seconds", 54: "50 seconds", 58: "a minute", 66: "a minute",
		70: "a minute and a quarter", 85: "a minute and a half", 95: "a minute and a half", 105: "2 minutes", 149: "2 minutes", 200: "3 minutes",
	} {
		if got := lengthText(time.Duration(seconds) * time.Second); got != want {
			t.Errorf("%d s: %q; want %q", seconds, got, want)
		}
	}
}
