package content

import "testing"

// Words that many problems end in.
const (
	thePositions  = `standing, chair, all-fours, kneeling, prone, supine, wall`
	theRegions    = `lower-back, spine, upper-back, neck, shoulders, trapezius, chest, abdomen, hips, glutes, thighs, hamstrings, legs, ankles, whole-body`
	theConditions = `osteoporosis, pregnancy, neck-injury, high-blood-pressure, glaucoma, no-head-down, sore-wrists, sore-knees, sore-shoulder, leg-pain, hip-replacement, worse-when-bending, worse-when-arching, cannot-get-to-the-floor`
	anID          = `lower-case letters, digits and dashes, such as "supine-twist"`
	notADose      = `is not a dose; want one like "60-120s", "5m", "6 breaths" or "10 reps", then "x3" and "each side" if wanted`
)

// Each line is put into the least pose, at its key's place or as line 6.
var wrongPoseLines = []struct {
	line string
	want []string
}{
	{`id = 5`, []string{`1: id: is 5; want a text`}},
	{`id = ""`, []string{`1: id: is empty; want ` + anID}},
	{`id = "A b"`, []string{`1: id: "A b"; want ` + anID}},
	{`name = 5`, []string{`2: name: is 5; want a text`}},
	{`name = "  "`, []string{`2: name: is empty; want the name people know it by`}},
	{`sanskrit = true`, []string{`6: sanskrit: is true; want a text`}},
	{`position = 1.5`, []string{`3: position: is 1.5; want a text`}},
	{`position = ""`, []string{`3: position: is empty; want one of ` + thePositions}},
	{`position = "supin"`, []string{`3: position: "supin" is not known; want one of ` + thePositions + `; did you mean "supine"?`}},
	{`regions = "neck"`, []string{`6: regions: is a text; want a list of texts`}},
	{`regions = ["", "nek"]`, []string{`6: regions[0]: is empty; want a text`, `6: regions[1]: "nek" is not known; want one of ` + theRegions + `; did you mean "neck"?`}},
	{`regions = [5, "back"]`, []string{`6: regions[0]: is 5; want a text`, `6: regions[1]: "back" is not known; want one of ` + theRegions}},
	{`sides = 1`, []string{`6: sides: is 1; want a text`}},
	{`sides = "eech"`, []string{`6: sides: "eech" is not known; want one of none, each, alternate; did you mean "each"?`}},
	{`sides = "each"`, []string{`4: dose: "30s", but the pose has sides = "each"; want "each side" at the end`, `6: sides: is "each", but no line names the side; want {side} and {other} in the steps`}},
	{`sides = "alternate"`, []string{`4: dose: "30s", but the pose has sides = "alternate"; want "each leg" or "alternating" at the end`, `6: sides: is "alternate", but no line names the side; want {side} and {other} in the steps`}},
	{`props = 1`, []string{`6: props: is 1; want a list of texts`}},
	{`props = ["bolter?", "mat"]`, []string{`6: props[0]: "bolter?" is not known; want one of wall, chair, block, bolster, with "?" if optional; did you mean "bolster"?`, `6: props[1]: "mat" is not known; want one of wall, chair, block, bolster, with "?" if optional`}},
	{`direction = {}`, []string{`6: direction: is a table; want a list of texts`}},
	{`direction = ["flex"]`, []string{`6: direction[0]: "flex" is not known; want one of flexion, extension, rotation, side-bend, neutral`}},
	{`load = 1`, []string{`6: load: is 1; want a list of texts`}},
	{`load = ["wrist"]`, []string{`6: load[0]: "wrist" is not known; want one of wrists, knees, neck, shoulders; did you mean "wrists"?`}},
	{`inverted = "yes"`, []string{`6: inverted: is a text; want true or false`}},
	{`why = []`, []string{`6: why: is a list; want a text`}},
	{`feel = 2026-11-20`, []string{`6: feel: is a date; want a text`}},
	{`move = 5`, []string{`6: move: is 5; want a text`}},
	{`move = "inhail"`, []string{`6: move: "inhail" is not known; want one of inhale, exhale; did you mean "inhale"?`}},
	{`move = "inhale"`, []string{`6: move: needs the words of both breaths; want "inhale" and "exhale" lines`}},
	{`steps = "Lie"`, []string{`5: steps: is a text; want a list of texts`}},
	{`steps = []`, []string{`no steps; want a list of what to do, one action a line`}},
	{`steps = [""]`, []string{`5: steps[0]: is empty; want a text`}},
	{`steps = [" "]`, []string{`5: steps[0]: is empty; want a text`}},
	{`steps = [[]]`, []string{`5: steps[0]: is a list; want a text`}},
	{`steps = [{ a = 1 }]`, []string{`5: steps[0]: is a table; want a text`}},
	{`steps = ["Lie {sid}."]`, []string{`5: steps[0]: has braces that mean nothing; want {side} or {other}`}},
	{`steps = ["Lie }{."]`, []string{`5: steps[0]: has braces that mean nothing; want {side} or {other}`}},
	{`steps = ["Lie {side}."]`, []string{`5: steps[0]: names a side, but the pose has none; want sides = "each" or "alternate"`}},
	{`release = "Turn {other}."`, []string{`6: release: names a side, but the pose has none; want sides = "each" or "alternate"`}},
	{`during = [5]`, []string{`6: during[0]: is 5; want a text`}},
	{`inhale = 5`, []string{`6: inhale: is 5; want a text`}},
	{`exhale = nan`, []string{`6: exhale: is not a number; want a text`}},
	{`ease = inf`, []string{`6: ease: is +Inf; want a list of texts`}},
	{`release = -5`, []string{`6: release: is -5; want a text`}},
	{`avoid = "x"`, []string{`6: avoid: is a text; want a list of tables`}},
	{`avoid = ["x"]`, []string{`6: avoid[0]: is a text; want a table { ... }`}},
	{`avoid = [{}]`, []string{`6: avoid[0]: no say; want what to do about it`, `6: avoid[0]: no with; want one of ` + theConditions}},
	{`avoid = [{ with = "osteoporosi", say = "" }]`, []string{`6: avoid[0].with: "osteoporosi" is not known; want one of ` + theConditions + `; did you mean "osteoporosis"?`, `6: avoid[0].say: is empty; want what to do about it`}},
	{`avoid = [{ with = "", say = "x", sey = 1, sai = 2 }]`, []string{`6: avoid[0].with: is empty; want one of ` + theConditions, `6: avoid[0].sai: unknown key; did you mean "say"?`, `6: avoid[0].sey: unknown key; did you mean "say"?`}},
	{`avoid = [{ with = "glaucoma", say = "x", of = "Up.", instead = "Down." }]`, []string{`6: avoid[0].of: stands in no line of the pose; want words of the line to be replaced`}},
	{`avoid = [{ with = "glaucoma", say = "x", instead = "Down." }]`, []string{`6: avoid[0]: no of; want words of the line that it stands instead of`}},
	{`avoid = [{ with = "glaucoma", say = "x", of = "Lie" }]`, []string{`6: avoid[0].of: stands in a step; want an "instead" for it`}},
	{`dose = 30`, []string{`4: dose: is 30; want a text`}},
	{`dose = ""`, []string{`4: dose: "" ` + notADose}},
	{`dose = "30"`, []string{`4: dose: "30" ` + notADose}},
	{`dose = "30s each side"`, []string{`4: dose: "30s each side", but the pose has sides = "none"; want no "each side" at the end`}},
	{`source = "relief"`, []string{`6: source: is a text; want a list of texts`}},
	{`source = ["relif"]`, []string{`6: source[0]: no source "relif"; want a known one, or title and author in full; did you mean "relief"?`}},
	{`source = ["x"]`, []string{`6: source[0]: no source "x"; want a known one, or title and author in full`}},
	{`reviewed = "2026"`, []string{`6: reviewed: is a text; want a date such as 2026-11-20`}},
	{`variant = 5`, []string{`6: variant: is 5; want a list of tables`}},
	{`variant = [{}]`, []string{`6: variant[0]: no id; want ` + anID, `6: variant[0]: no name; want a few words that tell it from the others`, `6: variant[0]: no steps; want a list of what to do, one action a line`}},
	{`variant = [{ id = "a", name = "A", steps = 5, step = 1 }]`, []string{`6: variant[0].steps: is 5; want a list of texts`, `6: variant[0].step: unknown key; did you mean "steps"?`}},
	{`figure = 5`, []string{`6: figure: is 5; want a table`}},
	{`stepz = []`, []string{`6: stepz: unknown key; did you mean "steps"?`}},
	{`Name = "X"`, []string{`6: Name: unknown key; did you mean "name"?`}},
	{`colour = "red"`, []string{`6: colour: unknown key`}},
	{`"\u001b[31m" = 1`, []string{`6: �[31m: unknown key`}},
	{`why = "\u001b[31m"`, []string{`6: why: has a character that cannot be shown, U+001B; want plain text`}},
	{`why = "a\tb"`, []string{`6: why: has a character that cannot be shown, U+0009; want plain text`}},
	{`why = "a\u202eb"`, []string{`6: why: has a character that cannot be shown, U+202E; want plain text`}},
	{`why = "a\ufffdb"`, []string{`6: why: has a character that cannot be shown, U+FFFD; want plain text`}},
	{`why = "a\nb"`, []string{`6: why: has a line break; want one line`}},
	{`name = X`, []string{`2: name: expected value but found "X" instead`}},
}

