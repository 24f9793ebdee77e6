package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"catcow/content"
	"catcow/decode"
)

// thing is what a name stands for: a pose, a routine, or both.
type thing struct {
	pose    *content.Pose
	routine *content.Routine
}

// find looks a name up among poses and routines. One that is spelled out wins
// over the beginning of another; a name with a slash is always a pose.
func find(lib *content.Library, name string) (thing, error) {
	name = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(name)), " ", "-")
	p, poseErr := lib.Pose(name)
	if strings.Contains(name, "/") {
		return thing{pose: &p}, poseErr
	}
	r, routineErr := lib.Routine(name)
	exactPose, exactRoutine := poseErr == nil && name == p.ID, routineErr == nil && name == r.ID
	if exactPose != exactRoutine {
		if exactPose {
			return thing{pose: &p}, nil
		}
		return thing{routine: &r}, nil
	}
	if err := broken(poseErr, routineErr); err != nil && !exactPose {
		return thing{}, err
	}
	switch {
	case poseErr != nil && routineErr != nil:
		return thing{}, unknown(lib, name, routineErr)
	case routineErr != nil:
		return thing{pose: &p}, nil
	case poseErr != nil:
		return thing{routine: &r}, nil
	}
	return thing{&p, &r}, nil
}

// broken is the first error that says that a file of the user's own cannot be read.
func broken(errs ...error) error {
	for _, err := range errs {
		if _, ok := errors.AsType[decode.Problem](err); ok {
			return err
		}
	}
	return nil
}

// unknown is the error for a name that is neither; that of a routine may name a
// number.
func unknown(lib *content.Library, name string, routineErr error) error {
	var ids, begun []string
	for _, r := range lib.Routines() {
		ids = append(ids, r.ID)
	}
	for i := range lib.Poses() {
		ids = append(ids, lib.Poses()[i].ID)
	}
	for _, id := range ids {
		if strings.HasPrefix(id, name) && !slices.Contains(begun, id) {
			begun = append(begun, id)
		}
	}
	switch {
	case len(begun) > 1:
		return fmt.Errorf("%q could be %s; want more letters", name, strings.Join(begun, " or "))
	case strings.Trim(name, "0123456789") == "":
		return routineErr // a number out of bounds
	}
	return fmt.Errorf("no pose or routine %q; %s", name, didYouMean(name, ids, listsText))
}
