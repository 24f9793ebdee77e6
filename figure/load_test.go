package figure_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"catcow/figure"
)

// table decodes the [figure] table of a file.
func table(tb testing.TB, file string) map[string]any {
	tb.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	return decode(tb, string(text))
}

func decode(tb testing.TB, text string) map[string]any {
	tb.Helper()
	var doc struct{ Figure map[string]any }
	if _, err := toml.Decode(text, &doc); err != nil {
		tb.Fatal(err)
	}
	return doc.Figure
}

// load reads one of the reference figures.
func load(tb testing.TB, name string) *figure.Figure {
	tb.Helper()
	f, problems := figure.Parse(table(tb, filepath.Join("testdata", name+".toml")))
	for _, p := range problems {
		tb.Errorf("%s: %v", name, p)
	}
	if f == nil {
		tb.FailNow()
	}
	return f
}

// names are the reference figures.
func names(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("testdata/*.toml")
	if err != nil || len(files) == 0 {
		tb.Fatal("no reference figures", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".toml")
	}
	return files
}

func TestParse_ReadsTheReferenceFigures(t *testing.T) {
	for _, name := range names(t) {
		load(t, name)
	}
}
