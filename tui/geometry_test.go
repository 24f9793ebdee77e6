package tui

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/sampletest"
	"catcow/session"
	"catcow/today"
)

// surfaces is everything that can fill the terminal. A new one is added here.
func surfaces() map[string]func(m *model, now *time.Time) {
	start := func(m *model) { send(m, "enter", "enter") }
	until := func(m *model, now *time.Time, kind session.Kind) {
		start(m)
		for range 900 {
			if m.led.At.Stage.Kind == kind {
				return
			}
			*now = now.Add(time.Second)
			m.tick(*now)
		}
	}
	asked := func(m *model) { m.o.CheckIn = true; start(m) }
	s := map[string]func(*model, *time.Time){
		"menu":               func(*model, *time.Time) {},
		"menu before load":   func(m *model, _ *time.Time) { m.lib = nil },
		"menu with problems": func(m *model, _ *time.Time) { m.problems = 3 },
		"menu, week due":     func(m *model, _ *time.Time) { m.past.Weekly, m.o.CheckIn, m.past.Log = true, true, &diary{} },
		"menu filtered":      func(m *model, _ *time.Time) { send(m, "n", "e", "c") },
		"menu, a pose":       func(m *model, _ *time.Time) { send(m, "s", "p", "h", "i", "n", "x", "end") },
		"menu with none":     func(m *model, _ *time.Time) { send(m, "z", "z", "z") },
		"today": func(m *model, _ *time.Time) {
			m.o.Today = func(q today.Request) (today.Session, error) {
				return today.NewMaker(m.lib, m.o.Session).Make(q)
			}
			m.update(m.openToday()())
			send(m, "down", "down", "down", "down")
		},
		"today, nothing suits": func(m *model, _ *time.Time) {
			m.show(&todayScreen{err: errors.New("nothing for the hips suits you at a desk; want another place")})
		},
		"sheet, nothing yet": func(m *model, _ *time.Time) { m.show(&sheetScreen{}) },
		"sheet, typed":       func(m *model, _ *time.Time) { openSheet(m, "Bridge 3 x 10"); send(m, "\n") },
		"sheet":              func(m *model, _ *time.Time) { openSheet(m, sheetPasted); send(m, "down", "down") },
		"sheet, its name": func(m *model, _ *time.Time) {
			openSheet(m, sheetPasted)
			send(m, "enter", "M", "y", " ", "b", "a", "c", "k")
		},
		"sheet, a yes": func(m *model, _ *time.Time) { openSheet(m, sheetPasted); send(m, "enter", "M", "y", "enter") },
		"sheet, in vain": func(m *model, _ *time.Time) {
			openSheet(m, sheetPasted)
			s, _ := m.screen.(*sheetScreen)
			s.kept(m, errors.New("/home/somebody/.config/catcow/routines/my.toml is already there; want another name, or move it away first"))
		},
		"overview": func(m *model, _ *time.Time) { send(m, "enter", "down", "down", "space") },
		"overview all off": func(m *model, _ *time.Time) {
			send(m, "enter", "space", "down", "space", "down", "space", "down", "space")
		},
		"library":           func(m *model, _ *time.Time) { send(m, "tab", "down", "pgdown") },
		"library filtered":  func(m *model, _ *time.Time) { send(m, "tab", "/", "c", "a", "t", "enter") },
		"library typing":    func(m *model, _ *time.Time) { send(m, "tab", "/", "q") },
		"paused":            func(m *model, _ *time.Time) { start(m); send(m, "space") },
		"settling":          func(m *model, _ *time.Time) { start(m); send(m, "space", "space") },
		"asleep":            func(m *model, now *time.Time) { start(m); *now = now.Add(time.Hour); m.tick(*now) },
		"overview running":  func(m *model, _ *time.Time) { start(m); send(m, "o") },
		"ending":            func(m *model, _ *time.Time) { start(m); send(m, "q") },
		"keys":              func(m *model, _ *time.Time) { start(m); send(m, "?") },
		"menu keys":         func(m *model, _ *time.Time) { send(m, "?") },
		"done":              func(m *model, _ *time.Time) { start(m); send(m, "s", "s", "s", "s", "s", "s", "s", "s") },
		"ended":             func(m *model, _ *time.Time) { start(m); send(m, "q", "q") },
		"safety":            func(m *model, _ *time.Time) { m.readSafety("It is time to read this again.", nil) },
		"safety, its end":   func(m *model, _ *time.Time) { m.readSafety("", nil); send(m, "end") },
		"safety, a leg":     func(m *model, _ *time.Time) { start(m); m.readSafety(m.safe.Legs.Title, nil) },
		"question":          func(m *model, _ *time.Time) { asked(m); send(m, "right") },
		"question, gentler": func(m *model, _ *time.Time) { asked(m); send(m, "7", "right") },
		"question, where": func(m *model, _ *time.Time) {
			m.menu.choose("restorative")
			asked(m)
			send(m, "4", "right")
		},
		"week":            func(m *model, _ *time.Time) { m.askWeek(nil) },
		"profile":         func(m *model, _ *time.Time) { m.show(&profile{}); send(m, "down", "space") },
		"progress":        func(m *model, _ *time.Time) { m.progressRead(history.Progress{}, nil) },
		"hurts":           func(m *model, _ *time.Time) { start(m); send(m, "n", "n", "x") },
		"hurts, much":     func(m *model, _ *time.Time) { start(m); send(m, "n", "n", "x", "7") },
		"hurts, eased":    func(m *model, _ *time.Time) { start(m); send(m, "n", "n", "x", "enter") },
		"hurts, a leg":    func(m *model, _ *time.Time) { start(m); send(m, "n", "n", "x", "l") },
		"hurts, the rest": func(m *model, _ *time.Time) { start(m); send(m, "n", "n", "x", "l", "down", "down", "down") },
		"to go on": func(m *model, now *time.Time) {
			m.past.Unfinished = &history.Session{Name: "Lower Back", Ended: *now}
			m.overlay = resumeBox{}
		},
		"flash": func(m *model, _ *time.Time) { start(m); m.led.Flash = true },
		"left out": func(m *model, _ *time.Time) {
			m.o.Profile = config.Profile{Set: true, Avoid: content.ConditionIDs()}
			send(m, "enter", "down")
		},
	}
	for _, k := range []session.Kind{
		session.Transition, session.Setup, session.Hold, session.Reps, session.Rest, session.Switch, session.Release,
	} {
		s[string(k)] = func(m *model, now *time.Time) { until(m, now, k) }
		s["mat, "+string(k)] = func(m *model, now *time.Time) { m.o.Screen.Close = false; until(m, now, k) }
	}
	return s
}

