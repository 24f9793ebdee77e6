package cli

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check [FILE…]",
		Short:   "look for mistakes in your poses, routines and settings",
		Long:    checkHelp,
		Example: checkExample,
		RunE: a.run(func(_ context.Context, files []string) error {
			if len(files) == 0 {
				return a.checkOwn()
			}
			return a.checkFiles(files)
		}),
	}
}

// checkOwn checks everything in the user's folder.
func (a *app) checkOwn() error {
	lib, problems := content.Load(roots()...)
	problems = append(problems, lib.CheckFigures()...)
	_, err := config.Load(a.Defaults, nil)
	own := os.DirFS(config.Dir())
	count := 0
	for _, pattern := range []string{"config.toml", "sources.toml", "poses/*.toml", "routines/*.toml"} {
		found, _ := fs.Glob(own, pattern) // the patterns are good
		count += len(found)
	}
	if count == 0 {
		a.print(sayNoFiles(config.Dir()))
		return nil
	}
	return a.verdict(count, problems, err)
}

// checkFiles checks single files as if they lay in the user's folder.
func (a *app) checkFiles(files []string) error {
	over := overlay{}
	var settings []error
	for _, file := range files {
		if filepath.Base(file) == filepath.Base(config.Path()) {
			settings = append(settings, a.checkSettings(file))
			continue
		}
		over.add(file)
	}
	return a.verdict(len(files), over.problems(), settings...)
}

func (a *app) checkSettings(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return config.Problems{{File: file, Text: fmt.Sprintf("cannot be read: %v", cause(err))}}
	}
	_, err = config.Decode(a.Defaults, file, text, nil)
	return err
}

// verdict prints what was found, a line each.
func (a *app) verdict(count int, problems decode.Problems, settings ...error) error {
	good := len(problems) == 0
	for i := range problems {
		a.print(problems[i].Error())
	}
	for _, err := range settings {
		if err != nil {
			for line := range strings.SplitSeq(err.Error(), "\n") {
				a.print(line)
			}
			good = false
		}
	}
	if !good {
		return quiet(codeFailed)
	}
	a.print(sayGood(count))
	return nil
}
