package cli

import (
	"fmt"
	"io/fs"
	"os"
	"strings"

	"catcow/cli/doctor"
	"catcow/config"
	"catcow/content"
	"catcow/decode"
)

// roots are the folders that poses and routines are read from: those that come
// with the program, and the user's own if there are any.
func roots() []content.Root {
	all := []content.Root{content.Builtin()}
	dir := config.Dir()
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		all = append(all, content.Root{FS: os.DirFS(dir), Dir: dir})
	}
	return all
}

// library is everything there is. What is wrong with the user's files is a line
// on stderr and no more: the others are good to use.
func (a *app) library() (*content.Library, decode.Problems) {
	defer a.waiting.await(config.Dir())()
	lib, problems := a.load()
	if len(problems) > 0 {
		a.warn(doctor.ProblemsText(len(problems)))
	}
	return lib, problems
}

// load is the library without what the settings hide. What is wrong with that
// setting is among the problems; settings that cannot be read hide nothing.
func (a *app) load() (*content.Library, decode.Problems) {
	lib, problems := content.Load(roots()...)
	if cfg, err := config.Load(a.Defaults, a.Environ); err == nil {
		problems = append(problems, hide(lib, cfg.Content)...)
	}
	return lib, problems
}

// hide takes what the settings hide out of a library.
func hide(lib *content.Library, c config.Content) decode.Problems {
	var problems decode.Problems
	for _, err := range lib.Hide(c.Hide) {
		p := c.HideAt
		p.Text = err.Error()
		problems = append(problems, p)
	}
	return problems
}

// stamp tells two states of the user's own files apart: their names, sizes and
// times.
func stamp() string {
	var b strings.Builder
	own := os.DirFS(config.Dir())
	for _, name := range ownFiles(own) {
		if info, err := fs.Stat(own, name); err == nil {
			fmt.Fprintln(&b, name, info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}

// ownFiles names what may be read in the user's folder.
func ownFiles(own fs.FS) []string {
	var all []string
	for _, pattern := range []string{"config.toml", "sources.toml", "poses/*.toml", "routines/*.toml"} {
		found, _ := fs.Glob(own, pattern) // the patterns are good
		all = append(all, found...)
	}
	return all
}

// print prints a line, if there is anything in it.
func (a *app) print(text string) {
	if text != "" {
		fmt.Fprintln(a.out, decode.Printable(text))
	}
}
