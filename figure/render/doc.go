// Package render turns a body and its props into pixels: rays in screen boxes, a buffer of depths, shading, ink, glow.
//
// The rules are:
//
//   - Orthographic. The key light hangs on the camera, so that turning the camera never turns the shading.
//   - A pixel need not be square: what is drawn for half a terminal cell is as wide as it is high or not.
//   - All buffers are the Painter's own and reused; painting allocates nothing once they are large enough.
package render