func TestEveryWrongLineOfAPoseIsReportedWhereItIs(t *testing.T) {
	for _, c := range wrongPoseLines {
		lib, problems := load(files{"poses/mine.toml": with(leastPose, c.line)})
		wantProblems(t, c.line, problems, at("me/poses/mine.toml", c.want)...)
		if _, ok := lib.pose("mine"); ok {
			t.Errorf("%s: the pose is in the library", c.line)
		}
	}
}

// A circle is one though a routine on it has other problems.
func TestACircleIsReportedBesideOtherProblems(t *testing.T) {
	_, problems := load(files{
		"routines/one.toml": "id = \"one\"\nname = \"One\"\nitems = [{ routine = \"two\" }]\n",
		"routines/two.toml": "id = \"two\"\nname = \"Two\"\nitems = [{ routine = \"one\" }, { pose = \"nope\", dose = \"0 reps\" }]\n",
	})
	wantProblems(t, "two in a circle", problems,
		`me/routines/one.toml:3: items[0].routine: goes in a circle: one, two, one; want a routine that does not lead back here`,
		`me/routines/two.toml:3: items[1].dose: "0reps": want a whole number from 1 to 200, or a range such as 3-6`,
		`me/routines/two.toml:3: items[0].routine: goes in a circle: two, one, two; want a routine that does not lead back here`,
		`me/routines/two.toml:3: items[1].pose: no pose "nope"`,
	)
}

