package figure_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"catcow/figure"
)

// How far the body goes on a way, in centimetres of a person of 1.70 m.
const (
	// bodySoft is how deep flesh gives in a key pose where nothing is said to press, and what more is not seen of something
	// that moves. Where the ends of a way are deeper, the way may be.
	bodySoft = 3.7 + .9
	slides   = 1. // a hand or foot that stays
	roomSoft = 3.8
)

// deeper is the worst that the body does to itself on a way that the ends of it do not do, beyond a depth in centimetres.
func deeper(at func(float64) figure.Posture, looks int, soft float64) string {
	may := map[[2]string]float64{}
	for _, t := range [2]float64{0, 1} {
		p := at(t)
		p.Overlaps(0, func(o figure.Overlap) { may[o.Parts] = max(may[o.Parts], 170*o.Depth+.9) })
	}
	worst, where := 0., ""
	for i := 1; i < looks; i++ {
		t := float64(i) / float64(looks)
		p := at(t)
		p.Overlaps(soft/170, func(o figure.Overlap) {
			if by := 170 * o.Depth; by > max(may[o.Parts], worst) {
				worst, where = by, fmt.Sprintf("%s is %.1f cm inside %s at %.2f", o.Parts[0], by, o.Parts[1], t)
			}
		})
	}
	return where
}

// slidden is how far a hand or foot goes that is on the floor and in one place at both ends of a move. A foot that rolls over
// from its top to its side is not: its toes are elsewhere.
func slidden(a, b *figure.Posture) (far float64, joint int) {
	p, q := a.Joints(), b.Joints()
	for n := 1; n < 12; n++ {
		m := figure.Blend(a, b, float64(n)/12)
		j := m.Joints()
		for _, l := range [4][2]int{{11, 11}, {14, 15}, {19, 19}, {22, 23}} {
			i, tip := l[0], l[1]
			if p[i].Y > .06 || q[i].Y > .06 || p[i].Sub(q[i]).Len() > .006 || p[tip].Sub(q[tip]).Len() > .006 {
				continue
			}
			if by := 170 * j[i].Sub(p[i]).Len(); by > far {
				far, joint = by, i
			}
		}
	}
	return far, joint
}

// move is one way inside a pose.
type move struct {
	name     string
	from, to figure.Posture
}

// moves are the ways inside a pose: through its steps into the hold, out of it, and, as the next set or the other side begins,
// from the way out into the steps again.
func moves(set *figure.Set, nexts ...*figure.Set) []move {
	var out []move
	add := func(a, b *figure.Posture) {
		if a.Joints() != b.Joints() {
			out = append(out, move{a.Key() + " to " + b.Key(), *a, *b})
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

// Inside every pose, on both sides, nothing goes through the body, through what stands there, or slides.
func TestPoses_MoveAroundTheBodyAndStayPlanted(t *testing.T) {
	t.Parallel()
	for name, sets := range builtins(t) {
		for _, side := range sides(&sets) {
			for _, m := range moves(&sets[side], &sets[side], &sets[1-side]) {
				if wrong := m.wrong(); wrong != "" {
					t.Errorf("%s, %s: %s", name, m.name, wrong)
				}
			}
		}
	}
}

// wrong is what is wrong with a move.
func (m *move) wrong() string {
	at := func(e float64) figure.Posture { return figure.Blend(&m.from, &m.to, e) }
	if worst := deeper(at, 30, bodySoft); worst != "" {
		return worst
	}
	if by, joint := slidden(&m.from, &m.to); by > slides {
		return fmt.Sprintf("joint %d slides %.1f cm", joint, by)
	}
	if m.from.Props() == 0 && m.to.Props() == 0 {
		return ""
	}
	for i := range 30 {
		p := at(float64(i) / 30)
		if in := 170 * p.Inside(); in > roomSoft {
			return fmt.Sprintf("%.1f cm in a prop at %d/30", in, i)
		}
	}
	return ""
}

// From pose to pose in the built-in routines, on all sides, nothing goes through the body or slides.
func TestTransition_GoesAroundTheBodyInEveryRoutine(t *testing.T) {
	t.Parallel()
	all := builtins(t)
	for _, pair := range pairs(t) {
		to := of(t, all, pair[1])
		for _, side := range sides(&to) {
			first := to[side].Step(0)
			starts := []figure.Posture{figure.Standing(first)}
			if pair[0] != "" {
				from := of(t, all, pair[0])
				starts = nil
				for _, s := range sides(&from) {
					starts = append(starts, from[s].Release)
				}
			}
			for _, from := range starts {
				way := figure.Transition(&from, first, ways)
				if worst := deeper(way.At, int(20*way.Seconds()), bodySoft); worst != "" {
					t.Errorf("%s to %s, side %d: %s", pair[0], pair[1], side, worst)
				}
				for n, part := range way.Parts() {
					if by, joint := slidden(&part[0], &part[1]); by > slides {
						t.Errorf("%s to %s, side %d: joint %d slides %.1f cm in part %d", pair[0], pair[1], side, joint, by, n)
					}
				}
			}
		}
	}
}

// The places that ways go through are postures a body can be in.
func TestBases_AreNeitherInTheFloorNorInThemselves(t *testing.T) {
	t.Parallel()
	for _, base := range figure.BaseNames() {
		f, problems := figure.Parse(decode(t, "[[figure.key]]\nid = \"a\"\nfrom = \""+base+"\""))
		if len(problems) > 0 {
			t.Fatal(base, problems)
		}
		for _, g := range figure.Check(f) {
			if g.Check == "floor" || g.Check == "body" || g.Check == "contact" {
				t.Errorf("%s: %v", base, g)
			}
		}
	}
}

// A wall is thin as it is drawn and has no end behind its face; a board that an arm goes right through is thinner than the arm.
func TestCheck_FindsWhatIsBehindAWallOrThroughABoard(t *testing.T) {
	t.Parallel()
	for prop, want := range map[string]string{
		"kind = \"wall\"\nat = [0.10, 0.5, 0]\nsize = [0.02, 1.0, 1.0]":   "right hand is 6",
		"kind = \"wall\"\nat = [0.60, 0.5, 0]\nsize = [0.02, 1.0, 1.0]":   "",
		"kind = \"block\"\nat = [0.09, 0.8, 0]\nsize = [0.006, 0.2, 1.0]": "right upper arm is",
	} {
		f, problems := figure.Parse(decode(t, "[[figure.prop]]\n"+prop+"\n[[figure.key]]\nid = \"a\"\nfrom = \"stand\"\narm_r = { raise = 90, plane = 90 }"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var got []string
		for _, g := range figure.Check(f) {
			if g.Check == "prop" {
				got = append(got, g.Text)
			}
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: %q, want %q", prop, all, want)
		}
	}
}

// What goes straight through something is found as what only touches it is, however thin it is.
func TestOverlaps_FindsWhatGoesThrough(t *testing.T) {
	t.Parallel()
	f, _ := figure.Parse(decode(t, `[[figure.key]]
id = "a"
from = "stand"
[[figure.key]]
id = "b"
from = "a"
arm_r = { on = "head", part = "wrist", at = [0, 0.03, 0] }
`))
	for key, want := range map[string]bool{"a": false, "b": true} {
		p, _ := f.Key(key)
		deep := 0.
		p.Overlaps(0, func(o figure.Overlap) {
			if slices.Contains(o.Parts[:], "head") {
				deep = math.Max(deep, o.Depth)
			}
		})
		if got := deep > .05; got != want {
			t.Errorf("key %s: %.3f inside the head", key, deep)
		}
	}
}
