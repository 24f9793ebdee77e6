package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/decode"
	"catcow/guide"
	"catcow/session"
)

func stripped(s string) string { return ansi.Strip(s) }

func TestCtrlCInAHoldKeepsWhatWasDone(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	r := routine(t, "low-back-restorative")
	o.Routine = &r
	drive(t, o, 80, 24, func(rig *rig) {
		rig.press("n", "n")
		time.Sleep(20 * time.Second)
		rig.press("ctrl+c")
		if !rig.ended() {
			t.Fatal("want ctrl+c to leave at once")
		}
		if rig.err != nil || rig.out.End != guide.Interrupted || rig.out.Played < 20*time.Second {
			t.Errorf("result %+v, error %v", rig.out, rig.err)
		}
	})
}

// A signal that ends the context ends the session as interrupted.
func TestAHangupKeepsWhatWasDone(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	send(m, "enter", "enter")
	*now = now.Add(2 * time.Second)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out, err := (&teaModel{m: m}).end(ctx, tea.ErrProgramKilled)
	if err != nil || out.End != guide.Interrupted || out.Played != 2*time.Second {
		t.Errorf("result %+v, error %v", out, err)
	}
}

// A fault of ours in the middle of a hold gives the terminal back, says what
// happened, and keeps the session so far.
func TestAPanicInAHoldLeavesTheTerminalWhole(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	r := routine(t, "low-back-restorative")
	o.Routine = &r
	drive(t, o, 80, 24, func(rig *rig) {
		rig.press("n", "n")
		rig.broken.Store(true)
		time.Sleep(2 * time.Second)
		if !rig.ended() {
			t.Fatal("want the program to leave")
		}
		if rig.err == nil || !strings.Contains(rig.err.Error(), "a clock with no hands") {
			t.Errorf("error %v", rig.err)
		}
		if strings.Contains(rig.see(), "Child's Pose") {
			t.Errorf("want the screen given back:\n%s", rig.see())
		}
	})
}

func TestALongGapPausesAndSaysWhy(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	send(m, "enter", "enter")
	for range 5 {
		*now = now.Add(time.Second)
		m.tick(*now)
	}
	*now = now.Add(2 * time.Hour)
	m.tick(*now)
	if view := stripped(m.render()); !strings.Contains(view, reasonText(guide.Slept)) || !strings.Contains(view, "paused") {
		t.Fatalf("want it to say so:\n%s", view)
	}
	if got := m.led.At.Done; got != 5*time.Second {
		t.Errorf("%v are done, want 5s", got)
	}
	send(m, "space")
	if view := stripped(m.render()); strings.Contains(view, reasonText(guide.Slept)) || !strings.Contains(view, "on in 3") {
		t.Errorf("want it to go on:\n%s", view)
	}
}

// Nothing ticks on a screen where no time runs, and a stale tick does nothing.
func TestOnlyARunningClockTicks(t *testing.T) {
	t.Parallel()
	for name, arrange := range surfaces() {
		m, now := at(t, builtin(t), 80, 24)
		arrange(m, now)
		running := m.leading() && m.led.At.State == session.Playing || m.led.Reply != ""
		if got := m.wait() > 0; got != running {
			t.Errorf("%s: ticks %v, want %v", name, got, running)
		}
	}
	m, _ := at(t, builtin(t), 80, 24)
	send(m, "enter", "enter")
	generation := m.generation
	if cmd := m.update(tickMsg{generation: generation - 1}); cmd != nil || m.generation != generation {
		t.Error("a stale tick goes on")
	}
}

// Keys, a window whose edge is dragged, whatever comes thick and fast: time goes on
// beside it, and is not taken for a sleep.
func TestNothingHoldsTimeUp(t *testing.T) {
	t.Parallel()
	for name, flood := range map[string]struct {
		every time.Duration
		send  func(r *rig, i int)
	}{
		"a key that does nothing":     {20 * time.Millisecond, func(r *rig, _ int) { r.p.Send(press("z")) }},
		"a key that changes the view": {20 * time.Millisecond, func(r *rig, _ int) { r.p.Send(press("c")) }},
		"an edge that is dragged":     {100 * time.Millisecond, func(r *rig, i int) { r.resize(80+i%20, 24) }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := builtin(t)
			r := routine(t, "lower-back")
			o.Routine = &r
			drive(t, o, 80, 24, func(rig *rig) {
				time.Sleep(4 * time.Second)
				const length = 12 * time.Second
				at := func() session.Snapshot {
					rig.m.mu.Lock()
					defer rig.m.mu.Unlock()
					return rig.m.m.led.At
				}
				before, from := at(), time.Now()
				for i := 0; time.Since(from) < length; i++ {
					flood.send(rig, i)
					time.Sleep(flood.every)
					if passed := before.Remaining - at().Remaining; time.Since(from)-passed > time.Second+200*time.Millisecond {
						t.Fatalf("after %v %v have passed, and it is %s", time.Since(from), passed, at().State)
					}
				}
			})
		})
	}
}

