package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

const (
	// askingTime is how long after the start answers of the terminal may be on
	// their way.
	askingTime = 2 * time.Second
	// answersTime is how long leaving waits for them.
	answersTime = 300 * time.Millisecond
)

// answers keeps us from leaving while the terminal still answers what it was asked
// at the start: the shell would take the answers for keys. The zero value lets
// everything through.
type answers struct {
	until time.Time // until then there may be some on their way
	then  tea.Msg   // what waits for them
}

// lateMsg comes when answers cannot be waited for any longer.
type lateMsg struct{}

// lastQuestionMsg asks the terminal a question after which nothing is asked.
type lastQuestionMsg struct{ then tea.Msg }

// hold keeps back what takes the terminal from us. A second time it goes through.
func (a *answers) hold(msg tea.Msg, now func() time.Time) tea.Msg {
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg, tea.SuspendMsg:
		if !a.until.IsZero() && now().Before(a.until) {
			return lastQuestionMsg{msg}
		}
	}
	return msg
}

// take is a message that may be for the answers. Every terminal says what it is,
// and says it after all that it was asked before.
func (a *answers) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case lastQuestionMsg:
		a.then, a.until = msg.then, time.Time{}
		return tea.Batch(
			tea.Raw(ansi.RequestPrimaryDeviceAttributes),
			tea.Tick(answersTime, func(time.Time) tea.Msg { return lateMsg{} }),
		)
	case uv.PrimaryDeviceAttributesEvent, lateMsg:
		if then := a.then; then != nil {
			a.then = nil
			return func() tea.Msg { return then }
		}
	}
	return nil
}
