package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"
)

// shown is the keys of a screen: those of its footer, in order of worth, and
// those that only the help names.
type shown struct{ footer, more []key.Binding }

func (m *model) shownKeys() shown {
	k := &m.keys
	var s shown
	switch m.screen {
	case opening:
	case warning:
		s = m.safety.keysShown(m)
	case checking:
		s.footer = []key.Binding{k.less, k.accept, k.again, k.pass}
	case reviewing:
		s.footer = []key.Binding{k.down, k.pageDown, k.help, k.back}
	case describing:
		s.footer = []key.Binding{k.toggle, k.down, k.help, k.back}
	case choosing:
		s = m.menu.keysShown(k)
	case previewing:
		s = m.overview.keysShown(k)
	case playing:
		s.footer = []key.Binding{k.pause, k.next, k.previous, k.skip, k.hurts, k.longer, k.voice, k.help, k.end}
		s.more = []key.Binding{k.overview, k.big, k.mute, k.softer, k.slower, k.camera}
	case finished:
		s.footer = []key.Binding{k.menu, k.exit}
		if m.o.Routine != nil {
			s.footer = []key.Binding{k.exit}
		}
	case browsing:
		s = m.browser.keysShown(k)
	}
	s.more = append(s.more, k.redraw, k.suspend, k.interrupt)
	return s
}

func (s *safety) keysShown(m *model) shown {
	read := m.keys.read
	if !s.through(m) {
		read.SetHelp(read.Help().Key, readOnText)
	}
	return shown{footer: []key.Binding{read, m.keys.down, m.keys.pageDown, m.keys.quit}}
}

func (s *menu) keysShown(k *keyMap) shown {
	leave := k.quit
	if s.filter != "" {
		leave = k.clear
	}
	return shown{
		[]key.Binding{k.choose, k.down, k.library, k.help, leave},
		[]key.Binding{k.first, k.last, k.pageUp, k.pageDown},
	}
}

func (s *overview) keysShown(k *keyMap) shown {
	if s.running {
		return shown{footer: []key.Binding{k.jump, k.down, k.help, k.back}}
	}
	return shown{footer: []key.Binding{k.start, k.toggle, k.down, k.help, k.back}}
}

func (s *browser) keysShown(k *keyMap) shown {
	switch {
	case s.typing:
		return shown{footer: []key.Binding{k.down, k.found}}
	case s.list.filter != "":
		return shown{footer: []key.Binding{k.down, k.pageDown, k.camera, k.find, k.help, k.clear}}
	}
	return shown{footer: []key.Binding{k.down, k.pageDown, k.camera, k.find, k.help, k.back}}
}

// footer is the keys of the screen on one line of at most w cells; those of
// least worth go first.
func (m *model) footer(w int) string {
	const gap = 2
	bindings := m.shownKeys().footer
	width := -gap
	for _, b := range bindings {
		width += shownWidth(b) + gap
	}
	for n := len(bindings) - 3; n > 0 && width > w; n-- {
		// The last two stay: the keys, and the way out.
		width -= shownWidth(bindings[n]) + gap
		bindings = append(append([]key.Binding{}, bindings[:n]...), bindings[n+1:]...)
	}
	parts := make([]string, len(bindings))
	for i, b := range bindings {
		parts[i] = m.theme.Text.Render(b.Help().Key) + m.theme.Dim.Render(" "+b.Help().Desc)
	}
	return ansi.Truncate(strings.Join(parts, strings.Repeat(" ", gap)), w, "…")
}

func shownWidth(b key.Binding) int {
	return ansi.StringWidth(b.Help().Key) + 1 + ansi.StringWidth(b.Help().Desc)
}
