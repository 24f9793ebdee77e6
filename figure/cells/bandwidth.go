package cells

import (
	"math"
	"sort"
)

// What nobody sees from where the mat lies, as distances of colours: of a cell; the part of its contrast by which one
// with an edge may differ beyond that, which at .3 is an edge most of a point away; and of a point in the colours of the
// cell beside it. The first two begin lower, and go up in steps where it costs too much to send.
const (
	unseenFrom, unseenTo = 3, 7
	maskedFrom, maskedTo = .08, .35
	borrowed             = 13
	saveSteps            = 16
)

// SaveBytes makes the pictures of a movement, each w cells wide, cheap to send one after the other, forwards and backwards:
// what changes by less than is seen does not change, and it is drawn in the colours of the cell to its left, which need
// not be sent again. All that is shown stays near the picture itself, so that small differences do not add up. It goes
// only as far as it must for most bytes from one picture to the next, in the mean, and returns about how many there are.
// Modes without 24-bit colours are cheap as they are.
func SaveBytes(pictures [][]Cell, w int, mode Mode, ground Color, most int) (bytes int) {
	if len(pictures) < 2 || mode.Tagged() {
		return 0
	}
	c := newSaver(w, mode, ground)
	out := make([][]Cell, len(pictures))
	for i := range out {
		out[i] = make([]Cell, len(pictures[i]))
	}
	try := func(step int) int {
		c.loosen(step)
		for at := 0; at < len(pictures[0]); at += w {
			c.saveRow(pictures, out, at)
		}
		return Bytes(out, w, ground)
	}
	if bytes = try(0); bytes > most {
		bytes = try(1 + sort.Search(saveSteps-1, func(i int) bool { return try(i+1) <= most }))
	}
	copy(pictures, out)
	return bytes
}

// points are the colours that the points of a cell show.
type points [8][3]float32

// saver is what SaveBytes works with.
type saver struct {
	w, n           int // cells in a row, points in a cell
	ground         Color
	mode           Mode
	masks          map[rune]int
	unseen, masked float32

	row []history
}

func newSaver(w int, mode Mode, ground Color) *saver {
	gx, gy := mode.Grid()
	c := &saver{w: w, n: gx * gy, ground: ground, mode: mode, masks: map[rune]int{}, row: make([]history, w)}
	for mask := range 1 << c.n {
		c.masks[mode.block(mask)] = mask
	}
	return c
}

// loosen sets what may be lost at a step of saveSteps.
func (c *saver) loosen(step int) {
	up := math.Pow(maskedTo/maskedFrom, float64(step)/saveSteps)
	c.unseen, c.masked = float32(min(unseenTo, unseenFrom*up)), float32(maskedFrom*up)
}

// history is a cell in every picture.
type history struct {
	still  bool
	shown  []points
	strict []float32 // one over the square of what may be lost
	runs   []run

	// Of the run that goes on: where it began, the most that is lost if each stands for all, and which does so best.
	from  int
	worst []float32
	best  int
}

// run is the pictures from one to before another, all of which show what is in the best.
type run struct{ from, to, best int }

// saveRow puts a row of cells of in, from at on, into out: in runs of pictures, each as long as can be, in which a cell shows
// what it is in one of them.
func (c *saver) saveRow(in, out [][]Cell, at int) {
	for x := range c.row {
		c.row[x].record(c, in, at+x)
	}
	c.part(len(in))
	for x := range c.row {
		for _, r := range c.row[x].runs {
			cell := in[r.best][at+x]
			if x > 0 && !c.row[x].still {
				cell = c.borrow(cell, &out[r.from][at+x-1], &c.row[x], r)
			}
			for j := r.from; j < r.to; j++ {
				out[j][at+x] = cell
			}
		}
	}
}

