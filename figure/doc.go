// Package figure is the moving person: it turns the key poses an author wrote, and a moment between them, into coloured
// terminal cells.
//
// The rules of the room are:
//
//   - It knows nobody: no other package of the house, no terminal, no clock. It reads one file, embedded in it.
//   - Everything is a value or a buffer that is used again. Same posture, same view, same size: same cells.
//   - Lengths are in H, the stature; messages say centimetres of a person of 1.70 m. Angles are degrees.
//   - Poses are written for the right side; the left is its mirror image, exactly.
//   - What an author writes never panics: it is read, or it is a [Problem] with the key it stands at.
//
// From the table of a pose file to the screen: [Parse] → [Figure.Postures] → [Blend] → [Renderer.Draw]. [Check] says
// what is wrong with a figure before anybody sees it. AUTHORING.md is the guide for those who write the keys.
package figure