// The overview's help and the question stop the clock; closing them goes on,
// unless it stood before.
func TestOverlaysStopTheClock(t *testing.T) {
	t.Parallel()
	for _, keys := range [][2]string{{"?", "esc"}, {"q", "n"}, {"o", "esc"}} {
		m, _ := at(t, builtin(t), 80, 24)
		send(m, "enter", "enter", keys[0])
		if got := m.led.At.State; got != session.Paused {
			t.Errorf("%s: the clock is %s", keys[0], got)
		}
		send(m, keys[1])
		if got := m.led.At.State; got != session.Playing || m.screen != &m.player {
			t.Errorf("%s then %s: the clock is %s", keys[0], keys[1], got)
		}
	}
}

func TestTheLastChoiceIsChosenAgain(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "upper-back"
	m, _ := at(t, o, 80, 24)
	if e, _ := m.menu.choice(); e.id != "upper-back" {
		t.Errorf("chosen %q", e.id)
	}
}

func TestTheFilterFindsByWhatARoutineIs(t *testing.T) {
	t.Parallel()
	for filter, want := range map[string]string{
		"desk": "desk-break", "inver": "four-inversions", "chair desk": "desk-break", "5": "back-pain-relief",
		"LOWER": "lower-back", "wall chair": "four-inversions",
	} {
		m, _ := at(t, builtin(t), 80, 24)
		for _, r := range filter {
			key := string(r)
			if r == ' ' {
				key = "space"
			}
			send(m, key)
		}
		if e, _ := m.menu.choice(); e.id != want {
			t.Errorf("%q finds %q, want %q", filter, e.id, want)
		}
		for range filter {
			send(m, "backspace")
		}
		if len(m.menu.shown) >= len(m.menu.all) {
			t.Errorf("%q taken back leaves %d routines", filter, len(m.menu.shown))
		}
	}
}

// The theme follows the terminal's background unless the settings say otherwise.
func TestTheThemeFollowsTheBackground(t *testing.T) {
	t.Parallel()
	white := tea.BackgroundColorMsg{Color: ansi.White}
	m, _ := at(t, builtin(t), 80, 24)
	dark := m.render()
	m.update(white)
	if m.render() == dark {
		t.Error("a light background changes nothing")
	}
	o := builtin(t)
	o.Screen.Theme = "dark"
	m, _ = at(t, o, 80, 24)
	m.update(white)
	if m.render() != dark {
		t.Error("theme = dark follows the background")
	}
}

// Skipping every pose is no reason to be praised.
func TestAnEndWithNothingDoneSaysSo(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	surfaces()["done"](m, now)
	m.update(tea.WindowSizeMsg{Width: 60, Height: 24}) // where its letters are text
	if view := stripped(m.render()); !strings.Contains(view, anotherText) || strings.Contains(view, wellDoneText) {
		t.Errorf("want %q:\n%s", anotherText, view)
	}
}

// A fault beside the loop ends like one in it: the terminal is given back, and the
// report says where it was.
func TestAFaultBesideTheLoop(t *testing.T) {
	for name, fault := range map[string]func(o *Options){
		"in what is done first":   func(o *Options) { o.Load = func() (*content.Library, decode.Problems) { panic("no shelf") } },
		"in what is done at once": func(o *Options) { o.Past = func() Past { panic("no shelf") } },
	} {
		t.Run(name, func(t *testing.T) {
			o := builtin(t)
			fault(&o)
			drive(t, o, 80, 24, func(r *rig) {
				if !r.ended() {
					t.Fatal("it goes on")
				}
				crash, ok := errors.AsType[*CrashError](r.err)
				if !ok || crash.Value != "no shelf" || !strings.Contains(string(crash.Stack), "TestAFaultBesideTheLoop") {
					t.Errorf("error %v", r.err)
				}
				r.hides("gentle yoga")
			})
		})
	}
}

// A key that is held down is drawn as fast as it can be seen, and its last frame is
// the right one.
func TestAHeldKeyIsNotDrawnForEachPress(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	r := routine(t, "lower-back")
	o.Routine = &r
	m, now := at(t, o, 80, 24)
	program := newTeaModel(m)
	frames := 0
	for range 100 {
		*now = now.Add(5 * time.Millisecond)
		before := program.view.Content
		program.Update(press("c")) // another view of the figure
		if program.view.Content != before {
			frames++
		}
	}
	if frames < 10 || frames > 16 {
		t.Errorf("%d frames in half a second", frames)
	}
	program.Update(drawMsg{})
	if program.view.Content != m.render() {
		t.Error("the last frame is not what there is to see")
	}
}

func TestLeadsIsToldOfABeginningAndAnEnd(t *testing.T) {
	t.Parallel()
	var told []bool
	o := builtin(t)
	o.Leads = func(leads bool) { told = append(told, leads) }
	m, now := at(t, o, 80, 24)
	send(m, "enter", "enter")
	*now = now.Add(2 * time.Second)
	send(m, "space", "space", "n", "q", "q")
	if want := []bool{true, false}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
}
