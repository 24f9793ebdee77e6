package cells

import "slices"

// block is the block character of a mode by the bits of the points that are in the foreground: left to right, then down,
// from bit 0.
func (m Mode) block(mask int) rune {
	switch m {
	case Half:
		return [...]rune{' ', '▀', '▄', '█'}[mask]
	case Sextant:
		return inOrder(0x1fb00, mask, []int{0, 21, 42, 63}, []rune{' ', '▌', '▐', '█'})
	case Octant:
		return inOrder(0x1cd00, mask, []int{
			0, 1, 2, 3, 5, 10, 15, 20, 40, 63, 64, 80, 85, 90, 95, 128, 160, 165, 170, 175, 192, 240, 245, 250, 252, 255,
		}, []rune{
			' ', 0x1cea8, 0x1ceab, 0x1fb82, '▘', '▝', '▀', 0x1fbe6, 0x1fbe7, 0x1fb85, 0x1cea3, '▖', '▌', '▞', '▛', 0x1cea0, '▗', '▚', '▐', '▜',
			'▂', '▄', '▙', '▟', '▆', '█',
		})
	case Quad, ANSI16, Braille, ASCII:
	}
	return [...]rune{' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'}[mask]
}

// inOrder is the character of a mask where they begin at first in the order of their bits, and some that were there before are
// left out.
func inOrder(first rune, mask int, others []int, runes []rune) rune {
	at, elsewhere := slices.BinarySearch(others, mask)
	if elsewhere {
		return runes[at]
	}
	return first + rune(mask-at)
}
