package render

import "math"

// MaxArrows is how many arrows a scene can have at most.
const MaxArrows = 4

// Arrow says where something moves: from A to B, bent towards Via. It lies over all else, however it is looked at.
type Arrow struct {
	A, Via, B V
	Strength  float64
}

// Each is the arrow with every point of it put elsewhere.
func (a Arrow) Each(to func(V) V) Arrow {
	a.A, a.Via, a.B = to(a.A), to(a.Via), to(a.B)
	return a
}

// Lerp goes to b. An arrow that only one of them has comes or goes where it is; one that turns goes, and comes again.
func (a Arrow) Lerp(b Arrow, t float64) Arrow {
	if from, to := a.B.Sub(a.A).Unit(), b.B.Sub(b.A).Unit(); a.Strength > 0 && b.Strength > 0 && from.Dot(to) < .5 {
		if t < .5 {
			return a.Lerp(Arrow{}, 2*t)
		}
		return Arrow{}.Lerp(b, 2*t-1)
	}
	from, to := a, b
	if a.Strength == 0 {
		from = b
	}
	if b.Strength == 0 {
		to = a
	}
	return Arrow{from.A.Lerp(to.A, t), from.Via.Lerp(to.Via, t), from.B.Lerp(to.B, t), a.Strength + (b.Strength-a.Strength)*quick(t)}
}

// quick goes from 0 to 1 in the middle fifth of the way, in quarters: an arrow that faded all the way would be sent again all the way.
func quick(t float64) float64 { return max(0, min(1, math.Round((t-.4)*20)/4)) }

// With is the frame with all of the arrows in it.
func (f Frame) With(c Camera, arrows []Arrow) Frame {
	right, up, _ := c.Axes()
	for i := range arrows {
		if arrows[i].Strength == 0 {
			continue
		}
		for _, v := range [...]V{arrows[i].A, arrows[i].B} {
			x, y := v.Dot(right), v.Dot(up)
			f = f.Union(Frame{x - Margin, x + Margin, y - Margin, y + Margin})
		}
	}
	return f
}

// The sizes of an arrow, in heights of the picture: half the width of its shaft and of its head, the length of the head, and the rim
// around it.
const (
	arrowShaft = .019
	arrowHead  = .062
	arrowPoint = .100
	arrowRim   = .013
	arrowSteps = 12
)

// arrowID is the id of a pixel that shows an arrow.
const arrowID = 254

// stroke is an arrow in pixels of the picture as high as they are wide.
type stroke struct {
	path        [arrowSteps + 1][2]float64 // of the shaft
	tip, dir    [2]float64
	unit        float64 // the height of the picture
	strength    float32
	towards     uint32 // for modes that draw one character: 0 right, 1 up, 2 left, 3 down
	color, edge RGB
}

// drawArrows draws the arrows over the picture.
func (p *Painter) drawArrows(s *Scene, shot *Shot) {
	for i := range s.NArrows {
		st := p.strokeOf(&s.Arrows[i], shot)
		p.drawStroke(&st, shot)
	}
}

// strokeOf puts an arrow on the picture.
func (p *Painter) strokeOf(a *Arrow, shot *Shot) stroke {
	at := func(v V) [2]float64 {
		v = p.view(v)
		return [2]float64{(v.X-p.ox)*p.kx + float64(p.W)/2, ((p.oy-v.Y)*p.ky + float64(p.H)/2) / shot.Aspect}
	}
	from, via, to := at(a.A), at(a.Via), at(a.B)
	curve := func(t float64) [2]float64 {
		u := 1 - t
		return [2]float64{
			u*u*from[0] + 2*u*t*via[0] + t*t*to[0],
			u*u*from[1] + 2*u*t*via[1] + t*t*to[1],
		}
	}
	st := stroke{tip: to, unit: float64(p.H) / shot.Aspect, strength: float32(a.Strength), color: p.theme.Ramps[Mark][1], edge: p.theme.Ramps[Mark][0]}
	length := math.Hypot(to[0]-via[0], to[1]-via[1]) + math.Hypot(via[0]-from[0], via[1]-from[1])
	end := max(0, 1-.8*arrowPoint*st.unit/max(1e-9, length)) // where the head begins
	for i := range st.path {
		st.path[i] = curve(end * float64(i) / arrowSteps)
	}
	back := curve(end)
	dx, dy := to[0]-back[0], to[1]-back[1]
	d := max(1e-9, math.Hypot(dx, dy))
	st.dir = [2]float64{dx / d, dy / d}
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx < 0:
		st.towards = 2
	case math.Abs(dx) >= math.Abs(dy):
	case dy < 0:
		st.towards = 1
	default:
		st.towards = 3
	}
	return st
}

func (p *Painter) drawStroke(st *stroke, shot *Shot) {
	x0, y0, x1, y1 := st.tip[0], st.tip[1], st.tip[0], st.tip[1]
	for _, q := range st.path {
		x0, y0, x1, y1 = min(x0, q[0]), min(y0, q[1]), max(x1, q[0]), max(y1, q[1])
	}
	m := (arrowHead + 2*arrowRim) * st.unit
	fromX, toX := max(0, int(x0-m)), min(p.W, int(x1+m)+2)
	fromY, toY := max(0, int((y0-m)*shot.Aspect)), min(p.H, int((y1+m)*shot.Aspect)+2)
	rim := arrowRim * st.unit
	for y := fromY; y < toY; y++ {
		for x := fromX; x < toX; x++ {
			d := st.distance(float64(x)+.5, (float64(y)+.5)/shot.Aspect)
			if d >= rim {
				continue
			}
			i := y*p.W + x
			c := st.color
			if d > 0 {
				c = st.edge
			}
			p.Pix[i] = p.Pix[i].mix(c, st.strength)
			p.props[y].add(x, x+1)
			p.id[i] = arrowID
			if shot.Tags && st.strength > .5 {
				p.Tag[i] = uint32(Mark) + 1 | st.towards<<TagLight
				if d > 0 {
					p.Tag[i] |= TagInk
				}
			}
		}
	}
}

// distance is how far a point is outside the arrow; below 0 it is inside.
func (st *stroke) distance(x, y float64) float64 {
	d := math.Inf(1)
	for i := 1; i < len(st.path); i++ {
		d = min(d, toSegment(x, y, st.path[i-1], st.path[i]))
	}
	d -= arrowShaft * st.unit
	// The head is a triangle: how far one is behind its tip, and how far aside of the edge there.
	rx, ry := x-st.tip[0], y-st.tip[1]
	behind := -(rx*st.dir[0] + ry*st.dir[1])
	aside := math.Abs(rx*st.dir[1] - ry*st.dir[0])
	const slope = arrowHead / arrowPoint
	flank := (aside - behind*slope) / math.Sqrt(1+slope*slope)
	return min(d, max(flank, behind-arrowPoint*st.unit))
}

func toSegment(x, y float64, a, b [2]float64) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := ((x-a[0])*dx + (y-a[1])*dy) / max(1e-9, dx*dx+dy*dy)
	t = max(0, min(1, t))
	return math.Hypot(x-a[0]-t*dx, y-a[1]-t*dy)
}
