package figure_test

import (
	"os"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/figure"
	"catcow/figure/figuretest"
)

// FuzzParse reads anything that is TOML: it never panics, and what it gives can be drawn and checked.
func FuzzParse(f *testing.F) {
	for _, file := range figuretest.Files(f, "figure/testdata/*.toml") {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add("[figure]\nkey = 5")
	f.Add("[[figure.key]]\nid = \"a\"\nfrom = \"a\"")
	f.Add("[[figure.key]]\nid = \"a\"\nfrom = \"supine\"\npelvis = { at = [nan, inf, 0], pitch = 1e300 }")
	f.Add("[[figure.key]]\nid = \"a\"\nfrom = \"supine\"\nleg_r = { on = \"thigh.l\", part = \"ankle\", at = [0, 0, 0] }\nleg_l = { on = \"thigh.r\", part = \"ankle\", at = [0, 0, 0] }")
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	f.Fuzz(func(t *testing.T, text string) {
		var doc struct{ Figure map[string]any }
		if _, err := toml.Decode(text, &doc); err != nil {
			return
		}
		fig, problems := figure.Parse(doc.Figure)
		if fig == nil {
			if len(problems) == 0 {
				t.Error("no figure and no problem")
			}
			return
		}
		for _, variant := range fig.Variants() {
			for side := range figure.Side(2) {
				set, _ := fig.Postures(variant, side)
				p := set.Hold(.3)
				way := figure.Transition(set.Step(0), &p, 8)
				mid := way.At(.5)
				for mode := range figure.Mode(figure.Modes) {
					r.Draw(&mid, figure.View{}, figure.Size{W: 20, H: 8}, mode, &theme, .5)
				}
			}
		}
	})
}
