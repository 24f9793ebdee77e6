package cli

import (
	"context"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/session"
	"catcow/today"
)

// choice is what the flags of start and plan choose for one session.
type choice struct {
	level         *config.Level // nil for that of the settings
	breath        string
	only, without []string
	minutes       int // 0 for as long as it takes
}

// mostMinutes is the longest session that can be asked for.
const mostMinutes = 180

func (a *app) choiceFlags(c *cobra.Command) *choice {
	ch := &choice{}
	c.Flags().Func("level", "how much of each range: `N` from 0, where to start, to 1, or auto", level(&ch.level))
	c.Flags().StringVar(&ch.breath, "breath", "", "the breath pattern `NAME` of your settings")
	c.Flags().Func("only", "only these `POSES`, with commas between them", poseNames(&ch.only))
	c.Flags().Func("without", "all but these `POSES`", poseNames(&ch.without))
	c.Flags().Func("minutes", "fit it into `N` minutes", wholeNumber(&ch.minutes, 1, mostMinutes))
	completeWith(c, "level", "auto")
	complete(c, "breath", a.completeBreath)
	complete(c, "only", a.completePoses)
	complete(c, "without", a.completePoses)
	return ch
}

// chosen is what a choice comes to.
type chosen struct {
	routine content.Routine
	options session.Options
	auto    bool     // each pose has a level of its own
	changes []string // what was done to the routine, to be said openly
}

// choose is a routine and how it is to be done.
func (a *app) choose(ctx context.Context, cfg config.Config, lib *content.Library, name string, ch *choice) (chosen, error) {
	r, err := lib.Routine(name)
	if err != nil {
		return chosen{}, usage(err)
	}
	if r, err = ch.pick(lib, r); err != nil {
		return chosen{}, err
	}
	if cfg, err = ch.over(cfg); err != nil {
		return chosen{}, err
	}
	c := chosen{routine: r, options: options(cfg), auto: cfg.Session.Level.Auto, changes: brokenPosesText(lib, r)}
	if ch.minutes == 0 {
		return c, nil
	}
	a.settle(ctx, &c, cfg.Profile.Avoid)
	fitted, err := today.Fit(c.routine, time.Duration(ch.minutes)*time.Minute, c.options)
	if err != nil {
		return c, misused("--minutes: %w", err)
	}
	c.routine, c.changes = fitted.Routine, append(c.changes, fitted.Changes...)
	if !fitted.Near && len(c.routine.Items) > 0 {
		c.changes = append(c.changes, nearestText(fitted.Length))
	}
	return c, nil
}

// settle takes out of the routine what does not suit the person, and looks up how far
// each pose has been worked up.
func (a *app) settle(ctx context.Context, c *chosen, conditions []string) {
	if c.auto {
		c.options.Levels = a.levels(ctx)
	}
	r, left := c.routine.Without(conditions)
	c.routine = r
	for _, out := range left {
		c.changes = append(c.changes, leftOutText(out))
	}
	if len(r.Items) == 0 {
		c.changes = append(c.changes, nothingLeftText(left)...)
	}
}

// over is the settings with the flags over them.
func (ch *choice) over(cfg config.Config) (config.Config, error) {
	if ch.level != nil {
		cfg.Session.Level = *ch.level
	}
	if ch.breath != "" {
		if _, err := cfg.Breath.Named(ch.breath); err != nil {
			return cfg, misused("--breath: %w", err)
		}
		cfg.Breath.Pattern = ch.breath
	}
	return cfg, nil
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
		if flag == "without" && lib.BrokenPose(name) != nil {
			p, err = content.Pose{ID: name}, nil // the built-in one can be left out all the same
		}
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
