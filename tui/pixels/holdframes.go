package pixels

import (
	"slices"

	"catcow/figure"
	"catcow/figure/cells"
)

// mostCellBytes is what the figure may cost from one picture of a breath to the next:
// 17 kB a second at the pace at which one usually breathes.
const mostCellBytes = 2400

// Breath is the pictures of a hold, empty to full. They take as long as many frames, and no
// key waits for them.
type Breath struct {
	of       hold
	postures []figure.Posture // that they are drawn from
	kept     [][]string
}

func newBreath(of hold, posture func(fullness float64) figure.Posture) *Breath {
	b := &Breath{of: of, postures: make([]figure.Posture, of.fills+1)}
	for i := range b.postures {
		b.postures[i] = posture(b.fullness(i))
	}
	return b
}

// fullness is how full the lungs are in a picture.
func (b *Breath) fullness(i int) float64 { return float64(i) / float64(b.of.fills) }

// draw draws all the figures. Only from all of them can one tell what changes so little
// from one to the next that it need not be sent.
func (b *Breath) draw() {
	var r CellRenderer
	s, size := b.of.style, figure.Size{W: b.of.w, H: b.of.h}
	figures := make([][]figure.Cell, len(b.postures))
	for i := range figures {
		figures[i] = slices.Clone(r.cells(s, &b.postures[i], size.W, size.H, b.fullness(i)).Cell)
	}
	cells.SaveBytes(figures, size.W, s.Mode, figure.Ground(&s.Theme), mostCellBytes)
	var before []string
	for _, f := range figures {
		before = r.write(s, figure.Cells{Size: size, Cell: f}, before)
		b.kept = append(b.kept, before)
	}
}

// DrawBreath draws the pictures that the latest hold lacks, beside the loop; nil where it
// lacks none. [CellRenderer.Keep] takes what comes of it.
func (r *CellRenderer) DrawBreath() func() *Breath {
	b := r.wanted
	if b == nil {
		return nil
	}
	r.wanted = nil
	return func() *Breath { b.draw(); return b }
}

// Keep keeps the pictures of a hold, if it is still the latest.
func (r *CellRenderer) Keep(made *Breath) {
	if r.of == made.of {
		r.kept = made.kept
	}
}
