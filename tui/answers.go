package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"catcow/tui/pixels"
)

const (
	// askingTime is how long after the start answers of the terminal may be on
	// their way.
	askingTime = 2 * time.Second
	// answersTime is how long leaving waits for them, beyond what the first took.
	answersTime = 300 * time.Millisecond
	// silentTime is how long after the start a terminal may have said nothing before
	// it is taken for one that never does.
	silentTime = 900 * time.Millisecond
)

// answers keeps us from leaving while the terminal still answers what it was asked
// at the start, or has pictures: the shell would take the answers for keys. Without a
// start nothing was asked.
type answers struct {
	pictures *pixels.Display
	now      func() time.Time

	start time.Time     // when the first was asked for
	took  time.Duration // what the first took; 0 while there is none
	owed  int           // questions for the device attributes that are not answered
	then  tea.Msg       // what waits for the answers
	left  time.Time     // when it began to wait
	last  bool          // the last question is asked, until we are back from the shell
}

// lateMsg comes when answers cannot be waited for any longer.
type lateMsg struct{}

// lastQuestionMsg asks the terminal a question after which nothing is asked.
type lastQuestionMsg struct{ then tea.Msg }

// lastQuestion is counted when it is asked for, not when it is on its way: the answer to
// one before may come in between.
type lastQuestion string

// hold keeps back what takes the terminal from us. A second time it goes through.
func (a *answers) hold(msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg, tea.SuspendMsg:
		asking := !a.start.IsZero() && a.now().Before(a.start.Add(askingTime))
		if !a.last && (asking || a.pictures.Up()) {
			return lastQuestionMsg{msg}
		}
	case tea.RawMsg:
		text, _ := msg.Msg.(string)
		questions := strings.Count(text, ansi.RequestPrimaryDeviceAttributes)
		if questions > 0 && a.last {
			return nil
		}
		a.owed += questions
	}
	return msg
}

// take is a message that may be for the answers. Every terminal says what it is,
// and says it after all that it was asked before.
func (a *answers) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case lastQuestionMsg:
		a.then, a.left, a.last = msg.then, a.now(), true
		a.owed++
		ask := tea.Raw(lastQuestion(ansi.RequestPrimaryDeviceAttributes))
		return tea.Batch(tea.Sequence(a.pictures.TakeDown(), ask), late(a.patience()))
	case tea.BackgroundColorMsg, tea.ModeReportMsg, tea.TerminalVersionMsg:
		a.time()
	case uv.PrimaryDeviceAttributesEvent:
		a.time()
		if a.owed = max(a.owed-1, 0); a.owed == 0 {
			return a.release()
		}
	case tea.ResumeMsg:
		a.then, a.last = nil, false
	case lateMsg:
		if a.then == nil {
			return nil
		}
		if wait := a.left.Add(a.patience()).Sub(a.now()); wait > 0 { // an answer has come meanwhile
			return late(wait)
		}
		return a.release()
	}
	return nil
}

// time looks how long the first answer took.
func (a *answers) time() {
	if a.took == 0 && !a.start.IsZero() {
		a.took = a.now().Sub(a.start)
	}
}

// patience is how long leaving waits at most: the last answer takes as long as the first.
func (a *answers) patience() time.Duration {
	if a.took == 0 {
		return max(answersTime, silentTime-a.left.Sub(a.start))
	}
	return min(a.took+answersTime, askingTime)
}

// release lets through what waits.
func (a *answers) release() tea.Cmd {
	then := a.then
	if then == nil {
		return nil
	}
	a.then = nil
	return func() tea.Msg { return then }
}

func late(wait time.Duration) tea.Cmd {
	return tea.Tick(wait, func(time.Time) tea.Msg { return lateMsg{} })
}
