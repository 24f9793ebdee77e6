package posture

import (
	"fmt"
	"math"
	"testing"

	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// stand is a body that stands, leaning and with one leg forward, beside what a scenery has.
func stand(scene *Scenery) Posture {
	s := skel.Spec{
		At: skel.V{Y: .53}, Turn: skel.PelvisTurn(8, 0, 4, 0),
		Arm: [2]skel.Limb{{Raise: 40, On: skel.World}, {On: skel.World, Mode: skel.Target, Part: skel.Palm, At: skel.V{X: .2, Y: .7, Z: .1}}},
		Leg: [2]skel.Limb{{Flex: 30, Bend: 20, On: skel.World}, {On: skel.World}},
	}
	p := Posture{Body: skel.Solve(s), Scene: scene, NCameras: 2, ID: "stand"}
	p.Cameras = [MaxViews]render.Camera{{Az: 60, El: 10}, {Az: 0, El: 4, Focus: render.Bust}}
	p.Reframe()
	return p
}

func wallAt(x float64) *Scenery {
	mat := render.Box{At: skel.V{Y: -.006}, Half: skel.V{X: .5, Y: .006, Z: .3}, Turn: skel.Identity(), Mat: render.Mat}
	wall := render.Box{At: skel.V{X: x, Y: .5}, Half: skel.V{X: .01, Y: .5, Z: .5}, Turn: skel.Identity(), Mat: render.Wall}
	soft := flesh.Prim{A: skel.V{Z: .4, Y: .05}, R: skel.Identity(), L: .1, RA: .05, RB: .05, SX: 1, SZ: 1}
	return &Scenery{
		Mat:    &mat,
		Solids: []Solid{{Names: [2]string{"wall", "wall"}, Box: &wall}, {Names: [2]string{"roll", "bolster"}, Cushion: &soft}},
	}
}

func TestMirror_TwiceIsTheSame(t *testing.T) {
	p := stand(wallAt(-.3))
	quad, _ := flesh.MuscleOf("quad.r")
	p.Strength[quad] = .5
	m := p.Mirror()
	if !m.Left || m.Cameras[0].Az != -60 || m.Strength[quad+1] != .5 || m.Strength[quad] != 0 {
		t.Errorf("mirrored: left %v, camera %v, strength %v", m.Left, m.Cameras[0], m.Strength)
	}
	if z := m.Scene.Solids[1].Cushion.A.Z; z != -.4 {
		t.Errorf("the cushion is at z %g", z)
	}
	back := m.Mirror()
	for i := range back.Body.Bones {
		if off := back.Body.Bones[i].P.Sub(p.Body.Bones[i].P).Len(); off > 1e-9 {
			t.Errorf("%s is %.2g off", skel.Bone(i).Name(), off)
		}
	}
	if back.Frames != p.Frames || back.Strength != p.Strength {
		t.Error("frames or glows differ")
	}
}

// A posture laid elsewhere on the floor looks the same, and so do those between it and another one laid there.
func TestMove_LooksTheSame(t *testing.T) {
	p, by := stand(wallAt(-.3)), skel.V{X: .3, Y: .2, Z: -.1}
	q := p.Move(by)
	if got := p.Move(skel.V{}); got != p {
		t.Error("moved by nothing it differs")
	}
	a, b := flesh.Build(&p.Body.Bones, 0), flesh.Build(&q.Body.Bones, 0)
	for view := range p.Views() {
		c, f := p.View(view, &a)
		d, g := q.View(view-p.Views(), &b) // cameras are counted around
		right, up, _ := c.Axes()
		by.Y = 0
		if c != d || math.Abs(g.X0-f.X0-by.Dot(right))+math.Abs(g.Y1-f.Y1-by.Dot(up)) > 1e-9 {
			t.Errorf("view %d: %+v and %+v, %+v and %+v", view, c, f, d, g)
		}
	}
	for i := range p.Body.Bones {
		if off := q.Body.Bones[i].P.Sub(p.Body.Bones[i].P).Sub(by).Len(); off > 1e-9 {
			t.Errorf("%s is %.2g off", skel.Bone(i).Name(), off)
		}
	}
	if k := skel.Solve(q.Body.Spec); k.Bones[skel.HandL].P.Sub(q.Body.Bones[skel.HandL].P).Len() > 1e-6 {
		t.Error("what is told is not what is seen")
	}
	if got := q.Scene.Solids[0].Box.At.X; math.Abs(got) > 1e-9 {
		t.Errorf("the wall is at %g", got)
	}
}

func TestBetween_GoesFromOneToTheOther(t *testing.T) {
	a, b := stand(wallAt(-.3)), stand(&Scenery{})
	b.Body.Spec.At.X = .2
	b.Body = skel.Solve(b.Body.Spec)
	b.Strength[4], b.Kinds[4], b.ID = 1, Working, "other"
	for _, e := range []float64{-1, 0, math.NaN()} {
		if Between(&a, &b, e) != a {
			t.Errorf("at %g it is not the first", e)
		}
	}
	if Between(&a, &b, 1) != b || Blend(&a, &b, 2) != b {
		t.Error("at the end it is not the last")
	}
	early, late := Between(&a, &b, .3), Between(&a, &b, .7)
	if early.Scene != a.Scene || late.Scene != b.Scene || late.ID != "other" || late.Kinds[4] != Working || late.Strength[4] < .6 {
		t.Errorf("on the way: %+v", late.Strength[4])
	}
	seen := late.SeenAs(&a)
	if seen.Cameras != a.Cameras || seen.Frames == late.Frames {
		t.Error("it is not looked at as the other is")
	}
	ShareFrames(&a, &late)
	if a.Frames[0] != late.Frames[0] {
		t.Error("they do not share a frame")
	}
}

// Where a wall stands beside both ends of a way, the hips go around it.
func TestBlendBody_StaysBeforeTheWall(t *testing.T) {
	scene := wallAt(-.16)
	lie := func(yaw float64) Posture {
		s := skel.Spec{At: skel.V{X: -.05, Y: .08}, Turn: skel.PelvisTurn(-90, yaw, 0, 0)}
		for i := range 2 {
			s.Arm[i], s.Leg[i] = skel.Limb{On: skel.World}, skel.Limb{On: skel.World, Flex: 90}
		}
		return Posture{Body: skel.Solve(s), Scene: scene}
	}
	a, b := lie(90), lie(180)
	face, out := scene.wall().face(a.Body.Bones[skel.Pelvis].P)
	allowed := max(depthBehind(&a.Body, face, out), depthBehind(&b.Body, face, out), 0)
	for n := range 11 {
		k := BlendBody(&a, &b, float64(n)/10)
		if deep := depthBehind(&k, face, out); deep > allowed+.01 {
			t.Errorf("at %d/10 it is %.3f in the wall", n, deep)
		}
	}
}

func TestSolids_DepthsAndDistances(t *testing.T) {
	s := wallAt(-.3)
	ball := flesh.Prim{R: skel.Identity(), L: .001, RA: .05, RB: .05, SX: 1, SZ: 1}
	for _, c := range []struct {
		name string
		at   skel.V
		want float64
	}{
		{"away from the wall", skel.V{Y: .5}, 0},
		{"just in the wall", skel.V{X: -.26, Y: .5}, .02},
		{"all behind the wall", skel.V{X: -.5, Y: .5}, .26},
	} {
		ball.A = c.at
		if got := s.Solids[0].DepthOf(&ball, skel.V{Y: .5}); math.Abs(got-c.want) > .002 {
			t.Errorf("%s: %.3f deep, want %.3f", c.name, got, c.want)
		}
	}
	ball.A = skel.V{Z: .4, Y: .1}
	if got := s.Solids[1].DepthOf(&ball, skel.V{}); got < .09 {
		t.Errorf("in the cushion: %.3f deep", got)
	}
	for name, want := range map[string]float64{"wall": .29, "bolster": .35, "nothing": math.Inf(1)} {
		if d, _ := s.Outside(name)(skel.V{Y: .1}); math.Abs(d-want) > .003 && d != want {
			t.Errorf("%s is %.3f away, want %.3f", name, d, want)
		}
	}
	none := new(Scenery).Mirror()
	if d, _ := none.Outside("wall")(skel.V{}); !math.IsInf(d, 1) || none.Mat != nil || len(none.Solids) != 0 {
		t.Error("where there is nothing, there is something")
	}
	inside, way := s.Solids[0].Distance(skel.V{X: -.3, Y: .99})
	if math.Abs(inside+.01) > 1e-9 || math.Abs(way.Len()-1) > 1e-9 {
		t.Errorf("in the wall: %.3f, %v", inside, way)
	}
}

func TestScenery_PartsAndWays(t *testing.T) {
	a, b := wallAt(-.3), wallAt(-.5)
	if !a.Like(b) || a.Like(new(Scenery)) || a.Like(&Scenery{Solids: []Solid{a.Solids[1], a.Solids[0]}}) {
		t.Error("they are not like one another, or like others")
	}
	if got := a.LerpProps(b, .5)[0].Box.At.X; math.Abs(got+.4) > 1e-9 {
		t.Errorf("half way the wall is at %g", got)
	}
	low, _ := Corners(new(a.CutAtWalls(*a.Mat)))
	if math.Abs(low.X+.29) > 1e-9 {
		t.Errorf("the mat begins at %g, behind the wall", low.X)
	}
	var prims [flesh.Prims]flesh.Prim
	p := stand(a)
	prims = flesh.Build(&p.Body.Bones, 0)
	if deep := a.Deepest(&prims, skel.V{Y: .5}); deep > 0 {
		t.Errorf("who stands before a wall is %.3f in it", deep)
	}
}

func TestFelt_SaysEachKindOnce(t *testing.T) {
	p := stand(&Scenery{})
	if got := p.Felt(); got != nil {
		t.Errorf("where nothing glows: %v", got)
	}
	p.Strength[2], p.Kinds[2] = 1, Working
	p.Strength[5], p.Kinds[5] = 1, Working
	p.Strength[8], p.Kinds[8] = .2, Stretched // on its way
	p.Strength[9], p.Kinds[9] = .9, Released
	if got := fmt.Sprintf("%v", p.Felt()); got != "[works lets go]" || Stretched.String() != "stretches" {
		t.Errorf("felt: %s", got)
	}
}
