package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/sampletest"
	"catcow/session"
)

// Every built-in routine, played hands off from the first frame to the end: past
// the middle of every stage the screen says what it is, which side, which set,
// how long is left and what is next.
func TestEveryRoutinePlaysToTheEndHandsOff(t *testing.T) {
	t.Parallel()
	for _, id := range wholeSessions() {
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			o := builtin(t)
			r := routine(t, id)
			o.Routine = &r
			o.Screen.Motion = "reduced" // the frames between tell nothing new
			plan := guide.New(guide.Options{Routine: r, Session: o.Session, Play: session.Settings{Speed: 1}}, time.Time{}).Plan()
			drive(t, o, 80, 24, func(rig *rig) {
				begun := time.Now().Add(-100 * time.Millisecond)
				var at time.Duration
				for i := range plan.Stages {
					stage := &plan.Stages[i]
					time.Sleep(time.Until(begun.Add(at + stage.Length*6/10)))
					checkStage(rig, plan, i)
					at += stage.Length
				}
				time.Sleep(time.Until(begun.Add(at + time.Second)))
				rig.shows(fmt.Sprintf("%[1]d of %[1]d poses", len(r.Items)))
				time.Sleep(linger)
				if !rig.ended() {
					t.Fatal("want the program to leave by itself after the end")
				}
				if got := rig.out; got.End != guide.Finished || got.Done != len(r.Items) || got.Played != plan.Length() {
					t.Errorf("result %+v, want all %d poses and %v", got, len(r.Items), plan.Length())
				}
			})
		})
	}
}

func checkStage(r *rig, plan session.Plan, i int) {
	r.t.Helper()
	stage := &plan.Stages[i]
	screen := r.see()
	want := []string{
		stage.Pose.Name, fmt.Sprintf("%d of %d", stage.Item+1, len(plan.Routine.Items)), "next: ",
	}
	if stage.Side != session.NoSide {
		want = append(want, string(stage.Side)+" side")
	}
	if stage.Works() {
		want = append(want, "breathe ")
		if stage.Sets > 1 {
			want = append(want, fmt.Sprintf("set %d of %d", stage.Set, stage.Sets))
		}
	} else {
		want = append(want, stageText(stage.Kind))
	}
	if cue := cueAt(stage, stage.Length*6/10); cue != "" {
		want = append(want, strings.Fields(cue)[0])
	}
	if blocks := strings.Count(screen, "▌") + strings.Count(screen, "▐") + strings.Count(screen, "▄"); blocks < 30 {
		r.t.Fatalf("stage %d, %s of %s: no figure on the screen:\n%s", i, stage.Kind, stage.Pose.Name, screen)
	}
	for _, text := range want {
		if !strings.Contains(screen, text) {
			r.t.Fatalf("stage %d, %s of %s: want %q on the screen:\n%s", i, stage.Kind, stage.Pose.Name, text, screen)
		}
	}
}

func cueAt(s *session.Stage, at time.Duration) string {
	text := ""
	for _, c := range s.Cues {
		if c.At <= at {
			text = c.Text
		}
	}
	return text
}

// The whole way with keys: filter, overview, one pose off, start, pause, on,
// next, back, skip, jump, end, done, menu.
func TestASessionThroughTheMenu(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	remembered := ""
	o.Changes = &Changes{Keep: func(change func(*config.State)) error {
		var s config.State
		change(&s)
		remembered = s.Routine
		return nil
	}}
	drive(t, o, 80, 24, func(r *rig) {
		r.shows("Lower Back", "Desk Break", " min", "desk")
		r.press("d", "e", "s", "k", "space", "b")
		r.shows("/ desk b", "Desk Break")
		r.hides("Four Inversions")
		r.press("enter")
		r.shows("5:1", "Neck Flexion Stretch", "20s each side", "30s", "from: ")
		r.press("down", "space")
		r.shows("○")
		r.press("enter")
		if remembered != "desk-break" {
			t.Errorf("remembered %q", remembered)
		}
		r.shows("1 of 3", "get ready")
		r.press("n")
		r.shows("set up", "Sit tall")
		r.press("n")
		r.shows("breath 1 of 2", "0:22", "breathe in")
		time.Sleep(6 * time.Second)
		r.shows("breathe out", "0:16")
		r.press("space")
		r.shows("paused")
		before, written := r.see(), r.term.bytes()
		time.Sleep(time.Hour)
		if r.see() != before || r.term.bytes() != written {
			t.Errorf("an hour of pause wrote %d bytes", r.term.bytes()-written)
		}
		r.press("space")
		r.shows("on in 3")
		time.Sleep(3 * time.Second)
		time.Sleep(time.Second)
		r.shows("0:15", "breathe out")
		r.press("+")
		r.shows("breath 1 of 3", "0:25")
		r.press("right")
		r.shows("come out", "Take your")
		r.press("pgdown")
		r.shows("Shoulder Rolls", "2 of 3")
		r.press("pgup")
		r.shows("come out")
		r.press("o")
		r.press("down", "down", "enter")
		r.shows("3 of 3", "Seated Forward Fold")
		time.Sleep(4 * time.Second)
		r.press("q")
		r.shows("end here")
		r.press("n")
		time.Sleep(4 * time.Second)
		r.hides("paused")
		r.press("q", "q")
		r.shows("0 of 3 poses", "skipped", "of 0:33")
		r.press("enter")
		r.shows("type to find a routine")
		r.press("esc")
		if !r.ended() {
			t.Fatal("want esc in the menu to leave")
		}
	})
}

