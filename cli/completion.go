package cli

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
)

const completionHelp = `Print what your shell needs so that the tab key finishes commands, routines and
poses. The help of each shell says where to put it.`

// completion puts our words to the command that cobra makes.
func (a *app) completion(c *cobra.Command) {
	c.Short = "let the tab key finish your words"
	c.Long = completionHelp
	c.Args = noCommand
	c.RunE = a.run(func(context.Context, []string) error { return c.Help() })
	for _, shell := range c.Commands() {
		shell.Short = "for " + shell.Name()
		shell.Args = none
	}
}

// finished is what the tab key makes of a beginning: nothing on stderr, whatever
// is wrong, because it would land in the middle of a command line.
type finished = func(c *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective)

// complete says how the value of a flag is finished.
func (a *app) complete(c *cobra.Command, flag string, f finished) {
	// Cobra refuses a flag that is not there or has its function already;
	// neither can come from outside.
	_ = c.RegisterFlagCompletionFunc(flag, f)
}

func (a *app) routineNames(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	lib, _ := content.Load(roots()...)
	return beginning(begun, routineIDs(lib)), cobra.ShellCompDirectiveNoFileComp
}

func (a *app) anyNames(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	lib, _ := content.Load(roots()...)
	return beginning(begun, append(routineIDs(lib), poseIDs(lib.Poses(), begun)...)), cobra.ShellCompDirectiveNoFileComp
}

// beginning is those that begin with what was typed.
func beginning(begun string, all []cobra.Completion) []cobra.Completion {
	return slices.DeleteFunc(all, func(c cobra.Completion) bool { return !strings.HasPrefix(c, begun) })
}

func routineIDs(lib *content.Library) []cobra.Completion {
	var out []cobra.Completion
	for _, r := range lib.Routines() {
		out = append(out, cobra.CompletionWithDesc(r.ID, r.Name))
	}
	return out
}

// poseIDs are the poses, and the variants of one that is spelled out.
func poseIDs(poses []content.Pose, begun string) []cobra.Completion {
	var out []cobra.Completion
	for i := range poses {
		p := &poses[i]
		out = append(out, cobra.CompletionWithDesc(p.ID, p.Name))
		if !strings.HasPrefix(begun, p.ID+"/") {
			continue
		}
		for _, v := range p.Variants {
			out = append(out, cobra.CompletionWithDesc(p.ID+"/"+v.ID, v.Name))
		}
	}
	return out
}

// poseList finishes the last of several poses: those of the routine where it is
// known, all of them where it is not.
func (a *app) poseList(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	lib, _ := content.Load(roots()...)
	poses := lib.Poses()
	if len(args) > 0 {
		if r, err := lib.Routine(args[0]); err == nil {
			poses = nil
			for i := range r.Items {
				poses = append(poses, r.Items[i].Pose)
			}
		}
	}
	comma := strings.LastIndex(begun, ",") + 1
	var out []cobra.Completion
	for _, id := range poseIDs(poses, begun[comma:]) {
		if full := begun[:comma] + id; !slices.Contains(out, full) {
			out = append(out, full)
		}
	}
	return beginning(begun, out), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func (a *app) breathNames(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	cfg, err := config.Load(a.Defaults, nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return beginning(begun, slices.Sorted(maps.Keys(cfg.Breath.Patterns))), cobra.ShellCompDirectiveNoFileComp
}
