package render

import (
	"math"
	"testing"

	"catcow/figure/flesh"
	"catcow/figure/skel"
)

// standing is a scene of a body that stands, turned, with one arm out before the trunk.
func standing(yaw float64) *Scene {
	k := skel.Solve(skel.Spec{
		At: V{Y: .53}, Turn: skel.PelvisTurn(0, yaw, 0, 0),
		Arm: [2]skel.Limb{{On: skel.World, Raise: 50, Plane: 100, Bend: 90}, {On: skel.World}}, Leg: [2]skel.Limb{{On: skel.World}, {On: skel.World}},
	})
	s := &Scene{Skull: k.Bones[skel.Head]}
	s.Body = flesh.Build(&k.Bones, 0)
	return s
}

func paint(s *Scene, c Camera, tags bool) *Painter {
	p, dark := &Painter{}, Dark()
	p.Paint(s, &Shot{Camera: c, Frame: c.Around(&s.Body), W: 160, H: 160, Aspect: 1, InkX: 1, InkY: 1, Tags: tags}, &dark)
	return p
}

func (a RGB) distance(b RGB) float64 {
	return math.Hypot(math.Hypot(float64(a.R-b.R), float64(a.G-b.G)), float64(a.B-b.B))
}

// mean is the mean colour of the pixels that show group g.
func mean(p *Painter, g Group) RGB {
	var sum RGB
	n := 0
	for i, id := range p.id {
		if id < firstCushion && p.cones[id].group == g {
			sum.R, sum.G, sum.B = sum.R+p.Pix[i].R, sum.G+p.Pix[i].G, sum.B+p.Pix[i].B
			n++
		}
	}
	k := 1 / float32(max(1, n))
	return RGB{sum.R * k, sum.G * k, sum.B * k}
}

// Whoever walks around with a body that turns sees the same: nothing of the picture hangs on the room.
func TestPaint_TurnsWithTheCamera(t *testing.T) {
	t.Parallel()
	a := paint(standing(0), Camera{Az: 30, El: 10}, false)
	for _, yaw := range []float64{40, 180, -75} {
		b := paint(standing(yaw), Camera{Az: 30 - yaw, El: 10}, false)
		if n := differing(a, b, 8); n > len(a.Pix)/200 {
			t.Errorf("turned by %.0f: %d pixels differ", yaw, n)
		}
	}
}

func differing(a, b *Painter, least float64) int {
	n := 0
	for i := range a.Pix {
		if a.Pix[i].distance(b.Pix[i]) > least {
			n++
		}
	}
	return n
}

func TestPaint_ShowsTheWholeBodyAndNothingElse(t *testing.T) {
	t.Parallel()
	p := paint(standing(0), Camera{Az: 60, El: 5}, false)
	n := p.BodyPixels()
	if n < 1500 || n > 6000 {
		t.Errorf("%d pixels of a body", n)
	}
	for x := range p.W {
		for _, i := range [4]int{x, x + p.W, (p.H-1)*p.W + x, x * p.W} {
			if p.id[i] != none || p.Pix[i] != p.theme.Background {
				t.Fatalf("pixel %d at the edge is not empty", i)
			}
		}
	}
}

// What is stretched glows, on the groups that it says and on no others; where it is hidden it shines through.
func TestPaint_GlowsWhereItShould(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		az   float64
	}{{"seen", 0}, {"hidden", 180}} {
		plain, s := paint(standing(0), Camera{Az: c.az}, false), standing(0)
		s.Glows = []Glow{{
			A: V{X: .08, Y: .60}, B: V{X: .08, Y: .72}, R: .09, Dir: V{X: 1}, Groups: 1 << flesh.Trunk, Strength: 1, Mat: Stretch,
		}}
		lit := paint(s, Camera{Az: c.az}, false)
		was := mean(plain, flesh.Trunk)
		is := mean(lit, flesh.Trunk)
		if is.R < was.R+6 {
			t.Errorf("%s: the trunk is %.0f, was %.0f: no glow", c.name, is, was)
		}
		for g := flesh.UArmR; g < flesh.Groups; g++ {
			was := mean(plain, g)
			if is := mean(lit, g); is.distance(was) > .5 {
				t.Errorf("%s: group %d glows", c.name, g)
			}
		}
	}
}

