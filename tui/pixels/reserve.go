package pixels

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// reservation is the block of cells that the frame keeps free for a picture.
type reservation struct {
	w, h  int // of the block in the frame being made; 0 for none
	lines []string
	shows *stored // what is to stand there; nil for nothing yet
	cut   bool    // the frame cannot show all of the block

	block rect // what the Output was told
	want  *placed
	at    time.Time // when
	late  bool      // a picture waits for its time
}

// latePictureMsg comes when a picture may be shown that was too soon.
type latePictureMsg struct{}

// mostBytes is what pictures may send in a second.
const mostBytes = 300_000

// reserved keeps a block of cells free for the picture. Before there is one, the
// figure is drawn in cells as ever.
func (d *Display) reserved(p *Picture) []string {
	s := d.choose(p)
	if s == nil && !d.used {
		return nil
	}
	if s != nil && (s.W != p.W || s.H != p.H || s.cell != p.cell) {
		s = nil // it would lie on other cells
	}
	r := &d.reserve
	if r.w != p.W || r.h != p.H || r.lines == nil {
		r.lines = reserved(p.W, p.H)
	}
	r.w, r.h, r.shows = p.W, p.H, s
	return r.lines
}

// Begin is before a frame is made.
func (d *Display) Begin() { d.reserve.w, d.reserve.h, d.reserve.shows = 0, 0, nil }

// Cut reports whether a frame has only a part of a block that is kept free for a
// picture, so that it has to be made again, in cells.
func (d *Display) Cut(frame string) bool {
	r := &d.reserve
	r.cut = false
	if r.w > 0 {
		_, whole := find(frame, r.w, r.h)
		r.cut = !whole
	}
	return r.cut
}

// Place puts the picture of a frame where the frame has kept cells free for it.
func (d *Display) Place(frame string, now time.Time) tea.Cmd {
	if !d.protocol.reserves() || d.down {
		return nil
	}
	r := &d.reserve
	r.cut = false
	block, want := d.wanted(frame)
	last := r.want
	if block == r.block && want.same(last) {
		return nil
	}
	if block == r.block && want != nil && last != nil {
		if wait := r.at.Add(d.pause(last)).Sub(now); wait > 0 {
			return r.wait(wait)
		}
	}
	r.block, r.want, r.at = block, want, now
	d.out.set(block, want)
	return func() tea.Msg { d.out.flush(); return nil }
}

// wanted is the block that a frame keeps free, and what is to be seen on it.
func (d *Display) wanted(frame string) (block rect, want *placed) {
	r := &d.reserve
	if r.w == 0 {
		return rect{}, nil
	}
	at, whole := find(frame, r.w, r.h)
	switch {
	case !whole:
		return rect{}, nil
	case r.shows == nil:
		return at, nil
	}
	return at, d.placed(r.shows, at)
}

// same reports whether both are one picture, or none.
func (p *placed) same(q *placed) bool { return p == q || p != nil && q != nil && p.id == q.id }

// unplace takes the picture from the frame.
func (d *Display) unplace() {
	d.reserve.block, d.reserve.want = rect{}, nil
	d.out.set(rect{}, nil)
}

// wait looks again after a time.
func (r *reservation) wait(d time.Duration) tea.Cmd {
	if r.late {
		return nil
	}
	r.late = true
	return tea.Tick(d, func(time.Time) tea.Msg { return latePictureMsg{} })
}

// pause is the time from a picture to the next.
func (d *Display) pause(p *placed) time.Duration {
	return max(d.FrameTime(), time.Duration(p.bytes)*time.Second/mostBytes)
}

func (d *Display) placed(s *stored, at rect) *placed {
	p := &placed{rect: at, id: s.id}
	if d.protocol == Sixel {
		p.sixel, p.bytes = s.sixel, s.sixel.size()
		p.show = p.showSixel
		return p
	}
	p.show, p.hide = p.showKitty, unplacement(s.id)
	return p
}

func (p *placed) showKitty(before *placed, _ bool) string {
	show := placement(p.id, p.w, p.h)
	if before != nil && before.id != p.id {
		show += before.hide
	}
	return show
}

// showSixel sends the stripes that are not there already.
func (p *placed) showSixel(before *placed, whole bool) string {
	var b strings.Builder
	for i, s := range p.sixel.stripes {
		if whole && i < len(before.sixel.stripes) && before.sixel.stripes[i] == s {
			continue
		}
		b.WriteString(ansi.CursorPosition(p.x+1, p.y+s.row+1) + s.data)
	}
	return b.String()
}
