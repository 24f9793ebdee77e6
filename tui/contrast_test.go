package tui

import (
	"fmt"
	"image/color"
	"math"
	"slices"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/figure"
	"catcow/figure/flesh"
	"catcow/figure/render"
	"catcow/page"
)

// look is one of the ways everything is coloured.
type look struct {
	name           string
	dark, contrast bool
	profile        colorprofile.Profile
	ground         color.Color
}

// looks is all of them. With sixteen colours the ground is black or white, and the
// colours are those of xterm's first table; terminals have their own.
func looks() []look {
	var all []look
	for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor} {
		for i := range 4 {
			l := look{dark: i&1 != 0, contrast: i&2 != 0, profile: profile, ground: lipgloss.Color("#f7f8fa")}
			switch {
			case l.dark && profile == colorprofile.ANSI:
				l.ground = color.Black
			case profile == colorprofile.ANSI:
				l.ground = color.White
			case l.dark:
				l.ground = lipgloss.Color("#0e141c")
			}
			l.name = fmt.Sprintf("%v, dark %v, contrast %v", profile, l.dark, l.contrast)
			all = append(all, l)
		}
	}
	return all
}

// Whatever is written can be read. Dim is looked for, and faint is lines, empty bars
// and what is past: faint alone may be faint, and in the contrast theme nothing is.
func TestTextStandsOutFromTheGround(t *testing.T) {
	t.Parallel()
	for _, l := range looks() {
		c := page.NewColors(l.dark, l.contrast, l.profile)
		text, meaning, dim, faint := 7., 4.5, 4.5, 2.3
		if l.contrast {
			dim, faint = 7, 7
		}
		for _, tt := range []struct {
			name  string
			is    color.Color
			least float64
		}{
			{"text", c.Text, text},
			{"strong", c.Strong, text},
			{"dim", c.Dim, dim},
			{"faint", c.Faint, faint},
			{"accent", c.Accent, meaning},
			{"in", c.In, meaning},
			{"out", c.Out, meaning},
			{"warn", c.Warn, meaning},
		} {
			if got := ratio(linear(tt.is), linear(l.ground)); got < tt.least {
				t.Errorf("%s: %s is %.1f:1, want %.1f", l.name, tt.name, got, tt.least)
			}
		}
		d := newTheme(l.dark, l.contrast, l.profile).disc
		for _, c := range slices.Concat(d.in[:], d.out[:], []color.Color{d.rim}) {
			if got := ratio(linear(c), linear(l.ground)); l.contrast && got < meaning {
				t.Errorf("%s: the disc is %.1f:1", l.name, got)
			}
		}
	}
}

// What glows stands out from the ground, in the contrast theme also from the body, and
// the body from the ground. Elsewhere the release, 2.8:1 on a light ground, is left to
// its word.
func TestGlowsStandOut(t *testing.T) {
	t.Parallel()
	for name, th := range palettes() {
		ground := rgb(th.Background)
		for _, k := range []figure.Kind{figure.Stretched, figure.Working, figure.Released} {
			if got := ratio(ofSixteen(&th, k), ground); got < 3 {
				t.Errorf("%s, sixteen colours: %s is %.1f:1 to the ground", name, k, got)
			}
		}
		for m := render.Stretch; m <= render.Release; m++ {
			least := 3.
			if th.Contrast {
				least = 4.5
			}
			for i, c := range th.Ramps[m] {
				if got := ratio(rgb(c), ground); (i == 1 || th.Contrast) && got < least && (th.Contrast || m != render.Release) {
					t.Errorf("%s: glow %d, shade %d: %.1f:1 to the ground, want %.1f", name, m-render.Stretch, i, got, least)
				}
			}
			for _, part := range []render.Material{flesh.Skin, flesh.Top, flesh.Leggings} {
				body := rgb(th.Ramps[part][1])
				if got := ratio(rgb(th.Ramps[m][1]), body); th.Contrast && got < 3 {
					t.Errorf("%s: glow %d is %.1f:1 to material %d", name, m-render.Stretch, got, part)
				}
				if got := ratio(body, ground); th.Contrast && got < 3 {
					t.Errorf("%s: material %d is %.1f:1 to the ground", name, part, got)
				}
			}
		}
	}
}

