package tui

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
	"catcow/motion"
	"catcow/session"
)

func TestTheTerminalDecidesWhatTheFigureIsDrawnWith(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		mode    string
		profile colorprofile.Profile
		unicode bool
		want    figure.Mode
		drawn   bool
	}{
		{"auto", colorprofile.TrueColor, true, figure.Quad, true},
		{"auto", colorprofile.ANSI256, true, figure.Quad, true},
		{"auto", colorprofile.ANSI, true, figure.ANSI16, true},
		{"auto", colorprofile.ASCII, true, figure.Braille, true},
		{"auto", colorprofile.TrueColor, false, figure.ASCII, true},
		{"octant", colorprofile.ANSI, true, figure.Octant, true},
		{"none", colorprofile.TrueColor, true, 0, false},
	} {
		e, ok := NewEasel(config.Figure{Mode: tt.mode}, tt.profile, tt.unicode, true)
		if ok != tt.drawn || ok && e.Mode != tt.want {
			t.Errorf("%+v: %v, %v", tt, e.Mode, ok)
		}
	}
}

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
	breathe()
	kept := m.player.drawn.kept
	breathe()
	if again := m.player.drawn.kept; len(kept) != fills+1 || &again[0] != &kept[0] {
		t.Errorf("%d pictures of a breath, want %d, and the same for the next", len(kept), fills+1)
	}
	send(m, "c")
	m.render()
	if other := m.player.drawn.kept; &other[0] == &kept[0] || strings.Join(other[0], "") == strings.Join(kept[0], "") {
		t.Error("the pictures of one camera are kept for another")
	}
}

// However little is sent, one still sees every figure breathe.
func TestABreathIsSeen(t *testing.T) {
	t.Parallel()
	e := Easel{Theme: figure.DarkTheme()}
	items := allHeld(t)
	if raced {
		items = items[:4]
	}
	for _, item := range items {
		p := &item.Pose
		v := motion.New(session.Plan{})
		var s stageFigure
		kept := s.breath(e, 52, 18, func(fill float64) figure.Posture { return v.Hold(p, motion.Way{Side: session.Right}, true, fill) })
		seen := 1
		for i := range kept[1:] {
			if !slices.Equal(kept[i], kept[i+1]) {
				seen++
			}
		}
		// A pulse alone is seen in a few steps, a movement in most of them.
		if least := map[bool]int{false: 5, true: 15}[p.Move != content.Still]; seen < least {
			t.Errorf("%s: %d different pictures of a breath, want %d", item.Ref, seen, least)
		}
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

// Where motion is reduced, nothing is drawn between two key poses.
func TestReducedMotionShowsStills(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.Screen.Motion = "reduced"
	m, now := at(t, o, 80, 24)
	surfaces()["setup"](m, now)
	seen := map[string]bool{}
	for range 60 {
		*now = now.Add(100 * time.Millisecond)
		m.tick(*now)
		seen[strings.Join(m.player.figure(m, m.led.At, 52, 18), "\n")] = true
	}
	if len(seen) > 2 {
		t.Errorf("%d pictures in six seconds of a setup, want one a step", len(seen))
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
	moment, _ := m.player.mover.At(s)
	e, _ := m.easel()
	fill := 0.
	b.ReportAllocs()
	for b.Loop() {
		if anew {
			fill += .01
			m.player.drawn.draw(e, &moment.Posture, 52, 18, fill-math.Floor(fill))
			continue
		}
		m.player.figure(m, s, 52, 18)
	}
}

// All pictures of a breath, drawn as a hold begins: of a figure that only glows,
// and of one that moves as a whole.
func BenchmarkBreath(b *testing.B) {
	lib, _ := builtin(b).Load()
	e := Easel{Theme: figure.DarkTheme()}
	for _, id := range []string{"supine-twist/centred-hips", "cat-cow"} {
		p, err := lib.Pose(id)
		if err != nil {
			b.Fatal(err)
		}
		v := motion.New(session.Plan{})
		b.Run(p.ID, func(b *testing.B) {
			var s stageFigure
			for b.Loop() {
				s.breath(e, 52, 18, func(fill float64) figure.Posture { return v.Hold(&p, motion.Way{Side: session.Right}, true, fill) })
			}
		})
	}
}
