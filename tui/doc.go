// Package tui is the screens: menu, overview, player, done, library, help.
//
// The rules of the room:
//
//   - There is one Bubble Tea model. Screens are plain structs with a key method
//     that changes the model and a view method that gives lines; none has an
//     Update of its own and none sends messages to another.
//   - The player's clock is [session.Player]. Ticks repaint, they do not count;
//     nothing ticks while no time runs.
//   - time.Now stands in tick.go and nowhere else.
//   - A [frame] decides everything about size. What a screen gives is cut to the
//     terminal in one place, so nothing is ever wider or taller.
//   - Colours are tokens of the [theme]. Nothing is told by colour alone.
//   - Every key is a binding of the [keyMap]; footers and help are printed from
//     it. "space" is the name of the space bar.
//   - Everything written to the terminal goes through tea.View; pictures, which
//     belong to no cell, through tea.Raw.
//
// To add a screen: a file with its struct, key and view; a constant in model.go;
// a line in each switch the exhaustive linter then complains about; a surface in
// geometry_test.go.
package tui
