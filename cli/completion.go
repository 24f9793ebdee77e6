package cli

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
)

// completionCommand is the one that cobra makes for the commands there are, with our
// words.
func completionCommand(root *cobra.Command) *cobra.Command {
	root.InitDefaultCompletionCmd()
	c, _, _ := root.Find([]string{"completion"}) // it is there
	c.Use = "completion SHELL"
	c.Short = "let the tab key finish your words"
	c.Long = `Print what your shell needs so that the tab key finishes commands, routines and
poses. The help of each shell says where to put it.`
	c.Args = noCommand
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	for _, shell := range c.Commands() {
		shell.Short = "for " + shell.Name()
		shell.Args = noArgs
	}
	return c
}

// What follows is called by the tab key. It says nothing on stderr, whatever is
// wrong, because that would land in the middle of a command line.

// firstOnly finishes the first argument; there is no second.
func firstOnly(finish cobra.CompletionFunc) cobra.CompletionFunc {
	return func(c *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return finish(c, args, begun)
	}
}

// completeRoutine finishes the name of a routine.
func (a *app) completeRoutine(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	lib, _ := a.load()
	return withPrefix(begun, routineIDs(lib)), cobra.ShellCompDirectiveNoFileComp
}

// completeName finishes the name of a routine or a pose.
func (a *app) completeName(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	lib, _ := a.load()
	return withPrefix(begun, append(routineIDs(lib), poseIDs(lib.Poses(), begun)...)), cobra.ShellCompDirectiveNoFileComp
}

// completePoses finishes the last of several poses: those of the routine where
// it is known, all of them where it is not.
func (a *app) completePoses(_ *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	lib, _ := a.load()
	poses := lib.Poses()
	if len(args) > 0 {
		if r, err := lib.Routine(args[0]); err == nil {
			poses = nil
			for i := range r.Items {
				poses = append(poses, r.Items[i].Pose)
			}
		}
	}
	return completeLast(begun, poseIDs(poses, begun[strings.LastIndex(begun, ",")+1:]))
}

func completeRegions(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return completeLast(begun, content.Regions())
}

// completeLast finishes the last of several words with commas between them.
func completeLast(begun string, words []cobra.Completion) ([]cobra.Completion, cobra.ShellCompDirective) {
	comma := strings.LastIndex(begun, ",") + 1
	var out []cobra.Completion
	for _, word := range words {
		if full := begun[:comma] + word; !slices.Contains(out, full) {
			out = append(out, full)
		}
	}
	return withPrefix(begun, out), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeBreath finishes the name of a breath pattern.
func (a *app) completeBreath(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	cfg, err := config.Load(a.Defaults, nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return withPrefix(begun, slices.Sorted(maps.Keys(cfg.Breath.Patterns))), cobra.ShellCompDirectiveNoFileComp
}

func withPrefix(begun string, all []cobra.Completion) []cobra.Completion {
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
