package author_test

import (
	"testing"

	"catcow/figure/figuretest"
	"catcow/figure/skel"
)

func TestHold_FollowsTheBreath(t *testing.T) {
	f := figuretest.Reference(t, "cat-cow")
	set, ok := f.Postures("", skel.Right)
	if !ok || !set.Moves {
		t.Fatal("cat-cow moves with the breath")
	}
	in, out := set.Hold(1), set.Hold(0)
	if in.Key() != "cow" || out.Key() != "cat" {
		t.Errorf("full lungs: %s, empty: %s", in.Key(), out.Key())
	}
	if _, ok := f.Postures("nothing", skel.Right); ok {
		t.Error("a variant there is not")
	}
}
