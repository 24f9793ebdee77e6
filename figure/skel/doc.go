// Package skel is the skeleton of the figure: 24 bones, how they hang on one another, and how a few numbers an author
// writes become the place of every bone.
//
// The rules are:
//
//   - Frames are ISB: X to the front, Y up, Z to the figure's right, right-handed. Every bone's frame is the identity
//     in quiet standing, so the turn of a joint is the clinical deviation from standing.
//   - Lengths are in H, the stature. The floor is y = 0. Angles that a person writes are degrees.
//   - What belongs to a limb is relative to the limb's own side: the third number of a place and the Z of a direction
//     count outwards. Mirroring is swapping the limbs, exact by construction.
//   - Everything is a value. Solving allocates nothing.
package skel
