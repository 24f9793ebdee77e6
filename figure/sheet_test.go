package figure_test

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"catcow/figure"
	"catcow/figure/figuretest"
)

var (
	sheet     = flag.String("sheet", "", "write a picture of all keys to this PNG file")
	sheetOf   = flag.String("figures", "testdata/*.toml", "which files the sheet shows: a pattern, relative to figure/")
	sheetMode = flag.String("mode", "pixels", "pixels, or a mode of cells")
	sheetSize = flag.String("size", "", "columns×rows of cells, such as 56x18; default 40x20 (pixels), 56x18 (cells)")
	sheetView = flag.Int("view", 0, "which camera")
	sheetTurn = flag.Float64("turn", 0, "degrees to walk around the figure")
	sheetFrom = flag.String("from", "", "look from az,el instead, such as 80,12")
	sheetKeys = flag.String("keys", "", "only these keys")
	sheetCols = flag.Int("cols", 0, "pictures a row")
	sheetLeft = flag.Bool("left", false, "the other side")
	sheetLite = flag.Bool("light", false, "the light theme")
	sheetIn   = flag.Int("between", 0, "also this many postures between neighbouring keys")
)

// TestSheet draws every key of the figures for the eye: go test ./figure -run TestSheet -sheet out.png.
func TestSheet(t *testing.T) {
	mode, cells := figure.ParseMode(*sheetMode)
	size := figure.Size{W: 56, H: 18}
	if !cells {
		size = figure.Size{W: 40, H: 20}
	}
	if *sheetSize != "" {
		if _, err := fmt.Sscanf(*sheetSize, "%dx%d", &size.W, &size.H); err != nil {
			t.Fatal(err)
		}
	}
	theme := figure.DarkTheme()
	if *sheetLite {
		theme = figure.LightTheme()
	}
	var tiles []*image.RGBA
	var labels []string
	r := &figure.Renderer{}
	for _, shot := range sheetPostures(t) {
		view := figure.View{Camera: *sheetView, Turn: *sheetTurn}
		var tile *image.RGBA
		if cells {
			tile = simulate(r.Draw(&shot.p, view, size, mode, &theme, .5), &theme)
		} else {
			tile = image.NewRGBA(image.Rect(0, 0, size.W*8, size.H*16))
			for i, c := range r.Pixels(&shot.p, view, size.W*8, size.H*16, &theme, .5) {
				tile.Set(i%(size.W*8), i/(size.W*8), c)
			}
		}
		tiles, labels = append(tiles, tile), append(labels, shot.label)
	}
	writeSheet(t, tiles, labels)
}

type labelled struct {
	label string
	p     figure.Posture
}

func sheetPostures(t *testing.T) []labelled {
	t.Helper()
	var out []labelled
	for pattern := range strings.SplitSeq(*sheetOf, ",") {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, file := range files {
			tab := figuretest.Table(t, file)
			if tab == nil {
				continue
			}
			f, problems := figure.Parse(tab)
			for _, p := range problems {
				t.Errorf("%s: %v", file, p)
			}
			if f == nil {
				continue
			}
			name := strings.TrimSuffix(filepath.Base(file), ".toml")
			out = append(out, keyPostures(f, name)...)
		}
	}
	return out
}

// keyPostures are the keys that were asked for, with what is between each and the one before it.
func keyPostures(f *figure.Figure, name string) []labelled {
	var out []labelled
	for i, id := range f.Keys() {
		if *sheetKeys != "" && !slices.Contains(strings.Split(*sheetKeys, ","), id) {
			continue
		}
		p := f.Poses[i]
		if *sheetLeft {
			p = p.Mirror()
		}
		if *sheetFrom != "" {
			c := &p.Cameras[0]
			if _, err := fmt.Sscanf(*sheetFrom, "%g,%g", &c.Az, &c.El); err != nil {
				panic(err)
			}
			p.Reframe()
		}
		if len(out) > 0 {
			before := out[len(out)-1].p
			for j := range *sheetIn {
				e := float64(j+1) / float64(*sheetIn+1)
				out = append(out, labelled{fmt.Sprintf("%s %.2f", id, e), figure.Blend(&before, &p, e)})
			}
		}
		out = append(out, labelled{name + " / " + id, p})
	}
	return out
}

