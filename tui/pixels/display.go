package pixels

import (
	"io"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"catcow/config"
)

// Display is the pictures of a terminal.
//
// A picture is drawn beside the loop, handed over, and put into the view when the
// terminal has answered that it has it; until then the one before stays. So there
// is no frame without a picture, and never more on its way than the terminal
// takes. A breath comes back to pictures that are there already.
type Display struct {
	allowed  Allowed
	name     string // the terminal's own
	asked    bool   // for kitty's protocol
	protocol Protocol
	cell     cellSize
	out      Output
	// cellFromKernel: the terminal does not say how large a cell is.
	cellFromKernel bool

	artist  artist
	drawing bool      // the artist is at work
	idle    int       // frames since it was
	latest  int       // id
	sending *stored   // what is being drawn or on its way
	cache   []*stored // what the terminal has, what was used latest last
	used    bool      // there has been a picture
	missing *Picture  // what the latest frame would rather show
	framed  bool      // the frame has a figure
	shown   bool      // so had the one before: the last of the cache

	reserve reservation
	down    bool // they are taken down, and none is sent until the terminal is ours again
}

type (
	// drawnMsg brings what is to be sent of a picture.
	drawnMsg struct {
		id    int
		data  string
		sixel []stripe
	}
	// answerLateMsg comes when the terminal should have answered.
	answerLateMsg struct{ id int }
)

const (
	// answerTime is what a terminal has to take a picture. One that needs as long
	// is better served with cells.
	answerTime = 3 * time.Second
	// cellFrame is the time between two frames in cells, slowFrame that after one with
	// much in it, and mostMoved what they may send in a second.
	cellFrame, slowFrame = time.Second / 20, time.Second / 7
	mostMoved            = 38_000
	// kittyFrame and sixelFrame are the least time between two pictures.
	kittyFrame, sixelFrame = time.Second / 12, time.Second / 8
)

// New is the pictures of a terminal by the settings and its environment.
func New(c config.Figure, environ []string) *Display {
	return &Display{allowed: Allow(c, environ)}
}

// Output is the way to the terminal that the frames have to take.
func (d *Display) Output(terminal io.Writer) *Output {
	d.out.terminal = terminal
	return &d.out
}

// Shows reports whether figures are shown as pictures on a terminal with so many
// colours. Placeholders name their picture by a colour, so all colours have to reach
// the terminal.
func (d *Display) Shows(colors colorprofile.Profile) bool {
	switch d.protocol {
	case Placeholders:
		return colors == colorprofile.TrueColor
	case Kitty, Sixel:
		return colors >= colorprofile.ANSI
	case Cells:
	}
	return false
}

// FrameTime is the least time between two frames in which the figure moves. In cells
// it is longer after a frame that has much in it, so that the line is not filled.
func (d *Display) FrameTime() time.Duration {
	switch d.protocol {
	case Sixel:
		return sixelFrame
	case Kitty, Placeholders:
		return kittyFrame
	case Cells:
	}
	d.out.mu.Lock()
	defer d.out.mu.Unlock()
	return min(max(cellFrame, time.Duration(d.out.frame)*time.Second/mostMoved), slowFrame)
}

// Update is a message that may be for the pictures.
func (d *Display) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.TerminalVersionMsg:
		d.name = msg.Name
	case uv.PrimaryDeviceAttributesEvent:
		return d.attributes(msg)
	case uv.CellSizeEvent:
		d.cell = cellSize{msg.Width, msg.Height}
	case uv.KittyGraphicsEvent:
		return d.answer(msg.Options.ID, string(msg.Payload) == "OK")
	case drawnMsg:
		return d.drawn(msg)
	case answerLateMsg:
		if d.sending != nil && d.sending.id == msg.id {
			return d.giveUp()
		}
	case latePictureMsg:
		d.reserve.late = false
	case tea.ResumeMsg:
		d.down = false
		d.out.reopen()
	}
	return nil
}

// Draw draws the picture that the latest frame lacks. After the first, one that moves
// waits for its turn; in between there would be no end of them.
func (d *Display) Draw(turn bool) tea.Cmd {
	d.shown = d.shown && d.framed
	d.rest()
	ready := d.framed && d.missing != nil && (turn || !d.missing.Moving || !d.shown)
	d.framed = false
	if !ready || d.sending != nil || d.drawing || d.down {
		return nil
	}
	d.latest++
	p, id, protocol := *d.missing, firstID+d.latest, d.protocol
	d.sending, d.drawing = &stored{Picture: p, id: id}, true
	return func() tea.Msg { return d.artist.draw(&p, id, protocol) }
}

// idleFrames is after how many frames that lacked no picture the artist rests.
const idleFrames = 30

// rest gives back what pictures are drawn on, once a breath comes back to those that are
// there: it is many times what they take.
func (d *Display) rest() {
	if d.missing != nil || d.drawing {
		d.idle = 0
		return
	}
	if d.idle++; d.idle == idleFrames {
		d.artist.rest()
	}
}

// drawn sends a picture, unless it has been given up.
func (d *Display) drawn(msg drawnMsg) tea.Cmd {
	d.drawing = false
	switch {
	case d.sending == nil || d.sending.id != msg.id:
		return nil
	case msg.sixel != nil:
		d.sending.sixel = msg.sixel
		return d.keep()
	}
	// The pictures of a hold can wait for each other; a figure that moves has few.
	pace := time.Duration(0)
	if d.shown && !d.sending.Moving {
		pace = time.Duration(len(msg.data)) * time.Second / mostBytes
	}
	send := tea.Tick(pace, func(time.Time) tea.Msg { d.out.send(msg.data); return nil })
	late := tea.Tick(pace+answerTime, func(time.Time) tea.Msg { return answerLateMsg{msg.id} })
	return tea.Batch(send, late)
}

// answer is what the terminal says of a picture.
func (d *Display) answer(id int, ok bool) tea.Cmd {
	switch {
	case id == queryID:
		if ok {
			d.hasKitty()
		}
	case d.sending != nil && d.sending.id == id:
		if !ok {
			return d.giveUp()
		}
		return d.keep()
	case !ok: // it has lost what it had
		d.cache = slices.DeleteFunc(d.cache, func(s *stored) bool { return s.id == id })
	}
	return nil
}

// Renew draws all that is shown anew.
func (d *Display) Renew() tea.Cmd { return tea.Batch(d.free(d.clear()), d.Resized()) }

// Resized asks how large cells are now.
func (d *Display) Resized() tea.Cmd {
	if d.protocol == Cells {
		return nil
	}
	if d.cellFromKernel {
		d.cell = kernelCellSize(d.out.terminalFd())
		return nil
	}
	return tea.Raw(cellSizeQuery())
}

// Block is the lines in place of which the terminal shows the picture, or the one
// before while this one is on its way; nil where there are only cells. A covered
// block has something lying over it.
func (d *Display) Block(p Picture, covered bool) []string {
	p.cell = d.cell
	if !p.cell.known() {
		p.cell = cellSize{8, 16}
	}
	switch d.protocol {
	case Placeholders:
		if p.W > mostPlaces || p.H > mostPlaces {
			return nil
		}
		if s := d.choose(&p); s != nil {
			return placeholders(s.id, s.W, s.H, p.W, p.H, s.background(), covered)
		}
		if d.used { // else there are the cells that were there before
			return placeholders(0, 0, 0, p.W, p.H, p.background(), false)
		}
	case Kitty, Sixel:
		if !covered && !d.reserve.cut {
			return d.reserved(&p)
		}
		d.framed, d.missing = true, nil // the picture comes back
	case Cells:
	}
	return nil
}
