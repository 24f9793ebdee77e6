package figure_test

import (
	"path/filepath"
	"strings"
	"testing"

	"catcow/figure"
	"catcow/figure/figuretest"
)

// TestAuthors says what is wrong with the figures of pose files: go test ./figure -run TestAuthors -v -figures 'pattern'.
func TestAuthors(t *testing.T) {
	for pattern := range strings.SplitSeq(*sheetOf, ",") {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, file := range files {
			name := filepath.Base(file)
			tab := figuretest.Table(t, file)
			if tab == nil {
				t.Logf("%s: no [figure]", name)
				continue
			}
			f, problems := figure.Parse(tab)
			for _, p := range problems {
				t.Errorf("%s: %v", name, p)
			}
			if f == nil {
				continue
			}
			findings := figure.Check(f)
			for _, g := range findings {
				t.Errorf("%s: %s: %s", name, g.Check, g.Text)
			}
			t.Logf("%s: %d keys, %d findings", name, len(f.Keys()), len(findings))
		}
	}
}
