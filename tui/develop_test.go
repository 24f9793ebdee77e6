package tui

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"slices"
	"testing"
	"time"
)

// length is how long the film takes.
func (c *camera) length() time.Duration {
	var sum time.Duration
	for _, s := range c.shots {
		sum += s.stays
	}
	return sum
}

// develop makes a GIF of the shots. What does not change from one to the next is
// transparent, and all share one palette.
func develop(t *testing.T, shots []shot) []byte {
	t.Helper()
	pal := filmPalette(shots)
	film := gif.GIF{Config: image.Config{
		ColorModel: pal, Width: shots[0].image.Rect.Dx(), Height: shots[0].image.Rect.Dy(),
	}}
	screen := image.NewPaletted(shots[0].image.Rect, pal)
	nearest := map[color.RGBA]uint8{}
	for _, s := range shots {
		part := image.NewPaletted(s.image.Rect, pal)
		for y := part.Rect.Min.Y; y < part.Rect.Max.Y; y++ {
			for x := part.Rect.Min.X; x < part.Rect.Max.X; x++ {
				c := s.image.RGBAAt(x, y)
				i, ok := nearest[c]
				if !ok {
					i = uint8(1 + pal[1:].Index(c))
					nearest[c] = i
				}
				if screen.ColorIndexAt(x, y) != i {
					screen.SetColorIndex(x, y, i)
					part.SetColorIndex(x, y, i)
				}
			}
		}
		film.Image = append(film.Image, part)
		film.Delay = append(film.Delay, int(s.stays/(10*time.Millisecond)))
		film.Disposal = append(film.Disposal, gif.DisposalNone)
	}
	var file bytes.Buffer
	if err := gif.EncodeAll(&file, &film); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// tint is a colour and how many points have it.
type tint struct {
	rgb [3]uint8
	n   int
}

// filmPalette is the 255 colours that do best, after the one for what does not change:
// the box of colours in which most points are farthest apart is halved, over and over.
func filmPalette(shots []shot) color.Palette {
	counts := map[[3]uint8]int{}
	for _, s := range shots {
		for i := 0; i < len(s.image.Pix); i += 4 {
			counts[[3]uint8(s.image.Pix[i:i+3])]++
		}
	}
	var all []tint
	for c, n := range counts {
		all = append(all, tint{c, n})
	}
	slices.SortFunc(all, func(a, b tint) int { return bytes.Compare(a.rgb[:], b.rgb[:]) }) // the same every time
	boxes := [][]tint{all}
	for len(boxes) < 255 {
		worst, channel, most := 0, 0, 0.
		for i, b := range boxes {
			if c, spread := spreadOf(b); spread > most {
				worst, channel, most = i, c, spread
			}
		}
		if most == 0 {
			break
		}
		b := boxes[worst]
		slices.SortStableFunc(b, func(x, y tint) int { return int(x.rgb[channel]) - int(y.rgb[channel]) })
		half, sum, at := total(b)/2, 0, 0
		for at < len(b)-1 && (at == 0 || sum < half) {
			sum += b[at].n
			at++
		}
		boxes[worst] = b[:at]
		boxes = append(boxes, b[at:])
	}
	pal := color.Palette{color.RGBA{}}
	for _, b := range boxes {
		pal = append(pal, mean(b))
	}
	return pal
}

// spreadOf is in which channel the colours of a box are farthest apart, and by how much, the
// many more than the few.
func spreadOf(box []tint) (channel int, spread float64) {
	n := float64(total(box))
	for c := range 3 {
		var sum, squares float64
		for _, t := range box {
			v := float64(t.rgb[c])
			sum += v * float64(t.n)
			squares += v * v * float64(t.n)
		}
		// Few points of a colour of their own are still seen.
		if v := squares - sum*sum/n; v > spread && len(box) > 1 {
			channel, spread = c, v
		}
	}
	return channel, spread
}

func total(box []tint) int {
	n := 0
	for _, t := range box {
		n += t.n
	}
	return n
}

func mean(box []tint) color.Color {
	var sum [3]int
	for _, t := range box {
		for c := range 3 {
			sum[c] += int(t.rgb[c]) * t.n
		}
	}
	n := total(box)
	return color.RGBA{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n), 255}
}

// checkFilm looks at the file as a viewer does: its last picture is the last screen that
// was filmed, and things moved.
func checkFilm(t *testing.T, file []byte, c *camera) {
	t.Helper()
	film, err := gif.DecodeAll(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	screen := image.NewRGBA(c.last.Rect)
	for _, part := range film.Image {
		draw.Draw(screen, part.Rect, part, part.Rect.Min, draw.Over)
	}
	off := 0
	for i, v := range c.last.Pix {
		off += max(int(v), int(screen.Pix[i])) - min(int(v), int(screen.Pix[i]))
	}
	if mean := float64(off) / float64(len(c.last.Pix)); mean > 1.5 {
		t.Errorf("the last picture is off by %.1f of 255", mean)
	}
	if film.Disposal[0] != gif.DisposalNone || len(film.Image) < 12 {
		t.Errorf("%d pictures, want a film", len(film.Image))
	}
}
