package cells

import (
	"strings"
	"testing"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

const drawnWidth, drawnHeight = 40, 20

// drawn is a body that stands on a mat beside a wall, its belly aglow, in cells of a mode.
func drawn(mode Mode, th *render.Theme, moving bool, arrows ...render.Arrow) []Cell {
	k := skel.Solve(skel.Spec{
		At: skel.V{Y: .53}, Turn: skel.Identity(),
		Arm: [2]skel.Limb{{On: skel.World, Raise: 80}, {On: skel.World}}, Leg: [2]skel.Limb{{On: skel.World}, {On: skel.World}},
	})
	s := &render.Scene{Skull: k.Bones[skel.Head], Left: true, Arrows: arrows}
	s.Body = flesh.Build(&k.Bones, 0)
	s.Boxes = []render.Box{
		{At: skel.V{Y: -.006}, Half: skel.V{X: .3, Y: .006, Z: .4}, Turn: skel.Identity(), Mat: render.Mat},
		{At: skel.V{X: -.3, Y: .5}, Half: skel.V{X: .01, Y: .4, Z: .2}, Turn: skel.Identity(), Mat: render.Wall},
	}
	s.Glows = []render.Glow{{
		A: skel.V{X: .08, Y: .60}, B: skel.V{X: .08, Y: .72}, R: .09, Groups: 1 << flesh.Trunk, Strength: 1, Mat: render.Stretch,
	}}
	shot := mode.Shot(drawnWidth, drawnHeight)
	shot.Camera = render.Camera{Az: 40, El: 12}
	shot.Frame = shot.Camera.Around(&s.Body)
	p := &render.Painter{}
	p.Paint(s, &shot, th)
	out := make([]Cell, drawnWidth*drawnHeight)
	Draw(out, p, mode, drawnWidth, drawnHeight, th, moving)
	return out
}

func text(cells []Cell) string {
	var b strings.Builder
	for i, c := range cells {
		if i%drawnWidth == 0 {
			b.WriteByte('\n')
		}
		b.WriteRune(c.Rune)
	}
	return b.String()
}

// In every mode one sees an arrow, and where there are only letters where it points to.
func TestDraw_Arrows(t *testing.T) {
	t.Parallel()
	th := render.Dark()
	up := render.Arrow{A: skel.V{Y: .3, Z: .3}, Via: skel.V{Y: .45, Z: .3}, B: skel.V{Y: .6, Z: .3}, Strength: 1}
	for mode := range Mode(Modes) {
		differ := 0
		with, without := drawn(mode, &th, false, up), drawn(mode, &th, false)
		for i := range with {
			if with[i] != without[i] {
				differ++
			}
		}
		if differ < 3 {
			t.Errorf("%v: %d cells of an arrow", mode, differ)
		}
		if mode == ASCII && !strings.Contains(text(with), "^") {
			t.Errorf("it does not point up:%s", text(with))
		}
	}
}

// An arrow is seen whole and in its own colour, whatever lies under it and however it is bent.
func TestDraw_ArrowsInOnePiece(t *testing.T) {
	t.Parallel()
	arrows := map[string]render.Arrow{
		"upright": {A: skel.V{Y: .3, Z: .1}, Via: skel.V{Y: .45, Z: .1}, B: skel.V{Y: .6, Z: .1}, Strength: 1},
		"slanted": {A: skel.V{X: .1, Y: .8, Z: .2}, Via: skel.V{X: .1, Y: .65}, B: skel.V{X: .1, Y: .5, Z: -.2}, Strength: 1},
		"bent":    {A: skel.V{Y: .5, Z: .3}, Via: skel.V{Y: .9}, B: skel.V{Y: .5, Z: -.3}, Strength: 1},
	}
	for _, th := range []render.Theme{render.Dark(), render.Light()} {
		want := toneOf(truecolor(th.Ramps[render.Mark][1]))
		for _, mode := range []Mode{Half, Quad, Sextant, Octant} {
			for name, arrow := range arrows {
				for _, moving := range []bool{false, true} {
					cells := drawn(mode, &th, moving, arrow)
					if n, all := pieces(cells, mode, want); n != 1 || all < 15 {
						t.Errorf("%v, moving %v: %d points of the %s arrow in %d pieces:%s", mode, moving, all, name, n, text(cells))
					}
				}
			}
		}
	}
}

// pieces is in how many pieces the points of a colour lie, and how many points they are.
func pieces(cells []Cell, mode Mode, want [3]float32) (n, all int) {
	c := newSaver(drawnWidth, mode, Default)
	gx, gy := mode.Grid()
	left := map[[2]int]bool{}
	for i := range cells {
		shown := c.points(&cells[i])
		for j, tone := range shown[:gx*gy] {
			if apart(&tone, &want) < 1 {
				left[[2]int{i%drawnWidth*gx + j%gx, i/drawnWidth*gy + j/gx}] = true
			}
		}
	}
	all = len(left)
	for at := range left {
		n++
		for open := [][2]int{at}; len(open) > 0; {
			at, open = open[0], open[1:]
			if !left[at] {
				continue
			}
			delete(left, at)
			for _, d := range [...][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
				open = append(open, [2]int{at[0] + d[0], at[1] + d[1]})
			}
		}
	}
	return n, all
}

// Every mode draws with its own characters and colours, leaves the corners empty, and shows the glow.
func TestDraw_EachModeInItsOwnWay(t *testing.T) {
	t.Parallel()
	for _, th := range []render.Theme{render.Dark(), render.Light()} {
		for mode := range Mode(Modes) {
			cells := drawn(mode, &th, false)
			full, warm := 0, 0
			for i, c := range cells {
				if wrong := foreign(mode, &c); wrong != "" {
					t.Fatalf("%v, cell %d: %s: %+v", mode, i, wrong, c)
				}
				if c.Rune != ' ' || c.BG != Default && c.BG != Ground(&th) {
					full++
				}
				if hot(mode, &th, &c) {
					warm++
				}
			}
			if full < 90 || full > drawnWidth*drawnHeight*2/3 {
				t.Errorf("%v: %d cells show something:%s", mode, full, text(cells))
			}
			if warm == 0 || warm > full/4 {
				t.Errorf("%v: %d of %d cells glow:%s", mode, warm, full, text(cells))
			}
			empty := Cell{Rune: ' '}
			if !mode.Tagged() {
				empty.BG = Ground(&th)
			}
			if cells[0] != empty {
				t.Errorf("%v: the corner is %+v", mode, cells[0])
			}
		}
	}
}

// foreign is what a cell has that its mode does not.
func foreign(mode Mode, c *Cell) string {
	switch mode {
	case ASCII:
		if c.Rune > 126 || c.FG != Default || c.BG != Default {
			return "not plain"
		}
	case Braille:
		if c.Rune != ' ' && c.Rune != '█' && (c.Rune < 0x2800 || c.Rune > 0x28ff) || c.FG != Default || c.BG != Default {
			return "no Braille"
		}
	case ANSI16:
		_, fg := c.FG.Index()
		_, bg := c.BG.Index()
		if !fg && c.FG != Default || !bg && c.BG != Default {
			return "none of the sixteen"
		}
	case Quad, Half, Sextant, Octant:
		if _, _, _, ok := c.BG.RGB(); !ok {
			return "no background"
		}
		if _, ok := newSaver(1, mode, Default).masks[c.Rune]; !ok {
			return "not of the mode"
		}
	}
	return ""
}

// hot is whether a cell shows the glow, in the colour that is said to be it; of the sixteen its darker one, too.
func hot(mode Mode, th *render.Theme, c *Cell) bool {
	switch mode {
	case ASCII:
		return c.Rune == '*'
	case Braille:
		return c.Rune == '█'
	case ANSI16:
		fg, _ := c.FG.Index()
		bg, _ := c.BG.Index()
		stretch, _ := GlowColor(th, mode, uint8(0)).Index()
		return fg%8 == stretch%8 && c.FG != Default || bg%8 == stretch%8 && c.BG != Default
	case Quad, Half, Sextant, Octant:
	}
	r, _, b, _ := c.BG.RGB()
	return int(r) > int(b)+60
}

// Without colours the parts of the body are told apart by their letters.
func TestDraw_LettersNameTheParts(t *testing.T) {
	t.Parallel()
	th := render.Dark()
	all := text(drawn(ASCII, &th, false))
	for _, letter := range "#H+o%.:*" {
		if !strings.ContainsRune(all, letter) {
			t.Errorf("no %c in%s", letter, all)
		}
	}
}

func TestMode_HasANameAndAShape(t *testing.T) {
	t.Parallel()
	for mode := range Mode(Modes) {
		again, ok := ParseMode(mode.String())
		if !ok || again != mode {
			t.Errorf("%v is read as %v", mode, again)
		}
		gx, gy := mode.Grid()
		s := mode.Shot(30, 10)
		if s.W != 30*gx*s.Point || s.H != 10*gy*s.Point || s.Tags != mode.Tagged() {
			t.Errorf("%v: %+v", mode, s)
		}
	}
	if _, ok := ParseMode("cubist"); ok {
		t.Error("a mode that there is not")
	}
}

// A picture that is seen for a moment is cheap to send, and no point of it is far from what it shows.
func TestDraw_MovingIsCheapAndNear(t *testing.T) {
	t.Parallel()
	for _, th := range []render.Theme{render.Dark(), render.Light()} {
		for _, mode := range []Mode{Half, Quad, Sextant, Octant} {
			ground := Ground(&th)
			blank := make([]Cell, drawnWidth*drawnHeight)
			still, moving := drawn(mode, &th, false), drawn(mode, &th, true)
			full, cheap := Bytes([][]Cell{blank, still}, drawnWidth, ground), Bytes([][]Cell{blank, moving}, drawnWidth, ground)
			if cheap*10 > full*8 {
				t.Errorf("%v: %d bytes, still %d", mode, cheap, full)
			}
			c := newSaver(drawnWidth, mode, ground)
			for i := range still {
				a, b := c.points(&still[i]), c.points(&moving[i])
				if d := c.apart(&a, &b) / float32(c.n); d > 34*34 {
					t.Errorf("%v, cell %d: %+v for %+v, %.0f apart", mode, i, moving[i], still[i], d)
				}
			}
		}
	}
}
