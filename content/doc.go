// Package content holds the poses and routines: what they say, how much of them
// is done, and where the facts come from.
//
// The rules of the room:
//
//   - A pose or a routine is one TOML file. The built-in ones are embedded, the
//     user's own have the same form and pass the same checks, and one with the
//     id of a built-in one takes its place.
//   - What is wrong is reported all at once, one [decode.Problem] a line, and a broken
//     file never hides the good ones.
//   - Text is checked where it enters: nothing in a [Pose] or a [Routine] can
//     move a cursor or run over its line.
//   - Everything here is a value. Nothing changes after [Load].
package content