// Every surface fits every terminal, in Unicode and ASCII, in motion and still.
func TestNothingIsEverWiderOrTallerThanTheTerminal(t *testing.T) {
	t.Parallel()
	widths, heights := []int{1, 40, 71, 80, 120}, []int{1, 12, 18, 24, 60}
	switch {
	case raced:
		widths, heights = []int{1, 40, 80}, []int{1, 12, 24}
	case sampletest.Slow():
		widths, heights = []int{1, 2, 10, 39, 40, 41, 71, 72, 80, 120, 200}, []int{1, 3, 11, 12, 17, 18, 24, 60}
	}
	chosen, n := sampletest.OneIn(t, 3), 0
	for glyphs, last := range map[string]string{"unicode": "restorative", "ascii": "lower-back"} {
		for name, arrange := range surfaces() {
			o := builtin(t)
			o.State.Routine, o.Screen.Glyphs = last, glyphs
			if glyphs == "ascii" {
				o.Screen.Motion = "reduced"
			}
			m, now := at(t, o, 80, 24)
			arrange(m, now)
			for _, w := range widths {
				for _, h := range heights {
					if n++; !chosen(n) {
						continue
					}
					m.update(tea.WindowSizeMsg{Width: w, Height: h})
					checkFrame(t, glyphs+", "+name, m.render(), w, h)
				}
			}
		}
	}
}

func checkFrame(t *testing.T, name, view string, w, h int) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > h {
		t.Fatalf("%s at %d×%d: %d lines", name, w, h, len(lines))
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got > w {
			t.Fatalf("%s at %d×%d: line %d is %d wide: %q", name, w, h, i, got, ansi.Strip(l))
		}
	}
	if w >= leastWidth && h >= leastHeight && strings.TrimSpace(ansi.Strip(view)) == "" {
		t.Fatalf("%s at %d×%d: nothing is shown", name, w, h)
	}
}

// The ASCII glyphs leave nothing else on any screen but what the texts hold.
func TestAsciiScreensHoldNoBlocks(t *testing.T) {
	t.Parallel()
	for name, arrange := range surfaces() {
		o := builtin(t)
		o.Screen.Glyphs = "ascii"
		m, now := at(t, o, 80, 24)
		arrange(m, now)
		for _, r := range ansi.Strip(m.render()) {
			if r >= 0x2000 && r != '…' {
				t.Errorf("%s: %q", name, r)
				break
			}
		}
	}
}

// The clock, what to do now and the way out are on every size that is served.
func TestThePlayerAlwaysShowsTheCountdownAndTheBreath(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "low-back-restorative"
	m, now := at(t, o, 80, 24)
	surfaces()["hold"](m, now)
	for _, size := range [][2]int{{40, 12}, {40, 24}, {60, 14}, {71, 40}, {72, 18}, {80, 24}, {120, 40}, {200, 60}} {
		m.update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		view := ansi.Strip(m.render())
		left := clock(m.led.At.Left)
		for _, want := range []string{left, "breathe in", "space pause", "Child's Pose"} {
			if !strings.Contains(view, want) {
				t.Errorf("%v: no %q in\n%s", size, want, view)
			}
		}
	}
}

// Every answer to a question can be seen on every size that is served.
func TestEveryAnswerIsShown(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"question", "question, gentler", "question, where", "week"} {
		for _, size := range [][2]int{{40, 12}, {60, 14}, {45, 40}} {
			m, now := at(t, builtin(t), 80, 24)
			surfaces()[name](m, now)
			m.update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			s, ok := m.screen.(*question)
			if !ok {
				t.Fatalf("%s: %T", name, m.screen)
			}
			if body := s.body(m, s.open(m), m.frame.inner(), 1, 3); len(body) <= size[1]-2 {
				continue // all of it stands in large letters
			}
			view := ansi.Strip(m.render())
			for _, choice := range s.open(m).Choices {
				if first := strings.Fields(choice)[0]; !strings.Contains(view, first) {
					t.Errorf("%s at %v: no %q in\n%s", name, size, choice, view)
				}
			}
			if !strings.Contains(view, "space skip") {
				t.Errorf("%s at %v: no way on:\n%s", name, size, view)
			}
		}
	}
}

func TestTooSmallATerminalSaysSo(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{39, 12}, {40, 11}, {25, 3}} {
		m, _ := at(t, builtin(t), size[0], size[1])
		if view := m.render(); !strings.Contains(view, largerText) || !strings.Contains(view, leastText) {
			t.Errorf("%v: %q", size, view)
		}
	}
}
