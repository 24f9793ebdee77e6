package sheet

import "catcow/content"

// grammar is what sheets are read by: the poses that are known, and the patterns. It
// takes some time to make and serves for any number of sheets.
type grammar struct {
	poses index
	taken map[string]bool // the ids of the routines that come with catcow

	patterns
	caveats
	amounts
}

func newGrammar(lib *content.Library) *grammar {
	taken := map[string]bool{}
	for _, routine := range lib.AllRoutines() {
		taken[routine.ID] = routine.Builtin
	}
	return &grammar{newIndex(lib), taken, newPatterns(), newCaveats(), newAmounts()}
}
