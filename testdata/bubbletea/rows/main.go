// Rows draws one row of coloured cells again and again, and prints how many bytes the
// renderer of Bubble Tea writes for what changes in it: everything from the first cell
// that differs to the last one. See doc/bubbletea.md.
//
//	go run ./testdata/bubbletea/rows
package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
)

func main() {
	const width = 80
	var out bytes.Buffer
	r := uv.NewTerminalRenderer(&out, []string{"TERM=xterm-256color"})
	r.SetColorProfile(colorprofile.TrueColor)
	r.SetFullscreen(true)
	r.Resize(width, 1)
	cells := uv.NewScreenBuffer(width, 1)
	colors := make([]int, width)
	draw := func(what string, changed ...int) {
		var row strings.Builder
		for _, i := range changed {
			colors[i]++
		}
		for i, c := range colors {
			fmt.Fprintf(&row, "\x1b[38;5;%dm▄\x1b[m", 16+(i+c)%200)
		}
		cells.Clear()
		uv.NewStyledString(row.String()).Draw(cells, cells.Bounds())
		r.Render(cells.RenderBuffer)
		_ = r.Flush()
		fmt.Printf("%-20s %4d bytes\n", what, out.Len())
		out.Reset()
	}
	draw("the first frame")
	draw("one cell", 40)
	draw("two side by side", 40, 41)
	draw("the two at the ends", 0, width-1)
}
