package content

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

// Props is every thing that a pose can need besides a mat.
func Props() []string { return []string{"wall", "chair", "block", "bolster"} }

func directions() []string {
	return []string{"flexion", "extension", "rotation", "side-bend", "neutral"}
}

func loads() []string { return []string{"wrists", "knees", "neck", "shoulders"} }

func moves() []string { return []string{"inhale", "exhale"} }

// The most a line may hold, in cells.
const (
	longestLine = 90  // one action, read or heard at once
	longestText = 200 // a why, a feel, a caution, a summary
	longestName = 40
)

// The most a file may hold.
const (
	largestFile = 256 << 10 // bytes
	mostItems   = 200       // items of a routine with those of the routines inside it
)
