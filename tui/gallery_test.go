package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"
)

// kittyOptions are those of a run in a terminal that may show pictures.
func kittyOptions(tb testing.TB) Options {
	tb.Helper()
	o := builtin(tb)
	o.Figure.Pixels = "auto"
	o.Environ = []string{"TERM=xterm-kitty", "COLORTERM=truecolor", "LANG=C.UTF-8"}
	return o
}

// answer is what a terminal says of a picture.
func answer(id int, text string) uv.KittyGraphicsEvent {
	return uv.KittyGraphicsEvent{Options: kitty.Options{ID: id}, Payload: []byte(text)}
}

// hangNext does what the terminal and the loop would do for a picture that the latest
// frame lacks.
func hangNext(t *testing.T, m *model) {
	t.Helper()
	cmd := m.gallery.next(true)
	if cmd == nil {
		t.Fatal("no picture is wanted")
	}
	msg, ok := cmd().(drawnMsg)
	if !ok || m.update(msg) == nil {
		t.Fatal("no picture is sent")
	}
	m.update(answer(msg.id, "OK"))
}

func hasPlaceholders(s string) bool { return strings.ContainsRune(s, kitty.Placeholder) }

func TestAYesTurnsTheFigureIntoAPicture(t *testing.T) {
	t.Parallel()
	for _, reply := range []string{"OK", "ENOTSUPPORTED:no", ""} {
		m, now := at(t, kittyOptions(t), 80, 24)
		m.init()
		surfaces()["hold"](m, now)
		cells := m.render()
		if m.update(tea.TerminalVersionMsg{Name: "kitty(0.41.1)"}) == nil {
			t.Fatal("a terminal that is known is not asked")
		}
		if reply != "" {
			m.update(answer(questionID, reply))
		}
		if m.render() != cells {
			t.Errorf("%q: want cells until there is a picture", reply)
		}
		if reply != "OK" {
			if m.gallery.next(true) != nil {
				t.Errorf("%q: a picture is drawn", reply)
			}
			continue
		}
		hangNext(t, m)
		view := m.render()
		if n := strings.Count(view, string(kitty.Placeholder)); n != 52*18 {
			t.Errorf("%d placeholders, want a block of them", n)
		}
		checkFrame(t, "hold", view, 80, 24)
	}
}

func TestAnUnknownTerminalIsNotAsked(t *testing.T) {
	t.Parallel()
	m, _ := at(t, kittyOptions(t), 80, 24)
	m.init()
	if m.update(tea.TerminalVersionMsg{Name: "WezTerm 20240203"}) != nil {
		t.Error("it is asked")
	}
	o := builtin(t) // in a terminal that is not to be asked, an answer means nothing
	o.Figure.Pixels = "always"
	m, now := at(t, o, 80, 24)
	m.init()
	m.update(tea.TerminalVersionMsg{Name: "kitty(0.41.1)"})
	m.update(answer(questionID, "OK"))
	surfaces()["hold"](m, now)
	if m.render(); m.gallery.open || m.gallery.next(true) != nil {
		t.Error("a picture is drawn")
	}
}

// Placeholders name their picture by a colour.
func TestPicturesNeedAllColours(t *testing.T) {
	t.Parallel()
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI256} {
		m, now := at(t, kittyOptions(t), 80, 24)
		m.init()
		m.gallery.open = true
		m.update(tea.ColorProfileMsg{Profile: profile})
		surfaces()["hold"](m, now)
		if m.render(); m.gallery.next(true) != nil {
			t.Errorf("%v: a picture is drawn", profile)
		}
	}
}

// With pictures too everything fits every terminal, while the picture is still
// that of another size and when it has come.
func TestPicturesFitTheTerminal(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"overview", "library", "hold", "setup", "keys", "overview running"} {
		m, now := at(t, kittyOptions(t), 80, 24)
		m.init()
		m.gallery.open, m.gallery.cell = true, cellSize{2, 4}
		surfaces()[name](m, now)
		drawn := 0
		for _, w := range []int{200, 10, 72, 73, 80, 120} {
			for _, h := range []int{60, 12, 18, 24} {
				m.update(tea.WindowSizeMsg{Width: w, Height: h})
				checkFrame(t, name, m.render(), w, h)
				if m.gallery.framed && m.gallery.wanted != nil {
					hangNext(t, m)
					drawn++
					checkFrame(t, name, m.render(), w, h)
				}
			}
		}
		if drawn == 0 {
			t.Errorf("%s: no picture", name)
		}
	}
}

