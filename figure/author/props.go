package author

import (
	"slices"
	"strings"

	"catcow/decode"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// seatHeight is how high a chair's seat is, in H.
const seatHeight = .238

// Prop is a thing beside the body.
type Prop struct {
	ID, Kind string
	only     []string // the keys it stands at; all if none
	at, size skel.V
	turn     float64
}

func propKinds() []string { return []string{"wall", "chair", "block", "bolster"} }

// defaultSize of a prop, in H: of things as they are sold, for a person of 1.70 m.
func defaultSize(kind string) skel.V {
	return map[string]skel.V{
		"wall":    {X: .02, Y: .75, Z: .6},
		"chair":   {X: .25, Y: .5, Z: .25},
		"block":   {X: .09, Y: .06, Z: .135},
		"bolster": {X: .13, Y: .10, Z: .38},
	}[kind]
}

func (n node) readProps() []Prop {
	var out []Prop
	for _, t := range n.tables("prop") {
		t.ReportUnknown("id", "kind", "at", "size", "turn", "only")
		p := Prop{ID: t.text("id"), Kind: t.text("kind"), turn: t.angle("turn")}
		for _, id := range t.texts("only") {
			p.only = append(p.only, id)
		}
		if !slices.Contains(propKinds(), p.Kind) {
			t.Report("kind", "want one of %s%s", strings.Join(propKinds(), ", "), decode.Suggestion(p.Kind, propKinds()))
			continue
		}
		if p.ID == "" {
			p.ID = p.Kind
		}
		p.size = defaultSize(p.Kind)
		if s := t.lengths("size", 3); s != nil {
			p.size = skel.V{X: s[0], Y: s[1], Z: s[2]}
			if min(s[0], s[1], s[2]) < .005 {
				t.Report("size", "want three sizes of at least 0.005")
				continue
			}
		}
		p.at = skel.V{Y: p.size.Y / 2}
		if p.Kind == "chair" {
			p.at.Y = seatHeight
		}
		switch xyz := t.lengths("at", 3, 2); len(xyz) {
		case 2: // it stands on the floor
			p.at.X, p.at.Z = xyz[0], xyz[1]
		case 3:
			p.at = skel.V{X: xyz[0], Y: xyz[1], Z: xyz[2]}
		default:
			if !t.Has("at") {
				t.Report("at", "missing; want [x, z] on the floor, or [x, y, z] of the middle (of the seat of a chair)")
			}
			continue
		}
		out = append(out, p)
	}
	return atMost(n, "prop", "props", out, maxProps)
}

// build makes what one prop is made of.
func (p *Prop) build(s *posture.Scenery) {
	turn := skel.Ry(p.turn)
	names := [2]string{p.ID, p.Kind}
	box := func(at, half skel.V, m render.Material) {
		s.Solids = append(s.Solids, posture.Solid{Names: names, Box: &render.Box{At: p.at.Add(turn.Apply(at)), Half: half, Turn: turn, Mat: m}})
	}
	half := p.size.Mul(.5)
	switch p.Kind {
	case "wall":
		box(skel.V{}, half, render.Wall)
	case "block":
		box(skel.V{}, half, render.Wood)
	case "chair":
		seat := skel.V{X: half.X, Y: .012, Z: half.Z}
		box(skel.V{Y: -.012}, seat, render.Wood)
		back := max(.02, p.size.Y-p.at.Y)
		box(skel.V{X: -half.X + .01, Y: back / 2}, skel.V{X: .01, Y: back / 2, Z: half.Z}, render.Wood)
		leg := max(.01, p.at.Y-.024) / 2
		for _, c := range [4][2]float64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}} {
			box(skel.V{X: c[0] * (half.X - .012), Y: -.024 - leg, Z: c[1] * (half.Z - .012)}, skel.V{X: .010, Y: leg, Z: .010}, render.Wood)
		}
	case "bolster":
		s.Solids = append(s.Solids, posture.Solid{Names: names, Cushion: new(bolster(p, turn))})
	}
}

// bolster is a rounded cylinder along its longest side that lies.
func bolster(p *Prop, turn skel.M) flesh.Prim {
	axis, long, across := turn.Z, p.size.Z, p.size.X
	if p.size.X > p.size.Z {
		axis, long, across = turn.X, p.size.X, p.size.Z
	}
	r := p.size.Y / 2
	l := max(.01, long-2*r)
	side := axis.Cross(skel.V{Y: 1})
	// Local X is up, Z sideways: stretched, so that a flat one is flat.
	return flesh.Prim{
		A: p.at.Sub(axis.Mul(l / 2)), R: skel.M{X: skel.V{Y: 1}, Y: axis, Z: side.Mul(-1)}, L: l, RA: r, RB: r,
		SX: 1, SZ: max(.2, across/p.size.Y), Group: flesh.Groups, Mat: render.Cushion,
	}
}

// stands is whether the prop is there at key id.
func (p *Prop) stands(id string) bool { return len(p.only) == 0 || slices.Contains(p.only, id) }
