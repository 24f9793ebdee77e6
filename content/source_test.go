package content

import (
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
	for _, n := range append(page.Sections(), page.Legs, page.NoChange) {
		use(n.Title, n.Source)
	}
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
