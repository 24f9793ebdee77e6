// Package decode turns text that a person wrote into values, or into problems
// that say where it is wrong, what is wrong and what is wanted.
//
// The rules of the room:
//
//   - Everything wrong with a file is reported at once, one [Problem] a line, and
//     nothing that stands in a file reaches a terminal raw.
//   - Text is taken as people have it: in UTF-8 or UTF-16, from Windows, from web
//     pages and word processors. What could steer a terminal or turn a line round
//     is refused.
//   - It knows no file by name and nobody else in the house.
package decode
