package figure_test

import (
	"flag"
	"fmt"
	"image"
	"path/filepath"
	"strings"
	"testing"

	"catcow/figure"
	"catcow/figure/figuretest"
)

var (
	wayEnds   = flag.String("ends", "standing,supine-twist:centred-hips", "from and to of TestWay, such as 'sphinx,supine-twist:shifted-hips'; a name of its own is standing")
	waySecs   = flag.Float64("seconds", 9, "how long the way may take")
	wayFrames = flag.Int("frames", 24, "pictures of the way")
)

// TestWay draws the way from the end of a pose to the beginning of another: -sheet out.png -ends cat-cow,sphinx -run TestWay.
func TestWay(t *testing.T) {
	side := figure.Right
	if *sheetLeft {
		side = figure.Left
	}
	a, b, _ := strings.Cut(*wayEnds, ",")
	to := builtinSet(t, b, side)
	from := figure.Standing(to.Step(0))
	if a != "standing" {
		set := builtinSet(t, a, side)
		from = set.Release
	}
	way := figure.Transition(&from, to.Step(0), *waySecs)
	theme := figure.DarkTheme()
	r := &figure.Renderer{}
	var tiles []*image.RGBA
	var labels []string
	for n := range *wayFrames {
		at := float64(n) / float64(*wayFrames-1)
		p := way.At(at)
		tile := image.NewRGBA(image.Rect(0, 0, 240, 160))
		for i, c := range r.Pixels(&p, figure.View{Camera: *sheetView}, 240, 160, &theme, .5) {
			tile.Set(i%240, i/240, c)
		}
		tiles, labels = append(tiles, tile), append(labels, fmt.Sprintf("%.1f of %.1f s", at*way.Seconds(), way.Seconds()))
	}
	writeSheet(t, tiles, labels)
}

// builtinSet is the set of a built-in pose, "id" or "id:variant".
func builtinSet(tb testing.TB, name string, side figure.Side) figure.Set {
	tb.Helper()
	id, variant, _ := strings.Cut(name, ":")
	f, problems := figure.Parse(figuretest.Table(tb, filepath.Join("..", "content", "poses", id+".toml")))
	for _, p := range problems {
		tb.Errorf("%s: %v", id, p)
	}
	if f == nil {
		tb.FailNow()
	}
	set, _ := f.Postures(variant, side)
	return set
}
