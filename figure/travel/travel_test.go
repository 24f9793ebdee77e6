package travel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/figure/author"
	"catcow/figure/figuretest"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/skel"
	"catcow/sampletest"
)

// ways is how many seconds plans give at least for a way through other places.
const ways = 7

// From any place to any other the way never goes through the floor.
func TestTransition_StaysAboveTheFloor(t *testing.T) {
	t.Parallel()
	chosen := sampletest.OneIn(t, 5)
	for i := range place(places) {
		for j := range place(places) {
			if !chosen(int(i + j)) {
				continue
			}
			from, to := *author.Base(i.base()), author.Base(j.base())
			way := Transition(&from, to, 10)
			for n := range 31 {
				p := way.At(float64(n) / 30)
				if low := figuretest.Lowest(&p); low < -.02 {
					t.Errorf("%s to %s: %.3f below the floor at %d/30", i.base(), j.base(), low, n)
					break
				}
			}
		}
	}
}

// From every pose to every other there is a way without leaps, and not through the floor, the body or what stands there.
func TestTransition_FromAnyPoseToAnyOther(t *testing.T) {
	t.Parallel()
	poses, chosen := figuretest.Builtins(t), sampletest.OneIn(t, 24)
	for i := range poses {
		for j := range poses {
			if i == j || !chosen(7*i+j) {
				continue
			}
			side := j / 2 % len(sides(&poses[j]))
			from, to := poses[i].Sets[0].Release, poses[j].Sets[side].Steps[0]
			way := Transition(&from, &to, ways)
			soft := softBody
			if poses[i].Name == "supported-savasana" {
				soft = 6.2 // who lies with the head on one arm gets off it by a fold of the elbow and a brush of the head
			}
			low := min(0, figuretest.Lowest(&from), figuretest.Lowest(&to))
			for _, wrong := range [2]string{walk(t, &way, low), deepest(way.At, int(12*way.Seconds()), soft)} {
				if wrong != "" {
					t.Errorf("%s to %s, side %d: %s", poses[i].Name, poses[j].Name, side, wrong)
				}
			}
		}
	}
}

// A way begins in the posture it is from, wherever that is on the floor, and ends exactly in the other.
func TestTransition_BeginsAndEndsWhereItShould(t *testing.T) {
	t.Parallel()
	poses := figuretest.Builtins(t)
	for i := 0; i < len(poses); i += 3 {
		from, to := poses[i].Sets[0].Release, poses[(i+7)%len(poses)].Sets[1].Steps[0]
		name := poses[i].Name + " to " + poses[(i+7)%len(poses)].Name
		way := Transition(&from, &to, ways)
		if p := way.At(1); p != to {
			t.Errorf("%s ends elsewhere", name)
		}
		p := way.At(0)
		if by := slip(&from, &p); by > 1e-9 {
			t.Errorf("%s: the picture slips by %g at the beginning", name, by)
		}
		a, b := from.Body.Bones, p.Body.Bones
		by := b[0].P.Sub(a[0].P)
		for k := range a {
			if d := b[k].P.Sub(a[k].P).Sub(by).Len(); d > 1e-9 || by.Y != 0 {
				t.Fatalf("%s begins in another posture", name)
			}
		}
	}
}

// Whoever sits down has something to sit on, and nothing is in the way of who does not.
func TestTransition_PropsStandWhereTheyAreNotInTheWay(t *testing.T) {
	t.Parallel()
	set := func(pose string) author.Set {
		s, _ := figuretest.Read(t, figuretest.Files(t, "content/poses/"+pose+".toml")[0]).Postures("", skel.Right)
		return s
	}
	chair, wall, mat := set("neck-flexion"), set("legs-up-the-wall"), set("cat-cow")
	stand := Standing(chair.Step(0))
	for _, c := range []struct {
		name     string
		from, to *posture.Posture
		want     [3]int // whether there are props at the beginning, in the middle, at the end; -1 where either is right
	}{
		{"sitting down", &stand, chair.Step(0), [3]int{1, 1, 1}},
		{"getting up", &chair.Release, mat.Step(0), [3]int{1, -1, 0}},
		{"to the wall", &mat.Release, wall.Step(0), [3]int{-1, -1, 1}},
		{"from chair to chair", &chair.Release, chair.Step(0), [3]int{1, 1, 1}},
	} {
		way := Transition(c.from, c.to, 9)
		for i, at := range [3]float64{.01, .5, 1} {
			p := way.At(at)
			if got := min(1, len(p.Scene.Solids)); c.want[i] >= 0 && got != c.want[i] {
				t.Errorf("%s: props %d at %g of the way, want %d", c.name, got, at, c.want[i])
			}
		}
	}
}

// sides are the sides that a pose is done on; one that has none is done as it is written.
func sides(p *figuretest.Pose) []skel.Side {
	if p.Sets[0].In.Body.Bones == p.Sets[1].In.Body.Bones {
		return []skel.Side{skel.Right}
	}
	return []skel.Side{skel.Right, skel.Left}
}

