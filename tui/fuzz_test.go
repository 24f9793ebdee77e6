package tui

import (
	"bytes"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// FuzzFrames presses keys, resizes the terminal and lets time pass as bytes say, two
// for each. Every frame fits the terminal, and drawn over the one before it leaves on
// the screen what was meant and nothing else.
func FuzzFrames(f *testing.F) {
	f.Add([]byte("\x00n\x00n\x14\x8c\x00x\x05\x10\x00\x1b\x30\xf0\x00o"))
	f.Add([]byte("\x00f\x00n\x02\x02\x18\x50\x00?\x28\x28\x00 \x00+"))
	f.Add([]byte("\x3c\xf0\x00s\x00s\x01\x01\x00b\x3c\xf0\x00q\x0c\x28"))
	f.Add([]byte("\x00q\x00y\x18\x50\x00\r\x00/\x00a\x12\x48\x00\t"))
	f.Add([]byte("\x00\r\x00\r\x01\x20\x01\xff\x00n\x01\x80\x0b\x27\x00\x20"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o := builtin(t)
		r := routine(t, "lower-back")
		o.Routine = &r
		m, now := at(t, o, 80, 24)
		s := newSurface(80, 24)
		for ; len(data) > 1 && len(data) < 120; data = data[2:] {
			switch what, by := data[0], data[1]; what {
			case 0:
				m.update(tea.KeyPressMsg{Code: rune(by), Text: textOf(by)})
			case 1:
				*now = now.Add(time.Duration(by) * 100 * time.Millisecond)
				m.tick(*now)
			default:
				w, h := int(by)+1, int(what%60)+1
				m.update(tea.WindowSizeMsg{Width: w, Height: h})
				s.resize(w, h)
			}
			frame := m.render()
			checkFrame(t, "frame", frame, s.w, s.h)
			s.draw(frame)
			s.check(t, frame)
		}
	})
}

// textOf is what a key types.
func textOf(key byte) string {
	if key < ' ' || key >= 0x7f {
		return ""
	}
	return string(rune(key))
}

// surface is a terminal that frames are drawn on as a Program does, without one.
type surface struct {
	w, h     int
	out      bytes.Buffer
	renderer *uv.TerminalRenderer
	cells    uv.ScreenBuffer
	terminal *vt.Emulator
}

func newSurface(w, h int) *surface {
	s := &surface{w: w, h: h, cells: uv.NewScreenBuffer(w, h), terminal: vt.NewEmulator(w, h)}
	s.renderer = uv.NewTerminalRenderer(&s.out, []string{"TERM=xterm-256color"})
	s.renderer.SetColorProfile(colorprofile.TrueColor)
	s.renderer.SetFullscreen(true)
	s.renderer.SetRelativeCursor(false)
	s.renderer.SetTabStops(-1)
	s.renderer.SetScrollOptim(true)
	s.resize(w, h)
	return s
}

func (s *surface) resize(w, h int) {
	s.terminal.Resize(w, h)
	s.renderer.Erase()
	s.w, s.h = w, h
	s.renderer.Resize(w, h)
	s.cells.Touched = nil
	s.cells.Resize(w, h)
}

func (s *surface) draw(frame string) {
	s.cells.Clear()
	uv.NewStyledString(frame).Draw(s.cells, s.cells.Bounds())
	s.renderer.Render(s.cells.RenderBuffer)
	_ = s.renderer.Flush()
	_, _ = s.terminal.Write(s.out.Bytes())
	s.out.Reset()
}

// check compares what the terminal shows with the frame that was meant.
func (s *surface) check(t *testing.T, frame string) {
	t.Helper()
	checkShown(t, s.w, s.h, s.terminal.String(), ansi.Strip(frame))
}

func checkShown(tb testing.TB, w, h int, screen, frame string) {
	tb.Helper()
	meant, shown := strings.Split(frame, "\n"), strings.Split(screen, "\n")
	for y := range h {
		a, b := "", ""
		if y < len(meant) {
			a = strings.TrimRight(meant[y], " ")
		}
		if y < len(shown) {
			b = strings.TrimRight(shown[y], " ")
		}
		if a != b {
			tb.Fatalf("%d×%d, line %d: the terminal shows\n%q\nwant\n%q", w, h, y, b, a)
		}
	}
}
