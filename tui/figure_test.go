package tui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"catcow/config"
	"catcow/figure"
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
	o.Figure.Mode = "none"
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
			m.player.engine.Tick(*now)
			m.render()
		}
	}
	*now = now.Add(moveSettle)
	m.player.engine.Tick(*now)
	breathe()
	kept := len(m.player.drawn.kept)
	breathe()
	if again := len(m.player.drawn.kept); kept < fills/2 || kept > fills+1 || again != kept {
		t.Errorf("%d pictures after a breath, %d after two; want the same, at most %d", kept, again, fills+1)
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
		m.player.engine.Tick(*now)
		seen[strings.Join(m.player.figure(m, m.player.engine.At(*now), 52, 18), "\n")] = true
	}
	if len(seen) > 2 {
		t.Errorf("%d pictures in six seconds of a setup, want one a step", len(seen))
	}
}

// A kept frame of the whole screen, and one that is drawn anew.
func BenchmarkFigureKept(b *testing.B)  { benchFigure(b, false) }
func BenchmarkFigureDrawn(b *testing.B) { benchFigure(b, true) }

func benchFigure(b *testing.B, anew bool) {
	b.Helper()
	m, now := at(b, builtin(b), 80, 24)
	surfaces()["hold"](m, now)
	*now = now.Add(2 * moveSettle)
	m.player.engine.Tick(*now)
	s := m.player.engine.At(*now)
	b.ReportAllocs()
	for b.Loop() {
		if anew {
			m.player.drawn.of = keptFor{}
			s.Fill += .01
		}
		m.player.figure(m, s, 52, 18)
	}
}
