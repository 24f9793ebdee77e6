// Package history is the log of sessions and check-ins, and what it says about
// progress.
//
// The rules of the room:
//
//   - Nobody waits for the disk. What is to be written goes through a queue to one
//     goroutine; what is asked for is answered after everything that was told before.
//   - A session is a row from its beginning, and every stage is on the disk within
//     moments. A kill at any instant loses at most the stage in progress.
//   - Nothing that could be kept is lost, and nothing stops a session. What the
//     database does not take is kept in a file beside it, at worst in memory, and
//     taken in later. A database that cannot be read is moved aside, never deleted.
//   - Every session keeps the zone it was made in. A day and a week are those of
//     the calendar there.
//   - Numbers are what they were: no streaks, no scores. A change of pain is called
//     one only by the rule of [Change].
package history
