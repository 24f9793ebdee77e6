// Package tui is the screens. It draws what the guide says and knows nothing of how
// a session is led.
//
// The rules of the room:
//
//   - There is one Bubble Tea model. A screen is a plain struct behind the small
//     interface in screen.go; none has an Update of its own and none sends messages
//     to another. What lies over a screen is an overlay, behind one alike.
//   - A session is the [guide.Guide]'s. A screen sends it actions and draws the one
//     view that it leaves. Ticks repaint, they do not count; nothing ticks while no
//     time runs.
//   - Nothing in Update waits for a disk: reading and writing are commands. What comes of
//     them is taken in the loop, by the function that is their one kind of message.
//   - time.Now stands in tick.go and nowhere else.
//   - A [frame] decides everything about size. What a screen gives is cut to the
//     terminal in one place, so nothing is ever wider or taller; what does not fit
//     is wrapped, paged or scrolled by the screen, never cut without a mark.
//   - Colours are tokens of the [theme]. Nothing is told by colour alone.
//   - Every key is a binding of the [keyMap]; footers and help are printed from
//     it. "space" is the name of the space bar.
//   - Everything written to the terminal goes through tea.View; pictures, which
//     belong to no cell, through the pixels.Output.
//
// To add a screen: one file screen_NAME.go with a type that is a [screen], and a
// surface in geometry_test.go.
package tui
