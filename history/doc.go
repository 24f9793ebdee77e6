// Package history is the log of sessions and check-ins, and what it says about
// progress.
//
// The rules of the room:
//
//   - Nobody waits for the disk. What is saved goes through a queue to one
//     goroutine; a question is answered after everything that was saved before it.
//   - A session is one record with its stages and what hurt, and is saved whole: when
//     it starts and after every stage. A kill at any instant loses at most the stage
//     in progress. Of two states of a record the one that changed last counts, so
//     that it may arrive twice, late, and by any way: saved, taken in from a file,
//     brought over from a damaged database.
//   - Nothing that could be kept is lost, and nothing stops a session. A record that
//     the database does not take becomes one file beside it, at worst it stays in
//     memory, and is taken in later. One that it did take stays in that file as well
//     until the log is closed. A database that cannot be read is moved aside, never
//     deleted.
//   - Every session keeps the zone it was made in. A day and a week are those of
//     the calendar there.
//   - Numbers are what they were: no streaks, no scores. A change of pain is called
//     one only by the rule of [Change].
package history
