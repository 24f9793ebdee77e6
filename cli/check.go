package cli

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
)

const checkExample = `  catcow check
  catcow check my-pose.toml`

const checkHelp = `Look for mistakes in poses and routines you wrote, and in your settings: all of
them, or the files you name. A line for each mistake says where it is and what
is wanted.`

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "check [FILE…]",
		Short:   "look for mistakes in your poses, routines and settings",
		Long:    checkHelp,
		Example: checkExample,
		Args:    cobra.ArbitraryArgs,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault // any file
		},
		RunE: func(_ *cobra.Command, files []string) error {
			if len(files) == 0 {
				return a.checkOwn()
			}
			return a.checkFiles(files)
		},
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
		a.print(noFilesText(config.Dir()))
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
		return decode.Problems{{File: file, Text: fmt.Sprintf("cannot be read: %v", cause(err))}}
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
	a.print(checkedText(count))
	return nil
}

// overlay is a folder of poses and routines whose files lie anywhere: where they
// seem to be, and where they are.
type overlay map[string]string

// add puts a file where one of the user's own belongs.
func (o overlay) add(file string) {
	folder := "poses"
	if routine(file) {
		folder = "routines"
	}
	o[fmt.Sprintf("%s/file %06d of those to check.toml", folder, len(o)+1)] = file
}

// routine reports whether a file holds a routine, which shows in what it says:
// it has items. It may be a broken one, so it is not parsed for that.
func routine(file string) bool {
	const most = 1 << 20
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > most {
		return false // said when it is read for good
	}
	text, err := os.ReadFile(file)
	return err == nil && regexp.MustCompile(`(?m)^\s*("?items"?\s*=|\[\[\s*"?items"?\s*\]\])`).Match(text)
}

// Open is for [fs.FS].
func (o overlay) Open(name string) (fs.File, error) {
	if file, ok := o[name]; ok {
		return os.Open(file)
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir is for [fs.ReadDirFS].
func (o overlay) ReadDir(dir string) ([]fs.DirEntry, error) {
	var entries []fs.DirEntry
	for name, file := range o {
		if path.Dir(name) == dir {
			entries = append(entries, entry{path.Base(name), file})
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// entry is a file of an overlay. One that is not there counts as a plain file,
// so that opening it says what is wrong.
type entry struct{ name, file string }

func (e entry) Name() string { return e.name }

func (e entry) IsDir() bool { return e.Type().IsDir() }

func (e entry) Info() (fs.FileInfo, error) { return os.Stat(e.file) }

func (e entry) Type() fs.FileMode {
	info, err := e.Info()
	if err != nil {
		return 0
	}
	return info.Mode().Type()
}

// problems are those of the files, and those that others have only because of
// them: a pose that takes the place of another can break a routine.
func (o overlay) problems() decode.Problems {
	own, before := content.Load(roots()...)
	before = append(before, own.CheckFigures()...)
	lib, after := content.Load(append(roots(), content.Root{FS: o})...)
	after = append(after, lib.CheckFigures()...)
	after = slices.DeleteFunc(after, func(p decode.Problem) bool { return slices.Contains(before, p) })
	for i := range after {
		p := &after[i]
		for seeming, file := range o {
			seeming = filepath.FromSlash(seeming)
			p.Text = strings.ReplaceAll(p.Text, seeming, file)
			if p.File == seeming {
				p.File = file
			}
		}
	}
	slices.SortStableFunc(after, func(a, b decode.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return after
}
