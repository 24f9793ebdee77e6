//go:build !unix

package pixels

// kernelCellSize is the size of a cell by what the terminal has told the kernel.
func kernelCellSize(uintptr) cellSize { return cellSize{} }
