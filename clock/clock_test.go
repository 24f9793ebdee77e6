package clock

import (
	"errors"
	"testing"
	"time"
)

func TestFrom(t *testing.T) {
	wall := time.Now()
	up := 5 * time.Hour
	var broken error
	now := from(func() time.Time { return wall }, func() (time.Duration, error) { return up, broken })
	start := now()
	if !start.Equal(wall) {
		t.Errorf("starts at %v, the computer's clock says %v", start, wall)
	}
	wall = wall.Add(time.Hour) // set forward
	if passed := now().Sub(start); passed != 0 {
		t.Errorf("a clock set forward: %v passed", passed)
	}
	up += 8 * time.Hour // asleep: Go's own count stood still
	if passed := now().Sub(start); passed != 8*time.Hour {
		t.Errorf("after 8 h asleep %v passed", passed)
	}
	broken = errors.ErrUnsupported
	if !now().Equal(wall) {
		t.Error("without a count it is not the computer's clock")
	}
}

func TestNew(t *testing.T) {
	now := New()
	before, computers := now(), time.Now()
	if d := computers.Sub(before).Abs(); d > time.Minute {
		t.Errorf("off by %v", d)
	}
	if after := now(); after.Before(before) {
		t.Errorf("%v after %v", after, before)
	}
}
