// Package cells turns pixels into terminal cells: a rune and two colours each.
//
// The rules are:
//
//   - A flat cell is a space, so that what does not change is cheap to send.
//   - What is drawn with 16 colours or none is decided from what a pixel is, not from its colour.
package cells
