// Package guide leads a person through a session, from the question before it to
// the one after it: where the plan is, what is said and sounded, what is written
// down, what is asked, and that the display stays on. It knows no terminal.
//
// The rules of the room:
//
//   - A front end sends actions with [Guide.Do] and [Guide.Answer], and time with
//     [Guide.Tick]; each leaves one [View], which is all that is to be drawn. The
//     snapshot in it is taken once.
//   - The clock belongs to the caller: every method that needs the time takes it.
//   - Nothing here waits for a disk, a device or a network. What must be kept is
//     handed over to a [Log], a [Sound] and to Remember.
//   - Whatever an action does is shown and, as the eyes may be closed, spoken; so is
//     the key for each answer, and the end.
//   - What was heard to its end is not said again within ten seconds, unless one goes
//     back to it.
package guide
