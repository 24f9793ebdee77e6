package author_test

import (
	"slices"
	"testing"

	"catcow/figure/author"
	"catcow/figure/figuretest"
)

const turns = `
[figure]
steps = ["flat"]
hold = ["high", "low"]
[[figure.key]]
id = "flat"
from = "stand"
[[figure.key]]
id = "high"
from = "stand"
lumbar = { flex = -20 }
[[figure.key]]
id = "low"
from = "stand"
lumbar = { flex = 40 }
neck = { flex = 30 }
[[figure.key]]
id = "straight"
from = "stand"
lumbar = { flex = 40 }
`

// Parts come before whole keys, and the least part counts, whatever the order.
func TestInstead(t *testing.T) {
	little := author.Instead{"low": "flat+0.5*low"}
	for _, c := range []struct {
		name         string
		all          []author.Instead
		lumbar, neck float64 // of what is breathed out to
		moves        bool
	}{
		{"nothing", nil, 40, 30, true},
		{"a key", []author.Instead{{"low": "flat"}}, 0, 0, true},
		{"a part of the way", []author.Instead{little}, 20, 15, true},
		{"the least part", []author.Instead{little, {"low": "flat+0.25*low"}}, 10, 7.5, true},
		{"a part of the way to another", []author.Instead{little, {"low": "straight"}}, 20, 0, true},
		{"the same the other way round", []author.Instead{{"low": "straight"}, little}, 20, 0, true},
		{"a part of no way", []author.Instead{little, {"low": "flat"}}, 0, 0, true},
		{"both ends in one", []author.Instead{{"low": "flat"}, {"high": "flat"}}, 0, 0, false},
		{"what is no key", []author.Instead{{"lwo": "flat", "low": "falt", "high": "flat+2*low"}}, 40, 30, true},
	} {
		set, _ := figuretest.Parse(t, turns).Instead(c.all...).Postures("", 0)
		if s := set.Out.Body.Spec; s.Lumbar.Flex != c.lumbar || s.Neck.Flex != c.neck || set.Moves != c.moves {
			t.Errorf("%s: lumbar %v, neck %v, moves %t; want %v, %v, %t", c.name, s.Lumbar.Flex, s.Neck.Flex, set.Moves, c.lumbar, c.neck, c.moves)
		}
	}
}

// The figure itself is not touched.
func TestInsteadLeavesTheFigureAsItIs(t *testing.T) {
	f := figuretest.Parse(t, turns)
	g := f.Instead(author.Instead{"low": "flat+0.5*low"})
	if keys := f.Keys(); len(keys) != 4 || !slices.Contains(g.Keys(), "flat+0.5*low") {
		t.Errorf("keys %v, and instead %v", keys, g.Keys())
	}
	if set, _ := f.Postures("", 0); set.Out.Body.Spec.Lumbar.Flex != 40 {
		t.Errorf("the figure goes to %v", set.Out.Body.Spec.Lumbar)
	}
}