// Each line is put into the least routine, at its key's place or as line 4.
func TestEveryWrongLineOfARoutineIsReportedWhereItIs(t *testing.T) {
	for _, c := range []struct {
		line string
		want []string
	}{
		{`id = 5`, []string{`1: id: is 5; want a text`}},
		{`name = ""`, []string{`2: name: is empty; want a name to choose it by`}},
		{`summary = 5`, []string{`4: summary: is 5; want a text`}},
		{`regions = 5`, []string{`4: regions: is 5; want a list of texts`}},
		{`source = 5`, []string{`4: source: is 5; want a list of texts`}},
		{`items = 5`, []string{`3: items: is 5; want a list of tables`}},
		{`items = []`, []string{`no items; want the poses in order, such as items = [{ pose = "cat-cow", dose = "6 breaths" }]`}},
		{`items = ["cat-cow"]`, []string{`3: items[0]: is a text; want a table { ... }`}},
		{`items = [{}]`, []string{`3: items[0]: has neither pose nor routine; want one of the two`}},
		{`items = [{ pose = "cat-cow", routine = "x" }]`, []string{`3: items[0]: has both pose and routine; want one of the two`}},
		{`enough = 0`, []string{`4: enough: is 0; want a whole number from 1`}},
		{`items = [{ pose = 5 }]`, []string{`3: items[0].pose: is 5; want a text`}},
		{`items = [{ pose = "" }]`, []string{`3: items[0].pose: no pose ""`}},
		{`items = [{ pose = "cat-caw" }]`, []string{`3: items[0].pose: no pose "cat-caw"; did you mean "cat-cow"?`}},
		{`items = [{ pose = "supine-twist/shifted-hip" }]`, []string{`3: items[0].pose: supine-twist has no variant "shifted-hip"; did you mean "shifted-hips"?`}},
		{`items = [{ pose = "cat-cow", dose = 5 }]`, []string{`3: items[0].dose: is 5; want a text`}},
		{`items = [{ pose = "cat-cow", dose = "" }]`, []string{`3: items[0].dose: "" ` + notADose}},
		{`items = [{ pose = "cat-cow", dose = "10s each leg" }]`, []string{`3: items[0].dose: "10s each leg", but the pose has sides = "none"; want no "each leg" at the end`}},
		{`items = [{ pose = "supine-twist", dose = "10s" }]`, []string{`3: items[0].dose: "10s", but the pose has sides = "each"; want "each side" at the end`}},
		{`items = [{ pose = "prone-leg-extension", dose = "10s" }]`, []string{`3: items[0].dose: "10s", but the pose has sides = "alternate"; want "each leg" or "alternating" at the end`}},
		{`items = [{ pose = "cat-cow", then = "x" }]`, []string{`3: items[0].then: no pose "x"`}},
		{`items = [{ pose = "cat-cow", then = 5 }]`, []string{`3: items[0].then: is 5; want a text`}},
		{`items = [{ pose = "cat-cow", doze = 5 }]`, []string{`3: items[0].doze: unknown key; did you mean "dose"?`}},
		{`items = [{ routine = 5 }]`, []string{`3: items[0].routine: is 5; want a text`}},
		{`items = [{ routine = "round" }]`, []string{`3: items[0].routine: goes in a circle: round, round; want a routine that does not lead back here`}},
		{`items = [{ routine = "lower-bac" }]`, []string{`3: items[0].routine: no routine "lower-bac"; did you mean "lower-back"?`}},
		{`items = [{ routine = "lower-back", dose = "5s" }]`, []string{`3: items[0].routine: has its own doses; want no dose and no then beside it`}},
		{`items = [{ pose = "nope", dose = "0 reps" }]`, []string{
			`3: items[0].dose: "0reps": want a whole number from 1 to 200, or a range such as 3-6`, `3: items[0].pose: no pose "nope"`,
		}},
		{`items = [{ routine = "round" }, { pose = "cat-cow", dose = "0 reps" }]`, []string{
			`3: items[1].dose: "0reps": want a whole number from 1 to 200, or a range such as 3-6`,
			`3: items[0].routine: goes in a circle: round, round; want a routine that does not lead back here`,
		}},
		{`itemz = 1`, []string{`4: itemz: unknown key; did you mean "items"?`}},
		{`[[items]]`, []string{`4: key 'items' was already created and cannot be used as an array`}},
	} {
		lib, problems := load(files{"routines/round.toml": with(leastRoutine, c.line)})
		wantProblems(t, c.line, problems, at("me/routines/round.toml", c.want)...)
		if n := len(lib.Routines()); n != 10 {
			t.Errorf("%s: %d routines; want the built-in ones", c.line, n)
		}
	}
}
