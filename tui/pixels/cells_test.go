package pixels

import (
	"slices"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
	"catcow/motion"
	"catcow/session"
)

func TestTheTerminalDecidesWhatTheFigureIsDrawnWith(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		mode    string
		profile colorprofile.Profile
		unicode bool
		want    figure.Mode
		drawn   bool
	}{
		{"auto", colorprofile.TrueColor, true, figure.Quad, true},
		{"auto", colorprofile.ANSI256, true, figure.Quad, true},
		{"auto", colorprofile.ANSI, true, figure.ANSI16, true},
		{"auto", colorprofile.ASCII, true, figure.Braille, true},
		{"auto", colorprofile.TrueColor, false, figure.ASCII, true},
		{"octant", colorprofile.ANSI, true, figure.Octant, true},
		{"none", colorprofile.TrueColor, true, 0, false},
	} {
		e, ok := NewStyle(config.Figure{Mode: tt.mode}, tt.profile, tt.unicode, true, false)
		if ok != tt.drawn || ok && e.Mode != tt.want {
			t.Errorf("%+v: %v, %v", tt, e.Mode, ok)
		}
	}
}

// However little is sent, one still sees every figure breathe.
func TestABreathIsSeen(t *testing.T) {
	t.Parallel()
	e := Style{Theme: figure.DarkTheme()}
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, pose := range lib.Poses() {
		if len(pose.Variants) > 0 {
			pose, _ = pose.As(pose.Variants[0].ID)
		}
		p := &pose
		if p.Figure() == nil {
			continue
		}
		v := motion.New(session.Plan{})
		breath := newBreath(hold{style: e, w: 52, h: 18, fills: Fills}, func(fill float64) figure.Posture {
			return v.Hold(p, motion.Way{Side: session.Right}, true, fill)
		})
		breath.draw()
		kept, seen := breath.kept, 1
		for i := range kept[1:] {
			if !slices.Equal(kept[i], kept[i+1]) {
				seen++
			}
		}
		// A pulse alone is seen in a few steps, a movement in most of them.
		if least := map[bool]int{false: 5, true: 15}[p.Move != content.Still]; seen < least {
			t.Errorf("%s: %d different pictures of a breath, want %d", p.ID, seen, least)
		}
	}
}

// All pictures of a breath, drawn as a hold begins: of a figure that only glows,
// and of one that moves as a whole.
func BenchmarkBreath(b *testing.B) {
	lib, _ := content.Load(content.Builtin())
	e := Style{Theme: figure.DarkTheme()}
	for _, id := range []string{"supine-twist/centred-hips", "cat-cow"} {
		p, err := lib.Pose(id)
		if err != nil {
			b.Fatal(err)
		}
		v := motion.New(session.Plan{})
		b.Run(p.ID, func(b *testing.B) {
			for b.Loop() {
				newBreath(hold{style: e, w: 52, h: 18, fills: Fills}, func(fill float64) figure.Posture {
					return v.Hold(&p, motion.Way{Side: session.Right}, true, fill)
				}).draw()
			}
		})
	}
}
