package cells

import (
	"math"
	"slices"
	"testing"

	"catcow/figure/render"
)

const rollingWidth = 30

// rolling are pictures of a shaded ball that rolls two cells to the right.
func rolling(mode Mode, th *render.Theme) [][]Cell {
	const w, h, fine = rollingWidth, 8, 4
	gx, gy := mode.Grid()
	pictures := make([][]Cell, 41)
	for i := range pictures {
		cx, cy := 12+float64(i)/20, 4.1
		for at := range w * h {
			c := make([]render.RGB, gx*gy)
			for j := range c {
				for k := range fine * fine {
					x := float64(at%w) + (float64(j%gx)+(float64(k%fine)+.5)/fine)/float64(gx)
					y := float64(at/w) + (float64(j/gx)+(float64(k/fine)+.5)/fine)/float64(gy)
					dx, dy := (x-cx)/6, (y-cy)/3
					p := th.Background
					if d := dx*dx + dy*dy; d < 1 {
						k := float32(.6 + .4*math.Sqrt(1-d)*(dx+1)/2)
						p = render.RGB{R: 160 * k, G: 200 * k, B: 240 * k}
					}
					c[j].R, c[j].G, c[j].B = c[j].R+p.R/fine/fine, c[j].G+p.G/fine/fine, c[j].B+p.B/fine/fine
				}
			}
			pictures[i] = append(pictures[i], fit(c, mode, th.Background))
		}
	}
	return pictures
}

func copied(pictures [][]Cell) [][]Cell {
	out := make([][]Cell, len(pictures))
	for i := range out {
		out[i] = slices.Clone(pictures[i])
	}
	return out
}

// Whatever it costs, every cell of every picture looks nearly like what it stands for, and there is nothing where there
// should be nothing.
func TestSaveBytes_StaysNear(t *testing.T) {
	for _, th := range []render.Theme{render.Dark(), render.Light()} {
		ground := Ground(&th)
		for _, mode := range []Mode{Half, Quad, Sextant, Octant} {
			raw := rolling(mode, &th)
			for _, most := range []int{1 << 30, 600, 0} {
				saved := copied(raw)
				SaveBytes(saved, rollingWidth, mode, ground, most)
				c := newSaver(rollingWidth, mode, ground)
				c.unseen, c.masked = unseenTo+.1, maskedTo+.01
				for i := range raw {
					for j := range raw[i] {
						a, b := c.points(&raw[i][j]), c.points(&saved[i][j])
						if c.apart(&a, &b)*c.strictness(&raw[i][j]) > 1 {
							t.Fatalf("%v, %d bytes, picture %d, cell %d: %+v for %+v", mode, most, i, j, saved[i][j], raw[i][j])
						}
					}
				}
			}
		}
	}
}

func TestSaveBytes_IsCheapAndNoCheaperThanItMust(t *testing.T) {
	th := render.Dark()
	ground := Ground(&th)
	for _, mode := range []Mode{Half, Quad, Sextant, Octant} {
		raw := rolling(mode, &th)
		cost := Bytes(raw, rollingWidth, ground)
		var costs []int
		for _, most := range []int{1 << 30, cost / 2, 0} {
			saved := copied(raw)
			got := SaveBytes(saved, rollingWidth, mode, ground, most)
			if got != Bytes(saved, rollingWidth, ground) {
				t.Errorf("%v: it says %d bytes, they are %d", mode, got, Bytes(saved, rollingWidth, ground))
			}
			costs = append(costs, got)
		}
		if costs[0] >= cost || costs[2]*3 > cost || costs[1] < costs[2] || costs[0] < costs[1] {
			t.Errorf("%v: %d bytes as drawn, then %d", mode, cost, costs)
		}
	}
}

func TestSaveBytes_LeavesAloneWhatIsCheap(t *testing.T) {
	th := render.Dark()
	raw := rolling(Quad, &th)
	still := [][]Cell{raw[3], raw[3], raw[3]}
	one := raw[:1]
	for name, pictures := range map[string][][]Cell{"still": still, "one": one, "none": nil} {
		got := copied(pictures)
		if n := SaveBytes(got, rollingWidth, Quad, Ground(&th), 0); n != 0 {
			t.Errorf("%s: %d bytes", name, n)
		}
		for i := range got {
			if !slices.Equal(got[i], pictures[i]) {
				t.Errorf("%s: picture %d differs", name, i)
			}
		}
	}
	for _, mode := range []Mode{ANSI16, Braille, ASCII} {
		got := copied(raw)
		if SaveBytes(got, rollingWidth, mode, Ground(&th), 0); !slices.EqualFunc(got, raw, slices.Equal) {
			t.Errorf("%v: changed", mode)
		}
	}
}

// Where a cell is between the colours of the one beside it, it takes them over; never the terminal's own, which could be
// any.
func TestSaveBytes_BorrowsNoColourOfTheTerminal(t *testing.T) {
	th := render.Dark()
	black := RGB(0, 0, 0)
	a := []Cell{{Rune: ' ', BG: RGB(8, 8, 8)}, {Rune: '▌', FG: black, BG: RGB(8, 8, 8)}}
	b := []Cell{{Rune: ' ', BG: RGB(8, 8, 8)}, {Rune: '▌', FG: black, BG: RGB(200, 8, 8)}}
	pictures := [][]Cell{a, b}
	SaveBytes(pictures, 2, Quad, Ground(&th), 0)
	for i, p := range pictures {
		if c := p[1]; c.Rune != ' ' && c.FG == Default {
			t.Errorf("picture %d: %+v", i, c)
		}
	}
}
