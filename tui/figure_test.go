package tui

import (
	"math"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/guide"
	"catcow/sampletest"
	"catcow/session"
)

// Without a figure the words carry on, and the breath has its disc.
func TestWithoutAFigureTheWordsCarryOn(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.Figure.Mode, o.State.Routine = "none", "low-back-restorative"
	m, now := at(t, o, 80, 24)
	surfaces()["setup"](m, now)
	if view := stripped(m.render()); !strings.Contains(view, "Balasana") {
		t.Errorf("want the pose described:\n%s", view)
	}
	surfaces()["hold"](m, now)
	if view := stripped(m.render()); !strings.Contains(view, "·") || !strings.Contains(view, "▄▄") {
		t.Errorf("want the disc:\n%s", view)
	}
}

// drawBreath draws the pictures that the hold lacks; a Program does it by itself. It
// reports whether there were any.
func drawBreath(m *model) bool {
	r := &m.player.drawn
	draw := r.DrawBreath()
	if draw == nil {
		return false
	}
	r.Keep(draw())
	return true
}

// A breath is drawn once; the next ones show what is kept.
func TestTheFramesOfABreathAreKept(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	surfaces()["hold"](m, now)
	breathe := func() {
		for range 11 * 12 {
			*now = now.Add(breathFrame)
			m.tick(*now)
			m.render()
		}
	}
	*now = now.Add(1200 * time.Millisecond)
	m.tick(*now)
	m.render()
	if !drawBreath(m) {
		t.Error("nothing is drawn beside the loop")
	}
	breathe()
	if drawBreath(m) {
		t.Error("the same breath is drawn again")
	}
	figure := func() []string { return m.player.figure(m, 52, 18) }
	kept := figure()
	if again := figure(); &again[0] != &kept[0] {
		t.Error("the same moment is drawn again")
	}
	send(m, "c")
	at := figure() // at once, before the breath is drawn
	if strings.Join(at, "") == strings.Join(kept, "") {
		t.Error("the pictures of one camera are shown for another")
	}
	late := m.player.drawn.DrawBreath()
	send(m, "c", "c")
	figure()
	m.player.drawn.Keep(late()) // of a camera that is not looked through any more
	drawBreath(m)
	if other := figure(); &other[0] == &kept[0] || strings.Join(other, "") == strings.Join(kept, "") {
		t.Error("the pictures of one camera are kept for another")
	}
}

func TestTheCameraTurnsInThePlayerAndTheLibrary(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"hold", "library"} {
		m, now := at(t, builtin(t), 80, 24)
		surfaces()[name](m, now)
		send(m, "pgup")
		before := m.render()
		send(m, "c")
		if m.render() == before {
			t.Errorf("%s: c shows the same picture", name)
		}
	}
}

// Where motion is reduced, by the settings or by the system, nothing is drawn between
// two key poses.
func TestReducedMotionShowsStills(t *testing.T) {
	t.Parallel()
	system := func(reduced bool) func() bool { return func() bool { return reduced } }
	for _, c := range []struct {
		setting string
		system  func() bool
		moves   bool
	}{
		{"reduced", nil, false},
		{"full", nil, true},
		{"auto", nil, true},
		{"auto", system(false), true},
		{"auto", system(true), false},
	} {
		o := builtin(t)
		o.Screen.Motion, o.LessMotion = c.setting, c.system
		m, now := at(t, o, 80, 24)
		m.update(m.askMotion()) // a Program does it by itself
		surfaces()["setup"](m, now)
		seen := map[string]bool{}
		for range 60 {
			*now = now.Add(100 * time.Millisecond)
			m.tick(*now)
			seen[strings.Join(m.player.figure(m, 52, 18), "\n")] = true
		}
		if moves := len(seen) > 2; moves != c.moves {
			t.Errorf("%q: %d pictures in six seconds of a setup, want one a step: %v", c.setting, len(seen), !c.moves)
		}
	}
}

// A kept frame, and one that is drawn anew.
func BenchmarkFigureKept(b *testing.B)  { benchFigure(b, false) }
func BenchmarkFigureDrawn(b *testing.B) { benchFigure(b, true) }

func benchFigure(b *testing.B, anew bool) {
	b.Helper()
	m, now := at(b, builtin(b), 80, 24)
	surfaces()["hold"](m, now)
	*now = now.Add(2 * 1200 * time.Millisecond)
	m.tick(*now)
	s := m.led.At
	m.render()
	drawBreath(m)
	moment, _ := m.player.mover.At(s)
	style, _ := m.style()
	fill := 0.
	b.ReportAllocs()
	for b.Loop() {
		if anew {
			fill += .01
			m.player.drawn.Draw(style, &moment.Posture, 52, 18, fill-math.Floor(fill))
			continue
		}
		m.player.figure(m, 52, 18)
	}
}

// The figure is always on the screen, in set-up too, and so are the countdown and
// the word for what to do.
func TestTheFigureIsAlwaysOnTheScreen(t *testing.T) {
	t.Parallel()
	lib, _ := builtin(t).Load()
	chosen := sampletest.OneIn(t, 3)
	var eased []string
	for _, p := range lib.Poses() {
		for _, way := range p.Ease {
			eased = append(eased, content.FillSide(way, "right", "left"))
		}
	}
	for _, size := range [][2]int{{80, 24}, {60, 20}, {40, 12}, {45, 24}, {45, 40}, {120, 40}} {
		m, now := matAt(t, "lower-back", "unicode", size[0], size[1])
		for i, way := range eased {
			if !chosen(i) {
				continue
			}
			m.led.Eased, m.led.Cue, m.led.Way, m.led.Stands = true, way, way, guide.Easing
			m.led.At.State = session.Paused
			if m.render(); !m.player.figured {
				t.Errorf("%v: no figure beside %q", size, way)
			}
		}
		m.follow(m.guide.Tick(*now))
		seen := make(map[session.Kind]bool)
		for m.leading() && len(seen) < 6 {
			kind := m.led.At.Stage.Kind
			if !seen[kind] {
				seen[kind] = true
				m.render()
				if !m.player.figured {
					t.Errorf("%v: no figure in a stage of %s", size, kind)
				}
			}
			*now = now.Add(time.Second)
			m.tick(*now)
		}
	}
}
