package figure_test

import (
	"os"
	"strings"
	"testing"

	"catcow/figure"
)

// TestCheck_FindsSeededMistakes changes the reference figures for the worse and wants each change found.
func TestCheck_FindsSeededMistakes(t *testing.T) {
	for _, c := range []struct{ file, old, with, want string }{
		{"down-dog", "at = [0.508, 0, 0.105]", "at = [0.508, 0.04, 0.105]", `palm is 7 cm above the floor at key "up"`},
		{"child", "flex = 12", "flex = 75", "neck: flexion"},
		{"cat-cow", `glow = ["lumbar", "upperback"]`, `glow = ["abdomen"]`, "abdomen is called a stretch"},
		{"neck-side", `glow = ["neck.l"]`, `glow = ["neck.r"]`, "right neck is called a stretch"},
		{"neck-side", "side = 36", "side = -36", "left neck is called a stretch"},
		{"legs-wall", "az = 108", "az = 70", "props hide"},
		{"legs-wall", "at = [0.095, 0.3, 0]", "at = [0.02, 0.3, 0]", "inside the wall"},
		{"down-dog", "pitch = 135", "pitch = 75", "floor"},
		{"fold", "at = [-0.06, 0.515, 0]", "at = [0.09, 0.515, 0]", "weight"},
		{"low-lunge", "at = [0.26, 0, 0.06]", "at = [0.26, -0.05, 0.06]", "right foot is 9 cm below the floor"},
		{"sphinx", "at = [0.42, 0, 0.12]", "at = [0.32, 0, 0.02]", "cm"},
		{"knees-chest", "bend = 135", "bend = 175", "knee: flexion"},
		{"bird-dog", "raise = 172, plane = 80", "raise = 120, plane = -80", "shoulder"},
	} {
		text, err := os.ReadFile("testdata/" + c.file + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(text), c.old, c.with, 1)
		if changed == string(text) {
			t.Errorf("%s: %q is not there to change", c.file, c.old)
			continue
		}
		f, problems := figure.Parse(decode(t, changed))
		var all []string
		for _, p := range problems {
			all = append(all, p.Error())
		}
		if f != nil {
			for _, g := range figure.Check(f) {
				all = append(all, g.String())
			}
		}
		if got := strings.Join(all, "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s with %q: want %q among\n%s", c.file, c.with, c.want, got)
		}
	}
}
