package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"
)

// keyMap is every key of every screen.
type keyMap struct {
	up, down, first, last, pageUp, pageDown key.Binding

	choose, library, toggle, start, back, clear, quit, find, found key.Binding

	pause, next, previous, skip, longer, shorter, slower, faster, overview, camera, end key.Binding

	help, close, yes, no, jump, menu, exit key.Binding

	hurts, voice, mute, big, softer, louder key.Binding

	ease, skipPose, endHere, leg, mistake key.Binding

	less, more, accept, pass, again, read, goOn, leaveIt key.Binding

	redraw, suspend, interrupt key.Binding
}

func newKeyMap(g glyphs) keyMap {
	bind := func(shown, does string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
	}
	return keyMap{
		up:       bind(g.up, "up", "up", "ctrl+p"),
		down:     bind(g.up+g.down, "move", "down", "ctrl+n"),
		first:    bind("home", "first", "home"),
		last:     bind("end", "last", "end"),
		pageUp:   bind("pgup", "page up", "pgup"),
		pageDown: bind("pgdn", "scroll", "pgdown"),

		choose:  bind("enter", "look", "enter"),
		library: bind("tab", "all poses", "tab"),
		toggle:  bind("space", "on or off", "space"),
		start:   bind("enter", "start", "enter"),
		back:    bind("esc", "back", "esc", "backspace", "left"),
		clear:   bind("esc", "clear", "esc"),
		quit:    bind("esc", "quit", "esc"),
		find:    bind("/", "find", "/"),
		found:   bind("enter", "done", "enter", "esc"),

		pause:    bind("space", "pause", "space", "."),
		next:     bind("n", "next", "n", "N", "right", "pgdown", "enter"),
		previous: bind("b", "back", "b", "B", "left", "pgup"),
		skip:     bind("s", "skip", "s", "S"),
		longer:   bind("+/-", "time", "+", "="),
		shorter:  bind("-", "shorter", "-", "_"),
		slower:   bind("[ ]", "slower, faster breath", "["),
		faster:   bind("]", "faster breath", "]"),
		overview: bind("o", "overview", "o", "O"),
		camera:   bind("c", "turn", "c", "C"),
		end:      bind("q", "end", "q", "Q", "esc"),

		help:  bind("?", "keys", "?", "f1"),
		close: bind("esc", "close", "esc", "?", "q", "enter", "space", "f1"),
		yes:   bind("y", "end here", "y", "Y"),
		no:    bind("n", "go on", "n", "N", "esc", "space", "enter", "q"),
		jump:  bind("enter", "go there", "enter"),
		menu:  bind("enter", "menu", "enter", "space", "esc"),
		exit:  bind("q", "quit", "q", "Q"),

		hurts:  bind("x", "it hurts", "x", "X"),
		voice:  bind("v", "voice", "v", "V"),
		mute:   bind("m", "mute", "m", "M"),
		big:    bind("f", "big", "f", "F"),
		softer: bind("< >", "volume", "<", ","),
		louder: bind(">", "louder", ">"),

		ease:     bind("e", "ease off and go on", "e", "E", "enter"),
		skipPose: bind("s", "skip this pose", "s", "S"),
		endHere:  bind("q", "end here", "q", "Q"),
		leg:      bind("l", "it goes down a leg, or something is newly numb or weak", "l", "L"),
		mistake:  bind("esc", "never mind, go on", "esc", "space"),

		less:    bind(g.left+g.right, "choose", "left", "up"),
		more:    bind(g.right, "more", "right", "down"),
		accept:  bind("enter", "take it", "enter"),
		pass:    bind("space", "skip", "space", "esc", "tab"),
		again:   bind("backspace", "the one before", "backspace"),
		read:    bind("enter", "I have read this", "enter", "space"),
		goOn:    bind("y", "go on", "y", "Y", "enter"),
		leaveIt: bind("n", "leave it", "n", "N", "esc"),

		redraw:    bind("ctrl+l", "draw again", "ctrl+l"),
		suspend:   bind("ctrl+z", "to the shell", "ctrl+z"),
		interrupt: bind("ctrl+c", "leave at once", "ctrl+c"),
	}
}

// shown is the keys of a screen: those of its footer, in order of worth, and
// those that only the help names.
type shown struct{ footer, more []key.Binding }

func (m *model) shownKeys() shown {
	k := &m.keys
	always := []key.Binding{k.redraw, k.suspend, k.interrupt}
	switch m.screen {
	case opening:
	case warning:
		read := k.read
		if !m.safety.through(m) {
			read.SetHelp(read.Help().Key, sayReadOn)
		}
		return shown{[]key.Binding{read, k.down, k.pageDown, k.quit}, always}
	case checking:
		return shown{[]key.Binding{k.less, k.accept, k.again, k.pass}, always}
	case reviewing:
		return shown{[]key.Binding{k.down, k.pageDown, k.help, k.back}, always}
	case describing:
		return shown{[]key.Binding{k.toggle, k.down, k.help, k.back}, always}
	case choosing:
		leave := k.quit
		if m.menu.filter != "" {
			leave = k.clear
		}
		return shown{
			[]key.Binding{k.choose, k.down, k.library, k.help, leave},
			append([]key.Binding{k.first, k.last, k.pageUp, k.pageDown}, always...),
		}
	case previewing:
		if m.overview.running {
			return shown{[]key.Binding{k.jump, k.down, k.help, k.back}, always}
		}
		return shown{[]key.Binding{k.start, k.toggle, k.down, k.help, k.back}, always}
	case playing:
		return shown{
			[]key.Binding{k.pause, k.next, k.previous, k.skip, k.hurts, k.longer, k.voice, k.help, k.end},
			append([]key.Binding{k.overview, k.big, k.mute, k.softer, k.slower, k.camera}, always...),
		}
	case finished:
		if m.o.Routine != nil {
			return shown{[]key.Binding{k.exit}, always}
		}
		return shown{[]key.Binding{k.menu, k.exit}, always}
	case browsing:
		switch {
		case m.browser.typing:
			return shown{[]key.Binding{k.down, k.found}, nil}
		case m.browser.list.filter != "":
			return shown{[]key.Binding{k.down, k.pageDown, k.camera, k.find, k.help, k.clear}, always}
		}
		return shown{[]key.Binding{k.down, k.pageDown, k.camera, k.find, k.help, k.back}, always}
	}
	return shown{}
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
		parts[i] = m.theme.text.Render(b.Help().Key) + m.theme.dim.Render(" "+b.Help().Desc)
	}
	return ansi.Truncate(strings.Join(parts, strings.Repeat(" ", gap)), w, "…")
}

func shownWidth(b key.Binding) int {
	return ansi.StringWidth(b.Help().Key) + 1 + ansi.StringWidth(b.Help().Desc)
}
