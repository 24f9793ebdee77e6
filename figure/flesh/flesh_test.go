package flesh

import (
	"math"
	"strings"
	"testing"

	"catcow/figure/skel"
)

func standing() skel.Solved {
	return skel.Solve(skel.Spec{
		At: V{Y: .53}, Turn: skel.Identity(),
		Arm: [2]skel.Limb{{On: skel.World}, {On: skel.World}}, Leg: [2]skel.Limb{{On: skel.World}, {On: skel.World}},
	})
}

// The outer measures of the body are those of the books: stature 1 (and the larger head), shoulders .27, hips .18.
func TestBuild_OuterMeasures(t *testing.T) {
	k := standing()
	prims := Build(&k.Bones, 0)
	high, low, wide := 0.0, 1.0, 0.0
	for i := range prims {
		high = max(high, prims[i].Reach(V{Y: 1}))
		low = min(low, -prims[i].Reach(V{Y: -1}))
		if prims[i].Group == UArmR {
			wide = max(wide, prims[i].Reach(V{Z: 1}))
		}
	}
	if math.Abs(high-1.012) > .006 || math.Abs(low) > .002 || math.Abs(2*wide-.272) > .01 {
		t.Errorf("from %.3f to %.3f, %.3f wide", low, high, 2*wide)
	}
	if prims[Skull].Group != Face || prims[Skull-1].Group != Throat {
		t.Error("the skull is not where it is thought to be")
	}
}

func TestParts_AllNamesAreParts(t *testing.T) {
	k := standing()
	for _, name := range PartNames() {
		p, ok := PartOf(name)
		if !ok || math.IsInf(p.Any().Gap(&k.Bones, Floor), 0) || math.IsInf(p.Gap(&k.Bones, Floor), 0) {
			t.Errorf("%s is no part", name)
		}
	}
	for _, name := range []string{"sole.r", "sole.l", "heel", "ball.l"} {
		if p, _ := PartOf(name); math.Abs(p.Gap(&k.Bones, Floor)) > .002 {
			t.Errorf("%s is %.4f above the floor in standing", name, p.Gap(&k.Bones, Floor))
		}
	}
}

// A muscle of the left is the mirror image of the right one: the same length in standing, and other groups.
func TestMuscles_Sides(t *testing.T) {
	k := standing()
	for i := 0; i < len(Muscles()); i += 2 {
		m, l := Muscles()[i], Muscles()[i+1]
		if l.Name == "" {
			continue
		}
		if a, b := m.Length(&k.Bones), l.Length(&k.Bones); math.Abs(a-b) > 1e-9 || a < .02 {
			t.Errorf("%s: %.4f right, %.4f left", m.Name, a, b)
		}
		for g := UArmR; g < Groups; g += 2 {
			if m.Groups>>g&1 != l.Groups>>(g+1)&1 {
				t.Errorf("%s glows on the wrong side", m.Name)
			}
		}
	}
	if len(Muscles()) != 44 {
		t.Errorf("%d muscles; posture.Regions says 44", len(Muscles()))
	}
}

// Nothing of a body that stands is inside another part of it; a hand put into the belly is, at its own depth.
func TestOverlaps_FindsWhatIsInside(t *testing.T) {
	k := standing()
	var prims [Prims]Prim
	table := Overlaps()
	worst := func() (names [2]string, depth float64) {
		prims = Build(&k.Bones, 0)
		var deep [PartPairs]float64
		table.All.Depths(&prims, &deep)
		for i, d := range deep {
			if d > depth {
				names, depth = table.Names[i], d
			}
		}
		return names, depth
	}
	if names, d := worst(); d > OverlapSlack {
		t.Errorf("standing: %v by %.3f", names, d)
	}
	s := k.Spec
	s.Arm[0] = skel.Limb{Mode: skel.Target, On: skel.L2, Part: skel.Palm, At: V{X: .03}, Face: V{Z: -1}}
	k = skel.Solve(s)
	names, d := worst()
	if names != [2]string{"forearm.r", "torso"} && names != [2]string{"palm.r", "torso"} || d < .05 {
		t.Errorf("a hand in the belly: %v by %.3f", names, d)
	}
	var limb, all [PartPairs]float64
	table.Limb[0].Depths(&prims, &limb)
	table.All.Depths(&prims, &all)
	for i := range all {
		right := limbOf(table.Names[i][0]) == 0 || limbOf(table.Names[i][1]) == 0
		if right && limb[i] != all[i] || !right && limb[i] != 0 {
			t.Errorf("%v: %.3f of the right arm, %.3f of all", table.Names[i], limb[i], all[i])
		}
	}
}

// limbOf is LimbOfPart, −1 for the trunk and for no part.
func limbOf(name string) int {
	if name == "" {
		return -1
	}
	if i, ok := LimbOfPart(name); ok {
		return i
	}
	return -1
}

func TestMuscleOf_KnowsEveryName(t *testing.T) {
	for _, name := range MuscleNames() {
		i, ok := MuscleOf(name)
		if !ok || Muscles()[i].Name != name || strings.HasSuffix(name, ".l") != (i%2 == 1) {
			t.Errorf("%s: %d, %v", name, i, ok)
		}
	}
	for _, name := range []string{"lumbar.r", "quad", "wing.l", ""} {
		if _, ok := MuscleOf(name); ok {
			t.Errorf("%q is a muscle", name)
		}
	}
}

func TestParts_PointsAreInsideTheirBones(t *testing.T) {
	k := standing()
	p, _ := PartOf("sole.r")
	n := 0
	p.Points(&k.Bones, func(c V) {
		n++
		if c.Y < 0 || c.Y > .05 || c.Z < 0 {
			t.Errorf("a point of the right sole at %.3f", c)
		}
	})
	if n != 2 {
		t.Errorf("%d points of a sole", n)
	}
}
