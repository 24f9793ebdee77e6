package travel

import (
	"slices"

	"catcow/figure/posture"
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
	// No posture is judged to be at one of these: they are only passed.
	crouching   // between a chair and standing
	halfKneel   // between the feet and the knees
	sideSitting // between the knees and lying
	folded      // between the hip and sitting
	places      = iota
)

// base is the posture that stands for the place.
func (p place) base() string {
	return [places]string{
		"stand", "chair", "kneel", "allfours", "prone", "side", "supine", "sit", "crouch", "half", "mermaid", "fold",
	}[p]
}

// next are the places one can get to. From the back one rolls to the side and sits up over the hip: straight up strains a
// sore back. The same way down keeps the front of the body to one side of the room: nobody turns about on the mat.
func (p place) next() []place {
	return [places][]place{
		standing:    {crouching, halfKneel},
		seated:      {crouching},
		crouching:   {standing, seated},
		halfKneel:   {standing, kneeling},
		kneeling:    {halfKneel, allFours, sideSitting},
		allFours:    {kneeling, prone, sideSitting},
		prone:       {allFours},
		sideSitting: {kneeling, allFours, folded, onSide},
		folded:      {sitting, sideSitting},
		onSide:      {supine, sideSitting},
		supine:      {onSide},
		sitting:     {folded},
	}[p]
}

// placeOf judges where a posture is from how its pelvis and trunk are.
func placeOf(p *posture.Posture) place {
	pelvis := p.Body.Bones[skel.Pelvis]
	up, front, high := pelvis.R.Y.Y, pelvis.R.X.Y, pelvis.P.Y
	knee := min(p.Body.Bones[skel.ShankR].P.Y, p.Body.Bones[skel.ShankL].P.Y)
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
	case high < .11 && knee < .08 && p.Body.Bones[skel.ShankR].P.X < pelvis.P.X:
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

// route is the shortest way between two places, without either.
func route(from, to place) []place {
	var seen [places]bool
	seen[from] = true
	ways := [][]place{{from}}
	for !seen[to] {
		way := ways[0]
		ways = ways[1:]
		for _, n := range way[len(way)-1].next() {
			if n == to {
				return way[1:]
			}
			if !seen[n] {
				seen[n] = true
				ways = append(ways, append(slices.Clone(way), n))
			}
		}
	}
	return nil
}
