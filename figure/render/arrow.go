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

// middle is the point halfway along the arrow, where a bent one is farthest from the line between its ends.
func (a Arrow) middle() V { return a.A.Lerp(a.B, .5).Lerp(a.Via, .5) }

// With is the frame with all of the arrows in it.
func (f Frame) With(c Camera, arrows []Arrow) Frame {
	right, up, _ := c.Axes()
	m := Margin + arrowHead*(f.Y1-f.Y0)
	for i := range arrows {
		if arrows[i].Strength == 0 {
			continue
		}
		for _, v := range [...]V{arrows[i].A, arrows[i].middle(), arrows[i].B} {
			x, y := v.Dot(right), v.Dot(up)
			f = f.Union(Frame{x - m, x + m, y - m, y + m})
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

// The ids of a pixel that shows an arrow, and of one that shows its rim.
const (
	arrowID = 254
	rimID   = 253
)

// stroke is an arrow in pixels of the picture as high as they are wide.
type stroke struct {
	path        [arrowSteps + 1][2]float64 // of the shaft
	tip, dir    [2]float64
	unit        float64 // the height of the picture
	shaft, rim  float64 // half its width, and that of the rim around it
	strength    float32
	towards     uint8 // for modes that draw one character: 0 right, 1 up, 2 left, 3 down
	color, edge RGB
}

// drawArrows draws the arrows over the picture.
func (p *Painter) drawArrows(s *Scene, shot *Shot) {
	for i := range s.Arrows {
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
	st := stroke{
		tip: at(a.B), unit: float64(p.H) / shot.Aspect, strength: float32(a.Strength),
		color: p.theme.Ramps[Mark][1], edge: p.theme.Ramps[Mark][0],
	}
	wide := float64(max(1, shot.Point))
	point := [2]float64{wide, wide / shot.Aspect}
	st.shaft, st.rim = max(arrowShaft*st.unit, .51*point[1]), max(arrowRim*st.unit, .5*point[1])
	head := arrowPoint * st.unit
	from, via := at(a.A), at(a.Via)
	length := distance(from, via) + distance(via, st.tip)
	back := bend(from, via, st.tip, max(0, 1-.8*head/max(1e-9, length)))
	end := st.tip
	st.aimHead(st.tip[0]-back[0], st.tip[1]-back[1], point)
	for i := range point { // all of it moves with the tip, and what is nearly level becomes it
		from[i] += st.tip[i] - end[i]
		via[i] += st.tip[i] - end[i]
		if st.dir[i] == 0 && max(math.Abs(from[i]-st.tip[i]), math.Abs(via[i]-st.tip[i])) < 2*point[i] {
			from[i], via[i] = st.tip[i], st.tip[i]
		}
	}
	neck := [2]float64{st.tip[0] - .8*head*st.dir[0], st.tip[1] - .8*head*st.dir[1]}
	for i := range st.path {
		st.path[i] = bend(from, via, neck, float64(i)/arrowSteps)
	}
	return st
}

// bend is the point t of the curve from a to b that starts and ends towards via.
func bend(a, via, b [2]float64, t float64) [2]float64 {
	u := 1 - t
	return [2]float64{
		u*u*a[0] + 2*u*t*via[0] + t*t*b[0],
		u*u*a[1] + 2*u*t*via[1] + t*t*b[1],
	}
}

func distance(a, b [2]float64) float64 { return math.Hypot(a[0]-b[0], a[1]-b[1]) }

// headSlant is the sine of the slope up to which a head is drawn level or upright: a slanted one of a few points looks like a square.
const headSlant = .55

// aimHead points the head the way (dx, dy), in points of a size.
func (st *stroke) aimHead(dx, dy float64, point [2]float64) {
	d := max(1e-9, math.Hypot(dx, dy))
	st.dir = [2]float64{dx / d, dy / d}
	st.towards = uint8(int(math.Round(math.Atan2(-dy, dx)/(math.Pi/2))) & 3)
	along, across := int(st.towards&1), int(^st.towards&1)
	if math.Abs(st.dir[across]) < headSlant { // its middle lies in the middle of points, so that both sides are alike
		st.dir[along], st.dir[across] = math.Copysign(1, st.dir[along]), 0
		st.tip[across] = (math.Floor(st.tip[across]/point[across]) + .5) * point[across]
	}
}

func (p *Painter) drawStroke(st *stroke, shot *Shot) {
	x0, y0, x1, y1 := st.tip[0], st.tip[1], st.tip[0], st.tip[1]
	for _, q := range st.path {
		x0, y0, x1, y1 = min(x0, q[0]), min(y0, q[1]), max(x1, q[0]), max(y1, q[1])
	}
	m := (arrowHead + 2*arrowRim) * st.unit
	fromX, toX := max(0, int(x0-m)), min(p.W, int(x1+m)+2)
	fromY, toY := max(0, int((y0-m)*shot.Aspect)), min(p.H, int((y1+m)*shot.Aspect)+2)
	// A point that is shown as one is all arrow, all rim or neither: smoothed, a thin shaft is as dim as its rim.
	n := max(1, shot.Point)
	for y := fromY / n * n; y < toY; y += n {
		for x := fromX / n * n; x < toX; x += n {
			d := st.outside(float64(x)+float64(n)/2, (float64(y)+float64(n)/2)/shot.Aspect)
			if d < st.rim {
				p.drawArrowPoint(st, x, y, n, d > 0)
			}
		}
	}
}

// drawArrowPoint draws the n×n pixels from (x, y) on.
func (p *Painter) drawArrowPoint(st *stroke, x, y, n int, rim bool) {
	c, id := st.color, arrowID
	if rim {
		c, id = st.edge, rimID
	}
	x1, y1 := min(p.W, x+n), min(p.H, y+n)
	for ; y < y1; y++ {
		for i := y*p.W + x; i < y*p.W+x1; i++ {
			p.Pix[i] = p.Pix[i].mix(c, st.strength)
			p.id[i] = uint8(id)
			if len(p.Tag) > 0 && st.strength > .5 {
				p.Tag[i] = Tag{Material: Mark, Light: st.towards, Ink: rim}
			}
		}
	}
}

// outside is how far a point is outside the arrow; below 0 it is inside.
func (st *stroke) outside(x, y float64) float64 {
	d := math.Inf(1)
	for i := 1; i < len(st.path); i++ {
		d = min(d, toSegment(x, y, st.path[i-1], st.path[i]))
	}
	d -= st.shaft
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

// Arrow is whether pixel i shows an arrow, or its rim.
func (p *Painter) Arrow(i int) (arrow, rim bool) { return p.id[i] == arrowID, p.id[i] == rimID }
