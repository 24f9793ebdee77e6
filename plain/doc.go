// Package plain shows the whole product line by line: for screen readers, pipes and
// terminals that can do nothing but print. It leads through the same sessions as
// the screens of package tui, and is given the same.
//
// The rules of the room:
//
//   - A line is printed when there is something to say, once, and stays as it is.
//     Nothing is drawn, moved, coloured or repeated, and no clock ticks.
//   - What a session says is what the [guide.Guide] says: the lines that a voice
//     would speak, as they are due.
//   - Outside of sessions a line is read at a time. In a session a key is enough
//     where there is a keyboard, and elsewhere a line is one key or its word.
//   - The end of the input is no command: what is asked stays unanswered, and a
//     session plays on to its end.
package plain
