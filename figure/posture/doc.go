// Package posture is the body at one moment, with what stands around it and where it is looked at from, and what is between
// two such moments.
//
// The rules are:
//
//   - A Posture is a value. Two that are equal look the same.
//   - A Scenery is shared between postures and never changed; what changes it makes a new one.
//   - Between two postures the body goes neither through the floor nor through a wall that stands beside both.
package posture