// Through moves, breaths, other sizes and overlays there is no frame whose picture
// the terminal has not, and in the end it has none.
func TestThereIsNoFrameWithoutItsPicture(t *testing.T) {
	t.Parallel()
	driveKitty(t, agrees, func(r *rig, f *fakeKitty) {
		time.Sleep(3 * time.Second)
		r.press("s", "n", "n") // into a breath that moves the figure
		time.Sleep(12 * time.Second)
		first := f.look()
		if first.shown == 0 || first.sent < 40 {
			t.Errorf("%d pictures in a breath, the last %d", first.sent, first.shown)
		}
		time.Sleep(11 * time.Second)
		if again := f.look(); again.sent > first.sent+2 {
			t.Errorf("the next breath sends %d more pictures", again.sent-first.sent)
		}
		r.p.Send(tea.WindowSizeMsg{Width: 90, Height: 26})
		time.Sleep(time.Second)
		r.press("?", "esc", "c", "n", "b")
		time.Sleep(4 * time.Second)
		if has := len(f.look().has); has > 100 {
			t.Errorf("the terminal keeps %d pictures", has)
		}
		f.leave()
		r.press("ctrl+l")
		time.Sleep(time.Second)
		if f.look().shown == 0 {
			t.Error("no picture after ctrl+l")
		}
		r.press("ctrl+c")
		time.Sleep(time.Second)
		if end := f.look(); !r.ended() || len(end.has) > 0 || len(end.faults) > 0 {
			t.Errorf("ended %v, left %v, faults %q", r.ended(), end.has, end.faults)
		}
	})
}

// What ends the program lets the pictures go first: a signal, a fault of ours in
// the loop or beside it, with an answer or without.
func TestNoEndLeavesPictures(t *testing.T) {
	t.Parallel()
	quiet := func(id int) string {
		if id == questionID {
			return ""
		}
		return "OK"
	}
	for name, end := range map[string]func(r *rig, f *fakeKitty){
		"signal":       func(r *rig, _ *fakeKitty) { r.p.Send(tea.QuitMsg{}) },
		"interrupt":    func(r *rig, _ *fakeKitty) { r.p.Send(tea.InterruptMsg{}) },
		"fault":        func(_ *rig, f *fakeKitty) { f.broken.Store(true) },
		"fault beside": func(r *rig, _ *fakeKitty) { r.p.Send(faultMsg{&CrashError{Value: "a brush with no hair"}}) },
	} {
		for _, late := range []bool{false, true} {
			driveKitty(t, agrees, func(r *rig, f *fakeKitty) {
				time.Sleep(time.Second)
				if len(f.look().has) == 0 {
					t.Fatal("no pictures")
				}
				f.leave()
				if late {
					f.mu.Lock()
					f.say = quiet
					f.mu.Unlock()
				}
				end(r, f)
				time.Sleep(2 * time.Second)
				if left := f.look().has; !r.ended() || len(left) > 0 {
					t.Errorf("%s: ended %v, left %v", name, r.ended(), left)
				}
				if fault := strings.HasPrefix(name, "fault"); fault != (r.err != nil) {
					t.Errorf("%s: error %v", name, r.err)
				}
			})
		}
	}
}

// A terminal that cannot take a picture after all, or never says so, gets cells.
func TestATerminalThatFailsGetsCells(t *testing.T) {
	t.Parallel()
	for _, say := range []string{"ENOSPC:full", ""} {
		only := func(id int) string {
			if id == questionID {
				return "OK"
			}
			return say
		}
		driveKitty(t, only, func(r *rig, f *fakeKitty) {
			time.Sleep(6 * time.Second)
			if end := f.look(); end.shown != 0 || len(end.has) > 0 || end.sent != 1 {
				t.Errorf("%q: shown %d, left %v, sent %d", say, end.shown, end.has, end.sent)
			}
			if view := r.m.frame(); hasPlaceholders(view) || !strings.Contains(view, "▌") {
				t.Errorf("%q: no cells", say)
			}
		})
	}
}

// The shell gets the terminal when the pictures are down, and we get them again.
func TestTheShellWaitsForThePictures(t *testing.T) {
	t.Parallel()
	var g gallery
	g.asked, g.open = true, true
	part, ok := g.hold(tea.SuspendMsg{}).(partMsg)
	if !ok {
		t.Fatal("want it to wait")
	}
	g.take(part)
	then := g.take(answer(questionID, "OK"))
	if then == nil {
		t.Fatal("want it to go on")
	}
	if _, ok := g.hold(then()).(tea.SuspendMsg); !ok || !g.away {
		t.Error("want it to go through")
	}
	g.take(tea.ResumeMsg{})
	if g.away {
		t.Error("want pictures again")
	}
}
