package pixels

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

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

// What is written of a cell depends on the one before it; what it looks like does not.
func TestACellLooksAsItDoesAlone(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	pose, err := lib.Pose("cat-cow")
	posture, ok := motion.Still(&pose)
	if err != nil || !ok {
		t.Fatal(err)
	}
	read := func(lines []string, w int) uv.ScreenBuffer {
		screen := uv.NewScreenBuffer(w, len(lines))
		uv.NewStyledString(strings.Join(lines, "\n")).Draw(screen, screen.Bounds())
		return screen
	}
	const w, h = 52, 18
	var r CellRenderer
	for mode := range figure.ASCII + 1 {
		s := Style{Mode: mode, Theme: figure.ContrastTheme(true)}
		cells := r.cells(s, &posture, w, h, 1)
		screen := read(r.write(s, cells, nil), w)
		for y := range h {
			for x := range w {
				c := cells.At(x, y)
				alone := r.write(s, figure.Cells{Size: figure.Size{W: 1, H: 1}, Cell: []figure.Cell{c}}, nil)
				if want := read(alone, 1).CellAt(0, 0); !screen.CellAt(x, y).Equal(want) {
					t.Fatalf("mode %d, %d, %d: %+v, alone %+v", mode, x, y, screen.CellAt(x, y), want)
				}
			}
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
