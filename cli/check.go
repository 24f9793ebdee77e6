package cli

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [FILE...]",
		Short: "look for mistakes in your poses, routines and settings",
		Long: `Look for mistakes in poses and routines you wrote, and in your settings: all of
them, or the files you name. A line for each mistake says where it is and what
is wanted.`,
		Example: `  catcow check
  catcow check my-pose.toml`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault), // any file
		RunE: func(_ *cobra.Command, files []string) error {
			defer a.waiting.await(config.Dir())()
			if len(files) == 0 {
				return a.checkOwn()
			}
			return a.checkFiles(files)
		},
	}
}

// checkOwn checks everything in the user's folder.
func (a *app) checkOwn() error {
	own := content.Root{FS: os.DirFS(config.Dir()), Dir: config.Dir()}
	passed := own.PassedOver()
	for _, p := range passed {
		a.print(p.Error())
	}
	lib, problems := content.Load(roots()...)
	problems = append(problems, lib.CheckFigures()...)
	if _, err := os.Lstat(config.Path()); err == nil {
		cfg, wrong := config.Check(a.Defaults, config.Path())
		problems = append(append(problems, wrong...), hide(lib, cfg.Content)...)
	}
	count := 0
	for _, name := range ownFiles(own.FS) {
		if !strings.HasPrefix(path.Base(name), ".") { // those are passed over
			count++
		}
	}
	switch {
	case count == 0 && len(passed) > 0:
		a.print(noneCheckedText)
		return nil
	case count == 0:
		a.print(noFilesText(config.Dir()))
		return nil
	}
	return a.verdict(count, problems)
}

// checkFiles checks single files as if they lay in the user's folder: what is
// wrong with them, and what others have only because of them, since a pose that
// takes the place of another can break a routine.
func (a *app) checkFiles(files []string) error {
	var problems decode.Problems
	var others []string
	for _, file := range files {
		if filepath.Base(file) == filepath.Base(config.Path()) {
			_, wrong := config.Check(a.Defaults, file)
			problems = append(problems, wrong...)
		} else {
			others = append(others, file)
		}
	}
	return a.verdict(len(files), append(newProblems(content.Root{Files: others}), problems...))
}

// newProblems are those that there are only because of some more files.
func newProblems(more content.Root) decode.Problems {
	own, before := content.Load(roots()...)
	before = append(before, own.CheckFigures()...)
	lib, problems := content.Load(append(roots(), more)...)
	problems = append(problems, lib.CheckFigures()...)
	problems = slices.DeleteFunc(problems, func(p decode.Problem) bool { return slices.Contains(before, p) })
	problems.Sort()
	return problems
}

// verdict prints what was found, a line each.
func (a *app) verdict(count int, problems decode.Problems) error {
	for i := range problems {
		a.print(problems[i].Error())
	}
	if len(problems) > 0 {
		return quiet(codeFailed)
	}
	a.print(checkedText(count))
	return nil
}
