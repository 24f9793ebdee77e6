package tui

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"

	"catcow/config"
)

// What is said to a terminal with the graphics protocol of kitty, see
// https://sw.kovidgoyal.net/kitty/graphics-protocol/. Nothing here has a state;
// that is the [gallery]'s.

// questionID is the id of the picture that is only asked about. Those that are
// shown have higher ones.
const questionID = 31

// mostPlaces is how many rows and columns placeholders can name.
const mostPlaces = 297

// asks reports whether a terminal is worth asking for pixels, and whether only
// one that is known to have placeholders will do.
func asks(c config.Figure, environ []string) (ask, known bool) {
	ask = c.Mode == "auto" || c.Mode == "kitty"
	switch c.Pixels {
	case "always":
		ask = ask && listens(environ)
	case "auto":
		ask = ask && listens(environ) && variable(environ, "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY") == ""
	default:
		ask = false
	}
	return ask, ask && c.Mode == "auto"
}

// listens reports whether a terminal can be asked: some print what they do not
// understand, and what stands between it and us keeps pictures to itself.
func listens(environ []string) bool {
	term, _, _ := strings.Cut(variable(environ, "TERM"), "-")
	switch term {
	case "", "dumb", "linux", "screen", "tmux":
		return false
	}
	return variable(environ, "TMUX", "STY") == "" && variable(environ, "TERM_PROGRAM") != "Apple_Terminal"
}

// variable is the value of the first of the variables that has one.
func variable(environ []string, names ...string) string {
	for _, name := range names {
		for _, e := range environ {
			if v, ok := strings.CutPrefix(e, name+"="); ok && v != "" {
				return v
			}
		}
	}
	return ""
}

// placing reports whether a terminal of that name shows pictures in place of
// placeholders. Others have the protocol without them, and say yes to the
// question all the same.
func placing(name string) bool {
	name, version, _ := strings.Cut(strings.ToLower(name), "(")
	switch program, _, _ := strings.Cut(name, " "); program {
	case "ghostty":
		return true
	case "kitty":
		major, rest, _ := strings.Cut(strings.TrimSuffix(version, ")"), ".")
		minor, _, _ := strings.Cut(rest, ".")
		a, errA := strconv.Atoi(major)
		b, errB := strconv.Atoi(minor)
		return errA == nil && errB == nil && (a > 0 || b >= 28)
	}
	return false
}

// supportQuery asks whether the terminal takes pictures: one of a single point, that
// is not kept.
func supportQuery() string {
	return ansi.KittyGraphics([]byte("AAAA"), "a=q", "i="+strconv.Itoa(questionID), "s=1", "v=1", "f=24")
}

// cellQuestion asks for the size of a cell.
func cellQuestion() string { return ansi.WindowOp(16) }

// transmission hands over a picture of RGB points for a block of cols by rows
// cells. The terminal answers when it has it.
func transmission(id int, rgb []byte, width, height, cols, rows int) (string, error) {
	var packed bytes.Buffer
	z, err := zlib.NewWriterLevel(&packed, zlib.BestSpeed) // the rest is not worth its time
	if err != nil {
		return "", fmt.Errorf("packing a picture: %w", err)
	}
	if _, err = z.Write(rgb); err == nil {
		err = z.Close()
	}
	if err != nil {
		return "", fmt.Errorf("packing a picture: %w", err)
	}
	o := kitty.Options{
		Action: kitty.TransmitAndPut, Transmission: kitty.Direct, Format: kitty.RGB, Compression: kitty.Zlib, ID: id,
		ImageWidth: width, ImageHeight: height, VirtualPlacement: true, Columns: cols, Rows: rows,
	}
	return chunks(base64.StdEncoding.AppendEncode(nil, packed.Bytes()), o.Options()), nil
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

// deletion frees pictures. It is not answered.
func deletion(ids ...int) string {
	var b strings.Builder
	for _, id := range ids {
		o := kitty.Options{Action: kitty.Delete, Delete: kitty.DeleteID, DeleteResources: true, ID: id, Quiet: 2}
		b.WriteString(ansi.KittyGraphics(nil, o.Options()...))
	}
	return b.String()
}

// placeholders is a block of w by h cells in place of which the terminal shows
// the first of the cols by rows cells of a picture. A cell that does not name its
// place comes after the one left of it; where something lies over the block, so
// that there may be none, each has to.
func placeholders(id, cols, rows, w, h int, background color.Color, covered bool) []string {
	named := ansi.NewStyle().ForegroundColor(ansi.RGBColor{R: uint8(id >> 16), G: uint8(id >> 8), B: uint8(id)}).
		BackgroundColor(background).String()
	lines := make([]string, h)
	var b strings.Builder
	for y := range h {
		b.Reset()
		b.WriteString(named)
		here := 0
		if y < rows {
			here = min(w, cols)
		}
		for x := range here {
			b.WriteRune(kitty.Placeholder)
			if x == 0 || covered {
				b.WriteRune(kitty.Diacritic(y))
				b.WriteRune(kitty.Diacritic(x))
			}
		}
		b.WriteString(strings.Repeat(" ", w-here))
		b.WriteString(ansi.ResetStyle)
		lines[y] = b.String()
	}
	return lines
}