// The first keys may be left out, with what is between the others.
func TestKeyPostures_Between(t *testing.T) {
	f, problems := figure.Parse(figuretest.Table(t, "testdata/cat-cow.toml"))
	if f == nil {
		t.Fatal(problems)
	}
	keys := f.Keys()
	defer func(in int, of string) { *sheetIn, *sheetKeys = in, of }(*sheetIn, *sheetKeys)
	*sheetIn, *sheetKeys = 2, strings.Join(keys[1:], ",")
	if got, want := len(keyPostures(f, "cat-cow")), len(keys)-1+2*(len(keys)-2); got != want {
		t.Errorf("%d pictures, want %d", got, want)
	}
}

// simulate draws cells as a terminal with 8×16 pixels a cell would.
func simulate(c figure.Cells, th *figure.Theme) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, c.W*8, c.H*16))
	for y := range c.H {
		for x := range c.W {
			cell := c.At(x, y)
			fg, bg := rgba(cell.FG, true, th), rgba(cell.BG, false, th)
			for py := range 16 {
				for px := range 8 {
					col := bg
					if inked(cell.Rune, px, py) {
						col = fg
					}
					img.SetRGBA(x*8+px, y*16+py, col)
				}
			}
		}
	}
	return img
}

func rgba(c figure.Color, fg bool, th *figure.Theme) color.RGBA {
	if r, g, b, ok := c.RGB(); ok {
		return color.RGBA{r, g, b, 255}
	}
	if i, ok := c.Index(); ok {
		v := [16]uint32{
			0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x3a6ad4, 0x881798, 0x0fa8cd, 0xcccccc,
			0x767676, 0xe74856, 0x16c60c, 0xf9f1a5, 0x6f9bff, 0xb4009e, 0x61d6f6, 0xf2f2f2,
		}[i]
		return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 255}
	}
	if fg == th.Dark {
		return color.RGBA{0xd0, 0xd0, 0xd0, 255}
	}
	b := th.Background
	return color.RGBA{uint8(b.R), uint8(b.G), uint8(b.B), 255}
}

// quads are the quadrant blocks by the bits of their points, left to right and then down.
const quads = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"

// inked is whether a rune of the block characters covers a pixel of its cell.
func inked(r rune, x, y int) bool {
	if r >= 0x2800 && r < 0x2900 {
		bit := [4][2]rune{{1, 8}, {2, 16}, {4, 32}, {64, 128}}[y/4][x/4]
		dx, dy := x%4, y%4
		return (r-0x2800)&bit != 0 && dx >= 1 && dx <= 2 && dy >= 1 && dy <= 2
	}
	if i := strings.IndexRune(quads, r); i >= 0 {
		return utf8.RuneCountInString(quads[:i])>>(y/8*2+x/4)&1 != 0
	}
	if mask := int(r) - 0x1fb00 + 1; mask > 0 && mask < 61 { // sextants, but for those that are halves
		if mask > 20 {
			mask++
		}
		if mask > 41 {
			mask++
		}
		return mask>>(min(2, y*3/16)*2+x/4)&1 != 0
	}
	return glyph(r, x, y)
}

func writeSheet(t *testing.T, tiles []*image.RGBA, labels []string) {
	t.Helper()
	for i, tile := range tiles {
		if plain(tile) {
			t.Errorf("%s: nothing is drawn", labels[i])
		}
	}
	if *sheet == "" {
		return
	}
	if len(tiles) == 0 {
		t.Fatal("nothing to draw")
	}
	cols := *sheetCols
	w, h := tiles[0].Rect.Dx()+6, tiles[0].Rect.Dy()+20
	if cols == 0 {
		cols = max(1, min(len(tiles), 1960/w))
	}
	rows := (len(tiles) + cols - 1) / cols
	img := image.NewRGBA(image.Rect(0, 0, cols*w, rows*h))
	for i := range img.Pix {
		img.Pix[i] = [4]uint8{42, 42, 46, 255}[i%4]
	}
	for i, tile := range tiles {
		ox, oy := i%cols*w+3, i/cols*h+17
		for y := range tile.Rect.Dy() {
			copy(img.Pix[img.PixOffset(ox, oy+y):], tile.Pix[y*tile.Stride:][:tile.Rect.Dx()*4])
		}
		for n, r := range labels[i] {
			for y := range 16 {
				for x := range 8 {
					if n*8 < w-8 && glyph(r, x, y) {
						img.SetRGBA(ox+n*8+x, oy-16+y, color.RGBA{220, 220, 220, 255})
					}
				}
			}
		}
	}
	f, err := os.Create(*sheet)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// plain reports whether a picture is all of one colour.
func plain(p *image.RGBA) bool {
	for i := 4; i < len(p.Pix); i++ {
		if p.Pix[i] != p.Pix[i%4] {
			return false
		}
	}
	return true
}
