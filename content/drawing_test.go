package content

import (
	"strings"
	"testing"
)

// Every way of every built-in pose has a figure that a body could do, with a key
// for each step.
func TestEveryBuiltinPoseHasASoundFigure(t *testing.T) {
	t.Parallel()
	lib, _ := load(nil)
	for _, p := range lib.Poses() {
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			if !p.HasFigure() {
				t.Fatal("no figure")
			}
			for _, problem := range p.checkFigure() {
				t.Error(problem)
			}
		})
	}
}

const figured = leastPose + `
[figure]
steps = ["table"]
hold = ["table"]

[[figure.key]]
id = "table"
from = "allfours"
`

// A figure is read when it is wanted; what is wrong with it stands at its line,
// and never hides the pose.
func TestAFigureIsReadWhenItIsWanted(t *testing.T) {
	t.Parallel()
	lines := strings.Count(leastPose, "\n")
	for _, c := range []struct {
		name, from, to string
		want           string
	}{
		{"sound", "", "", ""},
		{"two steps, one key", `steps = ["table"]`, `steps = ["table", "table"]`, "figure.steps: names 2 keys, but the setup has 1 steps; want a key for each"},
		{"a base that is not there", "allfours", "alfours", `unknown key or base "alfours"; did you mean "allfours"?`},
		{"broken TOML", `id = "table"`, `id = `, "expected value"},
		{"not a number", `from = "allfours"`, "from = \"allfours\"\npelvis = { at = [nan, 0.28, 0] }", "is not a number; want a number"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			lib, problems := load(files{"poses/mine.toml": strings.Replace(figured, c.from, c.to, 1)})
			wantProblems(t, "problems", problems)
			p, err := lib.Pose("mine")
			if err != nil || !p.HasFigure() {
				t.Fatalf("figure %v, error %v", p.HasFigure(), err)
			}
			found := lib.CheckFigures()
			if c.want == "" {
				wantProblems(t, "problems of figures", found)
				return
			}
			if len(found) == 0 || !strings.Contains(found.Error(), c.want) || found[0].Line <= lines {
				t.Errorf("problems %v; want %q below line %d", found, c.want, lines)
			}
		})
	}
}

// Only tables of the figure may be left for later.
func TestAFigureIsCutOffOnlyAtTheEnd(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"id = 1\n[figure]\nx = 1\n":                           "[figure]\nx = 1\n",
		"id = 1\n[[figure.key]]\nx = 1\n[figure.variant.a]\n": "[[figure.key]]\nx = 1\n[figure.variant.a]\n",
		"id = 1\n[figure]\nx = 1\n[[variant]]\nid = 2\n":      "",
		"id = 1\n[figures]\nx = 1\n[[variant]]\n":             "",
		"id = 1\n": "",
	} {
		if _, tail := cutFigure(text); tail != want {
			t.Errorf("%q: cut %q, want %q", text, tail, want)
		}
	}
}
