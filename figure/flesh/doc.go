// Package flesh is the body around the skeleton: what is seen, what touches, and where a muscle is felt.
//
// The rules are:
//
//   - One primitive only: the rounded cone along its own Y, stretched across. It makes limbs, trunk, skull and palms.
//   - Lengths are in H, the stature. In what belongs to a side, Z counts outwards.
//   - Parts name small surfaces: a contact that names a whole leg is true of a leg in the air.
package flesh