// record looks at cell i of every picture.
func (h *history) record(c *saver, in [][]Cell, i int) {
	*h = history{still: true, shown: h.shown[:0], strict: h.strict[:0], runs: h.runs[:0], worst: h.worst[:0]}
	for _, p := range in {
		h.still = h.still && p[i] == in[0][i]
	}
	if h.still {
		return
	}
	for _, p := range in {
		h.shown = append(h.shown, c.points(&p[i]))
		h.strict = append(h.strict, c.strictness(&p[i]))
		h.worst = append(h.worst, 0)
	}
}

// part finds the runs of a row. What is sent goes from the first cell of the row that changes to the last, so those
// between them begin a new run too.
func (c *saver) part(n int) {
	for to := 1; to <= n; to++ {
		first, last := len(c.row), -1
		for x := range c.row {
			if h := &c.row[x]; to == n || !h.still && !c.extend(h, to) {
				first, last = min(first, x), x
			}
		}
		for x := first; x <= last; x++ {
			h := &c.row[x]
			if h.still && to < n {
				continue
			}
			h.runs = append(h.runs, run{h.from, to, h.best})
			h.from, h.best = to, to
			if !h.still {
				h.worst[min(to, n-1)] = 0
			}
		}
	}
}

// extend adds picture to to the run of a cell, if one of the run can stand for all of it. If not, the run is over.
func (c *saver) extend(h *history, to int) bool {
	h.worst[to] = 0
	next, least := -1, float32(1)
	for m := h.from; m < to; m++ {
		d := c.apart(&h.shown[m], &h.shown[to])
		h.worst[m] = max(h.worst[m], d*h.strict[to])
		h.worst[to] = max(h.worst[to], d*h.strict[m])
		if h.worst[m] <= least {
			next, least = m, h.worst[m]
		}
	}
	if h.worst[to] < least {
		next = to
	}
	if next >= 0 {
		h.best = next
	}
	return next >= 0
}

// borrow is cell, or what looks like it and is cheaper to send after left.
func (c *saver) borrow(cell Cell, left *Cell, h *history, r run) Cell {
	if c.empty(&cell) {
		return cell
	}
	a, b := cell.FG, cell.BG
	if cell.Rune == ' ' {
		a = b
		cell.FG = left.FG // nobody sees it
	}
	for _, pair := range [...][2]Color{{left.FG, left.BG}, {a, left.BG}, {left.FG, b}, {b, left.BG}, {left.FG, a}} {
		mask, ok := nearest(pair, h.shown[r.best][:c.n], borrowed*borrowed)
		like := Cell{Rune: c.mode.block(mask), FG: pair[0], BG: pair[1]}
		p := c.points(&like)
		for j := r.from; j < r.to && ok; j++ {
			ok = mask != 1<<c.n-1 && c.apart(&p, &h.shown[j])*h.strict[j] <= 1
		}
		if ok {
			return like
		}
	}
	return cell
}

func (c *saver) empty(cell *Cell) bool { return cell.Rune == ' ' && cell.BG == c.ground }

// strictness is one over the square of what a cell may lose. Where there is nothing, a trace of what was would be seen.
func (c *saver) strictness(cell *Cell) float32 {
	if c.empty(cell) {
		return 1e9
	}
	loss := c.unseen
	if cell.Rune != ' ' {
		f, b := toneOf(cell.FG), toneOf(cell.BG)
		loss += c.masked * float32(math.Sqrt(float64(apart(&f, &b))))
	}
	return 1 / (loss * loss * float32(c.n))
}

func (c *saver) points(cell *Cell) (p points) {
	mask := c.masks[cell.Rune]
	f, b := toneOf(cell.FG), toneOf(cell.BG)
	for i := range c.n {
		p[i] = b
		if mask>>i&1 != 0 {
			p[i] = f
		}
	}
	return p
}

// apart is the sum of the squares of the differences of two cells.
func (c *saver) apart(p, q *points) (sum float32) {
	for i := range c.n {
		sum += apart(&p[i], &q[i])
	}
	return sum
}

func apart(p, q *[3]float32) float32 {
	x, y, z := p[0]-q[0], p[1]-q[1], p[2]-q[2]
	return x*x + y*y + z*z
}
