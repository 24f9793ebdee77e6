package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// scroll is the first in sight of lines that may be more than fit.
type scroll int

// theEnd is beyond every text.
const theEnd scroll = 1 << 20

// key scrolls, by so many lines a page. It reports whether it knew the key.
func (s *scroll) key(k tea.KeyPressMsg, keys *keyMap, page int) bool {
	switch {
	case key.Matches(k, keys.up):
		*s--
	case key.Matches(k, keys.down):
		*s++
	case key.Matches(k, keys.pageUp):
		*s -= scroll(max(page, 1))
	case key.Matches(k, keys.pageDown):
		*s += scroll(max(page, 1))
	case key.Matches(k, keys.first):
		*s = 0
	case key.Matches(k, keys.last):
		*s = theEnd
	default:
		return false
	}
	*s = max(*s, 0)
	return true
}

// see is what is in sight of lines in a height, and whether there is more above and
// below. It keeps the scroll within bounds.
func (s *scroll) see(lines []string, h int) (seen []string, up, down bool) {
	h = max(h, 1)
	*s = max(min(*s, scroll(len(lines)-h)), 0)
	from, to := int(*s), min(int(*s)+h, len(lines))
	return lines[from:to], from > 0, to < len(lines)
}

// scrollHint says that there is more below what is in sight, or above it.
func (m *model) scrollHint(up, down bool) string {
	switch {
	case down:
		return m.glyphs.Down + " " + moreText
	case up:
		return m.glyphs.Up + " " + moreText
	}
	return ""
}

// steered is where a key moves a choice of n things, and whether it does.
func steered(k tea.KeyPressMsg, keys *keyMap, at, n int) (int, bool) {
	switch {
	case key.Matches(k, keys.up):
		at--
	case key.Matches(k, keys.down):
		at++
	case key.Matches(k, keys.first):
		at = 0
	case key.Matches(k, keys.last):
		at = n - 1
	default:
		return at, false
	}
	return max(min(at, n-1), 0), true
}
