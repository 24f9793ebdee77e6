package figure_test

import (
	"testing"

	"catcow/figure"
)

// From any place to any other the way never goes through the floor.
func TestTransition_StaysAboveTheFloor(t *testing.T) {
	t.Parallel()
	var ends []figure.Posture
	var labels []string
	for _, base := range figure.BaseNames() {
		f, problems := figure.Parse(decode(t, "[[figure.key]]\nid = \"a\"\nfrom = \""+base+"\""))
		if len(problems) > 0 {
			t.Fatal(base, problems)
		}
		p, _ := f.Key("a")
		ends, labels = append(ends, p), append(labels, base)
	}
	for i := range ends {
		for j := range ends {
			from := ends[i]
			way := figure.Transition(&from, &ends[j], 10)
			for n := range 41 {
				p := way.At(float64(n) / 40)
				if low := p.Lowest(); low < -.02 {
					t.Errorf("%s to %s: %.3f below the floor at %d/40", labels[i], labels[j], low, n)
					break
				}
			}
		}
	}
}

func TestPostures_LeftIsTheMirrorImage(t *testing.T) {
	theme := figure.DarkTheme()
	for _, name := range names(t) {
		f := load(t, name)
		a, _ := f.Postures("", figure.Right)
		b, _ := f.Postures("", figure.Left)
		r, l := &figure.Renderer{}, &figure.Renderer{}
		size := figure.Size{W: 40, H: 14}
		x := r.Draw(&a.In, figure.View{}, size, figure.ASCII, &theme, 0)
		y := l.Draw(&b.In, figure.View{}, size, figure.ASCII, &theme, 0)
		different := 0
		for row := range size.H {
			for col := range size.W {
				if body(x.At(col, row)) != body(y.At(size.W-1-col, row)) {
					different++
				}
			}
		}
		if different > 6 {
			t.Errorf("%s: %d cells differ from the mirror image", name, different)
		}
	}
}

func body(c figure.Cell) bool { return c.Rune != ' ' }

func TestHold_FollowsTheBreath(t *testing.T) {
	f := load(t, "cat-cow")
	set, ok := f.Postures("", figure.Right)
	if !ok || !set.Moves {
		t.Fatal("cat-cow moves with the breath")
	}
	in, out := set.Hold(1), set.Hold(0)
	if in.Key() != "cow" || out.Key() != "cat" {
		t.Errorf("full lungs: %s, empty: %s", in.Key(), out.Key())
	}
	if _, ok := f.Postures("nothing", figure.Right); ok {
		t.Error("a variant there is not")
	}
}

func TestDraw_KeepsAFrameAndAllocatesLittle(t *testing.T) {
	f := load(t, "child")
	set, _ := f.Postures("", figure.Right)
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	breath := 0.
	n := testing.AllocsPerRun(50, func() {
		breath += .01
		p := set.Hold(breath)
		r.Draw(&p, figure.View{}, figure.Size{W: 56, H: 18}, figure.Quad, &theme, breath)
	})
	if n > 5 {
		t.Errorf("%v allocations a frame", n)
	}
}

func TestDraw_AnySize(t *testing.T) {
	f := load(t, "legs-wall")
	set, _ := f.Postures("", figure.Right)
	theme := figure.LightTheme()
	r := &figure.Renderer{}
	for mode := range figure.Mode(figure.Modes) {
		for _, s := range []figure.Size{{}, {1, 1}, {1, 30}, {60, 1}, {-3, 5}, {7, 3}, {200, 60}} {
			c := r.Draw(&set.In, figure.View{Camera: -1, Turn: 33}, s, mode, &theme, .5)
			if len(c.Cell) != c.W*c.H {
				t.Errorf("%v %v: %d cells", mode, s, len(c.Cell))
			}
		}
	}
}
