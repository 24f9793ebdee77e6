// Package sheet reads the exercises that a physio wrote down, one a line, and
// makes a routine of them.
//
// The rules of the room:
//
//   - It is lenient about form and strict about meaning: what can mean two things
//     is reported with its line, never guessed.
//   - Every line is accounted for: it is an exercise, a heading, a remark, or
//     unread with the reason.
//   - A name that is known becomes that pose. Any other becomes a pose of the
//     user's own, with words and without a figure.
package sheet