// From pose to pose in the built-in routines, on all sides, nothing goes through the body or slides.
func TestTransition_GoesAroundTheBodyInEveryRoutine(t *testing.T) {
	t.Parallel()
	poses := figuretest.Builtins(t)
	find := func(name string) *figuretest.Pose {
		for _, n := range [2]string{name, strings.Split(name, "/")[0]} {
			for i := range poses {
				if poses[i].Name == n {
					return &poses[i]
				}
			}
		}
		t.Fatal("no pose ", name)
		return nil
	}
	chosen, n := sampletest.OneIn(t, 5), 0
	for _, pair := range neighbours(t) {
		to := find(pair[1])
		for _, side := range sides(to) {
			first := to.Sets[side].Step(0)
			starts := []posture.Posture{Standing(first)}
			if pair[0] != "" {
				from := find(pair[0])
				starts = nil
				for _, s := range sides(from) {
					starts = append(starts, from.Sets[s].Release)
				}
			}
			for i := range starts {
				if n++; !chosen(n) {
					continue
				}
				way := Transition(&starts[i], first, ways)
				if wrong := aroundTheBody(&way); wrong != "" {
					t.Errorf("%s to %s, side %d: %s", pair[0], pair[1], side, wrong)
				}
			}
		}
	}
}

func aroundTheBody(way *Path) string {
	if wrong := deepest(way.At, int(15*way.Seconds()), softBody); wrong != "" {
		return wrong
	}
	for i := range way.parts {
		if by, bone := slide(&way.parts[i].a, &way.parts[i].b); by > slides {
			return fmt.Sprintf("%s slides %.1f cm in part %d", bone.Name(), by, i)
		}
	}
	return ""
}

// Inside every pose, on both sides, nothing goes through the body, through what stands there, or slides: through its steps into
// the hold, out of it, and, as the next set or the other side begins, from the way out into the steps again.
func TestPoses_MoveAroundTheBodyAndStayPlanted(t *testing.T) {
	t.Parallel()
	poses := figuretest.Builtins(t)
	chosen, n := sampletest.OneIn(t, 3), 0
	for i := range poses {
		for _, side := range sides(&poses[i]) {
			for _, m := range moves(&poses[i].Sets[side], &poses[i].Sets[side], &poses[i].Sets[1-side]) {
				if n++; !chosen(n) {
					continue
				}
				if wrong := m.wrong(); wrong != "" {
					t.Errorf("%s, %s to %s: %s", poses[i].Name, m.from.ID, m.to.ID, wrong)
				}
			}
		}
	}
}

// move is one way inside a pose.
type move struct{ from, to *posture.Posture }

func moves(set *author.Set, nexts ...*author.Set) []move {
	var out []move
	add := func(a, b *posture.Posture) {
		if a.Body.Bones != b.Body.Bones {
			out = append(out, move{a, b})
		}
	}
	last := set.Step(0)
	for i := range set.Steps {
		add(last, set.Step(i))
		last = set.Step(i)
	}
	add(last, &set.In)
	add(last, &set.Out)
	add(&set.In, &set.Out)
	add(&set.In, &set.Release)
	add(&set.Out, &set.Release)
	for _, next := range nexts {
		at := 0
		for i := range next.Steps {
			if leap(&set.Release, next.Step(i)) < leap(&set.Release, next.Step(at)) {
				at = i
			}
		}
		add(&set.Release, next.Step(at))
		add(&set.Release, next.Step(at+1))
	}
	return out
}

// wrong is what is wrong with a move.
func (m *move) wrong() string {
	if wrong := deepest(func(e float64) posture.Posture { return posture.Blend(m.from, m.to, e) }, 20, softBody); wrong != "" {
		return wrong
	}
	if by, bone := slide(m.from, m.to); by > slides {
		return fmt.Sprintf("%s slides %.1f cm", bone.Name(), by)
	}
	if len(m.from.Scene.Solids) == 0 && len(m.to.Scene.Solids) == 0 {
		return ""
	}
	for i := range 20 {
		p := posture.Blend(m.from, m.to, float64(i)/20)
		prims := flesh.Build(&p.Body.Bones, 0)
		if in := cm(inProp(&p, &prims)); in > softProp {
			return fmt.Sprintf("%.1f cm in a prop at %d/20", in, i)
		}
	}
	return ""
}

// neighbours are the poses that follow one another in the built-in routines; the first of each comes after "".
func neighbours(t *testing.T) [][2]string {
	t.Helper()
	var out [][2]string
	for _, file := range figuretest.Files(t, "content/routines/*.toml") {
		var r struct{ Items []struct{ Pose, Then string } }
		if _, err := toml.DecodeFile(file, &r); err != nil {
			t.Fatal(err)
		}
		last := ""
		for _, item := range r.Items {
			out = append(out, [2]string{last, item.Pose})
			last = item.Pose
			if item.Then != "" {
				last = item.Then
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	return slices.Compact(out)
}
