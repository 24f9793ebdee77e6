package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Whatever is said about health has a source, and every source is one of
// something; what could not be read again says so.
func TestEveryClinicalSentenceHasASourceAndEverySourceIsUsed(t *testing.T) {
	lib := loadBuiltin(t)
	used := map[string]bool{}
	use := func(what string, sources []Source) {
		if len(sources) == 0 {
			t.Errorf("%s has no source", what)
		}
		for _, s := range sources {
			used[s.ID] = true
		}
	}
	for _, p := range lib.Poses() {
		use(p.ID, p.Source)
		for _, c := range p.Avoid {
			if !slices.Contains(ConditionIDs(), c.With) {
				t.Errorf("%s has a caution for %q, which has no source", p.ID, c.With)
			}
		}
	}
	for _, r := range lib.Routines() {
		use(r.ID, r.Source)
	}
	page := SafetyPage()
	use("the safety page", page.Sources) // the conditions' too
	for id, s := range lib.sources {
		if !used[id] {
			t.Errorf("%s, %s, is the source of nothing", id, s)
		}
		if s.Read.IsZero() != (s.Note != "" && s.Address == "") {
			t.Errorf("%s must have an address and the day it was read, or say in a note that it has none", id)
		}
		if !s.Read.IsZero() && !strings.Contains(s.Where(), s.Address+"; read 20") {
			t.Errorf("%s can be read at %q", id, s.Where())
		}
	}
}

// claims is the words by which a sentence says what something does to a body.
func claims() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(pains?|sore|stiff|reliev\w+|relief|eas(e|es|ing)|strength\w*|muscles?|mobil\w+|limber|train\w*|` +
		`braces?|nerves?|circulation|swelling|pressure|pinch|loosen\w*|helps?|heals?|calms?)\b`)
}

// canBeRead reports whether what is said of a pose or a routine can be read again
// somewhere: not in what is only reasoned, gives names, or tells how to get up.
func canBeRead(sources []Source) bool {
	return slices.ContainsFunc(sources, func(s Source) bool {
		return !s.Read.IsZero() && !slices.Contains([]string{"bmc", "getting-up"}, s.ID)
	})
}

// A sentence that says what something does to a body rests on a source that was read
// again; where there is none, only what one does and feels is said.
func TestNoClaimRestsOnASourceThatCannotBeRead(t *testing.T) {
	word := claims()
	check := func(what string, sources []Source, lines ...string) (found int) {
		for _, line := range lines {
			if w := word.FindString(line); w != "" && !canBeRead(sources) {
				found++
				if what != "" {
					t.Errorf("%s says %q in %q, on %v", what, w, line, sources)
				}
			}
		}
		return found
	}
	lib := loadBuiltin(t)
	for _, p := range lib.Poses() {
		check(p.ID, p.Source, p.Why, p.Feel)
		for _, v := range p.Variants {
			check(p.ID+"/"+v.ID, or(v.Source, p.Source), v.Why)
		}
	}
	for _, r := range lib.Routines() {
		check(r.ID, r.Source, r.Summary)
	}
	page := SafetyPage()
	for _, n := range append(page.Sections(), page.Legs, page.NoChange) {
		var sources []Source
		for _, id := range n.Source {
			sources = append(sources, lib.sources[id])
		}
		if !canBeRead(sources) {
			t.Errorf("nothing that %q rests on can be read: %v", n.Title, sources)
		}
		for _, s := range sources {
			if strings.Contains(s.Note, "as collected before") || strings.Contains(s.Note, "as it was collected") {
				t.Errorf("%q rests on %s, of which what is said was not read again", n.Title, s.ID)
			}
		}
	}
	lost := []Source{lib.sources["restorative"], lib.sources["getting-up"], lib.sources["reasoned"], {Title: "A book"}}
	if n := check("", lost, "It relieves a sore back.", "It makes your muscles strong.", "A long stretch."); n != 2 {
		t.Errorf("%d claims on sources that cannot be read are found; want 2", n)
	}
	if check("", append(lost, lib.sources["regions"]), "It relieves a sore back.") != 0 {
		t.Error("a source that was read does not count")
	}
}
