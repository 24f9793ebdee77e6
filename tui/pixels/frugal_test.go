package pixels

import (
	"testing"

	"catcow/content"
	"catcow/figure"
	"catcow/motion"
)

// Whatever is saved, each corner of each cell has nearly the colour that it should
// have, and fewer colours have to be named.
func TestSavingIsNotSeen(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	from, to := still(t, lib, "cat-cow"), still(t, lib, "childs-pose")
	const w, h = 46, 16
	s := Style{Theme: figure.DarkTheme()}
	var renderer figure.Renderer
	var f frugal
	var plain, saved []figure.Cell
	before, after := 0, 0
	for i := range 20 {
		p := figure.Blend(&from, &to, float64(i)/19)
		was := append([]figure.Cell{}, saved...)
		wasPlain := append([]figure.Cell{}, plain...)
		plain = append(plain[:0], renderer.Draw(&p, figure.View{}, figure.Size{W: w, H: h}, s.Mode, &s.Theme, .5).Cell...)
		saved = append(saved[:0], plain...)
		f.settle(s, w, saved)
		for j := range plain {
			a, _ := corners(plain[j].Rune)
			b, _ := corners(saved[j].Rune)
			for corner := range 4 {
				want, got := part(plain[j], a, corner), part(saved[j], b, corner)
				if !f.near(want, got) {
					t.Fatalf("frame %d, cell %d: %v for %v", i, j, got, want)
				}
			}
		}
		if i > 0 {
			before += named(plain, wasPlain, w)
			after += named(saved, was, w)
		}
	}
	if after*10 > before*8 {
		t.Errorf("%d colours are named, %d without saving", after, before)
	}
}

// named is how many colours have to be named from one figure to the next.
func named(cells, before []figure.Cell, w int) int {
	n := 0
	for at := 0; at < len(cells); at += w {
		row, old := cells[at:at+w], before[at:at+w]
		from, to := 0, w
		for from < to && row[from] == old[from] {
			from++
		}
		for to > from && row[to-1] == old[to-1] {
			to--
		}
		var pen figure.Cell
		for _, c := range row[from:to] {
			n += changes(c, pen)
			pen = c
		}
	}
	return n
}

func still(tb testing.TB, lib *content.Library, name string) figure.Posture {
	tb.Helper()
	p, err := lib.Pose(name)
	if err != nil {
		tb.Fatal(err)
	}
	posture, ok := motion.Still(&p)
	if !ok {
		tb.Fatalf("%s has no figure", name)
	}
	return posture
}

func TestABlockIsKnownByItsCorners(t *testing.T) {
	t.Parallel()
	for filled := range 16 {
		if got, ok := corners(block(filled)); !ok || got != filled {
			t.Errorf("%c: %d, want %d", block(filled), got, filled)
		}
	}
	if _, ok := corners('x'); ok {
		t.Error("a letter is a block")
	}
}
