//go:build unix

package pixels

import "golang.org/x/sys/unix"

// kernelCellSize is the size of a cell by what the terminal has told the kernel; zero
// if it has not. xterm answers no question for it as it comes.
func kernelCellSize(fd uintptr) cellSize {
	size, err := unix.IoctlGetWinsize(int(fd), unix.TIOCGWINSZ)
	if err != nil || size.Col == 0 || size.Row == 0 {
		return cellSize{}
	}
	return cellSize{int(size.Xpixel / size.Col), int(size.Ypixel / size.Row)}
}
