package letters

import (
	"fmt"
	"image/color"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestDemo(t *testing.T) {
	ink := NewInk(Shaded, colorprofile.TrueColor, true, color.White, color.RGBA{14, 20, 28, 255})
	for _, n := range []int{3, 4, 5} {
		f := New(Shaded, n)
		for _, s := range []string{"Let your legs hang heavy", "Turn your head to the left,"} {
			fmt.Println(f.Width(s))
			for _, l := range ink.Line(f, s, 100) {
				fmt.Println(l)
			}
		}
	}
	for _, n := range []int{4, 5, 6} {
		f := NewDigits(Shaded, n)
		for _, l := range ink.Line(f, "0:24 1:37 568", 100) {
			fmt.Println(l)
		}
	}
}
