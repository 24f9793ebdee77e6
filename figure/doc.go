// Package figure is the moving person: it turns the key poses an author wrote, and a moment between them, into coloured
// terminal cells. It is the face of the packages below it and has no code of its own:
//
//	author    the language of key poses: a table becomes a figure, or problems
//	posture   the body at one moment, what stands around it, where it is looked at from
//	travel    ways from one posture to another
//	check     what no eye should have to find in a figure
//	draw      postures as cells or pixels, by way of
//	skel      bones, joints and how they reach for things
//	flesh     what is around them: what is seen, touched and felt
//	render    pixels
//	cells     runes and colours
//
// The rules of the room are:
//
//   - It knows nobody: no other package of the house, no terminal, no clock. It reads one file, embedded in it.
//   - Everything is a value or a buffer that is used again. Same posture, same view, same size: same cells.
//   - Lengths are in H, the stature; messages say centimetres of a person of 1.70 m. Angles are degrees.
//   - Poses are written for the right side; the left is its mirror image, exactly.
//
// From the table of a pose file to the screen: [Parse] → [Figure.Postures] → [Blend] → [Renderer.Draw]. [Check] says
// what is wrong with a figure before anybody sees it. AUTHORING.md is the guide for those who write the keys.
package figure
