// Package figuretest reads figures for the tests of the figure's packages: those of figure/testdata and the built-in ones.
package figuretest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/figure/author"
)

// Decode is the [figure] table of a text.
func Decode(tb testing.TB, text string) map[string]any {
	tb.Helper()
	var doc struct{ Figure map[string]any }
	if _, err := toml.Decode(text, &doc); err != nil {
		tb.Fatal(err)
	}
	return doc.Figure
}

// Table is the [figure] table of a file.
func Table(tb testing.TB, file string) map[string]any {
	tb.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	return Decode(tb, string(text))
}

// Parse is the figure of a text without mistakes.
func Parse(tb testing.TB, text string) *author.Figure {
	tb.Helper()
	f, problems := author.Parse(Decode(tb, text))
	if f == nil || len(problems) > 0 {
		tb.Fatalf("%v in\n%s", problems, text)
	}
	return f
}

// Read is the figure of a file.
func Read(tb testing.TB, file string) *author.Figure {
	tb.Helper()
	f, problems := author.Parse(Table(tb, file))
	if f == nil || len(problems) > 0 {
		tb.Fatal(file, problems)
	}
	return f
}

// Files are the files that match a pattern of slashes from the top of the repository.
func Files(tb testing.TB, pattern string) []string {
	tb.Helper()
	root, err := os.Getwd()
	for ; err == nil; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			break
		}
		if root == filepath.Dir(root) {
			tb.Fatal("no go.mod above")
		}
	}
	files, _ := filepath.Glob(filepath.Join(root, filepath.FromSlash(pattern)))
	if len(files) == 0 {
		tb.Fatal("no files ", pattern)
	}
	return files
}

// Name is the name of a file without its ending.
func Name(file string) string { return strings.TrimSuffix(filepath.Base(file), ".toml") }

// References are the reference figures by their names.
func References(tb testing.TB) map[string]*author.Figure {
	tb.Helper()
	out := map[string]*author.Figure{}
	for _, file := range Files(tb, "figure/testdata/*.toml") {
		out[Name(file)] = Read(tb, file)
	}
	return out
}

// Reference is one of the reference figures.
func Reference(tb testing.TB, name string) *author.Figure {
	tb.Helper()
	return Read(tb, Files(tb, "figure/testdata/"+name+".toml")[0])
}

// Pose is one way to do a built-in pose: its name, "id" or "id/variant", and the postures on both sides.
type Pose struct {
	Name string
	Sets [2]author.Set
}

// Builtins are all ways to do the built-in poses, by name.
func Builtins(tb testing.TB) []Pose {
	tb.Helper()
	var out []Pose
	for _, file := range Files(tb, "content/poses/*.toml") {
		f := Read(tb, file)
		for _, variant := range f.Variants() {
			e := Pose{Name: strings.TrimSuffix(Name(file)+"/"+variant, "/")}
			e.Sets[0], _ = f.Postures(variant, 0)
			e.Sets[1], _ = f.Postures(variant, 1)
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b Pose) int { return strings.Compare(a.Name, b.Name) })
	return out
}
