package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/fault"
	"catcow/guide"
	"catcow/media"
	"catcow/progress"
	"catcow/session"
	"catcow/sheet"
	"catcow/today"
)

// Options is what the screens are given.
type Options struct {
	// Load gives the poses and routines. It is called beside the first frame, never
	// on its way, and again when what Stamp gives is another.
	Load func() (*content.Library, decode.Problems)
	// Stamp tells two states of the person's own files apart; nil where they are not
	// read again. It may wait for the disk.
	Stamp   func() string
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
	// State is what is kept between two starts, and Changes changes it for the next.
	State   config.State
	Changes *Changes // nil where nothing is kept
	// Settled is called beside the loop when a hold is under way: what only the way there
	// needed can go. nil for nothing.
	Settled func()
	// Leads is told when a session begins and when it is over; nil for nothing.
	Leads   func(leads bool)
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
	// LessMotion asks the system whether things should move less; nil where the
	// settings say it. It may wait.
	LessMotion func() bool
	// Media has the desktop show the session and hands over its keys, until the
	// context ends; nil, also as its result, for neither. It may wait for the bus.
	Media func(ctx context.Context, handle func(media.Command)) Media
	// Today makes a session for today, by what was asked for and by what was done and
	// what hurt lately; Swap puts another pose in the place of one of it, and
	// KeepRoutine keeps one under a name. All may wait for the disk; nil where there is
	// none of it.
	Today       func(q today.Request) (today.Session, error)
	Swap        func(q today.Request, s today.Session, at int) (today.Session, error)
	KeepRoutine func(name string, r content.Routine) error
	// KeepSheet writes the files that a physio's sheet becomes, all or none; nil where
	// none can be. It may wait for the disk.
	KeepSheet func(files []sheet.File) error
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
	defer takeTerminal()() // the Program does not where it cannot begin
	heard := listen()
	t := newTeaModel(newModel(o))
	t.answers.start = t.m.now()
	running, cancel := context.WithCancel(context.WithoutCancel(ctx))
	defer cancel()
	terminal, options := t.terminal()
	p := t.program(running, t, terminal, options...)
	t.m.openMedia(running, p.Send)
	unwatch := t.watchSignals(heard(), p.Send)
	if t.out != nil {
		t.out.caught = func(lost bool) { p.Send(caughtUp(lost)) }
	}
	result, err := t.run(ctx, p, cancel)
	unwatch()
	if t.out != nil {
		t.out.give()
		t.out.finish(leaveTime)
	}
	if t.m.media.control != nil {
		t.m.media.control.Close()
	}
	t.m.o.Changes.TryFlush()
	return result, err
}

// frameRate is how often a second the renderer looks for a new frame. The first frame waits
// for the first look: at the usual 60 a millisecond longer, which is what settings take
// to be read before the renderer begins to count.
const frameRate = 64

// program is the Program of a model: t itself, or what a test wraps it in.
func (t *teaModel) program(ctx context.Context, model tea.Model, terminal io.Writer, more ...tea.ProgramOption) *tea.Program {
	return tea.NewProgram(model, append([]tea.ProgramOption{
		tea.WithContext(ctx), tea.WithEnvironment(t.m.o.Environ), tea.WithFilter(t.filter), tea.WithFPS(frameRate),
		tea.WithOutput(t.m.pictures.Output(terminal)),
	}, more...)...)
}

// run runs the Program. The end of the context is a quit like others, or the pictures
// would stay in the terminal; kill is for a Program that does not quit.
func (t *teaModel) run(ctx context.Context, p *tea.Program, kill func()) (Result, error) {
	defer context.AfterFunc(ctx, func() {
		t.endAnyhow()
		quit(p, kill)
	})()
	_, err := p.Run()
	return t.end(ctx, err)
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
	m       *model
	view    tea.View    // the latest frame
	shown   tea.View    // the latest that the terminal was given
	out     *output     // nil where the Program writes by itself
	ending  atomic.Bool // it was asked to end from outside
	answers answers
	crash   *CrashError

	drawn time.Time // when a key was last drawn
	late  bool      // a frame is yet to be drawn for the keys after it
}

func newTeaModel(m *model) *teaModel {
	return &teaModel{m: m, answers: answers{pictures: m.pictures, now: m.now}}
}

// drawMsg asks for the frame that the last of many keys left.
type drawMsg struct{}

// leaveTime is how long leaving waits for a terminal that takes nothing.
const leaveTime = time.Second

func (t *teaModel) Init() tea.Cmd { return guarded(t.m.init()) }

// Update draws the frame too, so that View is cheap and cannot fail.
func (t *teaModel) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	model = t
	switch msg := msg.(type) {
	case faultMsg:
		t.crash = &CrashError{Value: msg.value, Stack: msg.stack}
		return t, tea.Quit
	case tea.ResumeMsg:
		t.m.suspending = false
		defer func() { cmd = tea.Batch(cmd, func() tea.Msg { return sizeMsg{} }) }()
	}
	asked := t.answers.take(msg)
	if t.crash != nil { // nothing more is shown; only the pictures have to go
		return t, tea.Batch(asked, t.m.pictures.Update(msg))
	}
	defer func() {
		if r := recover(); r != nil {
			t.crash = &CrashError{Value: r, Stack: fault.Stack(r)}
			cmd = tea.Quit
		}
	}()
	cmd = tea.Batch(asked, t.m.update(msg))
	if t.m.sized {
		cmd = tea.Batch(cmd, t.repaint(msg))
	}
	return model, guarded(cmd)
}

// repaint draws the frame after a message. The frames of a key that is held down
// are drawn no faster than they can be seen, or keys would wait for each other.
func (t *teaModel) repaint(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tickMsg:
		if t.m.early {
			return nil
		}
	case drawMsg:
		t.late = false
	case tea.KeyPressMsg:
		now := t.m.now()
		if wait := t.drawn.Add(keyFrame).Sub(now); wait > 0 && wait <= keyFrame {
			if t.late {
				return nil
			}
			t.late = true
			return tea.Tick(wait, func(time.Time) tea.Msg { return drawMsg{} })
		}
		t.drawn = now
	}
	place := t.draw()
	_, tick := msg.(tickMsg)
	return tea.Batch(place, t.m.pictures.Draw(tick || t.m.wait() == 0), t.m.player.beside())
}

// View is the latest frame. While the terminal takes nothing it stays as it is, and
// nothing more is written.
func (t *teaModel) View() tea.View {
	if t.out == nil || !t.out.isBehind() {
		// To the last: a view that leaves the alternate screen just after a return
		// from the shell would leave the terminal in it.
		t.view.AltScreen = true
		t.shown = t.view
	}
	return t.shown
}

// draw makes the frame, and gives what puts its picture in place.
func (t *teaModel) draw() tea.Cmd {
	m := t.m
	m.pictures.Begin()
	content := m.render()
	if m.pictures.Cut(content) {
		content = m.render()
	}
	t.view = tea.NewView(content)
	t.view.WindowTitle = nameText
	t.view.ReportFocus = m.o.Stamp != nil // somebody may have edited a file meanwhile
	if !m.leading() {
		return m.pictures.Place(m.now())
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
	return m.pictures.Place(m.now())
}
