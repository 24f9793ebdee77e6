package author_test

import (
	"strings"
	"testing"

	"catcow/figure/author"
	"catcow/figure/figuretest"
)

// problems is what is wrong with the text, one a line.
func problems(t *testing.T, text string) string {
	t.Helper()
	_, ps := author.Parse(figuretest.Decode(t, text))
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

func TestParse_SaysWhatIsWrong(t *testing.T) {
	key := func(lines string) string { return "[[figure.key]]\nid = \"reach\"\nfrom = \"stand\"\n" + lines }
	for _, c := range []struct{ text, want string }{
		{"[figure]\n", "key: missing"},
		{"[figure]\nkamera = 5\n" + key(""), `kamera: unknown key; did you mean "camera"?`},
		{key("pelvsi = { at = [0, 0, 0] }"), `key[0].pelvsi: unknown key; did you mean "pelvis"?`},
		{key("pelvis = { at = [0, 0.5] }"), "key[0].pelvis.at: is a list of 2; want a list of 3 numbers"},
		{key("pelvis = { at = [0, nan, 0] }"), "key[0].pelvis.at[1]: is not a number; want a number"},
		{key("pelvis = { at = [0, 0.5, 0], pitch = inf }"), "key[0].pelvis.pitch: is +Inf; want a number"},
		{key("pelvis = { at = [0, 0.5, 0], pitch = 9000 }"), "key[0].pelvis.pitch: is 9000; want at most 720"},
		{key(`arm_r = { on = "thihg.r", part = "palm", at = [0, 0, 0] }`), `key[0].arm_r.on: unknown bone "thihg.r"; did you mean "thigh.r"?`},
		{key(`arm_r = { on = "hand.r", part = "palm", at = [0, 0, 0] }`), `key[0].arm_r.on: a limb cannot be placed on "hand.r"`},
		{key(`arm_r = { part = "plam", at = [0, 0, 0] }`), `key[0].arm_r.part: want one of fingers, palm, wrist; did you mean "palm"?`},
		{key(`arm_r = { part = "palm", at = [0, 0.8, 0.1], pole = "bck" }`), `key[0].arm_r.pole: "bck" is not a direction; did you mean "back"?`},
		{key(`arm_r = { part = "palm", at = [0, 1.4, 0.1] }`), `key[0].arm_r.at: out of reach by 28 cm at key "reach"`},
		{key(`arm_r = { part = "palm", at = [0, 0.8, 0.1], raise = 5 }`), "key[0].arm_r.raise: unknown key"},
		{key(`arms = { bent = 5 }`), `key[0].arms.bent: unknown key; did you mean "bend"?`},
		{key(`contacts = ["plam.r"]`), `key[0].contacts[0]: unknown part "plam.r"; did you mean "palm.r"?`},
		{key(`contacts = ["heel.r@wall"]`), `key[0].contacts[0]: unknown prop "wall"`},
		{key(`glow = ["hamstrings.r"]`), `key[0].glow[0]: unknown region "hamstrings.r"; did you mean "hamstring.r"?`},
		{key(`arrows = [{ at = [0, 0.5, 0] }]`), "key[0].arrows[0].to: missing"},
		{key(`arrows = [{ on = "plevis", at = [0, 0, 0], to = [0, 0.1, 0] }]`), `key[0].arrows[0].on: unknown bone "plevis"; did you mean "pelvis"?`},
		{key(`fit = [{ part = "head", by = "neck.flexion", lo = 0, hi = 5 }]`), `key[0].fit[0].by: unknown number "neck.flexion"`},
		{key(`breath = "inn"`), `key[0].breath: want "in", "out" or "both"`},
		{"[[figure.key]]\nid = \"a\"\nfrom = \"stnad\"", `key[0].from: unknown key or base "stnad"; did you mean "stand"?`},
		{"[[figure.key]]\nid = \"a\"\nfrom = \"b\"\n[[figure.key]]\nid = \"b\"\nfrom = \"a\"", "goes around in a circle"},
		{"[figure]\nhold = [\"reahc\"]\n" + key(""), `hold[0]: unknown key "reahc"; did you mean "reach"?`},
		{"[figure]\n[figure.variant.wide]\nstep = []\n" + key(""), `variant.wide.step: unknown key; did you mean "steps"?`},
		{"[[figure.prop]]\nkind = \"chiar\"\nat = [0, 0]\n" + key(""), `prop[0].kind: want one of wall, chair, block, bolster; did you mean "chair"?`},
		{"[figure]\nkey = 5", "key: is 5; want a list of tables"},
		{"[figure]\nkey = [1]", "key[0]: is 1; want a table { ... }"},
		{"[figure]\nmat = [1, 0, 0, 1]\n" + key(""), "mat: want [x0, x1, z0, z1], the smaller of each first"},
		{"[figure]\ncamera = [{ az = 1 }, { az = 2 }, { az = 3 }, { az = 4 }, { az = 5 }]\n" + key(""), "camera: 5 cameras; want at most 4"},
		{"[figure]\ncamera = { focus = \"feet\" }\n" + key(""), `camera.focus: want "whole", "upper" or "bust"`},
		{"[figure]\nhold = [\"reach\", \"reach\", \"reach\"]\n" + key(""), "hold: want one key, or the key breathed in to"},
		{"[figure]\nrelease = []\n" + key(""), "release: want one key"},
		{"[figure]\nvariant = 5\n" + key(""), "variant: is 5; want a table { ... }"},
		{"[[figure.key]]\nfrom = \"stand\"", `key[0].id: missing; want a name such as "reach"`},
		{key("") + key(""), `key[1].id: "reach" twice`},
		{"[[figure.key]]\nid = \"a\"", "key[0].from: missing; want the key or the base it starts from"},
		{"[[figure.prop]]\nkind = \"wall\"\n" + key(""), "prop[0].at: missing"},
		{"[[figure.prop]]\nkind = \"wall\"\nat = [0, 0]\nsize = [0, 1, 1]\n" + key(""), "prop[0].size: want three sizes of at least 0.005"},
		{"[[figure.prop]]\nkind = \"wall\"\nat = [0, 0]\nonly = [\"raech\"]\n" + key(""), `prop[0].only: unknown key "raech"; did you mean "reach"?`},
		{strings.Repeat("[[figure.prop]]\nkind = \"block\"\nat = [0, 0]\n", 6) + key(""), "prop: 6 props; want at most 5"},
		{key("glow = { strech = [] }"), `key[0].glow.strech: unknown key; did you mean "stretch"?`},
		{key("glow = [\"quad.r\", 5]"), "key[0].glow[1]: is 5; want a text"},
		{key("glow = true"), "key[0].glow: is true; want a list of texts"},
		{key("from = 5")[:0] + "[[figure.key]]\nid = \"a\"\nfrom = 5", "key[0].from: is 5; want a text"},
		{key(`press = ["thigh.r"]`), `key[0].press[0]: "thigh.r": want two parts that may press together`},
		{key(`fit = [{ part = "chin", by = "neck.flex", lo = 5, hi = 5 }]`), "key[0].fit[0].lo: want lo below hi"},
		{key(`fit = [{ part = "@tail", by = "neck.flex", lo = 0, hi = 5 }]`), `key[0].fit[0]: unknown bone "tail"`},
		{key(`fit = [{ part = "chin", to = "wall", by = "neck.flex", lo = 0, hi = 5 }]`), `key[0].fit[0]: unknown prop "wall"`},
		{key(`fit = [{ part = "chin", by = "neck.flex", lo = 0, hi = 5 }]`), `key[0].fit[0]: chin stays `},
		{key(`arm_r = { part = "palm", pole = 5, at = [0, 0.8, 0.1] }`), "key[0].arm_r.pole: is 5; want a text"},
		{key(`arm_r = { part = "palm", pole = "fwd+back", at = [0, 0.8, 0.1] }`), `key[0].arm_r.pole: "fwd+back" goes nowhere`},
		{key(`arm_r = { part = "palm", pole = "x*up", at = [0, 0.8, 0.1] }`), `key[0].arm_r.pole: "x*up" is not a direction`},
		{key(`arm_r = { part = "palm" }`), "key[0].arm_r.at: missing; want where the palm is"},
		{key("pelvis = { pitch = 5 }"), "key[0].pelvis.at: missing"},
		{key("breath = 1979-05-27"), "key[0].breath: is a date; want a text"},
		{key("neck = { flex = \"much\" }"), "key[0].neck.flex: is a text; want a number"},
		{strings.Repeat("[[figure.key]]\nid = \"a\"\nfrom = \"stand\"\n", 65), "key: has 65 entries; want at most 64"},
	} {
		if got := problems(t, c.text); !strings.Contains(got, c.want) {
			t.Errorf("%s\nwant %s\ngot  %s", c.text, c.want, got)
		}
	}
}

// What is of the wrong type is said once, and not also to be missing or unknown.
func TestParse_SaysOnceWhatIsOfTheWrongType(t *testing.T) {
	for text, want := range map[string]string{
		"[[figure.key]]\nid = \"a\"\nfrom = 5":     "key[0].from: is 5; want a text",
		"[[figure.key]]\nid = 5\nfrom = \"stand\"": "key[0].id: is 5; want a text",
	} {
		if got := problems(t, text); got != want {
			t.Errorf("%s\nwant %s\ngot  %s", text, want, got)
		}
	}
}
