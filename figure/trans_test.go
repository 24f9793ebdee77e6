package figure_test

import (
	"fmt"
	"image"
	"testing"

	"catcow/figure"
)

// TestWay draws the way between two figures: -sheet out.png -figures a.toml,b.toml -run TestWay.
func TestWay(t *testing.T) {
	if *sheet == "" {
		t.Skip("no -sheet")
	}
	shots := sheetPostures(t)
	from := shots[0].p
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	var tiles []*image.RGBA
	var labels []string
	for _, to := range figure.Transition(&from, &shots[len(shots)-1].p) {
		for n := range 5 {
			p := figure.Blend(&from, &to, float64(n)/5)
			c := r.Draw(&p, figure.View{}, figure.Size{W: 48, H: 16}, figure.Octant, &theme, .5)
			tiles, labels = append(tiles, simulate(c, &theme)), append(labels, fmt.Sprintf("%s %d/5", to.Key(), n))
		}
		from = to
	}
	writeSheet(t, tiles, labels)
}
