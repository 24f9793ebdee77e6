package pixels

import (
	"image"
	"image/color"
	"strconv"
	"strings"
	"testing"

	"catcow/content"
	"catcow/figure"
	"catcow/motion"
)

// decodeSixel draws a stripe at a height of a picture.
func decodeSixel(t *testing.T, to *image.RGBA, top int, data string) {
	t.Helper()
	data, ok := strings.CutPrefix(data, "\x1bP0;0;0q\"1;1;")
	data, end := strings.CutSuffix(data, "\x1b\\")
	if !ok || !end {
		t.Fatal("no Sixel")
	}
	number := func() int {
		n := 0
		for data != "" && data[0] >= '0' && data[0] <= '9' {
			n, data = 10*n+int(data[0]-'0'), data[1:]
		}
		return n
	}
	number()
	data = data[1:] // ;
	number()
	colors := map[int]color.RGBA{}
	var c color.RGBA
	x, y, n := 0, top, 1
	for data != "" {
		b := data[0]
		data = data[1:]
		switch b {
		case '#':
			i := number()
			if strings.HasPrefix(data, ";2;") {
				data = data[3:]
				var v [3]uint8
				for k := range v {
					v[k] = uint8((number()*255 + 50) / 100)
					if k < 2 {
						data = data[1:]
					}
				}
				colors[i] = color.RGBA{v[0], v[1], v[2], 255}
				continue
			}
			c, ok = colors[i]
			if !ok {
				t.Fatalf("colour %d is not defined", i)
			}
		case '!':
			n = number()
			continue
		case '$':
			x = 0
		case '-':
			x, y = 0, y+band
		default:
			for range n {
				for bit := range band {
					if (b-'?')>>bit&1 == 1 {
						to.SetRGBA(x, y+bit, c)
					}
				}
				x++
			}
		}
		n = 1
	}
}

// What is sent is the picture, every pixel of it, in nearly its colours, as large as
// the block; whole or in stripes that begin with a row of cells.
func TestSixelIsThePicture(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	for _, cell := range []cellSize{{8, 17}, {10, 20}, {6, 12}, {20, 41}} {
		for _, one := range []bool{true, false} {
			p := Picture{Hold: "x", W: 30, H: 9, Theme: figure.DarkTheme(), Posture: still(t, lib, "cat-cow"), cell: cell}
			a := artist{sixel: sixelEncoder{one: one}}
			msg, ok := a.draw(&p, 7, Sixel).(drawnMsg)
			if !ok || msg.sixel == nil {
				t.Fatal("nothing is drawn")
			}
			width, height := p.W*cell.w, p.H*cell.h/band*band
			got := image.NewRGBA(image.Rect(0, 0, width, p.H*cell.h))
			for _, s := range msg.sixel {
				decodeSixel(t, got, s.row*cell.h, s.data)
			}
			if one != (len(msg.sixel) == 1) {
				t.Errorf("%v: %d stripes", cell, len(msg.sixel))
			}
			w, h := p.points()
			points := append([]color.RGBA{}, a.renderer.Pixels(&p.Posture, figure.View{}, w, h, &p.Theme, 0)...)
			var e sixelEncoder
			var want []color.RGBA
			for y := range height {
				want = append(want, e.scaleRow(points, w, h, y, width, p.H*cell.h)...)
			}
			far := 0
			for i := range width * height {
				g := got.RGBAAt(i%width, i/width)
				if g.A == 0 {
					t.Fatalf("%v: a hole at %d, %d", cell, i%width, i/width)
				}
				c := want[i]
				if d := max(diff(g.R, c.R), diff(g.G, c.G), diff(g.B, c.B)); d > 40 {
					far++
				}
			}
			if far*200 > width*height {
				t.Errorf("%v: %d pixels of %d have another colour", cell, far, width*height)
			}
			if g := got.RGBAAt(0, 0); diff(g.R, p.background().R) > 2 || diff(g.B, p.background().B) > 2 {
				t.Errorf("the background is %v", g)
			}
		}
	}
}

func diff(a, b uint8) int { return int(max(a, b) - min(a, b)) }

// Pictures of a hold have the colours in common, and only stripes that change are sent.
func TestOnlyStripesThatChangeAreSent(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	var a artist
	var images [2][]stripe
	for i := range images {
		p := Picture{
			Hold: "x", W: 46, H: 16, Theme: figure.DarkTheme(), Breath: float64(i) / Fills,
			Posture: still(t, lib, "supine-twist"), cell: cellSize{8, 16},
		}
		msg, _ := a.draw(&p, 7+i, Sixel).(drawnMsg)
		images[i] = msg.sixel
	}
	place := rect{3, 4, 46, 16}
	before := &placed{&stored{id: 7, sixel: images[0]}, place}
	after := &placed{&stored{id: 8, sixel: images[1]}, place}
	all, some := after.show(before, false), after.show(before, true)
	if len(some) == 0 || len(some)*10 > len(all)*9 {
		t.Errorf("%d bytes are sent of %d", len(some), len(all))
	}
	if !strings.HasPrefix(all, "\x1b["+strconv.Itoa(place.y+1)+";"+strconv.Itoa(place.x+1)+"H\x1bP") {
		t.Errorf("it begins with %q", all[:12])
	}
}

func TestAPaletteHasTheColoursThatThereAre(t *testing.T) {
	t.Parallel()
	black := color.RGBA{0, 0, 0, 255}
	few := []color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 0, 0, 255}}
	var e sixelEncoder
	p := e.newPalette(few, 16, black)
	if len(p.colors) != 4 {
		t.Errorf("%d colours of three and the background", len(p.colors))
	}
	for _, c := range append(few, black) {
		if got := p.colors[p.index(c)]; got != c {
			t.Errorf("%v is shown as %v", c, got)
		}
	}
	if p := e.newPalette(few, 3, black); len(p.colors) != 3 {
		t.Errorf("%d colours where there may be three", len(p.colors))
	}
}

func still(tb testing.TB, lib *content.Library, name string) figure.Posture {
	tb.Helper()
	p, err := lib.Pose(name)
	if err != nil {
		tb.Fatal(err)
	}
	posture, ok := motion.Still(&p)
	if !ok {
		tb.Fatalf("%s has no figure", name)
	}
	return posture
}
