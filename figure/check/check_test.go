package check_test

import (
	"slices"
	"strings"
	"testing"

	"catcow/figure/author"
	"catcow/figure/check"
	"catcow/figure/figuretest"
)

func TestFigure_PassesTheReferences(t *testing.T) {
	t.Parallel()
	for name, f := range figuretest.References(t) {
		for _, g := range check.Figure(f) {
			t.Errorf("%s: %s: %s", name, g.Check, g.Text)
		}
	}
}

// A wall is thin as it is drawn and has no end behind its face; a board that an arm goes right through is thinner than the arm.
func TestCheck_FindsWhatIsBehindAWallOrThroughABoard(t *testing.T) {
	t.Parallel()
	for prop, want := range map[string]string{
		"kind = \"wall\"\nat = [0.10, 0.5, 0]\nsize = [0.02, 1.0, 1.0]":   "right hand is 6",
		"kind = \"wall\"\nat = [0.60, 0.5, 0]\nsize = [0.02, 1.0, 1.0]":   "",
		"kind = \"block\"\nat = [0.09, 0.8, 0]\nsize = [0.006, 0.2, 1.0]": "right upper arm is",
	} {
		f, problems := author.Parse(figuretest.Decode(t, "[[figure.prop]]\n"+prop+"\n[[figure.key]]\nid = \"a\"\nfrom = \"stand\"\narm_r = { raise = 90, plane = 90 }"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var got []string
		for _, g := range check.Figure(f) {
			if g.Check == "prop" {
				got = append(got, g.Text)
			}
		}
		if all := strings.Join(got, "\n"); want == "" && all != "" || !strings.Contains(all, want) {
			t.Errorf("%q: %q, want %q", prop, all, want)
		}
	}
}

// What goes straight through something is found as what only touches it is, however thin it is.
func TestFigure_FindsWhatGoesThrough(t *testing.T) {
	t.Parallel()
	f := figuretest.Parse(t, `[[figure.key]]
id = "a"
from = "stand"
[[figure.key]]
id = "b"
from = "a"
arm_r = { on = "head", part = "wrist", at = [0, 0.03, 0] }
`)
	found := map[string]bool{}
	for _, g := range check.Figure(f) {
		if g.Check == "body" && strings.Contains(g.Text, "head") {
			found[g.Key] = true
		}
	}
	if found["a"] || !found["b"] {
		t.Errorf("found %v, want b alone", found)
	}
}

// The places that ways go through are postures a body can be in.
func TestFigure_PassesTheBases(t *testing.T) {
	t.Parallel()
	for base := range strings.FieldsSeq("stand chair kneel heels sit allfours prone supine hook side crouch half mermaid fold") {
		f := figuretest.Parse(t, "[[figure.key]]\nid = \"a\"\nfrom = \""+base+"\"")
		for _, g := range check.Figure(f) {
			if g.Check == "floor" || g.Check == "body" || g.Check == "contact" {
				t.Errorf("%s: %s", base, g.Text)
			}
		}
	}
}

// An arm that is seen between the legs, behind them and beside them is no arm to who sees it.
func TestFigure_FindsLimbsInScraps(t *testing.T) {
	t.Parallel()
	for at, want := range map[string]bool{"0.068, 0.03, 0.20": true, "0.02, 0.03, 0.27": false} {
		f := figuretest.Parse(t, `[figure]
camera = { az = 52, el = 38 }
[[figure.key]]
id = "a"
from = "hook"
legs = { part = "sole", at = [0.22, 0, 0.036], pole = "up+0.05*in", point = "fwd", face = "down" }
arms = { part = "palm", at = [`+at+`], face = "up", pole = "in+0.5*down" }
`)
		got := slices.ContainsFunc(check.Figure(f), func(g check.Finding) bool { return g.Check == "scrap" })
		if got != want {
			t.Errorf("hands at %s: found %v, want %v", at, got, want)
		}
	}
}
