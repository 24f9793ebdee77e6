package content

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"catcow/content/contenttest"
)

var update = flag.Bool("update", false, "write testdata/conditions.txt anew")

// Nobody is told what contradicts a condition of theirs, alone or with any other:
// not in a pose, not in a variant.
func TestNobodyIsToldWhatTheirConditionForbids(t *testing.T) {
	words := contenttest.Forbidden()
	ids := ConditionIDs()
	looked := map[[2]string]bool{} // at a line for somebody with a condition
	for _, p := range loadBuiltin(t).Poses() {
		for i, one := range ids {
			for _, other := range ids[i:] {
				who := []string{one, other}
				if len(p.Against(who)) > 0 {
					continue
				}
				as := p.For(who)
				told := append(as.lines(), as.Name, as.Why, as.Feel)
				for _, v := range as.Variants {
					told = append(told, v.Name, v.Why)
				}
				for _, c := range as.Cautions(who) {
					told = append(told, c.Say)
				}
				for _, line := range told {
					for _, c := range who {
						if looked[[2]string{c, line}] {
							continue
						}
						looked[[2]string{c, line}] = true
						if word := words[c].FindString(line); word != "" {
							t.Errorf("%s with %q says %q in %q", p.ID, who, word, line)
						}
					}
				}
			}
		}
	}
}

// The words are not too few: each condition has some that a pose really says to
// those without it.
func TestEveryConditionHasWordsThatPosesSay(t *testing.T) {
	words := contenttest.Forbidden()
	lib := loadBuiltin(t)
	for _, c := range ConditionIDs() {
		said := slices.ContainsFunc(lib.Poses(), func(p Pose) bool {
			return slices.ContainsFunc(p.lines(), words[c].MatchString)
		})
		if !said {
			t.Errorf("no pose says anything against %s to anyone", c)
		}
	}
}

// What every pose of a kind says to those with a condition, where it stays in.
func TestPosesOfAKindSayTheSameToACondition(t *testing.T) {
	for _, c := range []struct {
		condition, says string
		of              func(Pose) bool
	}{
		// In the neck and shoulders alone there is no leg to send pain down.
		{"leg-pain", "down your leg", func(p Pose) bool { return p.ID != "lateral-neck-flexion" && p.ID != "shoulder-rolls" }},
		{"no-head-down", "head", func(p Pose) bool { return p.Position == Supine }},
		{"hip-replacement", "hips are above your knees", func(p Pose) bool { return p.Position == Chair }},
	} {
		who := []string{c.condition}
		for _, p := range loadBuiltin(t).Poses() {
			if !c.of(p) || len(p.Against(who)) > 0 {
				continue
			}
			said := slices.ContainsFunc(p.Cautions(who), func(a Caution) bool { return strings.Contains(a.Say, c.says) })
			if !said {
				t.Errorf("%s says nothing of %q with %s", p.ID, c.says, c.condition)
			}
		}
	}
}

func TestConditionsHaveWordsAndSources(t *testing.T) {
	lib := loadBuiltin(t)
	page := SafetyPage()
	for _, c := range Conditions() {
		if c.Name == "" || !strings.HasSuffix(c.Ask, "?") || len(c.Ask) > longestLine || len(c.Source) == 0 {
			t.Errorf("%+v lacks a name, a question or a source", c)
		}
		for _, id := range c.Source {
			s, ok := lib.sources[id]
			if !ok {
				t.Errorf("%s is from %q, which is no source", c.ID, id)
			}
			if !slices.Contains(page.Sources, s) {
				t.Errorf("%s, of %s, is not on the safety page", id, c.ID)
			}
		}
		if ConditionName(c.ID) != c.Name {
			t.Errorf("%s is called %q", c.ID, ConditionName(c.ID))
		}
	}
	known := slices.Concat(directions(), loads(), Regions(), positions(), ConditionIDs())
	for _, tr := range traits() {
		if !slices.Contains(ConditionIDs(), tr.with) || tr.word != "" && !slices.Contains(known, tr.word) {
			t.Errorf("%+v can never be true", tr)
		}
	}
}

// verdict is a pose for someone with a condition: OUT, changed, or as it is.
func verdict(p Pose, c string) string {
	one := []string{c}
	switch {
	case len(p.Against(one)) > 0:
		return "OUT"
	case len(p.Cautions(one)) > 0:
		return "changed"
	}
	return "-"
}

// conditionTable is every pose for everybody, as a clinician would read it.
func conditionTable(lib *Library) string {
	var b strings.Builder
	b.WriteString(`Every pose for every condition.
OUT      left out, with the reason
changed  kept; the caution is said first, and lines that contradict it are replaced
-        as it is
Who is kept from what rests on the sources named with each condition. How a pose
is led differently is reasoned from what the pose does.

`)
	heads := strings.Fields("bones pregnant neck pressure glaucoma head-up wrists knees shoulder leg hip bending arching floor")
	for i, c := range Conditions() {
		fmt.Fprintf(&b, "%-9s %s: %s\n", heads[i], c.Name, strings.Join(c.Source, ", "))
	}
	fmt.Fprintf(&b, "\n%-26s", "")
	for _, h := range heads {
		fmt.Fprintf(&b, "%-9s", h)
	}
	table := strings.TrimRight(b.String(), " ") + "\n"
	b.Reset()
	b.WriteString(table)
	for _, p := range lib.Poses() {
		row := fmt.Sprintf("%-26s", p.ID)
		for _, c := range ConditionIDs() {
			row += fmt.Sprintf("%-9s", verdict(p, c))
		}
		fmt.Fprintln(&b, strings.TrimRight(row, " "))
	}
	for _, p := range lib.Poses() {
		fmt.Fprintf(&b, "\n%s\n", p.ID)
		for _, c := range ConditionIDs() {
			for _, r := range p.Against([]string{c}) {
				fmt.Fprintf(&b, "  %s: OUT, it %s\n", c, strings.TrimSuffix(r.Say, "."))
				if r.Caution != "" && r.Caution != r.Say {
					fmt.Fprintf(&b, "    %s\n", r.Caution)
				}
			}
			if verdict(p, c) != "changed" {
				continue
			}
			fmt.Fprintf(&b, "  %s: %s\n", c, p.Cautions([]string{c})[0].Say)
			as := p.For([]string{c})
			before, after := append(p.lines(), p.Name, p.Why, p.Feel), append(as.lines(), as.Name, as.Why, as.Feel)
			for _, line := range before {
				if !slices.Contains(after, line) {
					fmt.Fprintf(&b, "    not: %s\n", line)
				}
			}
			for _, line := range after {
				if !slices.Contains(before, line) {
					fmt.Fprintf(&b, "    but: %s\n", line)
				}
			}
		}
	}
	return b.String()
}

// To write it anew: go test ./content -run TestTheTableOfConditions -update.
func TestTheTableOfConditions(t *testing.T) {
	const file = "testdata/conditions.txt"
	got := conditionTable(loadBuiltin(t))
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines := strings.Split(got, "\n")
	for i, line := range strings.Split(strings.ReplaceAll(string(want), "\r\n", "\n"), "\n") {
		if i >= len(gotLines) || gotLines[i] != line {
			t.Fatalf("line %d of %s is no longer\n%s\nbut\n%s", i+1, file, line, gotLines[min(i, len(gotLines)-1)])
		}
	}
}
