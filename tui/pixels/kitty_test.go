package pixels

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"image/color"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// commands are the graphics commands in what is written to a terminal.
func commands(s string) (out []kitty.Options, data []string) {
	for {
		_, rest, ok := strings.Cut(s, "\x1b_G")
		if !ok {
			return out, data
		}
		command, after, _ := strings.Cut(rest, "\x1b\\")
		options, payload, _ := strings.Cut(command, ";")
		var o kitty.Options
		_ = o.UnmarshalText([]byte(options))
		o.Chunk = strings.Contains(options, "m=1")
		out, data, s = append(out, o), append(data, payload), after
	}
}

func TestAPictureIsSentInPieces(t *testing.T) {
	t.Parallel()
	for _, side := range []int{1, 60, 200} {
		rgb := make([]byte, 3*side*side)
		for i := range rgb {
			rgb[i] = byte(i * i >> 3) // hard to pack
		}
		all, data := commands(transmission(1234567, rgb, side, side, 52, 18, true))
		if o := all[0]; o.ID != 1234567 || o.Action != kitty.TransmitAndPut || !o.VirtualPlacement || o.Columns != 52 ||
			o.Rows != 18 || o.ImageWidth != side || o.ImageHeight != side || o.Format != kitty.RGB || o.Quiet != 0 {
			t.Errorf("%d: %v", side, o)
		}
		for i, d := range data {
			if last := i == len(data)-1; len(d) > kitty.MaxChunkSize || !last && len(d)%4 != 0 || all[i].Chunk == last {
				t.Errorf("%d: piece %d of %d has %d characters, more to come: %v", side, i, len(data), len(d), all[i].Chunk)
			}
		}
		packed, err := base64.StdEncoding.DecodeString(strings.Join(data, ""))
		if err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, rgb) {
			t.Errorf("%d: %d bytes arrive of %d, %v", side, len(got), len(rgb), err)
		}
	}
}

func TestPicturesAreTakenDownWithoutAnAnswer(t *testing.T) {
	t.Parallel()
	all, _ := commands(deletion(1001, 70000))
	var ids []int
	for _, o := range all {
		ids = append(ids, o.ID)
		if o.Action != kitty.Delete || o.Delete != kitty.DeleteID || !o.DeleteResources || o.Quiet != 2 {
			t.Errorf("%v", o)
		}
	}
	if !slices.Equal(ids, []int{1001, 70000}) {
		t.Errorf("got %v", ids)
	}
}

// Lines of placeholders are as wide as they say, whatever stands for a cell.
func TestPlaceholdersFillTheirBlock(t *testing.T) {
	t.Parallel()
	for _, covered := range []bool{false, true} {
		for _, size := range [][4]int{{52, 18, 52, 18}, {297, 1, 297, 297}, {60, 20, 52, 18}, {30, 9, 52, 18}, {24, 8, 0, 0}} {
			w, h, cols, rows := size[0], size[1], size[2], size[3]
			lines := placeholders(0x010203, cols, rows, w, h, color.Black, covered)
			if len(lines) != h {
				t.Fatalf("%v: %d lines", size, len(lines))
			}
			for y, l := range lines {
				want := 0
				if y < rows {
					want = min(w, cols)
				}
				if got := ansi.StringWidth(l); got != w {
					t.Errorf("%v: line %d is %d wide", size, y, got)
				}
				if got := strings.Count(l, string(kitty.Placeholder)); got != want {
					t.Errorf("%v: line %d has %d placeholders, want %d", size, y, got, want)
				}
				if !strings.Contains(l, "38;2;1;2;3") {
					t.Errorf("%v: line %d does not name its picture: %q", size, y, l)
				}
				if place := string([]rune{kitty.Placeholder, kitty.Diacritic(y), kitty.Diacritic(0)}); want > 0 && !strings.Contains(l, place) {
					t.Errorf("%v: line %d does not name its place", size, y)
				}
			}
		}
	}
}
