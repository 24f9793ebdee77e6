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
	level         level
	breath        string
	only, without names
}

func (a *app) choiceFlags(c *cobra.Command) *choice {
	ch := &choice{}
	c.Flags().SortFlags = false
	c.Flags().Var(&ch.level, "level", "how much of each range: `N` from 0, where to start, to 1, or auto")
	c.Flags().StringVar(&ch.breath, "breath", "", "the breath pattern `NAME` of your settings")
	c.Flags().Var(&ch.only, "only", "only these `POSES`, with commas between them")
	c.Flags().Var(&ch.without, "without", "all but these `POSES`")
	a.complete(c, "level", cobra.FixedCompletions([]cobra.Completion{"auto"}, cobra.ShellCompDirectiveNoFileComp))
	a.complete(c, "breath", a.breathNames)
	a.complete(c, "only", a.poseList)
	a.complete(c, "without", a.poseList)
	return ch
}

// options are those of the settings, with the flags over them.
func (ch *choice) options(cfg config.Config) (session.Options, error) {
	o := options(cfg)
	if ch.level.given {
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

// pick is the routine with the poses that were chosen.
func (ch *choice) pick(lib *content.Library, r content.Routine) (content.Routine, error) {
	only, err := wanted("only", lib, r, ch.only)
	if err != nil {
		return r, err
	}
	without, err := wanted("without", lib, r, ch.without)
	if err != nil {
		return r, err
	}
	name := r.ID
	r = r.Pick(func(_ int, item content.Item) bool {
		return (len(only) == 0 || named(item.Pose, only)) && !named(item.Pose, without)
	})
	for i := range r.Items {
		if then := r.Items[i].Then; then != nil && named(*then, without) {
			r.Items[i].Then = nil
		}
	}
	if len(r.Items) == 0 {
		return r, misused("nothing of %s is left; leave out fewer poses", name)
	}
	return r, nil
}

// wanted looks up the poses that a flag names.
func wanted(flag string, lib *content.Library, r content.Routine, list names) ([]content.Ref, error) {
	var refs []content.Ref
	for _, name := range list {
		p, err := lib.Pose(name)
		if err != nil {
			return nil, misused("--%s: %w", flag, err)
		}
		ref := content.Ref{Pose: p.ID}
		if content.ParseRef(name).Variant != "" {
			ref.Variant = p.Variant.ID
		}
		if !has(r, ref, flag == "without") {
			return nil, misused("--%s: no %q in %s; %s", flag, ref, r.ID, insteadText(ref.String(), r))
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

// has reports whether the routine has the pose: as an item, or also to rest in
// after one.
func has(r content.Routine, ref content.Ref, rests bool) bool {
	refs := []content.Ref{ref}
	return slices.ContainsFunc(r.Items, func(item content.Item) bool {
		return named(item.Pose, refs) || rests && item.Then != nil && named(*item.Then, refs)
	})
}

// named reports whether one of the refs means the pose; one without a variant
// means all ways of setting it up.
func named(p content.Pose, refs []content.Ref) bool {
	return slices.ContainsFunc(refs, func(ref content.Ref) bool {
		return ref.Pose == p.ID && (ref.Variant == "" || ref.Variant == p.Variant.ID)
	})
}
