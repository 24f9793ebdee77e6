// Package sound is what is heard: chimes, a breath tone and a voice.
//
//	Chime, Breath, Speak → Output → mix.Mixer → device.Device
//	                         ↕
//	                    voice.Engine
//
// The rules of the room:
//
//   - It never blocks and never fails the session. Whatever is missing or breaks
//     is a [Trouble] in the [State]; everything else goes on.
//   - Nothing is heard late: a line that cannot begin within a second
//     is dropped, and one that is stale is cut off. Only a line that [Must] be
//     heard waits for another such line.
//   - How fast the voice speaks is measured, so that the plan can leave it the time.
//   - Silence costs nothing: no goroutine wakes while nothing sounds or waits.
//   - The clock is handed in. Waiting is done by contexts with a deadline.
//   - After [Output.Close] no goroutine and no process is left.
package sound
