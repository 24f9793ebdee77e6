package check_test

import (
	"os"
	"strings"
	"testing"

	"catcow/figure/author"
	"catcow/figure/check"
	"catcow/figure/figuretest"
)

// TestFigure_FindsSeededMistakes changes the reference figures for the worse and wants each change found.
func TestFigure_FindsSeededMistakes(t *testing.T) {
	for _, c := range []struct{ file, old, with, want string }{
		{"down-dog", "at = [0.508, 0, 0.105]", "at = [0.508, 0.04, 0.105]", `palm is 7 cm above the floor at key "up"`},
		{"child", "flex = 12", "flex = 75", "neck: flexion"},
		{"cat-cow", `glow = ["lumbar", "upperback"]`, `glow = ["abdomen"]`, "abdomen is called a stretch"},
		{"neck-side", `glow = ["neck.l"]`, `glow = ["neck.r"]`, "right neck is called a stretch"},
		{"neck-side", "side = 36", "side = -36", "left neck is called a stretch"},
		{"legs-wall", "az = 108", "az = 70", "props hide"},
		{"legs-wall", "at = [0.095, 0.3, 0]", "at = [0.02, 0.3, 0]", "inside the wall"},
		{"down-dog", "pitch = 135", "pitch = 75", "weight"},
		{"fold", "at = [-0.06, 0.515, 0]", "at = [0.09, 0.515, 0]", "weight"},
		{"low-lunge", "at = [0.26, 0, 0.06]", "at = [0.26, -0.05, 0.06]", "right foot is 9 cm below the floor"},
		{"sphinx", "at = [0.42, 0, 0.12]", "at = [0.32, 0, 0.02]", "cm"},
		{"knees-chest", "bend = 135", "bend = 175", "knee: flexion"},
		{"bird-dog", "raise = 172, plane = 80", "raise = 120, plane = -80", "shoulder"},

		// What should touch does not, on the floor and on a prop.
		{"sphinx", "at = [0.42, 0, 0.12], pole = \"back+2*down\"", "at = [0.42, 0.03, 0.12], pole = \"back+2*down\"", "palm is"},
		{"child", "hi = 58", "hi = 20", "forehead stays"},
		{"knees-chest", "flex = 14", "flex = 40", "back stays"},
		{"bridge", "at = [0.22, 0, 0.06], pole = \"up\", point = \"fwd\", face = \"down\" }\nfit", "at = [0.22, 0.04, 0.06], pole = \"up\", point = \"fwd\", face = \"down\" }\nfit", "sole is"},
		{"supine-twist", "leg_r = { flex = 88, abd = 20", "leg_r = { flex = 60, abd = 20", "right foot is 6 cm below the floor"},
		{"legs-wall", "abd = 4 }\ncontacts = [", "abd = 4, bend = 30 }\ncontacts = [\"heel@wall\", ", "away from the wall"},
		{"legs-wall", `"head"]`, `"head", "heel@chair"]`, "chair"},

		// Through the floor.
		{"bird-dog", "raise = 172, plane = 80", "raise = 60, plane = 90", "right hand is"},
		{"figure-four", "flex = 114", "flex = -20", "below the floor"},
		{"fold", "at = [0.13, 0.012, 0.085]", "at = [0.13, -0.05, 0.085]", "hand is"},

		// What should touch another part of the body does not.
		{"neck-side", "at = [0, 0.062, -0.04]", "at = [0, 0.062, -0.10]", "right palm is 8 cm away from the head"},
		{"knees-chest", "\"palm@shank\"", "\"palm@shank\", \"elbow@shank\"", "left elbow is"},

		// The picture: a movement that is seen from afar.
		{"cat-cow", "at = [0, 0.281, 0], pitch = 50", "at = [2.2, 0.281, 0], pitch = 50", "the figure fills only"},

		// An arrow over the hands.
		{"down-dog", `glow = ["hamstring.r", "hamstring.l", "calf.r", "calf.l"]`, "arrows = [{ at = [0.46, 0.02, 0], to = [0.60, 0.02, 0] }]", "of the hands"},

		// Out of reach.
		{"low-lunge", "at = [0.26, 0, 0.06]", "at = [0.54, 0, 0.06]", "out of reach"},
		{"down-dog", "at = [0.508, 0, 0.105]", "at = [0.66, 0, 0.105]", "out of reach"},

		// Joints.
		{"down-dog", "toe = 17", "toe = 17, bend = 3", "unknown key"},
		{"neck-side", "side = 36", "side = 60", "neck: side bend"},
		{"supine-twist", "neck = { twist = -45 }", "neck = { twist = -100 }", "neck: rotation"},
		{"supine-twist", "thoracic = { twist = -42 }", "thoracic = { twist = -62 }", "upper back: rotation"},
		{"supine-twist", "lumbar = { twist = -15 }", "lumbar = { twist = -35 }", "lower back: rotation"},
		{"cat-cow", "lumbar = { flex = -24 }", "lumbar = { flex = -50 }", "lower back: flexion"},
		{"knees-chest", "flex = 122, bend = 135", "flex = 165, bend = 135", "hip: flexion"},
		{"legs-wall", "flex = 84, abd = 4", "flex = 84, abd = 70", "hip: abduction"},
		{"supine-twist", "leg_r = { flex = 88, abd = 20, bend = 92 }", "leg_r = { flex = 88, abd = 20, rot = 110, bend = 92 }", "external rotation"},
		{"bird-dog", "end = -35", "end = -95", "ankle: flexion upwards"},
		{"bird-dog", "leg_l = { flex = 0, end = -35 }", "leg_l = { flex = 0, bend = -30 }", "knee: flexion"},
		{"legs-wall", "roll = -90", "roll = -150", "forearm: rotation"},
		{"neck-side", "face = \"out+0.5*down\"", "face = \"in\"", "inside right hand"},

		// Through oneself.
		{"neck-side", "at = [0, 0.062, -0.04]", "at = [0, 0.02, -0.0]", "inside head"},
		{"knees-chest", "at = [0.033, -0.07, 0.0], face = \"back\", pole = \"out\" }\narm_l", "at = [0.0, -0.07, 0.0], face = \"back\", pole = \"out\" }\narm_l", "inside"},
		{"figure-four", `press = ["uarm.r/torso", "uarm.l/torso", "palm.r/palm.l"]`, "", "inside"},
		{"bridge", "at = [0.22, 0, 0.06], pole = \"up\", point = \"fwd\", face = \"down\" }\nfit", "at = [0.22, 0, 0.0], pole = \"up\", point = \"fwd\", face = \"down\" }\nfit", "inside"},

		// Balance, and joints that whip.
		{"low-lunge", "at = [0.03, 0.26, 0], pitch = 10", "at = [0.03, 0.26, 0.14], pitch = 10", "weight"},
		{"sphinx", "pole = \"out+0.5*down\"", "pole = \"in+up\"", "in a twentieth of the move"},

		// What glows.
		{"low-lunge", `glow = ["hipflexor.l"]`, `glow = ["glute.l"]`, "left glute is called a stretch"},
		{"supine-twist", `glow = ["waist.l", "glute.l"]`, `glow = ["waist.l", "hipflexor.l"]`, "left hip flexor is called a stretch"},
		{"figure-four", `glow = ["glute.r"]`, `glow = ["throat"]`, "throat is called a stretch"},
		{"sphinx", `glow = ["abdomen"]`, `glow = ["lumbar"]`, "lumbar is called a stretch"},
		{"fold", `"hamstring.l", "lumbar"]`, `"quad.l", "lumbar"]`, "left quad is called a stretch"},
		{"child", `glow = ["lumbar"]`, `glow = ["abdomen"]`, "abdomen is called a stretch"},

		// Props: in the way, all behind a thin wall, before the figure.
		{"legs-wall", "at = [0.095, 0.3, 0]", "at = [0.03, 0.3, 0]", "inside the wall"},
		{"legs-wall", "size = [0.02, 0.6, 0.5]", "size = [0.02, 0.6, 0.5]\nturn = 40", "inside the wall"},
		{"neck-side", "at = [-0.02, 0.238, 0]", "at = [0.2, 0.238, 0]", "inside the chair"},
		{"neck-side", "at = [-0.02, 0.238, 0]", "at = [-0.02, 0.34, 0]", "inside the chair"},
		{"neck-side", "az = 10, el = 4", "az = 180, el = 4", "props hide"},
	} {
		text, err := os.ReadFile(figuretest.Files(t, "figure/testdata/"+c.file+".toml")[0])
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(text), c.old, c.with, 1)
		if changed == string(text) {
			t.Errorf("%s: %q is not there to change", c.file, c.old)
			continue
		}
		f, problems := author.Parse(figuretest.Decode(t, changed))
		var all []string
		for _, p := range problems {
			all = append(all, p.Error())
		}
		if f != nil {
			for _, g := range check.Figure(f) {
				all = append(all, g.Text)
			}
		}
		if got := strings.Join(all, "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s with %q: want %q among\n%s", c.file, c.with, c.want, got)
		}
	}
}
