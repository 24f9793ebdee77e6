// Package session is the engine: what happens when, and where we are in it.
//
//	content.Routine → Compile → Plan → Player.At(now) → Snapshot
//
// The rules of the room:
//
//   - It is arithmetic on times handed in. No clock, no ticker, no goroutine, no
//     input or output. Where we are follows from an instant and the last thing
//     that was done; ticks are not counted, so nothing drifts.
//   - A [Plan] is known before it starts: every stage has a length, and the
//     lengths sum to the total that is shown.
//   - A [Player] is the only thing that changes, and only by its methods. Each
//     takes the instant it happens at; instants that go back are taken as the
//     latest one seen.
//   - Holds from [lockedFrom] on are whole breaths, and begin with a breath in.
//   - What is said follows from what was said: nobody is led out of a pose without
//     being led back in, a position is said once, and nothing presumes a movement
//     that was not said.
//   - Who only listens knows at any instant the pose, the side, whether to hold or
//     to move, and about how long still. A [Must] has its time in every plan.
//   - Lengths are plan time. Speed stretches plan time against the instants
//     handed in and nothing else.
package session
