package tui

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"
	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"catcow/tui/letters"
)

// A cell of the film, in points, and the seam around the screen.
const filmCellWidth, filmCellHeight, filmSeam = 10, 20, 10

// filmFrame is the time between two shots while something moves.
const filmFrame = time.Second / 10

// camera films what a terminal shows.
type camera struct {
	t          *testing.T
	r          *rig
	term       *filmTerminal
	mono, bold font.Face
	typeface   *sfnt.Font
	cols, rows int
	last       *image.RGBA // the whole screen
	shots      []shot
	brief      bool // of a roll, only the first shot and the last
}

// shot is what changed on the screen, and how long it stands.
type shot struct {
	image *image.RGBA
	stays time.Duration
}

func newCamera(t *testing.T, cols, rows int) *camera {
	t.Helper()
	face := func(ttf []byte) (*sfnt.Font, font.Face) {
		parsed, err := opentype.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		const em = filmCellWidth / .6 // of a typeface whose letters are all as wide
		f, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: em, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			t.Fatal(err)
		}
		return parsed, f
	}
	c := &camera{t: t, cols: cols, rows: rows}
	c.typeface, c.mono = face(gomono.TTF)
	_, c.bold = face(gomonobold.TTF)
	return c
}

// still films the screen as it is now, for as long.
func (c *camera) still(stays time.Duration) {
	c.r.settle()
	c.shoot(stays)
}

// roll films what happens in that time.
func (c *camera) roll(length time.Duration) {
	if c.brief {
		length = 2 * filmFrame
	}
	for range length / filmFrame {
		time.Sleep(filmFrame)
		synctest.Wait()
		c.shoot(filmFrame)
	}
}

// shoot keeps what has changed since the shot before.
func (c *camera) shoot(stays time.Duration) {
	now := c.draw()
	changed := now.Bounds()
	if c.last != nil {
		changed = difference(c.last, now)
	}
	c.last = now
	if changed.Empty() {
		c.shots[len(c.shots)-1].stays += stays
		return
	}
	part := image.NewRGBA(changed)
	draw.Draw(part, changed, now, changed.Min, draw.Src)
	c.shots = append(c.shots, shot{part, stays})
}

// difference is where two images of one size differ.
func difference(a, b *image.RGBA) image.Rectangle {
	var r image.Rectangle
	w := a.Rect.Dx()
	for y := range a.Rect.Dy() {
		of, to := a.Pix[y*a.Stride:][:4*w], b.Pix[y*b.Stride:][:4*w]
		if bytes.Equal(of, to) {
			continue
		}
		left, right := 0, w
		for [4]byte(of[4*left:]) == [4]byte(to[4*left:]) {
			left++
		}
		for [4]byte(of[4*right-4:]) == [4]byte(to[4*right-4:]) {
			right--
		}
		r = r.Union(image.Rect(left, y, right, y+1))
	}
	return r
}

// draw is the screen as an image.
func (c *camera) draw() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, c.cols*filmCellWidth+2*filmSeam, c.rows*filmCellHeight+2*filmSeam))
	draw.Draw(img, img.Rect, image.NewUniform(filmPaper()), image.Point{}, draw.Src)
	c.term.mu.Lock()
	defer c.term.mu.Unlock()
	for y := range c.rows {
		for x := range c.cols {
			if cell := c.term.screen.CellAt(x, y); cell != nil {
				c.cell(img, place(x, y, 1, 1), cell)
			}
		}
	}
	for id, at := range c.term.placed {
		picture := c.term.images[id]
		xdraw.CatmullRom.Scale(img, place(at.Min.X, at.Min.Y, at.Dx(), at.Dy()), picture, picture.Bounds(), draw.Src, nil)
	}
	return img
}

// place is where a block of cells is in the image.
func place(x, y, w, h int) image.Rectangle {
	return image.Rect(x*filmCellWidth, y*filmCellHeight, (x+w)*filmCellWidth, (y+h)*filmCellHeight).Add(image.Pt(filmSeam, filmSeam))
}

func filmPaper() color.Color { return color.RGBA{0x0e, 0x14, 0x1c, 0xff} }

