package pixels

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// leaving is how far the pictures are on their way from the terminal.
type leaving struct {
	then tea.Msg // what waits until they are down
	gone bool    // they are, and none is sent until we are back
}

func (l *leaving) busy() bool { return l.then != nil || l.gone }

type (
	// leaveMsg is what takes the terminal from us: a quit, the shell.
	leaveMsg struct{ then tea.Msg }
	// leaveLateMsg comes when it cannot wait any longer.
	leaveLateMsg struct{}
)

// leaveTime is how long leaving waits for the pictures to be down.
const leaveTime = 300 * time.Millisecond

// Filter sees a message before the Program does. It keeps back what takes the
// terminal from us until the pictures are down. A second time it goes through.
func (d *Display) Filter(msg tea.Msg) tea.Msg {
	if d.protocol == Cells || d.leaving.busy() {
		return msg
	}
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg, tea.SuspendMsg:
		return leaveMsg{msg}
	}
	return msg
}

// leave takes the pictures down. The query after that is answered when it is done
// and every answer on its way has come in: a shell would take it for keys.
func (d *Display) leave(then tea.Msg) tea.Cmd {
	d.leaving.then = then
	d.unplace()
	ids, kitty := d.clear(), d.protocol != Sixel
	down := func() tea.Msg {
		if !kitty {
			d.out.takeDown("")
			return leaveLateMsg{}
		}
		d.out.takeDown(deletion(ids...) + kittyQuery())
		return nil
	}
	return tea.Batch(down, tea.Tick(leaveTime, func(time.Time) tea.Msg { return leaveLateMsg{} }))
}

func (d *Display) left() tea.Cmd {
	then := d.leaving.then
	if then == nil {
		return nil
	}
	d.leaving = leaving{gone: true}
	return func() tea.Msg { return then }
}
