package figure_test

import (
	"testing"

	"catcow/figure"
)

func TestCheck_ReferenceFiguresPass(t *testing.T) {
	for _, name := range names(t) {
		for _, f := range figure.Check(load(t, name)) {
			t.Errorf("%s: %v", name, f)
		}
	}
}
