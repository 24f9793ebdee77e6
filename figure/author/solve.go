package author

import (
	"math"
	"strings"

	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// maxSolves is how often a figure is solved at most to fit and settle its keys: some tenths of a second.
const maxSolves = 30000

// reachSlack is how far a target may be missed: half a centimetre.
const reachSlack = .003

// solve works out all keys of a figure, on a mat if there is one.
func (f *Figure) solve(n node, mat *render.Box) {
	f.Poses = make([]posture.Posture, len(f.Drafts))
	budget := maxSolves
	for i := range f.Drafts {
		d := &f.Drafts[i]
		d.budget = &budget
		sc := posture.Scenery{Mat: mat}
		for j := range f.Props {
			if f.Props[j].stands(d.ID) {
				f.Props[j].build(&sc)
			}
		}
		d.solve(n, &sc)
		cams := f.cameras
		if len(d.cameras) > 0 {
			cams = d.cameras
		}
		f.Poses[i] = d.posture(&sc, cams)
	}
	if budget < 0 {
		n.Report("key", "too much to fit and settle; want fewer fits")
	}
}

// solve works out what is to be fitted, and reports at the root what cannot be.
func (d *Draft) solve(n node, sc *posture.Scenery) {
	k := d.solveSettled(sc)
	for range 6 {
		for i := range d.fits {
			d.fit(&d.fits[i], sc)
		}
		k = d.solveSettled(sc)
		worst := 0.0
		for i := range d.fits {
			worst = max(worst, math.Abs(d.fits[i].miss(&k, sc)))
		}
		if worst < 2e-4 || len(d.fits) < 2 {
			break
		}
	}
	for i := range d.fits {
		f := &d.fits[i]
		if miss := f.miss(&k, sc); math.Abs(miss) > .004 {
			where := "too high"
			if miss < 0 {
				where = "too low"
			}
			n.Report(f.path, `%s stays %.0f cm %s for every %s from %g to %g, at key "%s"`, f.part, skel.Centimetres(miss), where, f.by, f.lo, f.hi, d.ID)
		}
	}
	for i, short := range k.Short {
		if short > reachSlack {
			limb := [...]string{"arm_r", "arm_l", "leg_r", "leg_l"}[i]
			n.Report(d.path+"."+limb+".at", `out of reach by %.0f cm at key "%s"`, skel.Centimetres(short), d.ID)
		}
	}
}

// measure is how high a part is above what it should touch, or how high a bone's joint is.
func measure(k *skel.Solved, part, to string, sc *posture.Scenery) float64 {
	if name, ok := strings.CutPrefix(part, "@"); ok {
		b, _ := boneOf(name, skel.Right)
		return k.Bones[b].P.Y
	}
	p, _ := flesh.PartOf(part)
	if to == "" {
		return p.Any().Gap(&k.Bones, flesh.Floor)
	}
	return p.Gap(&k.Bones, sc.Outside(to))
}

func (f *fit) miss(k *skel.Solved, sc *posture.Scenery) float64 {
	return measure(k, f.part, f.to, sc) - f.y
}

// solveSettled solves the draft with the pelvis as high as makes the lowest of the parts to settle touch.
func (d *Draft) solveSettled(sc *posture.Scenery) skel.Solved {
	k := d.solved()
	if len(d.settle) == 0 {
		return k
	}
	for range 16 {
		if *d.budget--; *d.budget < 0 {
			return k
		}
		low := math.Inf(1)
		for _, s := range d.settle {
			part, to, _ := strings.Cut(s, "@")
			low = min(low, measure(&k, part, to, sc))
		}
		if math.Abs(low) < 2e-5 || math.IsInf(low, 0) || math.IsNaN(low) {
			break
		}
		d.told.At.Y -= low
		k = d.solved()
	}
	return k
}

// fit works out one number.
func (d *Draft) fit(f *fit, sc *posture.Scenery) {
	to := d.numbers(f.by)
	try := func(x float64) float64 {
		*d.budget--
		for _, p := range to {
			*p = x
		}
		k := d.solveSettled(sc)
		return f.miss(&k, sc)
	}
	lo, hi := bracket(f, *to[0], try)
	try(falsePosition(lo, hi, try))
}

// bracket finds the two neighbours among a few tries between which the miss changes sign, nearest to where the number
// was; if there are none, both are the best of the tries.
func bracket(f *fit, start float64, try func(float64) float64) (lo, hi float64) {
	const n = 9
	best, least, nearest := f.lo, math.Inf(1), math.Inf(1)
	var was, before float64
	for i := range n {
		x := f.lo + (f.hi-f.lo)*float64(i)/(n-1)
		miss := try(x)
		if math.Abs(miss) < least {
			best, least = x, math.Abs(miss)
		}
		if gap := math.Abs((was+x)/2 - start); i > 0 && (before < 0) != (miss < 0) && gap < nearest {
			lo, hi, nearest = was, x, gap
		}
		was, before = x, miss
	}
	if math.IsInf(nearest, 1) {
		return best, best
	}
	return lo, hi
}

// falsePosition is the Illinois method: it finds where try is 0 between two numbers.
func falsePosition(last, x float64, try func(float64) float64) float64 {
	a, b := try(last), try(x)
	for i := range 24 {
		if a == b {
			break
		}
		next := (last*b - x*a) / (b - a)
		miss := try(next)
		if (miss < 0) != (b < 0) {
			last, a = x, b
		} else if i > 0 {
			a /= 2 // what is kept again counts for less
		}
		x, b = next, miss
		if math.Abs(miss) < 2e-5 {
			break
		}
	}
	return x
}
