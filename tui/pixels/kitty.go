package pixels

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// What is said to a terminal with the graphics protocol of kitty, see
// https://sw.kovidgoyal.net/kitty/graphics-protocol/. Nothing here has a state.

// queryID is the id of the picture that is only asked about. Those that are shown
// have ids above firstID.
const queryID, firstID = 31, 1000

// mostPlaces is how many rows and columns placeholders can name.
const mostPlaces = 297

// kittyQuery asks whether the terminal takes pictures: one of a single point, that
// is not kept.
func kittyQuery() string {
	return ansi.KittyGraphics([]byte("AAAA"), "a=q", "i="+strconv.Itoa(queryID), "s=1", "v=1", "f=24")
}

// cellSizeQuery asks for the size of a cell in pixels.
func cellSizeQuery() string { return ansi.WindowOp(16) }

// transmission hands over an image of RGB points: to be shown by placeholders in a
// block of cols by rows cells, or else to be placed later. The terminal answers when
// it has it.
func transmission(id int, rgb []byte, width, height, cols, rows int, placeholders bool) string {
	var packed bytes.Buffer
	z, _ := zlib.NewWriterLevel(&packed, zlib.BestSpeed) // the rest is not worth its time
	_, _ = z.Write(rgb)                                  // into memory: it cannot fail
	_ = z.Close()
	o := kitty.Options{
		Action: kitty.Transmit, Transmission: kitty.Direct, Format: kitty.RGB, Compression: kitty.Zlib, ID: id,
		ImageWidth: width, ImageHeight: height,
	}
	if placeholders {
		o.Action, o.VirtualPlacement, o.Columns, o.Rows = kitty.TransmitAndPut, true, cols, rows
	}
	return chunks(base64.StdEncoding.AppendEncode(nil, packed.Bytes()), o.Options())
}

// chunks cuts what is said of a picture into pieces that terminals take.
func chunks(data []byte, options []string) string {
	var b strings.Builder
	for more := true; more; {
		piece := data[:min(len(data), kitty.MaxChunkSize)]
		data = data[len(piece):]
		last := "m=1"
		if more = len(data) > 0; !more {
			last = "m=0"
		}
		b.WriteString(ansi.KittyGraphics(piece, append(slices.Clip(options), last)...))
		options = nil
	}
	return b.String()
}

// placement shows an image at the cursor, which stays, as large as a block of cols by
// rows cells. It lies over the cells: what is written to them does it no harm, and they
// are blank. Below the text it would do as well, but kitty without a graphics card then
// paints each frame over the one before.
func placement(id, cols, rows int) string {
	return ansi.KittyGraphics(nil, "a=p", "q=2", "C=1", "z=1", "p=1",
		"i="+strconv.Itoa(id), "c="+strconv.Itoa(cols), "r="+strconv.Itoa(rows))
}

// unplacement hides an image, which the terminal keeps.
func unplacement(id int) string {
	return ansi.KittyGraphics(nil, "a=d", "q=2", "d=i", "p=1", "i="+strconv.Itoa(id))
}

// deletion frees images. It is not answered.
func deletion(ids ...int) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(ansi.KittyGraphics(nil, "a=d", "q=2", "d=I", "i="+strconv.Itoa(id)))
	}
	return b.String()
}
