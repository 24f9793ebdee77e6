package render

import "catcow/figure/flesh"

// Material is a material of the scene: those of the body first, then those of props and glow.
type Material = flesh.Material

// The materials beside the body's.
const (
	Mat Material = iota + flesh.Hair + 1
	Wall
	Wood
	Cushion
	Stretch // glows
	Work
	Release
	Eye
	Mark      // arrows: their rim, and they themselves
	Materials = iota + flesh.Hair + 1
)

// RGB is a colour, 0 to 255 a channel.
type RGB struct{ R, G, B float32 }

func (a RGB) mix(b RGB, t float32) RGB {
	return RGB{a.R + (b.R-a.R)*t, a.G + (b.G-a.G)*t, a.B + (b.B-a.B)*t}
}

func hex(v uint32) RGB {
	return RGB{float32(v >> 16 & 255), float32(v >> 8 & 255), float32(v & 255)}
}

// Theme is the colours of a picture.
type Theme struct {
	Dark       bool
	Contrast   bool // what glows and the body stand out more than limbs from each other
	Background RGB
	Ink        RGB
	Ramps      [Materials][3]RGB // in shadow, between, in light
}

func ramp(a, b, c uint32) [3]RGB { return [3]RGB{hex(a), hex(b), hex(c)} }

// Dark is the palette for a dark terminal: a cool body against a warm glow also survives red-green colour blindness.
func Dark() Theme {
	return Theme{Dark: true, Background: hex(0x0f141b), Ink: hex(0x0a0d12), Ramps: [Materials][3]RGB{
		flesh.Skin:     ramp(0x7a5646, 0xd9ad92, 0xffe8d8),
		flesh.Hand:     ramp(0x5f3a2e, 0xa8705a, 0xe2b79d),
		flesh.Foot:     ramp(0x5f3a2e, 0xa8705a, 0xe2b79d),
		flesh.Top:      ramp(0x1f5a73, 0x3fa0b8, 0x9fe3ee),
		flesh.Leggings: ramp(0x34407a, 0x6474c4, 0xb4c0f8),
		flesh.Hair:     ramp(0x362a40, 0x584665, 0x86729a),
		Mat:            ramp(0x16211f, 0x24413a, 0x2f5a4f),
		Wall:           ramp(0x2c333c, 0x434d58, 0x5b6671),
		Wood:           ramp(0x3c2f25, 0x5b4838, 0x7d654f),
		Cushion:        ramp(0x3a2c42, 0x5a4766, 0x7c6688),
		Stretch:        ramp(0xd23a12, 0xff8a1f, 0xffd35a),
		Work:           ramp(0xa81e4e, 0xe84a7c, 0xffa3b8),
		Release:        ramp(0x4f7d2c, 0x8fc24a, 0xd9f29a),
		Eye:            ramp(0x120d18, 0x1c1524, 0x2a2034),
		Mark:           ramp(0x0a0d12, 0xfff3b0, 0xfff3b0),
	}}
}

// Light is the palette for a light terminal.
func Light() Theme {
	return Theme{Background: hex(0xf5f3ee), Ink: hex(0x2b3140), Ramps: [Materials][3]RGB{
		flesh.Skin:     ramp(0x7d5846, 0xc29072, 0xe6c2a6),
		flesh.Hand:     ramp(0x5a382c, 0x9c6650, 0xcf9f85),
		flesh.Foot:     ramp(0x5a382c, 0x9c6650, 0xcf9f85),
		flesh.Top:      ramp(0x17566b, 0x2f8ea6, 0x73c3d3),
		flesh.Leggings: ramp(0x2c3674, 0x515fb4, 0x8d9be0),
		flesh.Hair:     ramp(0x2f2435, 0x493a55, 0x6f5c80),
		Mat:            ramp(0xa9c4b8, 0xc9ddd2, 0xdbeae3),
		Wall:           ramp(0xb9bdc2, 0xd0d4d8, 0xe0e3e6),
		Wood:           ramp(0x8d7358, 0xb0936f, 0xcdb18c),
		Cushion:        ramp(0x9c86a8, 0xbba7c6, 0xd4c5dc),
		Stretch:        ramp(0xc42e08, 0xe0620c, 0xffa640),
		Work:           ramp(0x98123f, 0xa8184f, 0xee7d98),
		Release:        ramp(0x3f6d1e, 0x6f9f30, 0xa5cc66),
		Eye:            ramp(0x120d18, 0x1c1524, 0x2a2034),
		Mark:           ramp(0xf5f3ee, 0x101828, 0x101828),
	}}
}

// Contrast is the palette for who needs more difference: the body is as far from the ground as the glows are from the body.
func Contrast(dark bool) Theme {
	t := Light()
	skin, top, leggings := ramp(0x7d5846, 0xab806a, 0xc09680), ramp(0x3f7686, 0x588f9e, 0x78a8b4), ramp(0x5e6aa4, 0x7d88b8, 0x98a2cc)
	t.Ink = hex(0x000000)
	t.Ramps[Stretch], t.Ramps[Work], t.Ramps[Release] = ramp(0x641200, 0x741600, 0x8a2000), ramp(0x2a1070, 0x3a1a8c, 0x4a2a9c), ramp(0x0a3800, 0x0d4400, 0x185a08)
	if dark {
		t = Dark()
		skin, top, leggings = ramp(0x6a5042, 0x7c6050, 0x8c6c5c), ramp(0x265f73, 0x2c6a80, 0x34788e), ramp(0x4c5696, 0x566098, 0x626caa)
		t.Ink = hex(0x000000)
		t.Ramps[Stretch], t.Ramps[Work], t.Ramps[Release] = ramp(0xf0b81e, 0xffd23a, 0xffe680), ramp(0xf48cc0, 0xffa0d0, 0xffc0e0), ramp(0x78d848, 0x8df25a, 0xc0ff9c)
	}
	t.Contrast = true
	t.Ramps[flesh.Skin], t.Ramps[flesh.Hand], t.Ramps[flesh.Foot] = skin, skin, skin
	t.Ramps[flesh.Top], t.Ramps[flesh.Leggings] = top, leggings
	return t
}

// shades is how many steps a ramp has when it is looked up.
const shades = 128

// table is every ramp by material and light, worked out once a theme.
type table [Materials][shades]RGB

func (t *table) fill(th *Theme) {
	for m := range th.Ramps {
		r := th.Ramps[m]
		for i := range shades {
			x := float32(i) / (shades - 1) * 2
			if x < 1 {
				t[m][i] = r[0].mix(r[1], x)
			} else {
				t[m][i] = r[1].mix(r[2], x-1)
			}
		}
	}
}

func (t *table) at(m Material, light float32) RGB {
	i := int(light * (shades - 1))
	return t[m][max(0, min(shades-1, i))]
}
