// Package mix adds clips and a breath tone into one stream. It is arithmetic on
// samples and on instants handed in: no clock, no goroutine, no device.
//
// Nothing in it clicks: every gain moves in a ramp, every clip begins and ends in
// one, and the tone keeps its phase.
package mix
