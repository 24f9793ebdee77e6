package render

import (
	"math"
	"testing"
)

// An arrow lies over all else, with a rim around it, and cells know that there is something.
func TestPaint_ArrowsLieOnTop(t *testing.T) {
	t.Parallel()
	camera := Camera{Az: 90}
	plain := paint(standing(0), camera, true)
	s := standing(0)
	s.Arrows = []Arrow{{A: V{Y: .5}, Via: V{Y: .6}, B: V{Y: .7}, Strength: 1}} // inside the trunk
	p := paint(s, camera, true)
	marks, rims, up := 0, 0, 0
	for i, id := range p.id {
		if id != arrowID && id != rimID {
			if p.Pix[i] != plain.Pix[i] {
				t.Fatal("a pixel beside the arrow is another")
			}
			continue
		}
		if p.Pix[i] == p.theme.Ramps[Mark][1] {
			marks++
		}
		if p.Tag[i].Ink {
			rims++
		}
		if p.Tag[i].Light == 1 {
			up++
		}
	}
	if marks < 100 || rims < 40 || up != marks+rims {
		t.Errorf("%d pixels of an arrow, %d of its rim, %d point up", marks, rims, up)
	}
	if p.Empty(p.H/2*p.W, p.W, 1) {
		t.Error("the row of the arrow shows nothing")
	}
}

// One that comes or goes does so where it is; one that both ends have goes from there to there.
func TestArrow_Lerp(t *testing.T) {
	t.Parallel()
	a, b := Arrow{A: V{X: 1}, B: V{X: 2}, Strength: 1}, Arrow{A: V{X: 3}, B: V{X: 4}, Strength: 1}
	var none Arrow
	if got := none.Lerp(b, .45); got.A != b.A || got.Strength != .25 {
		t.Errorf("coming: %v", got)
	}
	if got := a.Lerp(none, .45); got.B != a.B || got.Strength != .75 {
		t.Errorf("going: %v", got)
	}
	around := Arrow{A: V{X: 2}, B: V{X: 1}, Strength: 1}
	if got := a.Lerp(around, .25); got.A != a.A || got.Strength != .5 {
		t.Errorf("turning around: %v", got)
	}
	if got := a.Lerp(around, .75); got.A != around.A || got.Strength != .5 {
		t.Errorf("turned around: %v", got)
	}
	if got := a.Lerp(b, .5); got.A != (V{X: 2}) || got.Strength != 1 {
		t.Errorf("between: %v", got)
	}
}

// The frame holds the arrows too: half an arrow says nothing.
func TestFrame_HoldsArrows(t *testing.T) {
	t.Parallel()
	f := Frame{-1, 1, -1, 1}
	if got := f.With(Camera{Az: 90}, []Arrow{{A: V{Y: 2}, Via: V{Y: 5}, B: V{Y: 2}, Strength: 1}, {A: V{Y: 9}}}); got.Y1 < 3.5+Margin || got.X0 != -1 {
		t.Errorf("%v", got)
	}
}

// A head that is nearly level or upright becomes so, its tip in the middle of a point; one between stays as it is.
func TestStroke_AimHead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ dx, dy, wantX, wantY, tipX, tipY float64 }{
		{5, 1, 1, 0, 10.5, 18},
		{-5, -2, -1, 0, 10.5, 18},
		{1, 4, 0, 1, 11, 17},
		{1, -4, 0, -1, 11, 17},
		{3, 3, math.Sqrt2 / 2, math.Sqrt2 / 2, 10.5, 17},
	} {
		st := stroke{tip: [2]float64{10.5, 17}}
		st.aimHead(c.dx, c.dy, [2]float64{2, 4})
		if math.Hypot(st.dir[0]-c.wantX, st.dir[1]-c.wantY) > 1e-9 || st.tip != [2]float64{c.tipX, c.tipY} {
			t.Errorf("%g, %g: points to %v, tip at %v", c.dx, c.dy, st.dir, st.tip)
		}
	}
}
