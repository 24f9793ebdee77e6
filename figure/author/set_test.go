package author_test

import (
	"math"
	"slices"
	"testing"

	"catcow/figure/author"
	"catcow/figure/figuretest"
	"catcow/figure/render"
	"catcow/figure/skel"
)

func TestHold_FollowsTheBreath(t *testing.T) {
	f := figuretest.Reference(t, "cat-cow")
	set, ok := f.Postures("", skel.Right)
	if !ok || !set.Moves {
		t.Fatal("cat-cow moves with the breath")
	}
	in, out := set.Hold(1), set.Hold(0)
	if in.ID != "cow" || out.ID != "cat" {
		t.Errorf("full lungs: %s, empty: %s", in.ID, out.ID)
	}
	if _, ok := f.Postures("nothing", skel.Right); ok {
		t.Error("a variant there is not")
	}
}

// A figure with all that can be written stands where it is told, in every variant and on both sides.
func TestParse_ReadsAllThatCanBeWritten(t *testing.T) {
	f := figuretest.Parse(t, `
[figure]
camera = [{ az = 70, el = 12 }, { az = 10, el = 4, focus = "bust" }]
mat = [-0.4, 0.5, -0.3, 0.3]
hold = ["up", "down"]
release = "down"
[[figure.prop]]
kind = "wall"
at = [-0.6, 0]
[[figure.prop]]
id = "seat"
kind = "chair"
at = [0.6, 0]
only = ["down"]
[[figure.prop]]
kind = "bolster"
at = [0.3, 0.8]
[[figure.prop]]
kind = "block"
at = [0.3, 0.03, -0.8]
turn = 30
[[figure.key]]
id = "down"
from = "stand"
glow = { stretch = ["quad.r"], work = ["abdomen"], release = ["nape"] }
[[figure.key]]
id = "up"
from = "down"
breath = "in"
camera = { az = 30, el = 5, focus = "upper" }
lumbar = { flex = 5, side = 4, twist = 3 }
arms = { raise = 20 }
fit = [
  { part = "@hand.r", by = "arm_r.raise", lo = 0, hi = 170, y = 0.9 },
  { part = "@hand.l", by = "arm_l.raise", lo = 0, hi = 170, y = 0.9 },
]
settle = ["sole"]
[figure.variant.low]
hold = "down"
`)
	set, ok := f.Postures("", skel.Right)
	if !ok || !set.Moves || set.In.ID != "up" || set.Out.ID != "down" || set.Release.ID != "down" || set.Step(9).ID != "up" {
		t.Errorf("the pose itself: %v, %+v", ok, set.Moves)
	}
	for _, b := range []skel.Bone{skel.HandR, skel.HandL} {
		if y := set.In.Body.Bones[b].P.Y; math.Abs(y-.9) > .004 {
			t.Errorf("%s at %.3f, want 0.9", b.Name(), y)
		}
	}
	if n := len(set.Out.Scene.Solids); n != 9 { // a wall, six parts of a chair, a bolster, a block
		t.Errorf("%d parts of props", n)
	}
	if up := &f.Poses[1]; len(up.Scene.Solids) != 3 || up.Views() != 1 || up.Cameras[0].Focus != render.Upper {
		t.Errorf("at the key without a chair: %d parts, %d views", len(up.Scene.Solids), up.Views())
	}
	low, ok := f.Postures("low", skel.Left)
	if !ok || low.Moves || low.In.ID != "down" || !low.In.Left || !slices.Equal(f.Variants(), []string{"", "low"}) {
		t.Errorf("the variant: %v, %+v", ok, low.In.ID)
	}
	if !slices.Equal(f.Keys(), []string{"down", "up"}) {
		t.Errorf("keys %v", f.Keys())
	}
	if got := f.Pairs(); !slices.Equal(got, [][2]int{{1, 0}}) {
		t.Errorf("keys that follow one another: %v", got)
	}
}

// Sides that take turns are looked at from one place.
func TestAlternate_SharesTheCamera(t *testing.T) {
	f := figuretest.Reference(t, "bird-dog")
	right, _ := f.Postures("", skel.Right)
	left, _ := f.Postures("", skel.Left)
	was := left.In.Body.Bones
	author.Alternate(&right, &left)
	if left.In.Cameras != right.In.Cameras || left.In.Frames != right.In.Frames || left.Step(0).Cameras != right.Step(0).Cameras {
		t.Error("the other side is looked at from elsewhere")
	}
	if left.In.Body.Bones != was {
		t.Error("the body moves with the camera")
	}
}

func TestBase_IsSolved(t *testing.T) {
	if p := author.Base("stand"); math.Abs(p.Body.Bones[skel.Head].P.Y-.91) > .01 {
		t.Errorf("a standing head at %.2f", p.Body.Bones[skel.Head].P.Y)
	}
	defer func() {
		if recover() == nil {
			t.Error("a base that there is not")
		}
	}()
	author.Base("handstand")
}