func (c *camera) cell(img *image.RGBA, at image.Rectangle, cell *uv.Cell) {
	fg, bg := cell.Style.Fg, cell.Style.Bg
	if fg == nil {
		fg = color.RGBA{0xd5, 0xde, 0xe8, 0xff}
	}
	if bg == nil {
		bg = filmPaper()
	}
	if cell.Style.Attrs&uv.AttrReverse != 0 {
		fg, bg = bg, fg
	}
	draw.Draw(img, at, image.NewUniform(bg), image.Point{}, draw.Src)
	r, _ := utf8.DecodeRuneInString(cell.Content)
	if strings.TrimSpace(cell.Content) == "" || r == '\u00a0' {
		return
	}
	if c.block(img, at, r, fg) {
		return
	}
	face := c.mono
	if cell.Style.Attrs&uv.AttrBold != 0 {
		face = c.bold
	}
	if i, err := c.typeface.GlyphIndex(nil, r); err != nil || i == 0 {
		c.t.Errorf("the film has no letter %q", r)
	}
	d := font.Drawer{Dst: img, Src: image.NewUniform(fg), Face: face, Dot: fixed.P(at.Min.X, at.Max.Y-5)}
	d.DrawString(string(r))
}

// block draws a character that fills its cell in a way of its own, or that the
// typeface does not have. It reports whether it is one.
func (c *camera) block(img *image.RGBA, at image.Rectangle, r rune, ink color.Color) bool {
	paint := func(x0, y0, x1, y1 int) {
		draw.Draw(img, image.Rect(x0, y0, x1, y1).Add(at.Min), image.NewUniform(ink), image.Point{}, draw.Src)
	}
	const w, h = filmCellWidth, filmCellHeight
	if quarters := strings.IndexRune(letters.Quarters, r); quarters > 0 {
		n := utf8.RuneCountInString(letters.Quarters[:quarters])
		for q := range 4 {
			if left, top := q&1*w/2, q>>1*h/2; n>>(3-q)&1 == 1 {
				paint(left, top, left+w/2, top+h/2)
			}
		}
		return true
	}
	switch r {
	case '━':
		paint(0, h/2-2, w, h/2+2)
	case '─':
		paint(0, h/2-1, w, h/2)
	case '│':
		paint(w/2-1, 0, w/2, h)
	case '╭':
		paint(w/2-1, h/2-1, w/2, h)
		paint(w/2-1, h/2-1, w, h/2)
	case '╮':
		paint(w/2-1, h/2-1, w/2, h)
		paint(0, h/2-1, w/2, h/2)
	case '╰':
		paint(w/2-1, 0, w/2, h/2)
		paint(w/2-1, h/2-1, w, h/2)
	case '╯':
		paint(w/2-1, 0, w/2, h/2)
		paint(0, h/2-1, w/2, h/2)
	case '▸':
		outline(img, at, ink, 2, 5, 8, 10, 2, 15)
	case '✓':
		outline(img, at, ink, 1, 10, 2, 9, 4, 12, 8, 4, 9, 5, 4, 15)
	default:
		return false
	}
	return true
}

// outline fills what lies between some points of a cell.
func outline(img *image.RGBA, at image.Rectangle, ink color.Color, xy ...float32) {
	z := vector.NewRasterizer(at.Dx(), at.Dy())
	z.MoveTo(xy[0], xy[1])
	for i := 2; i < len(xy); i += 2 {
		z.LineTo(xy[i], xy[i+1])
	}
	z.ClosePath()
	z.Draw(img, at, image.NewUniform(ink), image.Point{})
}

// f changes the view, and it is remembered.
func TestTheViewIsRemembered(t *testing.T) {
	t.Parallel()
	m, _ := matAt(t, "lower-back", "unicode", 80, 24)
	far := m.render()
	send(m, "f")
	if m.render() == far || m.o.State.Close == nil || !*m.o.State.Close {
		t.Error("f changes nothing")
	}
	if send(m, "f"); *m.o.State.Close {
		t.Error("it is not changed back")
	}
}
