package draw_test

import (
	"testing"

	"catcow/figure/cells"
	"catcow/figure/draw"
	"catcow/figure/figuretest"
	"catcow/figure/render"
	"catcow/figure/skel"
)

func TestPostures_LeftIsTheMirrorImage(t *testing.T) {
	theme := render.Dark()
	for name, f := range figuretest.References(t) {
		a, _ := f.Postures("", skel.Right)
		b, _ := f.Postures("", skel.Left)
		r, l := &draw.Renderer{}, &draw.Renderer{}
		size := draw.Size{W: 40, H: 14}
		x := r.Draw(&a.In, draw.View{}, size, cells.ASCII, &theme, 0)
		y := l.Draw(&b.In, draw.View{}, size, cells.ASCII, &theme, 0)
		different := 0
		for row := range size.H {
			for col := range size.W {
				if body(x.At(col, row)) != body(y.At(size.W-1-col, row)) {
					different++
				}
			}
		}
		if different > 6 {
			t.Errorf("%s: %d cells differ from the mirror image", name, different)
		}
	}
}

func body(c cells.Cell) bool { return c.Rune != ' ' }

func TestDraw_KeepsAFrameAndAllocatesLittle(t *testing.T) {
	f := figuretest.Reference(t, "child")
	set, _ := f.Postures("", skel.Right)
	theme := render.Dark()
	r := &draw.Renderer{}
	breath := 0.
	n := testing.AllocsPerRun(50, func() {
		breath += .01
		p := set.Hold(breath)
		r.Draw(&p, draw.View{}, draw.Size{W: 56, H: 18}, cells.Quad, &theme, breath)
	})
	if n > 5 {
		t.Errorf("%v allocations a frame", n)
	}
}

func TestDraw_AnySize(t *testing.T) {
	f := figuretest.Reference(t, "legs-wall")
	set, _ := f.Postures("", skel.Right)
	theme := render.Light()
	r := &draw.Renderer{}
	for mode := range cells.Mode(cells.Modes) {
		for _, s := range []draw.Size{{}, {1, 1}, {1, 30}, {60, 1}, {-3, 5}, {7, 3}, {200, 60}} {
			c := r.Draw(&set.In, draw.View{Camera: -1, Turn: 33}, s, mode, &theme, .5)
			if len(c.Cell) != c.W*c.H {
				t.Errorf("%v %v: %d cells", mode, s, len(c.Cell))
			}
		}
	}
}

// A Renderer that has drawn other things draws as a new one does, and allocates nothing for it.
func TestRenderer_ForgetsTheFrameBefore(t *testing.T) {
	used := &draw.Renderer{}
	dark, light := render.Dark(), render.Light()
	size := draw.Size{W: 56, H: 18}
	for name, f := range figuretest.References(t) {
		set, _ := f.Postures("", skel.Right)
		for mode := range cells.Mode(cells.Modes) {
			p := set.Hold(.2)
			used.Draw(&p, draw.View{Turn: 70}, draw.Size{W: 80, H: 24}, mode, &light, .3)
			used.Pixels(&p, draw.View{}, 90, 60, &light, .3)
			p = set.Hold(.7)
			fresh := (&draw.Renderer{}).Draw(&p, draw.View{}, size, mode, &dark, .7)
			again := used.Draw(&p, draw.View{}, size, mode, &dark, .7)
			differ := 0
			for i := range fresh.Cell {
				if fresh.Cell[i] != again.Cell[i] {
					differ++
				}
			}
			// Neighbours share a sphere; which of them shows it is anybody's guess.
			if differ > len(fresh.Cell)/200 {
				t.Errorf("%s, %v: %d cells differ", name, mode, differ)
			}
		}
	}
	set, _ := figuretest.Reference(t, "cat-cow").Postures("", skel.Right)
	breath := .1
	n := testing.AllocsPerRun(20, func() {
		p := set.Hold(breath)
		used.Draw(&p, draw.View{}, size, cells.Quad, &dark, breath)
		breath += .01
	})
	if n > 0 {
		t.Errorf("%v allocations a frame", n)
	}
}
