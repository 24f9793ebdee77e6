package figure_test

import (
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"

	"catcow/figure"
)

// From the table of a pose file to characters: somebody who stands and lifts the right arm, half way up.
func Example() {
	var file struct{ Figure map[string]any }
	if _, err := toml.Decode(`
		[figure]
		camera = { az = 0, el = 0 }
		mat = false
		[[figure.key]]
		id = "stand"
		from = "stand"
		[[figure.key]]
		id = "reach"
		from = "stand"
		arm_r = { raise = 150 }
		[figure.variant.low]
		hold = "stand"
	`, &file); err != nil {
		panic(err)
	}
	f, problems := figure.Parse(file.Figure)
	fmt.Println(f.Keys(), len(problems), figure.Check(f))

	set, _ := f.Postures("", figure.Right)
	other, _ := f.Postures("low", figure.Left)
	figure.Alternate(&set, &other)
	from := figure.Standing(set.Step(0))
	way := figure.Transition(&from, set.Step(0), 3)
	half := way.At(.5)
	next := figure.Blend(&half, &other.In, 0)

	mode, _ := figure.ParseMode("ascii")
	theme := figure.LightTheme()
	var r figure.Renderer
	cells := r.Draw(&next, figure.View{}, figure.Size{W: 24, H: 12}, mode, &theme, 0)
	for y := range cells.H {
		var line strings.Builder
		for x := range cells.W {
			line.WriteRune(cells.At(x, y).Rune)
		}
		if strings.Contains(line.String(), "o") {
			fmt.Println("the face is in row", y, "of", cells.H)
		}
	}
	dark := figure.DarkTheme()
	fmt.Println(len(half.Felt()), figure.Stretched.String(), figure.GlowColor(&dark, figure.Quad, figure.Stretched) != figure.Ground(&dark))
	// Output:
	// [stand reach] 0 []
	// the face is in row 2 of 12
	// 0 stretches true
}
