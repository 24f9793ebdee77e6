package tui

import (
	"testing"
	"time"

	"catcow/sampletest"
)

// Frames and resizes at random leave on the screen what was drawn, and nothing
// of what was there before: the gate for a change of the terminal libraries.
func TestEveryResizeLeavesAWholeScreen(t *testing.T) {
	t.Parallel()
	sizes := [][2]int{{80, 24}, {40, 12}, {120, 40}, {10, 3}, {79, 23}, {200, 60}, {72, 18}, {41, 13}}
	stages := 12
	if raced {
		stages = 3
	}
	chosen := sampletest.OneIn(t, 2)
	for stage := range stages {
		if !chosen(stage) {
			continue
		}
		o := builtin(t)
		r := routine(t, "lower-back")
		o.Routine = &r
		drive(t, o, 80, 24, func(rig *rig) {
			for range stage {
				rig.press("n")
			}
			for i := range sizes {
				size := sizes[(i*5+stage)%len(sizes)]
				time.Sleep(700 * time.Millisecond)
				rig.resize(size[0], size[1])
				rig.press("space")
				checkScreen(rig, size[0], size[1])
				rig.press("space")
			}
		})
	}
}

// checkScreen compares the terminal with the frame that was meant.
func checkScreen(r *rig, w, h int) {
	r.t.Helper()
	checkShown(r.t, w, h, r.see(), stripped(r.m.frame()))
}
