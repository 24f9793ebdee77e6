package author

import (
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/figure/skel"
)

// The shoulder blades go where they are told, on the side they are told.
func TestShouldersLiftAndDrawBack(t *testing.T) {
	t.Parallel()
	shoulder := func(line string) (r, l [3]float64) {
		var table map[string]any
		if _, err := toml.Decode("[[key]]\nid = \"k\"\nfrom = \"stand\"\n"+line, &table); err != nil {
			t.Fatal(err)
		}
		f, problems := Parse(table)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		p := &f.Poses[0]
		at := func(b skel.Bone) [3]float64 { q := p.Body.Bones[b].P; return [3]float64{q.X, q.Y, q.Z} }
		return at(skel.UArmR), at(skel.UArmL)
	}
	r0, l0 := shoulder("")
	r, l := shoulder("shoulder_r = { up = 20 }")
	if r[1] < r0[1]+.02 || l != l0 {
		t.Errorf("right shoulder from %v to %v, left from %v to %v; want the right one higher", r0, r, l0, l)
	}
	if r, _ = shoulder("shoulders = { back = 15 }"); r[0] > r0[0]-.015 {
		t.Errorf("right shoulder from %v to %v; want it further back", r0, r)
	}
}
