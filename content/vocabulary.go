package content

import "slices"

// The words a file may use. Each list is in the order it is shown in.

func positions() []string {
	return []string{"standing", "chair", "all-fours", "kneeling", "prone", "supine", "wall"}
}

// Regions is every part of the body a pose or a routine can be for.
func Regions() []string {
	return []string{
		"lower-back", "spine", "upper-back", "neck", "shoulders", "trapezius", "chest", "abdomen",
		"hips", "glutes", "thighs", "hamstrings", "legs", "ankles", "whole-body",
	}
}

func sides() []string { return []string{"none", "each", "alternate"} }

func props() []string { return []string{"wall", "chair", "block", "bolster"} }

func directions() []string {
	return []string{"flexion", "extension", "rotation", "side-bend", "neutral"}
}

func loads() []string { return []string{"wrists", "knees", "neck", "shoulders"} }

func moves() []string { return []string{"inhale", "exhale"} }

// The most a line may hold, in cells.
const (
	longestLine    = 90  // one action, read or heard at once
	longestText    = 200 // a why, a feel, a caution, a summary
	longestName    = 40
	longestProblem = 500 // what a file's own keys and words may stretch it to
)

// The most a file may hold.
const (
	largestFile = 256 << 10 // bytes
	quickFile   = 4 << 10   // bytes; up to here no nesting takes the decoder long
	deepest     = 50        // tables and lists inside one another
	longestPath = 1000      // bytes of a key with those it stands in
	mostLines   = 40        // steps, lines said, items of a routine
	mostItems   = 200       // items of a routine with those of the routines inside it
)

func known(word string, words []string) bool { return slices.Contains(words, word) }
