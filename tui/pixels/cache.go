package pixels

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// stored is a picture that has an id.
type stored struct {
	Picture

	id    int
	sixel []stripe // from the top; nil in other protocols
}

// spare is how many pictures of what is past are kept: a frame may still be on its way
// that shows them.
const spare = 3

// keep takes a picture into the cache, and out what is not of the same hold.
func (d *Display) keep() tea.Cmd {
	latest := d.sending
	d.cache = append(d.cache, latest)
	d.sending, d.used, d.shown = nil, true, true
	var ids []int
	old := len(d.cache) - 1 - spare
	kept := d.cache[:0]
	for i, s := range d.cache {
		if i < old && !s.sameHold(&latest.Picture) {
			ids = append(ids, s.id)
		} else {
			kept = append(kept, s)
		}
	}
	clear(d.cache[len(kept):])
	d.cache = kept
	return d.free(ids)
}

// free lets the terminal forget pictures.
func (d *Display) free(ids []int) tea.Cmd {
	if len(ids) == 0 || d.protocol == Sixel {
		return nil
	}
	return func() tea.Msg { d.out.send(deletion(ids...)); return nil }
}

// clear empties the cache. It gives the ids of what was in it.
func (d *Display) clear() []int {
	var ids []int
	for _, s := range d.cache {
		ids = append(ids, s.id)
	}
	if d.sending != nil {
		ids = append(ids, d.sending.id)
	}
	d.cache, d.sending, d.shown = nil, nil, false
	return ids
}

// Up reports whether pictures may be on the terminal.
func (d *Display) Up() bool { return d.protocol != Cells }

// TakeDown takes the pictures from the terminal. Until it is ours again no others are
// sent, and what the terminal still says of these changes nothing.
func (d *Display) TakeDown() tea.Cmd {
	d.down = true
	d.unplace()
	forget := ""
	if ids := d.clear(); d.protocol != Sixel {
		forget = deletion(ids...)
	}
	return func() tea.Msg { d.out.takeDown(forget); return nil }
}

// giveUp goes back to cells.
func (d *Display) giveUp() tea.Cmd {
	forget := d.free(d.clear())
	d.protocol = Cells
	d.unplace()
	return forget
}

// choose finds the picture, or the one before if it is of the same screen.
func (d *Display) choose(p *Picture) *stored {
	d.framed, d.missing = true, nil
	for i, s := range d.cache {
		if s.Picture == *p {
			d.cache, d.shown = append(slices.Delete(d.cache, i, i+1), s), true
			return s
		}
	}
	d.missing = p
	last := len(d.cache) - 1
	if d.shown = d.shown && last >= 0 && d.cache[last].Screen == p.Screen; d.shown {
		return d.cache[last]
	}
	return nil
}
