package cells

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
	others := [...]struct {
		mask int
		r    rune
	}{
		{0, ' '}, {1, 0x1cea8}, {2, 0x1ceab}, {3, 0x1fb82}, {5, '▘'}, {10, '▝'}, {15, '▀'}, {20, 0x1fbe6}, {40, 0x1fbe7}, {63, 0x1fb85},
		{64, 0x1cea3}, {80, '▖'}, {85, '▌'}, {90, '▞'}, {95, '▛'}, {128, 0x1cea0}, {160, '▗'}, {165, '▚'}, {170, '▐'}, {175, '▜'},
		{192, '▂'}, {240, '▄'}, {245, '▙'}, {250, '▟'}, {252, '▆'}, {255, '█'},
	}
	before := 0
	for _, o := range others {
		if o.mask == mask {
			return o.r
		}
		if o.mask < mask {
			before++
		}
	}
	return rune(0x1cd00 + mask - before)
}

// brailleBits are the bits of a Braille pattern, for points left to right and then down.
func brailleBits() [8]rune { return [8]rune{0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80} }
