package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"catcow/content"
)

func (a *app) showCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "show NAME",
		Short:             "a pose or a routine, as text",
		Long:              showHelp,
		Example:           showExample,
		Args:              one("NAME"),
		ValidArgsFunction: a.anyNames,
	}
	asJSON := jsonFlag(c)
	c.RunE = a.run(func(_ context.Context, args []string) error { return a.show(args[0], *asJSON) })
	return c
}

func (a *app) show(name string, asJSON bool) error {
	lib, _ := a.library()
	found, err := find(lib, name)
	if err != nil {
		return usage(err)
	}
	if found.routine == nil {
		if asJSON {
			return a.json(newPoseJSON(*found.pose))
		}
		a.printPose(*found.pose)
		return nil
	}
	if found.pose != nil {
		a.warn(sayBoth(*found.routine, *found.pose))
	}
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	if asJSON {
		return a.json(newRoutineJSON(*found.routine, options(cfg)))
	}
	a.printRoutine(*found.routine, options(cfg))
	return nil
}

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
	if routineErr == nil && (name == r.ID || poseErr != nil) {
		both := thing{routine: &r}
		if poseErr == nil && name == p.ID {
			both.pose = &p
		}
		return both, nil
	}
	if poseErr == nil && (name == p.ID || routineErr != nil) {
		return thing{pose: &p}, nil
	}
	if poseErr == nil {
		return thing{&p, &r}, nil
	}
	return thing{}, unknown(lib, name, routineErr)
}

// unknown is the error for a name that is neither.
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
	return fmt.Errorf("no pose or routine %q; %s", name, didYouMean(name, ids, sayLists))
}
