package figure_test

import (
	"flag"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"catcow/figure"
)

var everyWay = flag.Bool("every-way", false, "go all ways between poses, not every fourth: takes four times as long")

// end is a pose as a way comes to it and leaves it.
type end struct {
	name           string
	first, release figure.Posture
	low            float64 // how low the body is at the lower of the two
}

// ends are all ways to do all built-in poses, on both sides.
func ends(tb testing.TB) [2][]end {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("..", "content", "poses", "*.toml"))
	if err != nil || len(files) == 0 {
		tb.Fatal("no built-in poses", err)
	}
	var out [2][]end
	for _, file := range files {
		f, _ := figure.Parse(table(tb, file))
		if f == nil {
			tb.Fatal(file)
		}
		variants := f.Variants()
		slices.Sort(variants)
		for _, variant := range append(variants, "") {
			for side := range figure.Side(2) {
				set, _ := f.Postures(variant, side)
				e := end{strings.TrimSuffix(filepath.Base(file), ".toml") + " " + variant, *set.Step(0), set.Release, 0}
				e.low = min(0, e.first.Lowest(), e.release.Lowest())
				out[side] = append(out[side], e)
			}
		}
	}
	return out
}

// What a way may do between two pictures that are 1/20 s apart, and at every moment. The times are the shortest that plans give.
const (
	ways      = 7    // seconds for a way through other places
	neighbour = 4.   // and for one to a neighbour
	pictures  = 12.  // looked at in a second
	wayJump   = 12.  // cm, of any joint
	wayTurn   = 9.   // degrees, of the pelvis or the trunk
	wayFloor  = -2.0 // cm, of any part
	wayProp   = 3.8  // cm
	wayFrame  = .16  // half pictures, of any joint
)

// From every pose to every other there is a way without leaps, and not through the floor, the body or what stands there.
func TestTransition_FromAnyPoseToAnyOther(t *testing.T) {
	t.Parallel()
	all := ends(t)
	for i := range all[0] {
		for j := range all[0] {
			if i == j || !*everyWay && (i+j)%4 != 0 {
				continue
			}
			from, to := &all[0][i], &all[j/2%2][j]
			way := figure.Transition(&from.release, &to.first, ways)
			soft := bodySoft
			if from.name == "supported-savasana " && to.name == "piriformis-stretch " {
				soft = 6.2 // the elbow folds wholly as the arm goes over the body: the hand is in its own upper arm for a picture or two
			}
			for _, worst := range [2]string{walk(&way, min(from.low, to.low)), deeper(way.At, int(pictures*way.Seconds()), soft)} {
				if worst != "" {
					t.Errorf("%s to %s, %s: %s", from.name, to.name, [2]string{"same side", "other side"}[j/2%2], worst)
				}
			}
		}
	}
}

// walk goes a way and says what is wrong with it.
func walk(way *figure.Way, low float64) string {
	n := int(min(ways, max(way.Seconds(), neighbour/2)) * pictures)
	last := way.At(0)
	for i := 1; i <= n; i++ {
		p := way.At(float64(i) / float64(n))
		if by := leap(&last, &p); by > wayJump*20/pictures {
			return fmt.Sprintf("a joint leaps %.0f cm at %d/%d", by, i, n)
		}
		if by := turn(&last, &p); by > wayTurn*20/pictures {
			return fmt.Sprintf("the trunk turns %.0f° at %d/%d", by, i, n)
		}
		if by := slip(&last, &p); by > wayFrame*20/pictures {
			return fmt.Sprintf("the picture slips by %.2f at %d/%d", by, i, n)
		}
		if by := 170 * (p.Lowest() - low); by < wayFloor {
			return fmt.Sprintf("%.1f cm in the floor at %d/%d", -by, i, n)
		}
		if by := 170 * p.Inside(); i < n && by > wayProp {
			return fmt.Sprintf("%.1f cm in a prop at %d/%d", by, i, n)
		}
		last = p
	}
	return ""
}

// leap is how far the joint goes that goes farthest, in centimetres.
func leap(a, b *figure.Posture) float64 {
	far := 0.0
	p, q := a.Joints(), b.Joints()
	for i := range p {
		far = max(far, q[i].Sub(p[i]).Len())
	}
	return 170 * far
}

// turn is how far the line between the hips, or that from the pelvis to the head, turns, in degrees.
func turn(a, b *figure.Posture) float64 {
	far := 0.0
	p, q := a.Joints(), b.Joints()
	for _, line := range [2][2]int{{12, 20}, {0, 7}} {
		u, v := p[line[0]].Sub(p[line[1]]).Unit(), q[line[0]].Sub(q[line[1]]).Unit()
		far = max(far, math.Acos(min(1, u.Dot(v)))*180/math.Pi)
	}
	return far
}

// slip is how far a joint goes that is in the picture, in half pictures.
func slip(a, b *figure.Posture) float64 {
	far := 0.0
	p, q := a.Seen(0), b.Seen(0)
	for i := range p {
		if max(math.Abs(p[i][0]), math.Abs(p[i][1])) < 1 {
			far = max(far, math.Hypot(q[i][0]-p[i][0], q[i][1]-p[i][1]))
		}
	}
	return far
}

// A way begins in the posture it is from, wherever that is on the floor, and ends exactly in the other.
func TestTransition_BeginsAndEndsWhereItShould(t *testing.T) {
	t.Parallel()
	all := ends(t)
	for i := 0; i < len(all[0]); i += 2 {
		from, to := &all[0][i], &all[1][(i+7)%len(all[1])]
		way := figure.Transition(&from.release, &to.first, ways)
		if p := way.At(1); p != to.first {
			t.Errorf("%s to %s ends elsewhere", from.name, to.name)
		}
		p := way.At(0)
		if by := slip(&from.release, &p); by > 1e-9 {
			t.Errorf("%s to %s: the picture slips by %g at the beginning", from.name, to.name, by)
		}
		a, b := from.release.Joints(), p.Joints()
		by := b[0].Sub(a[0])
		for k := range a {
			if d := b[k].Sub(a[k]).Sub(by).Len(); d > 1e-9 || by.Y != 0 {
				t.Fatalf("%s to %s begins in another posture", from.name, to.name)
			}
		}
	}
}

// Whoever sits down has something to sit on, and nothing is in the way of who does not.
func TestTransition_PropsStandWhereTheyAreNotInTheWay(t *testing.T) {
	t.Parallel()
	chair, wall, mat := builtinSet(t, "neck-flexion", figure.Right), builtinSet(t, "legs-up-the-wall", figure.Right), builtinSet(t, "cat-cow", figure.Right)
	stand := figure.Standing(chair.Step(0))
	for _, c := range []struct {
		name     string
		from, to *figure.Posture
		want     [3]int // whether there are props at the beginning, in the middle, at the end; -1 where either is right
	}{
		{"sitting down", &stand, chair.Step(0), [3]int{1, 1, 1}},
		{"getting up", &chair.Release, mat.Step(0), [3]int{1, -1, 0}},
		{"to the wall", &mat.Release, wall.Step(0), [3]int{-1, -1, 1}},
		{"from chair to chair", &chair.Release, chair.Step(0), [3]int{1, 1, 1}},
	} {
		way := figure.Transition(c.from, c.to, 9)
		for i, at := range [3]float64{.01, .5, 1} {
			p := way.At(at)
			if got := min(1, p.Props()); c.want[i] >= 0 && got != c.want[i] {
				t.Errorf("%s: props %d at %g of the way, want %d", c.name, got, at, c.want[i])
			}
		}
	}
}
