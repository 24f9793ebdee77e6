package cells

import (
	"testing"

	"catcow/figure/render"
)

// Every pattern has a rune of its own.
func TestRunes_AreAllDifferent(t *testing.T) {
	for _, m := range []Mode{Half, Quad, Sextant, Octant} {
		gx, gy := m.Grid()
		seen := map[rune]int{}
		for mask := range 1 << (gx * gy) {
			c := m.block(mask)
			if other, twice := seen[c]; twice {
				t.Errorf("%v: %q is %d and %d", m, c, other, mask)
			}
			seen[c] = mask
		}
	}
}

// From the published tables of Unicode 13 and 16.
func TestRunes_KnownCodePoints(t *testing.T) {
	for _, c := range []struct {
		got, want rune
	}{
		{Octant.block(4), 0x1cd00},
		{Octant.block(6), 0x1cd01},
		{Octant.block(254), 0x1cde5},
		{Octant.block(1), 0x1cea8},
		{Octant.block(240), '▄'},
		{Sextant.block(1), 0x1fb00},
		{Sextant.block(20), 0x1fb13},
		{Sextant.block(22), 0x1fb14},
		{Sextant.block(62), 0x1fb3b},
		{Sextant.block(21), '▌'},
	} {
		if c.got != c.want {
			t.Errorf("%x, want %x", c.got, c.want)
		}
	}
}

func TestFit_TwoColoursAreFoundExactly(t *testing.T) {
	red, blue := render.RGB{R: 200}, render.RGB{B: 200}
	for mask := 1; mask < 255; mask++ {
		var c [8]render.RGB
		for i := range c {
			c[i] = blue
			if mask>>i&1 != 0 {
				c[i] = red
			}
		}
		cell := fit(c[:], Octant, blue)
		if cell.Rune != Octant.block(mask) || cell.FG != RGB(200, 0, 0) || cell.BG != RGB(0, 0, 200) {
			t.Fatalf("mask %08b: %+v", mask, cell)
		}
	}
}

func TestFit_FlatIsASpace(t *testing.T) {
	c := []render.RGB{{R: 100}, {R: 101}, {R: 100}, {R: 99}}
	if cell := fit(c, Quad, render.RGB{}); cell.Rune != ' ' || cell.BG != RGB(104, 0, 0) {
		t.Errorf("%+v", cell)
	}
}

func TestColor_SaysWhatItIs(t *testing.T) {
	if _, ok := Default.Index(); ok {
		t.Error("the default has no index")
	}
	if i, ok := ANSI(11).Index(); !ok || i != 11 {
		t.Error(i, ok)
	}
	if r, g, b, ok := RGB(1, 2, 3).RGB(); !ok || r != 1 || g != 2 || b != 3 {
		t.Error(r, g, b, ok)
	}
}
