package cli

import (
	"slices"

	"catcow/content"
)

// brokenText explains the mark in place of the number of a routine.
const brokenText = `! your own file of this routine has a mistake; "catcow check" says which`

// brokenPosesText says which of the user's own poses a routine has the built-in ones for,
// and why.
func brokenPosesText(lib *content.Library, r content.Routine) []string {
	var lines []string
	note := func(id string) {
		if err := lib.BrokenPose(id); err != nil && !slices.Contains(lines, err.Error()) {
			lines = append(lines, err.Error())
		}
	}
	for i := range r.Items {
		note(r.Items[i].Pose.ID)
		if then := r.Items[i].Then; then != nil {
			note(then.ID)
		}
	}
	switch len(lines) {
	case 0:
		return nil
	case 1:
		return append(lines, "you are led through the built-in pose instead")
	}
	return append(lines, "you are led through the built-in poses instead")
}
