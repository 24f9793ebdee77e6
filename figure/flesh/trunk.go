package flesh

import "catcow/figure/skel"

// The trunk is one chain of rings, with one more on the curve between each two: neighbours share a ring, or the figure wears tyres,
// and a bend is a curve.
const (
	trunkRings = 7
	trunkPrims = 2 * (trunkRings - 1)
)

// trunkStretch is how much wider than deep the trunk is: one number for all of it, or the skin tears.
const trunkStretch = 1.46

// ring is a ring as designed, and how much it grows with a full breath, to the front only.
type ring struct {
	bone     skel.Bone
	at       V
	r, swell float64
}

func rings() [trunkRings]ring {
	return [trunkRings]ring{
		{skel.Pelvis, v(-.004, .002, 0), .0625, 0},
		{skel.Pelvis, v(-.002, .052, 0), .0570, .06},
		{skel.L2, v(.020, 0, 0), .0525, .10},
		{skel.T1, v(.027, .002, 0), .0555, .10},
		{skel.T2, v(.035, .002, 0), .0625, .07},
		{skel.T3, v(.036, -.006, 0), .0610, .05},
		{skel.T3, v(.020, .020, 0), .0440, 0},
	}
}

// buildTrunk puts the trunk around the spine.
func buildTrunk(out *[trunkPrims]Prim, k *skel.Skeleton, breath float64) {
	const n = trunkPrims + 1
	var at, z [n]V
	var r [n]float64
	for i, ring := range rings() {
		x := &k[ring.bone]
		by := ring.r * ring.swell * breath
		at[2*i], z[2*i], r[2*i] = x.At(ring.at.Add(v(by, 0, 0))), x.R.Z, ring.r+by
	}
	for i := 1; i < n; i += 2 {
		// The middle of the curve through four of them (Catmull and Rom).
		a, b := max(0, i-3), min(n-1, i+3)
		at[i] = at[i-1].Add(at[i+1]).Mul(9. / 16).Sub(at[a].Add(at[b]).Mul(1. / 16))
		r[i] = 9./16*(r[i-1]+r[i+1]) - 1./16*(r[a]+r[b])
		z[i] = z[i-1].Add(z[i+1]).Unit()
	}
	for i := range out {
		out[i] = between(at[i], at[i+1], z[i].Add(z[i+1]))
		out[i].RA, out[i].RB, out[i].SX, out[i].SZ, out[i].Group, out[i].Mat = r[i], r[i+1], 1, trunkStretch, Trunk, Top
		if i < 2 {
			out[i].Mat = Leggings
		}
	}
}
