package tui

import (
	"context"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/session"
)

// builtinLibrary reads the poses and routines as they come, once: nobody changes them.
var builtinLibrary = sync.OnceValues(func() (*content.Library, decode.Problems) { return content.Load(content.Builtin()) })

// builtin gives the options of a run on the poses and routines as they come.
func builtin(tb testing.TB) Options {
	tb.Helper()
	lib, problems := builtinLibrary()
	if len(problems) > 0 {
		tb.Fatalf("built-in content: %v", problems)
	}
	return Options{
		Load:    func() (*content.Library, decode.Problems) { return lib, nil },
		Session: session.DefaultOptions(),
		Play:    session.Settings{Speed: 1},
		// Seen from close by, where letters are text; those for the mat have tests of
		// their own.
		Screen: config.Screen{Theme: "auto", Glyphs: "unicode", Motion: "full", Close: true},
		Figure: config.Figure{Mode: "auto"},
		State: config.State{
			Safety:  config.Acknowledged{Version: content.SafetyPage().Version},
			Profile: config.ProfileAnswers{Set: true, Props: content.Props()},
		},
		Environ: []string{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"}, // no mode queries
	}
}

// routine is a built-in routine.
func routine(tb testing.TB, id string) content.Routine {
	tb.Helper()
	lib, _ := builtin(tb).Load()
	r, err := lib.Routine(id)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// terminal is a screen that a Program writes to.
type terminal struct {
	gate    atomic.Pointer[chan struct{}] // nothing is taken until it closes
	mu      sync.Mutex
	screen  *vt.SafeEmulator
	written int
	sent    strings.Builder
}

func newTerminal(w, h int) *terminal {
	t := &terminal{screen: vt.NewSafeEmulator(w, h)}
	_, _ = t.screen.Write([]byte("\x1b[20h")) // a bare LF returns the carriage too
	go func() { _, _ = io.Copy(io.Discard, t.screen) }()
	return t
}

func (t *terminal) Write(p []byte) (int, error) {
	if gate := t.gate.Load(); gate != nil {
		<-*gate
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.written += len(p)
	t.sent.Write(p)
	return t.screen.Write(p)
}

// text is what the screen shows. The emulator's own lock does not cover reading.
func (t *terminal) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.screen.String()
}

func (t *terminal) resize(w, h int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.screen.Resize(w, h)
}

func (t *terminal) bytes() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.written
}

// stage of a test: a real Program in a bubble of fake time.
type rig struct {
	t    *testing.T
	p    *tea.Program
	m    *watched
	term *terminal
	out  Result
	err  error
	done chan struct{}
	// broken makes the next look at the clock a fault of ours.
	broken atomic.Bool
}

// watched is the model of a rig, with a lock so that the test may look at a
// frame while ticks go on.
type watched struct {
	*teaModel
	mu sync.Mutex
}

func (w *watched) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	w.mu.Lock()
	defer w.mu.Unlock()
	_, cmd := w.teaModel.Update(msg)
	return w, cmd
}

// frame is what the model means to be on the screen.
func (w *watched) frame() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.view.Content
}

// drive runs the options in a real Program under a fake clock. Inside do, a sleep
// of minutes plays minutes of the session at once.
func drive(t *testing.T, o Options, w, h int, do func(r *rig)) {
	t.Helper()
	driveOn(t, o, w, h, false, do)
}

// driveBeside is drive with what is written to the terminal written beside the loop.
// It waits for nothing: the renderer's lock would stop the fake clock.
func driveBeside(t *testing.T, o Options, w, h int, do func(r *rig)) {
	t.Helper()
	driveOn(t, o, w, h, true, do)
}

func driveOn(t *testing.T, o Options, w, h int, beside bool, do func(r *rig)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		r := &rig{t: t, m: &watched{teaModel: newTeaModel(newModel(o))}, term: newTerminal(w, h), done: make(chan struct{})}
		r.m.m.now = func() time.Time {
			if r.broken.Load() {
				panic("a clock with no hands")
			}
			return wallClock()
		}
		ctx, cancel := context.WithCancel(t.Context())
		var out io.Writer = r.term
		if beside {
			r.m.out = &output{to: r.term, caught: func(lost bool) { r.p.Send(caughtUp(lost)) }}
			out = r.m.out
		}
		r.p = tea.NewProgram(r.m, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(r.m.m.pictures.Output(out)),
			tea.WithWindowSize(w, h), tea.WithEnvironment(o.Environ),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(), tea.WithFPS(harnessFPS))
		go func() {
			_, err := r.p.Run()
			r.out, r.err = r.m.end(ctx, err)
			close(r.done)
		}()
		defer func() { // after a failed test too, or the bubble counts as stuck
			cancel()
			<-r.done
			if beside {
				r.m.out.finish(time.Minute)
			}
			_ = r.term.screen.Close()
			time.Sleep(time.Hour) // the last ticks must fire before the bubble ends
		}()
		r.settle()
		do(r)
	})
}

// harnessFPS is a slow renderer: at sixty frames a second the empty ones would be
// most of the work of a session of twenty minutes.
const harnessFPS = 20

// settle waits until a frame is on the screen.
func (r *rig) settle() {
	time.Sleep(3 * time.Second / harnessFPS)
	synctest.Wait()
}

func (r *rig) press(keys ...string) {
	for _, k := range keys {
		r.p.Send(press(k))
		r.settle()
	}
}

func (r *rig) resize(w, h int) {
	r.term.resize(w, h)
	r.p.Send(tea.WindowSizeMsg{Width: w, Height: h})
	r.settle()
}

// see is the screen as text.
func (r *rig) see() string {
	r.settle()
	return r.term.text()
}

// shows fails unless every text is on the screen.
func (r *rig) shows(texts ...string) {
	r.t.Helper()
	screen := r.see()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			r.t.Fatalf("want %q on the screen:\n%s", text, screen)
		}
	}
}

// hides fails if a text is on the screen.
func (r *rig) hides(text string) {
	r.t.Helper()
	if screen := r.see(); strings.Contains(screen, text) {
		r.t.Fatalf("want no %q on the screen:\n%s", text, screen)
	}
}

// ended reports whether the program has left by itself.
func (r *rig) ended() bool {
	synctest.Wait()
	select {
	case <-r.done:
		return true
	default:
		return false
	}
}

// press is a key as a terminal sends it.
func press(name string) tea.KeyPressMsg {
	special := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab, "up": tea.KeyUp, "down": tea.KeyDown,
		"left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "f1": tea.KeyF1,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "backspace": tea.KeyBackspace,
	}
	if code, ok := special[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(rest)[0], Mod: tea.ModCtrl}
	}
	r := []rune(name)[0]
	return tea.KeyPressMsg{Code: r, Text: name}
}

// at is a model at a size with the library loaded, and its clock in the test's
// hand.
func at(tb testing.TB, o Options, w, h int) (*model, *time.Time) {
	tb.Helper()
	m := newModel(o)
	now := time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)
	m.now = func() time.Time { return now }
	lib, _ := o.Load()
	m.loaded(lib, 0, content.SafetyPage(), "")
	m.update(m.recall()) // a Program does it by itself
	m.update(tea.WindowSizeMsg{Width: w, Height: h})
	return m, &now
}

// send presses keys on a model.
func send(m *model, keys ...string) {
	for _, k := range keys {
		m.update(press(k))
	}
}
