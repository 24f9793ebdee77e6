package tui

import (
	"math"
	"strings"
	"testing"
	"time"
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
	cmd := m.player.drawn.DrawBreath()
	if cmd == nil {
		return false
	}
	m.update(cmd())
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
	figure := func() []string { return m.player.figure(m, m.led.At, 52, 18) }
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
	m.update(late()) // of a camera that is not looked through any more
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
			seen[strings.Join(m.player.figure(m, m.led.At, 52, 18), "\n")] = true
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
		m.player.figure(m, s, 52, 18)
	}
}
