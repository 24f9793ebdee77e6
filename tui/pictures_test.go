package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/sampletest"
	"catcow/sound"
)

// terminals are those that pictures are tried in: one with placeholders, one that has
// kitty's protocol without them, and two with Sixel.
func terminals() []string {
	return []string{"kitty(0.41.1)", "kitty(0.26.5)", "XTerm(379)", "foot(1.13.1)"}
}

// Through moves, breaths, other sizes and overlays the terminal never shows anything
// but a whole picture or none, and in the end it has none.
func TestThereIsNoFrameWithoutItsPicture(t *testing.T) {
	t.Parallel()
	chosen := sampletest.OneIn(t, 2)
	for i, name := range terminals() {
		if !chosen(i) {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			driveTerminal(t, name, func(r *rig, f *fakeTerminal) {
				time.Sleep(3 * time.Second)
				if !f.look().visible {
					t.Error("no picture")
				}
				r.press("s", "n", "n") // into a breath that moves the figure
				time.Sleep(12 * time.Second)
				first := f.look()
				time.Sleep(11 * time.Second)
				if again := f.look(); again.sent > first.sent+2 {
					t.Errorf("the next breath sends %d more pictures", again.sent-first.sent)
				}
				f.resize(90, 26)
				time.Sleep(time.Second)
				r.press("?", "esc", "c", "f")
				time.Sleep(time.Second)
				r.press("f", "x", "esc", "n", "b", "o", "esc")
				time.Sleep(4 * time.Second)
				if has := len(f.look().has); has > 100 {
					t.Errorf("the terminal keeps %d pictures", has)
				}
				f.leave()
				r.press("ctrl+l")
				time.Sleep(time.Second)
				if !f.look().visible {
					t.Error("no picture after ctrl+l")
				}
				r.press("ctrl+c")
				time.Sleep(time.Second)
				if end := f.look(); !r.ended() || len(end.has) > 0 || end.visible || len(end.faults) > 0 {
					t.Errorf("ended %v, left %v, visible %v, faults %q", r.ended(), end.has, end.visible, end.faults)
				}
			})
		})
	}
}

// While a picture stands, what goes on beside it never touches its cells, and the line
// is not filled.
func TestNothingIsWrittenUnderAPicture(t *testing.T) {
	t.Parallel()
	chosen, n := sampletest.OneIn(t, 2), 0
	for name, view := range map[string]string{"XTerm(379)": "far", "foot(1.13.1)": "close"} {
		if n++; !chosen(n) {
			continue
		}
		o := builtin(t)
		o.Sound = unheard{} // nothing flashes
		driveOptions(t, o, name, func(r *rig, f *fakeTerminal) {
			if view == "far" {
				r.press("f")
			}
			time.Sleep(2 * time.Second)
			before := f.look()
			for range 4 {
				time.Sleep(15 * time.Second)
				r.press("[")
			}
			after := f.look()
			if n := after.harmed - before.harmed; n > 0 {
				t.Errorf("%s, %s: %d cells rewritten under the picture", name, view, n)
			}
			if per := float64(after.drawn-before.drawn) / 60; per > 8*6 {
				t.Errorf("%s, %s: %.0f stripes a second", name, view, per)
			}
			if per := (after.bytes - before.bytes) / 60; per > 300_000 {
				t.Errorf("%s, %s: %d bytes a second", name, view, per)
			}
		})
	}
}

// What ends the program lets the pictures go first: a key, a signal, a fault of ours in
// the loop or beside it, with an answer of the terminal or without.
func TestNoEndLeavesPictures(t *testing.T) {
	t.Parallel()
	chosen, n := sampletest.OneIn(t, 3), 0
	for name, end := range map[string]func(r *rig, f *fakeTerminal){
		"q":            func(r *rig, _ *fakeTerminal) { r.press("q", "q") },
		"ctrl+c":       func(r *rig, _ *fakeTerminal) { r.press("ctrl+c") },
		"signal":       func(r *rig, _ *fakeTerminal) { r.p.Send(tea.QuitMsg{}) },
		"interrupt":    func(r *rig, _ *fakeTerminal) { r.p.Send(tea.InterruptMsg{}) },
		"hang up":      func(_ *rig, f *fakeTerminal) { f.hangUp() },
		"fault":        func(_ *rig, f *fakeTerminal) { f.broken.Store(true) },
		"fault beside": func(r *rig, _ *fakeTerminal) { r.p.Send(faultMsg{value: "a brush with no hair"}) },
	} {
		for _, terminal := range terminals()[:3] {
			for _, late := range []bool{false, true} {
				if late && terminal != "kitty(0.41.1)" {
					continue
				}
				if n++; !chosen(n) {
					continue
				}
				driveTerminal(t, terminal, func(r *rig, f *fakeTerminal) {
					time.Sleep(time.Second)
					if !f.look().visible {
						t.Fatal("no pictures")
					}
					f.leave()
					if late {
						f.answer(func(int) string { return "" })
					}
					end(r, f)
					time.Sleep(2 * time.Second)
					if left := f.look(); !r.ended() || len(left.has) > 0 || left.visible {
						t.Errorf("%s in %s: ended %v, left %v, visible %v", name, terminal, r.ended(), left.has, left.visible)
					}
					if fault := strings.HasPrefix(name, "fault"); fault != (r.err != nil) {
						t.Errorf("%s: error %v", name, r.err)
					}
				})
			}
		}
	}
}

// A terminal that cannot take a picture after all, or never says so, gets cells.
func TestATerminalThatFailsGetsCells(t *testing.T) {
	t.Parallel()
	for _, say := range []string{"ENOSPC:full", ""} {
		for _, terminal := range []string{"kitty(0.41.1)", "kitty(0.26.5)"} {
			driveTerminal(t, terminal, func(r *rig, f *fakeTerminal) {
				f.answer(func(int) string { return say })
				time.Sleep(6 * time.Second)
				if end := f.look(); end.visible || len(end.has) > 0 {
					t.Errorf("%q: visible %v, left %v", say, end.visible, end.has)
				}
				if view := r.m.frame(); !strings.Contains(view, "▌") {
					t.Errorf("%q: no cells", say)
				}
			})
		}
	}
}

// unheard is a sound that works and is not listened to.
type unheard struct{}

func (unheard) Chime(sound.Chime)                         {}
func (unheard) Speak(sound.Utterance)                     {}
func (unheard) Prepare([]string)                          {}
func (unheard) Breath(bool, time.Duration, time.Duration) {}
func (unheard) StopBreath()                               {}
func (unheard) StopVoice()                                {}
func (unheard) SetMuted(bool)                             {}
func (unheard) SetVolume(float64)                         {}
func (unheard) SetSpeaking(bool)                          {}
func (unheard) SetBreath(bool)                            {}
func (unheard) Length(string) time.Duration               { return time.Second }
func (unheard) State() sound.State                        { return sound.State{Ready: true} }
