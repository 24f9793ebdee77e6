package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"catcow/figure"
)

// gallery is the pictures of a terminal that shows pixels.
//
// A picture is drawn beside the loop, handed over, and put into the view when the
// terminal has answered that it has it; until then the one before stays. So there
// is no frame without a picture, and never more on its way than the terminal
// takes. A breath comes back to pictures that are there already: then only the
// placeholders change, within one frame.
type gallery struct {
	asked bool
	known bool // only a terminal that is known to have placeholders will do
	open  bool // the terminal takes pictures
	cell  cellSize

	renderer figure.Renderer
	drawing  bool      // the renderer is in use
	latest   int       // id
	flight   *hung     // what is being drawn or on its way
	hung     []*hung   // what the terminal has, what was used latest last
	used     bool      // there has been a picture
	wanted   *portrait // what the latest frame would rather show
	framed   bool      // this frame has a figure
	shown    bool      // so had the one before: the last of the hung

	then tea.Msg // what waits until the pictures are down
	away bool    // they are, and none is sent until we are back
}

// hung is a picture that has an id.
type hung struct {
	portrait

	id    int
	lines []string
}

type (
	// drawnMsg brings what is to be sent of a picture; "" if it cannot be had.
	drawnMsg struct {
		id   int
		data string
	}
	// overdueMsg comes when the terminal should have answered.
	overdueMsg struct{ id int }
	// partMsg is what takes the terminal from us: a quit, the shell.
	partMsg struct{ then tea.Msg }
	// partTimeMsg comes when it cannot wait any longer.
	partTimeMsg struct{}
)

const (
	// answerTime is what a terminal has to take a picture. One that needs as long
	// is better served with cells.
	answerTime = 3 * time.Second
	// partTime is how long leaving waits for the pictures to be down.
	partTime = 300 * time.Millisecond
	// pictureFrame is the time between two pictures while the figure moves.
	pictureFrame = time.Second / 12
	// spare is how many pictures of what is past are kept: a frame may still be on
	// its way that shows them.
	spare = 3
)

// ask asks the terminal whether it takes pictures. Nothing waits for the answer:
// without one there are cells.
func (g *gallery) ask(o Options) tea.Cmd {
	g.asked, g.known = asks(o.Figure, o.Environ)
	switch {
	case !g.asked:
		return nil
	case g.known:
		return tea.RequestTerminalVersion
	}
	return tea.Raw(supportQuery() + cellQuestion())
}

// take is a message that may be for the gallery.
func (g *gallery) take(msg tea.Msg) tea.Cmd {
	if !g.asked {
		return nil
	}
	switch msg := msg.(type) {
	case tea.TerminalVersionMsg:
		if g.known && placing(msg.Name) {
			return tea.Raw(supportQuery() + cellQuestion())
		}
	case uv.CellSizeEvent:
		g.cell = cellSize{msg.Width, msg.Height}
	case uv.KittyGraphicsEvent:
		return g.answer(msg.Options.ID, string(msg.Payload) == "OK")
	case drawnMsg:
		return g.drawn(msg)
	case overdueMsg:
		return g.overdue(msg)
	case partMsg:
		return g.part(msg.then)
	case partTimeMsg:
		return g.parted()
	case tea.ResumeMsg:
		g.away = false
	}
	return nil
}

// next draws the picture that the latest frame lacks. After the first, one that
// moves waits for its turn; in between there would be no end of them.
func (g *gallery) next(turn bool) tea.Cmd {
	g.shown = g.shown && g.framed
	ready := g.framed && g.wanted != nil && (turn || !g.wanted.moving || !g.shown)
	g.framed = false
	if !ready || g.flight != nil || g.drawing || g.then != nil || g.away {
		return nil
	}
	g.latest++
	p, id := *g.wanted, firstID+g.latest
	g.flight, g.drawing = &hung{portrait: p, id: id}, true
	return func() tea.Msg { return drawPicture(&g.renderer, &p, id) }
}

// drawn sends a picture, unless it has been given up.
func (g *gallery) drawn(msg drawnMsg) tea.Cmd {
	g.drawing = false
	switch {
	case g.flight == nil || g.flight.id != msg.id:
		return nil
	case msg.data == "":
		return g.close()
	}
	late := tea.Tick(answerTime, func(time.Time) tea.Msg { return overdueMsg{msg.id} })
	return tea.Batch(tea.Raw(msg.data), late)
}