// Where an arm crosses the trunk there is a dark line around it.
func TestPaint_InksWhatCrosses(t *testing.T) {
	t.Parallel()
	s := standing(0)
	shot := Shot{Camera: Camera{}, W: 160, H: 160, Aspect: 1, InkX: 1, InkY: 1}
	shot.Frame = shot.Camera.Around(&s.Body)
	inked, bare, dark := &Painter{}, &Painter{}, Dark()
	inked.Paint(s, &shot, &dark)
	shot.InkX = 0
	bare.Paint(s, &shot, &dark)
	lines := 0
	for y := 1; y < 159; y++ {
		for x := 1; x < 159; x++ {
			i := y*160 + x
			if inked.Pix[i] == bare.Pix[i] {
				continue
			}
			lines++
			if inked.Pix[i].R > bare.Pix[i].R || inked.id[i] == none {
				t.Fatalf("ink makes a pixel brighter or is where nothing is")
			}
		}
	}
	if lines < 30 {
		t.Errorf("%d pixels of ink", lines)
	}
}

func TestPaint_FarLimbsAreToldApart(t *testing.T) {
	t.Parallel()
	s := standing(0)
	s.Left = true
	p := paint(s, Camera{Az: 60}, true)
	isFar := 0
	for i, id := range p.id {
		if id >= firstCushion {
			continue
		}
		side, limb := p.cones[id].group.Side()
		if got := p.Tag[i].Far; got != (limb && side == skel.Left) {
			t.Fatalf("pixel of group %d, far: %v", p.cones[id].group, got)
		}
		if side, limb := p.cones[id].group.Side(); limb && side == skel.Left {
			isFar++
		}
	}
	if isFar == 0 {
		t.Error("nothing of the far side is seen")
	}
}

// Seen from before, the hands differ little; both sides are still told apart where only tags tell.
func TestPaint_NoSideIsDarkFromBefore(t *testing.T) {
	t.Parallel()
	for _, az := range []float64{-4, 0, 4, 176, 184} {
		side, before := paint(standing(0), Camera{Az: 60}, true), paint(standing(0), Camera{Az: az}, true)
		far, near := max(before.haze[0], before.haze[1]), max(side.haze[0], side.haze[1])
		if far > near/2 || far <= .1 {
			t.Errorf("at %g the far side takes on %.2f of the background, from the side %.2f", az, far, near)
		}
	}
}

// The mat lies under the feet with a shadow on it; a wall hides what is behind it; a cushion is painted as itself.
func TestPaint_Props(t *testing.T) {
	t.Parallel()
	s := standing(0)
	s.Boxes = []Box{
		{At: V{Y: -.006}, Half: V{X: .4, Y: .006, Z: .4}, Turn: skel.Identity(), Mat: Mat},
		{At: V{X: .35, Y: .5, Z: .25}, Half: V{X: .01, Y: .4, Z: .2}, Turn: skel.Identity(), Mat: Wall},
	}
	s.Cushions = []flesh.Prim{{
		A: V{X: .3, Y: .05, Z: -.2}, R: skel.Identity(), L: .1, RA: .05, RB: .05, SX: 1, SZ: 1, Group: flesh.Groups, Mat: Cushion,
	}}
	bare, p := paint(standing(0), Camera{El: 12}, true), paint(s, Camera{El: 12}, true)
	if p.BodyPixels() > bare.BodyPixels()*9/10 {
		t.Error("the wall hides nothing")
	}
	found := make(map[Material]int)
	darkest, brightest := 1e9, 0.
	for i, tag := range p.Tag {
		if tag.Material == 0 {
			continue
		}
		found[tag.Material]++
		if tag.Material == Mat {
			v := p.Pix[i].distance(RGB{})
			darkest, brightest = min(darkest, v), max(brightest, v)
		}
	}
	for _, m := range []Material{Mat, Wall, Cushion, flesh.Skin, flesh.Top, flesh.Leggings, flesh.Hair} {
		if found[m] == 0 {
			t.Errorf("nothing of material %d", m)
		}
	}
	if darkest*1.5 > brightest {
		t.Errorf("the mat goes from %.0f to %.0f: no shadow", darkest, brightest)
	}
}

func TestCamera_FocusFramesWhatItSays(t *testing.T) {
	t.Parallel()
	s := standing(0)
	last := math.Inf(1)
	for _, f := range []Focus{Whole, Upper, Bust} {
		c := Camera{Az: 10, Focus: f}
		frame := c.Around(&s.Body)
		if h := frame.Y1 - frame.Y0; h >= last {
			t.Errorf("focus %d is %.2f high, the wider one %.2f", f, h, last)
		} else {
			last = h
		}
		m := c.Mirror()
		if m.Az != -10 || m.Mirror() != c {
			t.Errorf("mirrored: %+v", m)
		}
	}
	if got := (Camera{Az: 350}).Lerp(Camera{Az: 20}, .5).Az; math.Abs(math.Remainder(got-5, 360)) > 1e-9 {
		t.Errorf("half way from 350 to 20 is %g", got)
	}
}
