package pixels

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// reservation is the block of cells that the frame keeps free for a picture.
type reservation struct {
	w, h  int     // of the block in the frame being made; 0 for none
	shows *stored // what is to stand there; nil for nothing yet
	found rect    // where the frame has it; zero for nowhere
	cut   bool    // the frame cannot show all of it

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
	d.reserve.w, d.reserve.h, d.reserve.shows = p.W, p.H, s
	return reserved(p.W, p.H)
}

// Begin is before a frame is made.
func (d *Display) Begin() { d.reserve.w, d.reserve.h, d.reserve.shows = 0, 0, nil }

// Cut reports whether a frame has only a part of a block that is kept free for a
// picture, so that it has to be made again, in cells.
func (d *Display) Cut(frame string) bool {
	r := &d.reserve
	r.found, r.cut = rect{}, false
	if r.w > 0 {
		at, whole := find(frame, r.w, r.h)
		if r.cut = !whole; whole {
			r.found = at
		}
	}
	return r.cut
}

// Place puts the picture where [Display.Cut] has found that cells are kept free for it.
func (d *Display) Place(now time.Time) tea.Cmd {
	if d.down || d.protocol != Sixel && d.protocol != Kitty {
		return nil
	}
	r := &d.reserve
	r.cut = false
	block, last := r.found, r.want
	var want *placed
	if block != (rect{}) && r.shows != nil {
		want = &placed{r.shows, block}
	}
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
	bytes := 0
	for _, s := range p.sixel {
		bytes += len(s.data)
	}
	return max(d.FrameTime(), time.Duration(bytes)*time.Second/mostBytes)
}

// placed is a picture with its place.
type placed struct {
	*stored
	rect
}

// same reports whether both are one picture, or none.
func (p *placed) same(q *placed) bool { return p == q || p != nil && q != nil && p.id == q.id }

// show puts the picture at the cursor. The one before, if there is one, is below it;
// whole says that nothing else was written on that, and that it is of the same place.
// In Sixel the stripes that are there already are not sent again.
func (p *placed) show(before *placed, whole bool) string {
	var b strings.Builder
	if p.sixel == nil {
		b.WriteString(placement(p.id, p.w, p.h))
		if before != nil && before.id != p.id {
			b.WriteString(unplacement(before.id))
		}
	}
	for i, s := range p.sixel {
		if whole && i < len(before.sixel) && before.sixel[i] == s {
			continue
		}
		b.WriteString(ansi.CursorPosition(p.x+1, p.y+s.row+1) + s.data)
	}
	return b.String()
}

// hide takes the picture away: in Sixel, by emptying its cells.
func (p *placed) hide() string {
	if p.sixel == nil {
		return unplacement(p.id)
	}
	var b strings.Builder
	b.WriteString(ansi.SaveCursor + ansi.ResetStyle)
	for y := range p.h {
		b.WriteString(ansi.CursorPosition(p.x+1, p.y+y+1) + ansi.EraseCharacter(p.w))
	}
	b.WriteString(ansi.RestoreCursor)
	return b.String()
}
