package travel

import (
	"math"
	"slices"

	"catcow/figure/author"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// Path is how a person gets from one posture to another: through places people pass on it, none of it through the floor.
// Its beginning is the posture it was asked for, moved over the floor to where the rest of the way wants it.
type Path struct {
	from, to posture.Posture
	parts    []part
	seconds  float64
	mat      *render.Box // on the way, nil if an end has none
	track    [][posture.MaxViews]render.Frame
}

// part is the way from one stop to the next.
type part struct {
	a, b       posture.Posture
	begin, end float64          // in seconds
	props      *posture.Scenery // what stands there; its mat is none of it
	pace       speed
	tangled    float64 // how deep the body goes into itself, in H
	allowed    *[flesh.PartPairs]float64
}

// How long a part takes by how far the joint goes that goes fastest, in seconds and seconds per H; how much faster than that is
// still calm; and how fast the camera may go.
const (
	partLeast = .7
	partPace  = 2.4
	partMost  = 3.0
	hurry     = 1.4
	swingPace = 40. // degrees a second around the figure
	zoomPace  = .6  // of the logarithm of the size of the picture, in a second
)

// Transition is the way from one posture to another that should take no longer than some seconds: with fewer stops where
// all of them would be hectic.
func Transition(from, to *posture.Posture, within float64) Path {
	start, end := placeOf(from), placeOf(to)
	places := route(start, end)
	l := layer{from, to, startsLeft(from, to), map[[2]place]part{}}
	w := l.layOut(places)
	// Limbs that would still whip, or go through the body, go through the place itself, arms by the sides.
	if w.parts[len(w.parts)-1].isWild() {
		places = append(places, end)
		w = l.layOut(places)
	}
	if len(w.parts) > 1 && w.parts[0].isWild() {
		places = append([]place{start}, places...)
		w = l.layOut(places)
	}
	for w.seconds > hurry*within {
		i := slices.IndexFunc(places, func(p place) bool { return p == halfKneel || p == crouching })
		if i < 0 {
			break
		}
		places = slices.Delete(places, i, i+1)
		w = l.layOut(places)
	}
	w.prepare()
	return w
}

// isWild is whether the part should not be gone in one.
func (p *part) isWild() bool { return slices.Max(p.pace.limb[:]) > tangle || p.tangled > soft }

// fastest is how far a joint would go at the pace of its fastest moment, in H.
func (p *part) fastest() float64 { return p.pace.all * pictures / peak }

// Standing is the posture that people come from who are about to go to a first one.
func Standing(to *posture.Posture) posture.Posture {
	p := stopover(to, standing, to.Left)
	p.Reframe()
	return p
}

// Seconds is how long the way takes at a calm pace.
func (w *Path) Seconds() float64 { return w.seconds }

// startsLeft is whether the left side goes down first and up last.
func startsLeft(from, to *posture.Posture) bool {
	for _, p := range [2]*posture.Posture{from, to} {
		at := placeOf(p)
		if z := p.Body.Bones[skel.Pelvis].R.X.Z; (at == onSide || at == sitting) && (z < -.4 || z > .4) {
			return z < 0
		}
	}
	return to.Left
}

// stopover is a place on the way to a posture, looked at as that is.
func stopover(to *posture.Posture, p place, left bool) posture.Posture {
	q := *author.Base(p.base())
	if left {
		q = q.Mirror()
	}
	q.Scene = &posture.Scenery{Mat: to.Scene.Mat}
	q.Cameras, q.NCameras, q.ID, q.Left = to.Cameras, to.NCameras, to.ID, to.Left
	for i := range q.NCameras { // on the way the whole body is looked at
		q.Cameras[i].Focus = render.Whole
	}
	return q
}

// layer lays out ways between two postures, and knows the parts of those that it laid before.
type layer struct {
	from, to *posture.Posture
	left     bool
	known    map[[2]place]part
}

// Where a part begins or ends that does so at an end of the way.
const (
	theStart place = places + iota
	theEnd
)

// layOut lays the stops out from the last to the first: the end is where it is.
func (l *layer) layOut(stops []place) Path {
	w := Path{to: *l.to, parts: make([]part, len(stops)+1)}
	next, after := *l.to, theEnd
	for i := len(stops); i >= 0; i-- {
		stop, at := *l.from, theStart
		if i > 0 {
			stop, at = stopover(l.to, stops[i-1], l.left), stops[i-1]
		}
		stop = stop.Move(anchor(&stop, &next))
		p, ok := l.known[[2]place{at, after}]
		if ok {
			p.move(stop.Body.Spec.At.Sub(p.a.Body.Spec.At))
		} else {
			p = part{a: stop, b: next}
			p.liftFeet()
			p.calmLimbs()
			p.untangle()
			l.known[[2]place{at, after}] = p
		}
		w.parts[i] = p
		next, after = stop, at
	}
	w.from = next
	w.schedule()
	return w
}

// move lays the part elsewhere on the floor.
func (p *part) move(by skel.V) {
	p.a, p.b = p.a.Move(by), p.b.Move(by)
}

// schedule says when which part is.
func (w *Path) schedule() {
	long := make([]float64, len(w.parts))
	sum := 0.0
	for i := range w.parts {
		long[i] = min(partMost, partLeast+partPace*w.parts[i].fastest())
		sum += long[i]
	}
	w.seconds = max(sum, w.cameraSeconds())
	at := 0.0
	for i := range w.parts {
		p := &w.parts[i]
		p.begin = at
		at += long[i] * w.seconds / sum
		p.end = at
	}
}

// cameraSeconds is how long the first camera needs to go around the figure, and nearer to it or farther.
func (w *Path) cameraSeconds() float64 {
	if w.from.NCameras == 0 || w.to.NCameras == 0 {
		return 0
	}
	swing := math.Abs(math.Remainder(w.to.Cameras[0].Az-w.from.Cameras[0].Az, 360))
	a, b := w.from.Frames[0], w.to.Frames[0]
	zoom := math.Abs(math.Log(max(a.X1-a.X0, a.Y1-a.Y0) / max(b.X1-b.X0, b.Y1-b.Y0)))
	return max(swing/swingPace, zoom/zoomPace)
}

// stayWithin is how far the ends of a way may be apart for a hand or foot that is said to stay, in H: a centimetre.
const stayWithin = .006

// liftFeet carries hands and feet that bear weight at both ends in an arc to where they go next, and leaves those on the floor
// that stay.
func (p *part) liftFeet() {
	var lifts [skel.Bones]float64
	for _, j := range shared(&p.a, &p.b) {
		lifts[j.bone] = min(.045, max(0, j.apart(&p.a, &p.b).Len()-stayWithin)*.4)
	}
	for _, q := range [2]*posture.Posture{&p.a, &p.b} {
		s := &q.Body.Spec
		for side := range skel.Side(2) {
			s.Arm[side].Lift = lifts[skel.HandR.On(side)]
			s.Leg[side].Lift = lifts[skel.FootR.On(side)]
		}
	}
}

// The joint in the middle of a limb whips when it goes farther than this in one of so many pictures, seen from the trunk.
const (
	pictures = 20
	whip     = .05
	tangle   = .14
	brisk    = .08  // as far as any joint may go to get around something
	soft     = .005 // how much deeper the body may go into itself than in keys, in H
	// peak is how much faster than on average the fastest moment of an eased way is.
	peak = 1.875
)

// speed is how far elbows and knees go at most from one look to the next, and any joint in the room.
type speed struct {
	limb [4]float64
	all  float64
}

// anySpeed is none too fast.
func anySpeed() speed {
	fast := math.Inf(1)
	return speed{[4]float64{fast, fast, fast, fast}, fast}
}

// calmLimbs tells limbs that would whip in the words in which they do so least.
func (p *part) calmLimbs() {
	p.measure(anySpeed())
	for _, m := range [2]skel.Mode{skel.Joints, skel.Target} {
		for i := range p.pace.limb {
			if p.pace.limb[i] < whip || p.isPlanted(i) {
				continue
			}
			q, most := *p, anySpeed()
			q.follow(i, limbPlan{mode: m})
			most.limb[i] = .8 * p.pace.limb[i]
			if q.measure(most) {
				*p = q
			}
		}
	}
}

// measure notes how fast the part is, and reports whether that is no faster than most: it goes no farther where it is.
func (p *part) measure(most speed) bool {
	p.pace = speed{}
	at := func(k *skel.Solved, i int) skel.V {
		if i < 2 {
			return k.Bones[skel.T3].Local(k.Bones[skel.ForearmR.On(skel.Side(i))].P)
		}
		return k.Bones[skel.Pelvis].Local(k.Bones[skel.ShankR.On(skel.Side(i&1))].P)
	}
	last := p.a.Body
	for n := range pictures {
		k := skel.Blend(&p.a.Body, &p.b.Body, skel.Ease(float64(n+1)/pictures))
		for i := range p.pace.limb {
			p.pace.limb[i] = max(p.pace.limb[i], at(&k, i).Sub(at(&last, i)).Len())
			if p.pace.limb[i] > most.limb[i] {
				return false
			}
		}
		for i := range k.Bones {
			p.pace.all = max(p.pace.all, k.Bones[i].P.Sub(last.Bones[i].P).Len())
		}
		if p.pace.all > most.all {
			return false
		}
		last = k
	}
	return true
}
