package author

import (
	"slices"
	"strconv"
	"strings"

	"catcow/decode"
	"catcow/figure/skel"
)

// readDirection reads "fwd+0.3*out" as a direction of length 1: forward, back, up, down, out, in, of the world or of the
// bone that the target is on. Out is away from the middle, on either side.
func (n node) readDirection(key string) skel.V {
	s := n.text(key)
	if s == "" {
		if n.IsBlank(key) {
			n.Report(key, `want a direction such as "fwd+0.3*out"`)
		}
		return skel.V{}
	}
	v, wrong := parseDirection(s)
	switch {
	case wrong != "":
		n.Report(key, `%q is not a direction%s; want such as "fwd+0.3*out", of fwd, back, up, down, out, in`,
			wrong, decode.Suggestion(wrong, directionNames()))
		return skel.V{}
	case v.Len() < 1e-6:
		n.Report(key, `%q goes nowhere; want a direction such as "fwd+0.3*out"`, s)
		return skel.V{}
	}
	return v.Unit()
}

func directionNames() []string { return []string{"fwd", "back", "up", "down", "out", "in"} }

// directionOf is the direction with a number among the names.
func directionOf(i int) skel.V {
	return [...]skel.V{{X: 1}, {X: -1}, {Y: 1}, {Y: -1}, {Z: 1}, {Z: -1}}[i]
}

func parseDirection(s string) (v skel.V, wrong string) {
	s = strings.ReplaceAll(s, " ", "")
	s = strings.ReplaceAll(s, "-", "+-")
	for term := range strings.SplitSeq(strings.TrimPrefix(s, "+"), "+") {
		k, word := 1.0, term
		if rest, ok := strings.CutPrefix(word, "-"); ok {
			k, word = -1, rest
		}
		if num, rest, ok := strings.Cut(word, "*"); ok {
			f, err := strconv.ParseFloat(num, 64)
			if err != nil || f != f || f > 1000 || f < -1000 {
				return skel.V{}, term
			}
			k, word = k*f, rest
		}
		i := slices.Index(directionNames(), word)
		if i < 0 {
			return skel.V{}, word
		}
		v = v.Add(directionOf(i).Mul(k))
	}
	return v, ""
}

// boneOf is the bone an author names; "thigh" without a side is the one on side.
func boneOf(name string, side skel.Side) (skel.Bone, bool) {
	for b := range skel.Bone(skel.Bones) {
		switch b.Name() {
		case name:
			return b, true
		case name + ".r":
			return b.On(side), true
		}
	}
	return 0, false
}

func boneNames() []string {
	out := make([]string, 0, skel.Bones)
	for b := range skel.Bone(skel.Bones) {
		out = append(out, b.Name())
	}
	return out
}
