package figure

import (
	"slices"

	"catcow/figure/render"
	"catcow/figure/skel"
)

// place is what the body rests on, roughly: people get from one to another by few ways.
type place uint8

const (
	standing place = iota
	seated         // on a chair
	kneeling
	allFours
	prone
	onSide
	supine
	sitting // on the floor
	places  = iota
)

// base is the posture that stands for the place.
func (p place) base() string {
	return [places]string{"stand", "chair", "kneel", "allfours", "prone", "side", "supine", "sit"}[p]
}

// next are the places one can get to. From the back one rolls to the side: sitting straight up strains a sore back.
func (p place) next() []place {
	return [places][]place{
		standing: {seated, kneeling},
		seated:   {standing},
		kneeling: {standing, allFours, sitting},
		allFours: {kneeling, prone, onSide},
		prone:    {allFours},
		onSide:   {supine, sitting, allFours},
		supine:   {onSide},
		sitting:  {kneeling, onSide},
	}[p]
}

// place judges where a posture is from how its pelvis and trunk are.
func (p *Posture) place() place {
	pelvis := p.solved.Bones[skel.Pelvis]
	up, front, high := pelvis.R.Y.Y, pelvis.R.X.Y, pelvis.P.Y
	knee := min(p.solved.Bones[skel.ShankR].P.Y, p.solved.Bones[skel.ShankL].P.Y)
	switch {
	case up < -.3 && front > -.6: // upside down on the shoulders
		return supine
	case up < -.3: // hips highest, hands on the floor
		return allFours
	case high > .40 && up > -.2:
		return standing
	case up > .6:
		return upright(high, knee)
	case front > .6:
		return supine
	case front > -.4:
		return onSide
	case high < .11 && knee < .08 && p.solved.Bones[skel.ShankR].P.X < pelvis.P.X:
		return prone
	}
	return allFours
}

// upright is the place of a trunk that is upright but does not stand, by the height of its pelvis and its lower knee.
func upright(high, knee float64) place {
	switch {
	case knee < .10 && high >= .11:
		return kneeling
	case high > .22:
		return seated
	}
	return sitting
}

// Transition is the way from one posture to another through postures that people pass on it, none of them through the
// floor: what to Blend to, one after the other; the last is to.
func Transition(from, to *Posture) []Posture {
	var out []Posture
	for _, p := range route(from.place(), to.place()) {
		out = append(out, before(to, p))
	}
	return append(out, *to)
}

// Standing is the posture that people come from who are about to go to a first one.
func Standing(to *Posture) Posture { return before(to, standing) }

// before is a place on the way to a posture, looked at as that is.
func before(to *Posture, p place) Posture {
	q := *bases().pose[p.base()]
	if to.left {
		q = q.mirrored()
	}
	q.scene = onlyMat(to.scene)
	q.cameras, q.views, q.key, q.left = to.cameras, to.views, to.key, to.left
	for i := range q.views { // on the way the whole body is looked at
		q.cameras[i].Focus = render.Whole
	}
	q.frame()
	return q
}

// onlyMat leaves out the props: they come with the pose they belong to.
func onlyMat(s *scenery) *scenery {
	m := &scenery{}
	if s == nil {
		return m
	}
	for _, b := range s.boxes {
		if b.Mat == render.Mat {
			m.boxes = append(m.boxes, b)
		}
	}
	return m
}

// route is the shortest way between two places, without either.
func route(from, to place) []place {
	if from == to {
		return nil
	}
	var before [places]place
	var seen [places]bool
	seen[from] = true
	queue := []place{from}
	for len(queue) > 0 && !seen[to] {
		p := queue[0]
		queue = queue[1:]
		for _, n := range p.next() {
			if !seen[n] {
				seen[n], before[n] = true, p
				queue = append(queue, n)
			}
		}
	}
	var way []place
	for p := before[to]; p != from; p = before[p] {
		way = append(way, p)
	}
	slices.Reverse(way)
	return way
}