// Speed plays the same plan faster; the end does not wait for anyone.
func TestSpeedPlaysTheSamePlanFaster(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.Play.Speed = &r, 60
	drive(t, o, 80, 24, func(rig *rig) {
		rig.shows("speed 60")
		time.Sleep(25 * time.Second)
		if !rig.ended() {
			t.Fatalf("want it over:\n%s", rig.see())
		}
		if rig.out.End != guide.Finished || rig.out.Done != 4 {
			t.Errorf("result %+v", rig.out)
		}
	})
}

func TestManualAdvanceWaitsAtTheEndOfEveryStage(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	r := routine(t, "desk-break")
	o.Routine, o.Play.Manual = &r, true
	drive(t, o, 40, 12, func(rig *rig) {
		time.Sleep(5 * time.Minute)
		rig.shows("get ready", waitingText, "0:00")
		rig.press("enter")
		rig.shows("set up")
		rig.press("space")
		time.Sleep(time.Second)
		rig.shows("paused")
	})
}

// Bytes to the terminal in a hold, at 80×24 and truecolor, stay far below what a
// slow line carries, whether the figure is still or moves with the breath; where
// the hips travel, as in the heel rock, it may be half as much again.
func TestEveryHoldWritesLittle(t *testing.T) {
	t.Parallel()
	const seconds = 22 // two breaths
	items := allHeld(t)
	if raced {
		items = items[:4] // the first of them moves the most
	}
	chosen := sampletest.OneIn(t, min(8, len(items)))
	for i, item := range items {
		if !chosen(i) {
			continue
		}
		t.Run(item.Ref.String(), func(t *testing.T) {
			t.Parallel()
			o := builtin(t)
			o.Routine = &content.Routine{ID: "one", Name: "One", Items: []content.Item{item}}
			drive(t, o, 80, 24, func(rig *rig) {
				for !rig.m.works() {
					rig.press("n")
				}
				time.Sleep(3 * time.Second) // the figure is still coming into the pose
				before := rig.term.bytes()
				time.Sleep(seconds * time.Second)
				rate := (rig.term.bytes() - before) / seconds
				t.Logf("%d bytes a second", rate)
				most := 20_000
				if item.Pose.ID == "heel-rock" {
					most = 30_000
				}
				if rate > most {
					t.Errorf("%d bytes a second in a hold, want at most %d", rate, most)
				}
				if rate < 100 {
					t.Errorf("%d bytes a second: nothing breathes", rate)
				}
				rig.shows("breathe")
			})
		})
	}
}

// works reports whether the person is in a hold, or in the reps.
func (w *watched) works() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.m.led.At.Stage.Works()
}

// allHeld is every pose in every way to set it up, long enough to look at.
func allHeld(tb testing.TB) []content.Item {
	tb.Helper()
	lib, _ := builtin(tb).Load()
	var items []content.Item
	for _, p := range lib.Poses() {
		ids := []string{p.Variant.ID}
		for _, v := range p.Variants {
			ids = append(ids, v.ID)
		}
		for _, id := range ids {
			way, ok := p.As(id)
			if !ok || id == "" && way.Variant.ID != "" {
				continue
			}
			dose := "60s"
			switch {
			case p.Dose.Unit == content.Reps:
				dose = "20 reps"
			case p.Dose.Count.To > 10 || p.Dose.Sides == content.EachLeg:
				dose = fmt.Sprintf("%ds x20 %s", p.Dose.Amount.From, p.Dose.Sides)
			}
			d, err := content.ParseDose(strings.TrimSpace(dose))
			if err != nil {
				tb.Fatal(err)
			}
			items = append(items, content.Item{Ref: content.Ref{Pose: p.ID, Variant: way.Variant.ID}, Pose: way, Dose: d})
		}
	}
	return items
}
