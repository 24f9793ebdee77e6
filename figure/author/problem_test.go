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
		{key("pelvis = { at = [0, 0.5] }"), "key[0].pelvis.at: want a list of 3 numbers"},
		{key("pelvis = { at = [0, nan, 0] }"), "key[0].pelvis.at[1]: want a number, not NaN"},
		{key("pelvis = { at = [0, 0.5, 0], pitch = inf }"), "key[0].pelvis.pitch: want a number, not +Inf"},
		{key("pelvis = { at = [0, 0.5, 0], pitch = 9000 }"), "key[0].pelvis.pitch: 9000 is too large"},
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
		{key(`fit = [{ part = "head", by = "neck.flexion", lo = 0, hi = 5 }]`), `key[0].fit[0].by: unknown number "neck.flexion"`},
		{key(`breath = "inn"`), `key[0].breath: want "in", "out" or "both"`},
		{"[[figure.key]]\nid = \"a\"\nfrom = \"stnad\"", `key[0].from: unknown key or base "stnad"; did you mean "stand"?`},
		{"[[figure.key]]\nid = \"a\"\nfrom = \"b\"\n[[figure.key]]\nid = \"b\"\nfrom = \"a\"", "goes around in a circle"},
		{"[figure]\nhold = [\"reahc\"]\n" + key(""), `hold[0]: unknown key "reahc"; did you mean "reach"?`},
		{"[figure]\n[figure.variant.wide]\nstep = []\n" + key(""), `variant.wide.step: unknown key; did you mean "steps"?`},
		{"[[figure.prop]]\nkind = \"chiar\"\nat = [0, 0]\n" + key(""), `prop[0].kind: want one of wall, chair, block, bolster; did you mean "chair"?`},
		{strings.Repeat("[[figure.key]]\nid = \"a\"\nfrom = \"stand\"\n", 65), "key: 65 keys; want at most 64"},
	} {
		if got := problems(t, c.text); !strings.Contains(got, c.want) {
			t.Errorf("%s\nwant %s\ngot  %s", c.text, c.want, got)
		}
	}
}
