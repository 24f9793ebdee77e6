package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/session"
)

// choice is what the flags of start and plan choose for one session.
type choice struct {
	level         *config.Level // nil for that of the settings
	breath        string
	only, without []string
}

func (a *app) choiceFlags(c *cobra.Command) *choice {
	ch := &choice{}
	c.Flags().Func("level", "how much of each range: `N` from 0, where to start, to 1, or auto", level(&ch.level))
	c.Flags().StringVar(&ch.breath, "breath", "", "the breath pattern `NAME` of your settings")
	c.Flags().Func("only", "only these `POSES`, with commas between them", poseNames(&ch.only))
	c.Flags().Func("without", "all but these `POSES`", poseNames(&ch.without))
	completeWith(c, "level", "auto")
	complete(c, "breath", a.completeBreath)
	complete(c, "only", completePoses)
	complete(c, "without", completePoses)
	return ch
}

// session is a routine and how it is to be done.
func (ch *choice) session(cfg config.Config, lib *content.Library, name string) (content.Routine, session.Options, error) {
	r, err := lib.Routine(name)
	if err != nil {
		return r, session.Options{}, usage(err)
	}
	if r, err = ch.pick(lib, r); err != nil {
		return r, session.Options{}, err
	}
	o, err := ch.options(cfg)
	return r, o, err
}

// options are those of the settings, with the flags over them.
func (ch *choice) options(cfg config.Config) (session.Options, error) {
	o := options(cfg)
	if ch.level != nil {
		o.Level = ch.level.Value
	}
	if ch.breath != "" {
		phases, err := cfg.Breath.Named(ch.breath)
		if err != nil {
			return o, misused("--breath: %w", err)
		}
		o.Breath = breath(phases)
	}
	return o, nil
}

// auto reports whether each pose has a level of its own.
func (ch *choice) auto(cfg config.Config) bool {
	if ch.level != nil {
		return ch.level.Auto
	}
	return cfg.Session.Level.Auto
}

// pick is the routine with the poses that were chosen.
func (ch *choice) pick(lib *content.Library, r content.Routine) (content.Routine, error) {
	only, err := findPoses("only", lib, r, ch.only)
	if err != nil {
		return r, err
	}
	without, err := findPoses("without", lib, r, ch.without)
	if err != nil {
		return r, err
	}
	name := r.ID
	r = r.Pick(func(_ int, item content.Item) bool {
		return (len(only) == 0 || isAmong(item.Pose, only)) && !isAmong(item.Pose, without)
	})
	for i := range r.Items {
		if then := r.Items[i].Then; then != nil && isAmong(*then, without) {
			r.Items[i].Then = nil
		}
	}
	if len(r.Items) == 0 {
		return r, misused("nothing of %s is left; leave out fewer poses", name)
	}
	return r, nil
}

// findPoses looks up the poses of the routine that a flag names. Those that are
// left out may also be ones to rest in.
func findPoses(flag string, lib *content.Library, r content.Routine, names []string) ([]content.Ref, error) {
	var refs []content.Ref
	for _, name := range names {
		p, err := lib.Pose(name)
		if err != nil {
			return nil, misused("--%s: %w", flag, err)
		}
		ref := content.Ref{Pose: p.ID}
		if content.ParseRef(name).Variant != "" {
			ref.Variant = p.Variant.ID
		}
		one := []content.Ref{ref}
		if !slices.ContainsFunc(r.Items, func(item content.Item) bool {
			return isAmong(item.Pose, one) || flag == "without" && item.Then != nil && isAmong(*item.Then, one)
		}) {
			return nil, misused("--%s: no %q in %s; %s", flag, ref, r.ID, insteadText(ref.String(), r))
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

// isAmong reports whether one of the refs means the pose; one without a variant
// means all ways of setting it up.
func isAmong(p content.Pose, refs []content.Ref) bool {
	return slices.ContainsFunc(refs, func(ref content.Ref) bool {
		return ref.Pose == p.ID && (ref.Variant == "" || ref.Variant == p.Variant.ID)
	})
}
