package pixels

import (
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
)

// loop is a program that shows one figure, in a bubble of fake time.
type loop struct {
	mu      sync.Mutex // held by the test, except while it waits
	display *Display
	sent    strings.Builder
	picture Picture
	covered bool
	above   string // the rows over the figure
	frame   string
	mute    bool // the terminal answers no more
}

// Write is the terminal, which takes every image.
func (l *loop) Write(b []byte) (int, error) {
	l.sent.Write(b)
	all, _ := commands(string(b))
	for _, o := range all {
		if o.ID != 0 && o.Action != kitty.Delete && o.Action != kitty.Put && !l.mute {
			go l.send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: o.ID}, Payload: []byte("OK")})
		}
	}
	return len(b), nil
}

func (l *loop) send(msg tea.Msg) {
	l.mu.Lock()
	defer l.mu.Unlock()
	switch msg.(type) {
	case tea.QuitMsg, tea.SuspendMsg:
		l.run(l.display.TakeDown())
	default:
		l.run(l.display.Update(msg))
	}
	l.draw()
}

// draw makes a frame, as the screens do.
func (l *loop) draw() {
	d := l.display
	d.Begin()
	block := func() string { return l.above + strings.Join(d.Block(l.picture, l.covered), "\n") }
	frame := block()
	if d.Cut(frame) {
		frame = block()
	}
	l.run(d.Place(time.Now()))
	if frame != l.frame {
		l.frame = frame
		_, _ = d.out.Write([]byte(frame))
	}
	l.run(d.Draw(true))
}

// run runs a command beside the loop.
func (l *loop) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil, tea.RawMsg:
		case tea.BatchMsg:
			for _, c := range msg {
				l.run(c)
			}
		default:
			l.send(msg)
		}
	}()
}

// change does something between two frames, and gives what was sent until all is
// still.
func (l *loop) change(do func()) string {
	l.sent.Reset()
	do()
	l.draw()
	l.wait(time.Second)
	return l.sent.String()
}

// wait lets the program go on by itself for a while.
func (l *loop) wait(d time.Duration) {
	l.mu.Unlock()
	time.Sleep(d)
	synctest.Wait()
	l.mu.Lock()
}

func inLoop(t *testing.T, protocol Protocol, do func(l *loop)) {
	t.Helper()
	lib, _ := content.Load(content.Builtin())
	synctest.Test(t, func(t *testing.T) {
		l := &loop{
			display: New(config.Figure{}, nil), above: "header\n",
			picture: Picture{Screen: "a", W: 30, H: 9, Theme: figure.DarkTheme(), Posture: still(t, lib, "cat-cow")},
		}
		l.display.Output(l)
		l.display.protocol, l.display.cell = protocol, cellSize{2, 4}
		l.mu.Lock()
		do(l)
		l.mu.Unlock()
		time.Sleep(time.Minute)
	})
}
