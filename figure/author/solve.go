package author

import (
	"fmt"
	"math"
	"strings"

	"catcow/decode"
	"catcow/figure/flesh"
	"catcow/figure/posture"
	"catcow/figure/render"
	"catcow/figure/skel"
)

// maxSolves is how often a figure is solved at most to fit and settle its keys: some tenths of a second.
const maxSolves = 30000

// ReachSlack is how far a target may be missed.
const ReachSlack = .003

// solve works out all keys of a figure, on a mat if there is one.
func (f *Figure) solve(r *reader, mat *render.Box) {
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
		for _, p := range d.solve(&sc) {
			r.report(p.Key, "%s", p.Text)
		}
		cams := f.cameras
		if len(d.cameras) > 0 {
			cams = d.cameras
		}
		f.Poses[i] = d.posture(&sc, cams)
	}
	if budget < 0 {
		r.report("key", "too much to fit and settle; want fewer fits")
	}
}

// solve works out what is to be fitted, and says what cannot be.
func (d *Draft) solve(sc *posture.Scenery) decode.Problems {
	var out decode.Problems
	k := d.solveSettled(sc)
	for range 6 {
		worst := 0.0
		for i := range d.fits {
			worst = max(worst, math.Abs(d.fit(&d.fits[i], sc)))
		}
		k = d.solveSettled(sc)
		again := 0.0
		for i := range d.fits {
			again = max(again, math.Abs(d.fits[i].miss(&k, sc)))
		}
		if again < 2e-4 || len(d.fits) < 2 && worst > 0 {
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
			out = append(out, decode.Problem{Key: f.path, Text: fmt.Sprintf(`%s stays %.0f cm %s for every %s from %g to %g, at key "%s"`,
				f.part, math.Max(1, skel.Centimetres(miss)), where, f.by, f.lo, f.hi, d.ID)})
		}
	}
	names := [4]string{"arm_r", "arm_l", "leg_r", "leg_l"}
	for i, short := range k.Short {
		if short > ReachSlack {
			out = append(out, decode.Problem{
				Key:  join(d.path, names[i]) + ".at",
				Text: fmt.Sprintf(`out of reach by %.0f cm at key "%s"`, math.Max(1, skel.Centimetres(short)), d.ID),
			})
		}
	}
	return out
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

// fit works out one number and gives how far it moved things.
func (d *Draft) fit(f *fit, sc *posture.Scenery) float64 {
	to := d.numbers(f.by)
	start := *to[0]
	try := func(x float64) float64 {
		*d.budget--
		for _, p := range to {
			*p = x
		}
		k := d.solveSettled(sc)
		return f.miss(&k, sc)
	}
	lo, hi, found := bracket(f, start, try)
	if !found {
		try(lo)
		return *to[0] - start
	}
	x := falsePosition(lo, hi, try)
	try(x)
	return x - start
}

// bracket finds the two neighbours among a few tries between which the miss changes sign, nearest to where the number
// was; if there are none, lo is the best of the tries.
func bracket(f *fit, start float64, try func(float64) float64) (lo, hi float64, found bool) {
	const n = 9
	best, bestMiss := f.lo, math.Inf(1)
	nearest := math.Inf(1)
	prev := 0.0
	for i := range n {
		x := f.lo + (f.hi-f.lo)*float64(i)/(n-1)
		m := try(x)
		if math.Abs(m) < bestMiss {
			best, bestMiss = x, math.Abs(m)
		}
		if i > 0 && (prev < 0) != (m < 0) {
			was := f.lo + (f.hi-f.lo)*float64(i-1)/(n-1)
			if gap := math.Abs((was+x)/2 - start); gap < nearest {
				lo, hi, found, nearest = was, x, true, gap
			}
		}
		prev = m
	}
	if !found {
		return best, best, false
	}
	return lo, hi, true
}

// falsePosition is the Illinois method: it finds where try is 0 between lo and hi.
func falsePosition(lo, hi float64, try func(float64) float64) float64 {
	a, b := try(lo), try(hi)
	side := 0
	x := lo
	for range 24 {
		if a == b {
			break
		}
		x = (lo*b - hi*a) / (b - a)
		m := try(x)
		if math.Abs(m) < 2e-5 {
			break
		}
		if (m < 0) == (b < 0) {
			hi, b = x, m
			if side == 1 {
				a /= 2
			}
			side = 1
		} else {
			lo, a = x, m
			if side == -1 {
				b /= 2
			}
			side = -1
		}
	}
	return x
}
