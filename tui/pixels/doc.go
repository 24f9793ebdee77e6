// Package pixels draws the figure: as cells of the terminal, and as a picture where
// the terminal shows one.
//
// The rules of the room:
//
//   - A [Display] asks the terminal what it can do, and nothing waits for the answer:
//     until it comes, and without one, there are cells.
//   - A picture is drawn beside the loop. There is no frame without one: the picture
//     before stays until the next is there.
//   - Where the terminal has placeholders, a picture is text in the frame. Elsewhere
//     the frame keeps a block of cells free, and the [Output] puts the picture on it.
//     Each cell of such a block has a mark, so that whatever harms the cells makes
//     the renderer of the frame write the mark again; the Output sees it and puts
//     the picture back in the same write.
//   - Whatever is sent of a picture goes through the Output, in order: after the
//     pictures have been taken down nothing more of them is sent.
//   - Nothing here knows a screen.
package pixels
