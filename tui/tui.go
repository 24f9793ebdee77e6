package tui

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/guide"
	"catcow/media"
	"catcow/progress"
	"catcow/session"
)

// Options is what the screens are given.
type Options struct {
	// Load gives the poses and routines. It is called once, beside the first
	// frame, never on its way.
	Load    func() (*content.Library, decode.Problems)
	Session session.Options
	Play    session.Settings
	Screen  config.Screen
	Figure  config.Figure
	// Routine is to be played at once; nil shows the menu.
	Routine *content.Routine
	// Auto takes the level of each pose from the Past.
	Auto bool
	// Past reads what earlier sessions left; nil for nothing. It is called like
	// Load, and may wait for the disk.
	Past func() Past
	// State is what is kept between two starts, and Keep changes it for the next.
	State   config.State
	Keep    func(change func(*config.State))
	CheckIn bool // asks how it is, around a session
	Profile config.Profile
	Goal    progress.Goal
	// Sound is what plays and speaks; nil for silence. Say is how much is said:
	// "all", "names" or "none".
	Sound guide.Sound
	Say   string
	Tone  bool // the breath has a tone
	// Awake keeps the display from sleeping until release is called; nil leaves
	// it alone. Neither waits.
	Awake func() (release func())
	// Media has the desktop show the session and hands over its keys, until the
	// context ends; nil, also as its result, for neither. It may wait for the bus.
	Media func(ctx context.Context, handle func(media.Command)) Media
	// Environ is as os.Environ gives it.
	Environ []string
	// Now is the clock; nil for the computer's, which stands still in its sleep.
	Now func() time.Time
}

// Result is what became of the last session of a run.
type Result struct {
	End     guide.End
	Routine string // name
	Poses   int    // of the routine
	Done    int    // poses done to the end
	Played  time.Duration
}

// CrashError is a fault of the program's own, caught so that the terminal is
// given back whole.
type CrashError struct {
	Value any
	Stack []byte
	// Result is the session up to then.
	Result Result
}

func (e *CrashError) Error() string {
	return fmt.Sprintf("something went wrong: %v", e.Value)
}

// Run shows the screens until the user leaves. A signal, or the end of the
// context, interrupts the session; what was done is in the Result all the same.
// The error is a [*CrashError] for a fault of our own.
func Run(ctx context.Context, o Options) (Result, error) {
	t := &teaModel{m: newModel(o)}
	p := tea.NewProgram(t, tea.WithContext(ctx), tea.WithEnvironment(o.Environ), tea.WithFilter(t.filter))
	t.m.openMedia(ctx, p.Send)
	_, err := p.Run()
	if t.m.media.control != nil {
		t.m.media.control.Close()
	}
	result, err := t.end(ctx, err)
	t.m.flush()
	return result, err
}

// end is what became of the run.
func (t *teaModel) end(ctx context.Context, err error) (Result, error) {
	m := t.m
	if t.crash != nil {
		t.crash.Result = m.result
		return m.result, t.crash
	}
	switch {
	case m.leaving:
		return m.result, nil
	case err == nil, ctx.Err() != nil, errors.Is(err, tea.ErrInterrupted): // a signal
		m.stop(true)
		m.result.End = guide.Interrupted
		return m.result, nil
	}
	return m.result, err
}

// teaModel is the only tea.Model: it owns the fields of the view, and keeps a
// fault of ours from taking the terminal with it.
type teaModel struct {
	m     *model
	view  tea.View // the latest frame
	crash *CrashError
}

func (t *teaModel) Init() tea.Cmd { return t.m.init() }

// Update draws the frame too, so that View is cheap and cannot fail.
func (t *teaModel) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = t
	if fault, ok := msg.(faultMsg); ok {
		t.crash = fault.crash
		return t, tea.Quit
	}
	if t.crash != nil { // nothing more is shown; only the pictures have to go
		return t, t.m.gallery.take(msg)
	}
	defer func() {
		if r := recover(); r != nil {
			t.crash = &CrashError{Value: r, Stack: debug.Stack()}
			cmd = tea.Quit
		}
	}()
	cmd = t.m.update(msg)
	if t.m.sized {
		t.draw()
		_, tick := msg.(tickMsg)
		cmd = tea.Batch(cmd, t.m.gallery.next(tick || t.m.wait() == 0))
	}
	return model, cmd
}

// filter sees a message before the Program does.
func (t *teaModel) filter(_ tea.Model, msg tea.Msg) tea.Msg { return t.m.gallery.hold(msg) }

func (t *teaModel) View() tea.View {
	// To the last: a view that leaves the alternate screen just after a return
	// from the shell would leave the terminal in it.
	t.view.AltScreen = true
	return t.view
}

func (t *teaModel) draw() {
	m := t.m
	t.view = tea.NewView(m.render())
	t.view.WindowTitle = nameText
	if !m.leading() {
		return
	}
	s := m.led.At
	t.view.WindowTitle = nameText + ": " + s.Stage.Pose.Name
	if total := s.Done + s.Remaining; total > 0 {
		state := tea.ProgressBarDefault
		if s.State == session.Paused {
			state = tea.ProgressBarWarning
		}
		t.view.ProgressBar = tea.NewProgressBar(state, int(100*s.Done/total))
	}
}
