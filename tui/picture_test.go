package tui

import (
	"flag"
	"fmt"
	"html"
	"image/color"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"catcow/tui/letters"
)

var picture = flag.String("picture", "", "write the README's picture of the player to this file")

// The README's picture is drawn from the cells of a real session:
//
//	go test ./tui -run TestPicture -picture ../doc/player.svg
//
// Without the flag, the picture must still be one of the player.
func TestPicture(t *testing.T) {
	o := builtin(t)
	r := routine(t, "back-pain-relief")
	o.Routine, o.Screen.Close = &r, false
	drive(t, o, 80, 24, func(rig *rig) {
		rig.press("n", "n")
		time.Sleep(32 * time.Second)
		rig.shows("Cat-Cow", "breath 3 of 6")
		svg := drawCells(rig.term, 80, 24)
		if *picture == "" {
			if n := strings.Count(svg, "<rect"); n < 200 {
				t.Errorf("%d blocks in the picture, want a figure and letters of them", n)
			}
			return
		}
		if err := os.WriteFile(*picture, []byte(svg), 0o644); err != nil {
			t.Fatal(err)
		}
	})
}

// drawCells is the terminal's cells as a picture: blocks as rectangles, so that no
// font leaves gaps between them, runs of letters as text.
func drawCells(term *terminal, w, h int) string {
	const cw, ch = 9, 19
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="15" shape-rendering="crispEdges">`+"\n", w*cw+18, h*ch+18)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" rx="8" fill="#0f141b"/>`+"\n", w*cw+18, h*ch+18)
	term.mu.Lock()
	defer term.mu.Unlock()
	for y := range h {
		for x := range w {
			c := term.screen.CellAt(x, y)
			if c == nil || strings.TrimSpace(c.Content) == "" && c.Style.Bg == nil {
				continue
			}
			left, top := float64(9+x*cw), float64(9+y*ch)
			if c.Style.Bg != nil {
				fmt.Fprintf(&b, `<rect x="%g" y="%g" width="%d.3" height="%d.3" fill="%s"/>`, left, top, cw, ch, hex(c.Style.Bg))
			}
			r, _ := utf8.DecodeRuneInString(c.Content)
			if quarters := strings.IndexRune(letters.Quarters, r); quarters > 0 {
				n := utf8.RuneCountInString(letters.Quarters[:quarters])
				for q := range 4 {
					if n>>(3-q)&1 == 1 {
						fmt.Fprintf(&b, `<rect x="%g" y="%g" width="%g" height="%g" fill="%s"/>`,
							left+float64(q&1)*cw/2, top+float64(q>>1)*ch/2, cw/2+.8, ch/2+.8, hex(c.Style.Fg))
					}
				}
				continue
			}
			bold := ""
			if c.Style.Attrs&1 != 0 {
				bold = ` font-weight="bold"`
			}
			fmt.Fprintf(&b, `<text x="%g" y="%g" fill="%s"%s>%s</text>`, left, top+14, hex(c.Style.Fg), bold, html.EscapeString(c.Content))
		}
		b.WriteString("\n")
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func hex(c color.Color) string {
	if c == nil {
		return "#d5dee8"
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
