package config

// The words that lists of [profile] are made of. What they mean is said where
// poses are: this package knows nobody.

// Conditions lists what profile.avoid may hold: what a pose can be unsuitable
// for.
func Conditions() []string {
	return []string{
		"osteoporosis", "pregnancy", "neck-injury", "high-blood-pressure", "glaucoma", "no-head-down",
		"sore-wrists", "sore-knees", "sore-shoulder", "leg-pain", "hip-replacement",
		"worse-when-bending", "worse-when-arching", "cannot-get-to-the-floor",
	}
}

// Regions lists what profile.regions may hold: the parts of the body that a
// pose can be for.
func Regions() []string {
	return []string{
		"lower-back", "spine", "upper-back", "neck", "shoulders", "trapezius", "chest", "abdomen",
		"hips", "glutes", "thighs", "hamstrings", "legs", "ankles", "whole-body",
	}
}

// Props lists what profile.props may hold: what some poses need.
func Props() []string {
	return []string{"chair", "wall", "block", "bolster"}
}