// overdue gives up a terminal that does not answer.
func (g *gallery) overdue(msg overdueMsg) tea.Cmd {
	if g.flight == nil || g.flight.id != msg.id {
		return nil
	}
	return g.close()
}

// answer is what the terminal says of a picture.
func (g *gallery) answer(id int, ok bool) tea.Cmd {
	switch {
	case id == questionID && g.then != nil:
		return g.parted()
	case id == questionID:
		g.open = g.open || ok
	case g.flight == nil || g.flight.id != id:
	case !ok:
		return g.close()
	default:
		h := g.flight
		h.lines = h.block(h.w, h.h, false)
		g.hung = append(g.hung, h)
		g.flight, g.used, g.shown = nil, true, true
		return g.prune(h)
	}
	return nil
}

// prune takes down what is not of the same hold as h.
func (g *gallery) prune(h *hung) tea.Cmd {
	var ids []int
	old := len(g.hung) - 1 - spare
	kept := g.hung[:0]
	for i, p := range g.hung {
		if i < old && !p.alike(&h.portrait) {
			ids = append(ids, p.id)
		} else {
			kept = append(kept, p)
		}
	}
	clear(g.hung[len(kept):])
	g.hung = kept
	if ids == nil {
		return nil
	}
	return tea.Raw(deletion(ids...))
}

// clear takes down every picture.
func (g *gallery) clear() tea.Cmd {
	var ids []int
	for _, h := range g.hung {
		ids = append(ids, h.id)
	}
	if g.flight != nil {
		ids = append(ids, g.flight.id)
	}
	g.hung, g.flight, g.shown = nil, nil, false
	if ids == nil {
		return nil
	}
	return tea.Raw(deletion(ids...))
}

// close goes back to cells.
func (g *gallery) close() tea.Cmd {
	g.open = false
	return g.clear()
}

// renew draws all that is shown anew.
func (g *gallery) renew() tea.Cmd { return tea.Batch(g.clear(), g.resized()) }

// resized asks how large cells are now.
func (g *gallery) resized() tea.Cmd {
	if !g.open {
		return nil
	}
	return tea.Raw(cellQuestion())
}

// hold keeps back what takes the terminal from us until the pictures are down. A
// second time it goes through.
func (g *gallery) hold(msg tea.Msg) tea.Msg {
	if !g.open || g.away || g.then != nil {
		return msg
	}
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg, tea.SuspendMsg:
		return partMsg{msg}
	}
	return msg
}

// part takes the pictures down. The question after that is answered when it is
// done and every answer on its way has come in: a shell would take it for keys.
func (g *gallery) part(then tea.Msg) tea.Cmd {
	g.then = then
	return tea.Batch(
		tea.Sequence(g.clear(), tea.Raw(supportQuery())),
		tea.Tick(partTime, func(time.Time) tea.Msg { return partTimeMsg{} }),
	)
}

func (g *gallery) parted() tea.Cmd {
	then := g.then
	if then == nil {
		return nil
	}
	g.then, g.away = nil, true
	return func() tea.Msg { return then }
}

// block is the lines in place of which the terminal shows the picture, or the one
// before while this one is on its way; nil where there are only cells. A covered
// block has something lying over it.
func (g *gallery) block(p *portrait, covered bool) []string {
	if !g.open || p.w > mostPlaces || p.h > mostPlaces {
		return nil
	}
	p.cell = g.cell
	if p.cell.w <= 0 || p.cell.h <= 0 {
		p.cell = cellSize{8, 16}
	}
	g.framed, g.wanted = true, nil
	last := len(g.hung) - 1
	for i, h := range g.hung {
		if h.portrait == *p {
			g.hung, g.shown = append(slices.Delete(g.hung, i, i+1), h), true
			return g.hung[last].block(p.w, p.h, covered)
		}
	}
	g.wanted = p
	if !g.used {
		return nil // the cells that were there before
	}
	if g.shown = g.shown && g.hung[last].screen == p.screen; !g.shown {
		return placeholders(0, 0, 0, p.w, p.h, p.background(), false)
	}
	return g.hung[last].block(p.w, p.h, covered)
}

// block is what shows the picture in the corner of w by h cells.
func (h *hung) block(width, height int, covered bool) []string {
	if h.lines != nil && !covered && h.w == width && h.h == height {
		return h.lines
	}
	return placeholders(h.id, h.w, h.h, width, height, h.background(), covered)
}