func palettes() map[string]figure.Theme {
	return map[string]figure.Theme{
		"dark": figure.DarkTheme(), "light": figure.LightTheme(),
		"contrast, dark": figure.ContrastTheme(true), "contrast, light": figure.ContrastTheme(false),
	}
}

// told is the least distance in CIELAB (CIE 1976) between two colours that mean
// different things: six times what is just seen side by side.
const told = 15

// Nobody has to see all colours: what means different things differs to eyes without
// one kind of cone, too, or by a sign besides.
func TestColorsAreToldApartWithoutAllCones(t *testing.T) {
	t.Parallel()
	for eyes, see := range eyes() {
		differ := func(name string, a, b [3]float64, sign bool) {
			if got := distance76(see.of(a), see.of(b)); got < told && !sign {
				t.Errorf("%s, %s: %.0f, want %d", eyes, name, got, told)
			}
		}
		for _, l := range looks() {
			c := page.NewColors(l.dark, l.contrast, l.profile)
			differ(l.name+": in and out", linear(c.In), linear(c.Out), false)
			bold := page.NewTheme(l.dark, l.contrast, l.profile).Warn == page.NewStyle(c.Warn, true)
			differ(l.name+": warning and text", linear(c.Warn), linear(c.Text), bold)
		}
		for name, th := range palettes() {
			differ(name+": stretch and work", rgb(th.Ramps[render.Stretch][1]), rgb(th.Ramps[render.Work][1]), false)
			stretch, work, release := ofSixteen(&th, figure.Stretched), ofSixteen(&th, figure.Working), ofSixteen(&th, figure.Released)
			differ(name+", sixteen: stretch and work", stretch, work, false)
			differ(name+", sixteen: stretch and release", stretch, release, false)
			differ(name+", sixteen: work and release", work, release, false)
		}
	}
}

// ofSixteen is the light of a glow where there are sixteen colours, those of xterm's first table.
func ofSixteen(th *figure.Theme, k figure.Kind) [3]float64 {
	i, _ := figure.GlowColor(th, figure.ANSI16, k).Index()
	return linear(ansi.BasicColor(i))
}

// matrix is what eyes make of linear red, green and blue.
type matrix [3][3]float64

// eyes is the matrices for a severity of 1.0 in G. M. Machado, M. M. Oliveira and
// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
// Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009.
func eyes() map[string]matrix {
	return map[string]matrix{
		"all cones":    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
		"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
		"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
		"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
	}
}

func (m matrix) of(c [3]float64) (seen [3]float64) {
	for i, row := range m {
		seen[i] = min(max(row[0]*c[0]+row[1]*c[1]+row[2]*c[2], 0), 1)
	}
	return seen
}

// linear is the light of a colour in red, green and blue, by the definition of sRGB.
func linear(c color.Color) [3]float64 {
	r, g, b, _ := c.RGBA()
	return rgb(render.RGB{R: float32(r) / 257, G: float32(g) / 257, B: float32(b) / 257})
}

func rgb(c render.RGB) (light [3]float64) {
	for i, v := range [...]float32{c.R, c.G, c.B} {
		light[i] = float64(v) / 255
		if light[i] <= .04045 {
			light[i] /= 12.92
		} else {
			light[i] = math.Pow((light[i]+.055)/1.055, 2.4)
		}
	}
	return light
}

// ratio is the contrast ratio of WCAG 2.2, "contrast ratio" and "relative luminance":
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
func ratio(a, b [3]float64) float64 {
	luminance := func(c [3]float64) float64 { return .2126*c[0] + .7152*c[1] + .0722*c[2] }
	x, y := luminance(a)+.05, luminance(b)+.05
	return max(x, y) / min(x, y)
}

// distance76 is the distance in CIELAB, with the white of D65 (CIE 15:2004).
func distance76(a, b [3]float64) float64 {
	x, y := lab(a), lab(b)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

func lab(c [3]float64) [3]float64 {
	f := func(r, g, b, white float64) float64 {
		v := (r*c[0] + g*c[1] + b*c[2]) / white
		if v > .008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16./116
	}
	x, y, z := f(.4124564, .3575761, .1804375, .95047), f(.2126729, .7151522, .0721750, 1), f(.0193339, .1191920, .9503041, 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
