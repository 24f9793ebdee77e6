package render

import "catcow/figure/flesh"

// Tag is what a pixel is, for the modes that draw with few colours or none. The zero value is nothing.
type Tag struct {
	Material Material
	Group    Group // if it is of the body
	Glow     uint8 // 0 none, 1 stretch, 2 work, 3 release
	Light    uint8 // of an arrow, where it points to: 0 right, 1 up, 2 left, 3 down
	Far      bool  // of the side that is farther away
	Ink      bool  // an outline, an eye, the rim of an arrow
}

// Body is whether the pixel shows the body.
func (t Tag) Body() bool { return t.Material != 0 && t.Material <= flesh.Hair }

// fade is how much of the background the farthest pixel takes on.
const fade = .30

// run are pixels of a row that show the same, from (x, y) on.
type run struct {
	x, y  float32
	depth []float32
	pix   []RGB
	tag   []Tag // nil if nobody asked
}

// shade gives every pixel its colour.
func (p *Painter) shade(s *Scene) {
	fill(p.Pix, p.theme.Background)
	p.face = p.faceOf(s)
	for y := range p.H {
		p.shadeRow(y)
	}
}

// shadeRow shades row y.
func (p *Painter) shadeRow(y int) {
	at := y * p.W
	ids := p.id[at:][:p.W]
	for x0 := 0; x0 < len(ids); {
		id, x := ids[x0], x0+1
		if id == none {
			x0 = x
			continue
		}
		for x < len(ids) && ids[x] == id {
			x++
		}
		r := run{float32(x0), float32(y), p.depth[at+x0 : at+x], p.Pix[at+x0 : at+x], nil}
		if len(p.Tag) > 0 {
			r.tag = p.Tag[at+x0 : at+x]
		}
		if id >= firstBox {
			p.shadeBox(id-firstBox, &r)
		} else {
			p.shadeCone(id, &r)
		}
		x0 = x
	}
}

// faded is c with depth z: what is far takes on some of the background.
func (p *Painter) faded(c RGB, z float32) RGB {
	f := clamp((p.near - z) * p.range1)
	f *= fade * f
	k := 1 - f
	b := &p.theme.Background
	return RGB{c.R*k + b.R*f, c.G*k + b.G*f, c.B*k + b.B*f}
}

func (p *Painter) shadeBox(n uint8, r *run) {
	b := &p.boxes[n/3]
	face := n % 3
	c := p.table.at(b.mat, b.light[face])
	if b.mat == Mat && face == b.top && p.floor.on {
		p.shadeFloor(c, r)
	} else {
		for i, z := range r.depth {
			r.pix[i] = p.faded(c, z)
		}
	}
	if r.tag != nil {
		fill(r.tag, Tag{Material: b.mat, Light: uint8(b.light[face] * 255)})
	}
}

// shadeFloor is a run of the mat, with the shadow on it.
func (p *Painter) shadeFloor(c RGB, r *run) {
	most := float32(1)
	if !p.theme.Dark {
		most = .6
	}
	wx, wy, dx := p.worldX(r.x), p.worldY(r.y), p.wdx
	x, kx, zx := wx*float32(p.right.X)+wy*float32(p.up.X), dx*float32(p.right.X), float32(p.eye.X)
	z, kz, zz := wx*float32(p.right.Z)+wy*float32(p.up.Z), dx*float32(p.right.Z), float32(p.eye.Z)
	pix := r.pix[:len(r.depth)]
	for i, d := range r.depth {
		fi := float32(i)
		k := p.floor.at(x+fi*kx+d*zx, z+fi*kz+d*zz)
		pix[i] = p.faded(c.mix(p.theme.Ink, most*k), d)
	}
}
