package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/guide"
	"catcow/page"
	"catcow/sound"
)

// helpBox is every key of the screen, a line each.
type helpBox struct{ scroll scroll }

// help shows the keys of the screen, the clock stopped meanwhile.
func (m *model) help() {
	if m.leading() {
		m.do(guide.Halt)
	}
	m.overlay = &helpBox{}
}

// closeBox takes the overlay away, and goes on as before it.
func (m *model) closeBox() {
	m.overlay = nil
	if m.leading() && m.screen == &m.player {
		m.do(guide.GoOn)
	}
}

func (b *helpBox) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	if !b.scroll.key(k, &m.keys, m.frame.h-6) && key.Matches(k, m.keys.close) {
		m.closeBox()
	}
	return nil
}

func (b *helpBox) width() int { return 44 }

func (b *helpBox) box(m *model, w int) []string {
	lines := []string{m.theme.Strong.Render(keysText)}
	k := m.screen.keys(m)
	for _, b := range slices.Concat(k.footer, k.more, m.keys.everywhere()) {
		if b.Enabled() {
			h := b.Help()
			lines = append(lines, m.theme.Accent.Render(page.Pad(h.Key, 8))+m.theme.Text.Render(page.Pad(h.Desc, w-8)))
		}
	}
	if m.screen == &m.player {
		lines = append(lines, "")
		lines = append(lines, page.Hang("", sound.ChimesText(), w, m.theme.Dim)...)
	}
	rest, up, down := b.scroll.see(lines[1:], m.frame.h-5)
	if up || down {
		lines[0] = page.Spread(lines[0], "", m.theme.Faint.Render(m.glyphs.Up+m.glyphs.Down+" "+moreText), w)
	}
	return append(lines[:1:1], rest...)
}

// boxed is what lies over the screen with its border.
func (m *model) boxed(o overlay) string {
	w := min(m.frame.w-8, o.width())
	lines := o.box(m, w)
	lines = lines[:min(len(lines), m.frame.h-2)]
	for i, l := range lines {
		lines[i] = page.Pad(l, w)
	}
	return m.theme.box.Border(m.glyphs.Border).Render(strings.Join(lines, "\n"))
}
