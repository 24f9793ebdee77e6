package cells

import "slices"

// runes are the block characters of a mode, by the bits of the points that are in the foreground: left to right, then
// down, from bit 0.
type runes struct {
	mode Mode
	quad [16]rune
}

func newRunes(m Mode) runes {
	return runes{m, [16]rune{' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'}}
}

func (r *runes) of(mask int) rune {
	switch r.mode {
	case Half:
		return [4]rune{' ', '▀', '▄', '█'}[mask]
	case Sextant:
		return sextant(mask)
	case Octant:
		return octant(mask)
	case Quad, ANSI16, Braille, ASCII:
	}
	return r.quad[mask]
}

// sextant is in the order of its bits from U+1FB00; the four that were there before are left out.
func sextant(mask int) rune {
	switch mask {
	case 0:
		return ' '
	case 21:
		return '▌'
	case 42:
		return '▐'
	case 63:
		return '█'
	}
	r := rune(0x1fb00 + mask - 1)
	if mask > 21 {
		r--
	}
	if mask > 42 {
		r--
	}
	return r
}

// octant is in the order of its bits from U+1CD00; the 26 that live elsewhere are left out.
func octant(mask int) rune {
	others := [...]int{0, 1, 2, 3, 5, 10, 15, 20, 40, 63, 64, 80, 85, 90, 95, 128, 160, 165, 170, 175, 192, 240, 245, 250, 252, 255}
	runes := [...]rune{
		' ', 0x1cea8, 0x1ceab, 0x1fb82, '▘', '▝', '▀', 0x1fbe6, 0x1fbe7, 0x1fb85, 0x1cea3, '▖', '▌', '▞', '▛', 0x1cea0, '▗', '▚', '▐', '▜',
		'▂', '▄', '▙', '▟', '▆', '█',
	}
	at, elsewhere := slices.BinarySearch(others[:], mask)
	if elsewhere {
		return runes[at]
	}
	return rune(0x1cd00 + mask - at)
}

// brailleBits are the bits of a Braille pattern, for points left to right and then down.
func brailleBits() [8]rune { return [8]rune{0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80} }
