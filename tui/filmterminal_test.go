package tui

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"image"
	"image/color"
	"io"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"
)

// filmTerminal is a terminal that also shows pictures, in kitty's protocol without
// placeholders, if it is asked to.
type filmTerminal struct {
	*terminal

	p      *tea.Program
	images map[int]image.Image
	placed map[int]image.Rectangle // cells
	coming kitty.Options           // the image whose pieces are on their way
	packed strings.Builder
}

func newFilmTerminal(w, h int) *filmTerminal {
	return &filmTerminal{terminal: newTerminal(w, h), images: map[int]image.Image{}, placed: map[int]image.Rectangle{}}
}

func (f *filmTerminal) Write(b []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	text := string(b)
	for {
		at := sequences.FindStringIndex(text)
		if at == nil {
			break
		}
		_, _ = f.screen.Write([]byte(text[:at[0]]))
		f.sequence(text[at[0]:at[1]])
		text = text[at[1]:]
	}
	_, _ = f.screen.Write([]byte(text))
	return len(b), nil
}

func (f *filmTerminal) sequence(s string) {
	switch s {
	case "\x1b[>q":
		go f.p.Send(uv.TerminalVersionEvent{Name: "WezTerm 20240203"})
	case "\x1b[16t":
		go f.p.Send(uv.CellSizeEvent{Width: filmCellWidth, Height: filmCellHeight})
	case "\x1b[c":
		go func() {
			time.Sleep(time.Millisecond) // after the other answers
			f.p.Send(uv.PrimaryDeviceAttributesEvent{62, 22})
		}()
	default:
		options, data, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(s, "\x1b_G"), "\x1b\\"), ";")
		f.graphics(options, data)
	}
}

func (f *filmTerminal) graphics(options, data string) {
	var o kitty.Options
	_ = o.UnmarshalText([]byte(options))
	switch o.Action {
	case kitty.Delete:
		delete(f.placed, o.ID)
	case kitty.Put:
		at := f.screen.CursorPosition()
		f.placed[o.ID] = image.Rect(at.X, at.Y, at.X+o.Columns, at.Y+o.Rows)
	case kitty.Query:
		f.agree(o.ID)
	default:
		if o.ID != 0 { // the first piece says which it is
			f.coming = o
			f.packed.Reset()
		}
		f.packed.WriteString(data)
		if strings.HasSuffix(options, "m=0") {
			f.images[f.coming.ID] = unpack(f.packed.String(), f.coming.ImageWidth, f.coming.ImageHeight)
			f.agree(f.coming.ID)
		}
	}
}

func (f *filmTerminal) agree(id int) {
	go f.p.Send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: id}, Payload: []byte("OK")})
}

// unpack is an image of packed RGB points; what is missing is white.
func unpack(packed string, w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 0xff
	}
	z, err := zlib.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err != nil {
		return img
	}
	var rgb bytes.Buffer
	_, _ = io.Copy(&rgb, z)
	for i := 0; i+2 < rgb.Len() && i/3 < w*h; i += 3 {
		p := rgb.Bytes()[i:]
		img.SetRGBA(i/3%w, i/3/w, color.RGBA{p[0], p[1], p[2], 0xff})
	}
	return img
}
