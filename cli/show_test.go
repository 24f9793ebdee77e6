package cli

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"catcow/content"
	"catcow/sampletest"
)

// inOrder reports whether a text has all parts, each behind the one before.
func inOrder(text string, parts ...string) bool {
	for _, part := range parts {
		_, after, found := strings.Cut(text, part)
		if !found {
			return false
		}
		text = after
	}
	return true
}

// For everyone with one condition, every pose says it first, before anything is done, and cites what it rests on.
func TestShowSaysTheCautionFirstAndWhatItRestsOn(t *testing.T) {
	u := newUser(t)
	lib, _ := content.Load(content.Builtin())
	chosen := sampletest.OneIn(t, 4)
	for k, c := range content.ConditionIDs() {
		u.write("config.toml", "[profile]\navoid = [\""+c+"\"]\n")
		for i, p := range lib.Poses() {
			if !chosen(i+k) || len(p.Concerns([]string{c})) == 0 {
				continue
			}
			if code := u.call("show", p.ID); code != 0 {
				t.Fatalf("show %s ends with %d: %s", p.ID, code, u.stderr)
			}
			text := strings.Join(strings.Fields(u.stdout.String()), " ")
			first := "Take care"
			if len(p.Cautions([]string{c})) == 0 {
				first = "Left out for you"
			}
			if !inOrder(text, first, "Steps", "Why", "What you may feel", "Sources", "With "+content.ConditionName(c)) {
				t.Errorf("show %s with %s: the caution does not come first, or nothing is cited for it\n%s", p.ID, c, u.stdout)
			}
			for _, s := range lib.ConditionSources(c) {
				if !strings.Contains(text, s.Title) || !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(s.Where(), " ", "")) {
					t.Errorf("show %s with %s does not cite %q", p.ID, c, s)
				}
			}
		}
	}
}

func TestShowJSONHasAllThatAPoseSaysAndItsSources(t *testing.T) {
	u := newUser(t)
	u.write("config.toml", "[profile]\navoid = [\"osteoporosis\"]\n")
	u.call("show", "double-knee-to-chest", "--json")
	var p poseJSON
	if err := json.Unmarshal(u.stdout.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(p.Concerns, func(c conditionJSON) bool { return c.ID == "osteoporosis" })
	if at < 0 || len(p.Concerns[at].Sources) != 2 || !strings.Contains(p.Concerns[at].Sources[0], "eprints.soton.ac.uk/456586; read 2026-11-27") {
		t.Errorf("conditions are %+v", p.Concerns)
	}
	if len(p.Again) == 0 || p.Rise == "" || !strings.Contains(p.Sources[0], "; read 20") {
		t.Errorf("again %q, rise %q, sources %q", p.Again, p.Rise, p.Sources)
	}
	if u.call("show", "cat-cow", "--json"); !strings.Contains(u.stdout.String(), `"cat camel"`) {
		t.Error("cat-cow has no other names")
	}
}

// A routine of which nothing is left says what its poses advise instead.
func TestNothingLeftNamesWhatIsAdvisedInstead(t *testing.T) {
	u := newUser(t)
	u.write("config.toml", "[profile]\navoid = [\"pregnancy\"]\n")
	for _, command := range []string{"plan", "show"} {
		u.call(command, "lower-back")
		text := strings.Join(strings.Fields(u.stdout.String()+u.stderr.String()), " ")
		if !inOrder(text, "Pelvic Tilt at the Wall", noneLeftText) {
			t.Errorf("%s lower-back: %s", command, text)
		}
	}
}
