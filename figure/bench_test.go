package figure_test

import (
	"testing"

	"catcow/figure"
)

// BenchmarkFrame is one frame in full: a posture between two keys, flesh, pixels, cells.
func BenchmarkFrame(b *testing.B) {
	f := load(b, "cat-cow")
	set, _ := f.Postures("", figure.Right)
	theme := figure.DarkTheme()
	for _, c := range []struct {
		name string
		mode figure.Mode
		size figure.Size
	}{
		{"quad/40x14", figure.Quad, figure.Size{W: 40, H: 14}},
		{"quad/56x18", figure.Quad, figure.Size{W: 56, H: 18}},
		{"quad/80x24", figure.Quad, figure.Size{W: 80, H: 24}},
		{"half/56x18", figure.Half, figure.Size{W: 56, H: 18}},
		{"sextant/56x18", figure.Sextant, figure.Size{W: 56, H: 18}},
		{"octant/56x18", figure.Octant, figure.Size{W: 56, H: 18}},
		{"ansi16/56x18", figure.ANSI16, figure.Size{W: 56, H: 18}},
		{"braille/56x18", figure.Braille, figure.Size{W: 56, H: 18}},
		{"ascii/56x18", figure.ASCII, figure.Size{W: 56, H: 18}},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := &figure.Renderer{}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				breath := float64(i%100)/100 + .005
				p := set.Hold(breath)
				r.Draw(&p, figure.View{}, c.size, c.mode, &theme, breath)
				i++
			}
		})
	}
}

// BenchmarkFigures is 56×18 quadrants of every reference figure.
func BenchmarkFigures(b *testing.B) {
	theme := figure.DarkTheme()
	for _, name := range names(b) {
		f := load(b, name)
		set, _ := f.Postures("", figure.Right)
		b.Run(name, func(b *testing.B) {
			r := &figure.Renderer{}
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				breath := float64(i%100)/100 + .005
				p := set.Hold(breath)
				r.Draw(&p, figure.View{}, figure.Size{W: 56, H: 18}, figure.Quad, &theme, breath)
				i++
			}
		})
	}
}

// BenchmarkPixels is a frame for a terminal that shows pictures.
func BenchmarkPixels(b *testing.B) {
	f := load(b, "cat-cow")
	set, _ := f.Postures("", figure.Right)
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		breath := float64(i%100)/100 + .005
		p := set.Hold(breath)
		r.Pixels(&p, figure.View{}, 448, 288, &theme, breath)
		i++
	}
}

// BenchmarkKept is a frame like the last one.
func BenchmarkKept(b *testing.B) {
	f := load(b, "child")
	set, _ := f.Postures("", figure.Right)
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	b.ReportAllocs()
	for b.Loop() {
		r.Draw(&set.In, figure.View{}, figure.Size{W: 56, H: 18}, figure.Quad, &theme, .5)
	}
}

// BenchmarkParse is reading and working out a figure.
func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"cat-cow", "child", "supine-twist"} {
		tab := table(b, "testdata/"+name+".toml")
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				figure.Parse(tab)
			}
		})
	}
}

// A Renderer that has drawn other things draws as a new one does, and allocates nothing for it.
func TestRenderer_ForgetsTheFrameBefore(t *testing.T) {
	used := &figure.Renderer{}
	dark, light := figure.DarkTheme(), figure.LightTheme()
	size := figure.Size{W: 56, H: 18}
	for _, name := range names(t) {
		set, _ := load(t, name).Postures("", figure.Right)
		for mode := range figure.Mode(figure.Modes) {
			p := set.Hold(.2)
			used.Draw(&p, figure.View{Turn: 70}, figure.Size{W: 80, H: 24}, mode, &light, .3)
			used.Pixels(&p, figure.View{}, 90, 60, &light, .3)
			p = set.Hold(.7)
			fresh := (&figure.Renderer{}).Draw(&p, figure.View{}, size, mode, &dark, .7)
			again := used.Draw(&p, figure.View{}, size, mode, &dark, .7)
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
	set, _ := load(t, "cat-cow").Postures("", figure.Right)
	breath := .1
	n := testing.AllocsPerRun(20, func() {
		p := set.Hold(breath)
		used.Draw(&p, figure.View{}, size, figure.Quad, &dark, breath)
		breath += .01
	})
	if n > 0 {
		t.Errorf("%v allocations a frame", n)
	}
}
