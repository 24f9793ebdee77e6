package figure_test

import (
	"testing"

	"catcow/figure"
	"catcow/figure/figuretest"
)

// BenchmarkFrame is one frame in full: a posture between two keys, flesh, pixels, cells.
func BenchmarkFrame(b *testing.B) {
	f := figuretest.Reference(b, "cat-cow")
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
	for name, f := range figuretest.References(b) {
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
	f := figuretest.Reference(b, "cat-cow")
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
	f := figuretest.Reference(b, "child")
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
		tab := figuretest.Table(b, figuretest.Files(b, "figure/testdata/"+name+".toml")[0])
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, problems := figure.Parse(tab); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
	}
}
