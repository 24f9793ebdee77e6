package session

import (
	"math"
	"testing"
	"time"

	"catcow/content"
)

func FuzzCompile(f *testing.F) {
	for _, dose := range []string{
		"30s", "5m", "60-120s", "30s x3 each side", "5 breaths x5-7", "10 reps", "5s x20-30", "3s x3-6 each leg", "10s x3",
		"1s", "1 rep", "1 breath each side", "14s x2 alternating", "9s x2 each side",
	} {
		f.Add(dose, 0.0, uint16(55), uint16(55), false, 140, int64(3*time.Second))
		f.Add(dose, 0.5, uint16(20), uint16(120), true, 60, int64(0))
		f.Add(dose, 1.0, uint16(999), uint16(0), true, -1, int64(-1))
		f.Add(dose, math.NaN(), uint16(41), uint16(63), false, 1, int64(time.Minute))
	}
	for _, most := range []string{"60m x100 each side", "200 reps x100 each side"} {
		f.Add(most, 1.0, uint16(20), uint16(120), true, 60, int64(0))
	}
	f.Fuzz(func(t *testing.T, text string, level float64, in, out uint16, left bool, pace int, moment int64) {
		dose, err := content.ParseDose(text)
		if err != nil {
			return
		}
		o := Options{
			Level:  level,
			Breath: Breath{In: time.Duration(in) * 100 * time.Millisecond, Out: time.Duration(out) * 100 * time.Millisecond},
			First:  Right,
			Pace:   pace % 1000,
			Moment: time.Duration(moment) % time.Hour,
		}
		if left {
			o.First = Left
		}
		for _, pose := range []string{"cobra", "pelvic-tilt", "piriformis-stretch", "prone-leg-extension"} {
			r := made(t, text)
			r.Items[0].Pose = item(t, pose)
			r.Items[0].Dose = dose
			if r.Items[0].Pose.Sides != content.NoSides && dose.Sides == content.Once {
				continue // reported when the file is read
			}
			checkPlan(t, r, o)
		}
	})
}

// item is a built-in pose.
func item(tb testing.TB, id string) content.Pose {
	tb.Helper()
	lib, _ := library()
	p, err := lib.Pose(id)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}
