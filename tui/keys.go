package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"

	"catcow/page"
)

// keyMap is every key of every screen.
type keyMap struct {
	up, down, first, last, pageUp, pageDown key.Binding

	choose, library, toggle, start, alone, back, clear, quit, find, found, week, swap, keep, leave, moreOf, set, keepSheet, typedAll, write, writeNot key.Binding

	pause, next, previous, skip, longer, shorter, slower, faster, overview, camera, view, end key.Binding

	hurts, steps, voice, mute, tone, softer, louder key.Binding

	ease, otherWay, skipPose, endHere, leg, mistake key.Binding

	less, more, accept, pass, again, read, done key.Binding

	help, close, yes, no, jump, menu, exit, goOn, leaveIt key.Binding

	redraw, suspend, interrupt key.Binding
}

func newKeyMap(g page.Glyphs) keyMap {
	k := keyMap{
		up:       bind(g.Up, "up", "up", "ctrl+p"),
		down:     bind(g.Up+g.Down, "move", "down", "ctrl+n"),
		first:    bind("home", "first", "home"),
		last:     bind("end", "last", "end"),
		pageUp:   bind("pgup", "page up", "pgup"),
		pageDown: bind("pgdn", "scroll", "pgdown"),

		choose:    bind("enter", "look", "enter"),
		library:   bind("tab", "all poses", "tab"),
		toggle:    bind("space", "on or off", "space"),
		start:     bind("enter", "start", "enter"),
		alone:     bind("enter", "do this pose", "enter"),
		back:      bind("esc", "back", "esc", "backspace", "left"),
		clear:     bind("esc", "clear", "esc"),
		quit:      bind("esc", "quit", "esc"),
		find:      bind("/", "find", "/"),
		found:     bind("enter", "done", "enter", "esc"),
		swap:      bind("s", "swap", "s", "S"),
		keep:      bind("k", "keep it", "k", "K"),
		leave:     bind("esc", "back", "esc", "backspace"),
		moreOf:    bind(g.Right, "more", "right", "space"),
		keepSheet: bind("enter", "keep it", "enter"),
		typedAll:  bind("ctrl+d", "that is all", "ctrl+d"),
		write:     bind("y", "write it", "y", "Y"),
		writeNot:  bind("n", "do not", "n", "N", "esc"),
		set:       bind(g.Left+g.Right, "set", "left"),
		week:      bind("w", "the week's questions", "w", "W"),

		less:   bind(g.Left+g.Right, "choose", "left", "up"),
		more:   bind(g.Right, "more", "right", "down"),
		accept: bind("enter", "take it", "enter"),
		pass:   bind("space", "skip", "space", "esc", "tab"),
		again:  bind("backspace", "the one before", "backspace"),
		read:   bind("enter", "I have read this", "enter", "space"),
		done:   bind("enter", "done", "enter", "esc"),

		help:    bind("?", "keys", "?", "f1"),
		close:   bind("esc", "close", "esc", "?", "q", "enter", "space", "f1"),
		yes:     bind("q", "end here", "q", "Q", "y", "Y"),
		no:      bind("n", "go on", "n", "N", "esc", "space", "enter"),
		jump:    bind("enter", "go there", "enter"),
		menu:    bind("enter", "menu", "enter", "space", "esc"),
		exit:    bind("q", "quit", "q", "Q"),
		goOn:    bind("enter", "go on", "y", "Y", "enter"),
		leaveIt: bind("n", "leave it", "n", "N", "esc"),

		redraw:    bind("ctrl+l", "draw again", "ctrl+l"),
		suspend:   bind("ctrl+z", "to the shell", "ctrl+z"),
		interrupt: bind("ctrl+c", "leave at once", "ctrl+c"),
	}
	k.bindSession(g)
	return k
}

// bind is keys with what is shown of them and what they do.
func bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// bindSession binds the keys of a session that runs.
func (k *keyMap) bindSession(g page.Glyphs) {
	k.pause = bind("space", "pause", "space", ".")
	k.hurts = bind("x", "it hurts", "x", "X")
	k.next = bind("n", "next", "n", "N", "right", "pgdown", "enter")
	k.previous = bind("b", "back", "b", "B", "left", "pgup")
	k.skip = bind("s", "skip", "s", "S")
	k.view = bind("f", "close view", "f", "F")
	k.longer = bind("+ -", "longer, shorter", "+", "=")
	k.shorter = bind("-", "shorter", "-", "_")
	k.slower = bind("[ ]", "slower, faster breath", "[")
	k.faster = bind("]", "faster breath", "]")
	k.overview = bind("o", "overview", "o", "O")
	k.camera = bind("c", "turn", "c", "C")
	k.end = bind("q", "end", "q", "Q", "esc")
	k.voice = bind("v", "voice", "v", "V")
	k.mute = bind("m", "mute", "m", "M")
	k.tone = bind("t", "breath tone", "t", "T")
	k.steps = bind("r", "the steps again", "r", "R")
	k.softer = bind("< >", "volume", "<", ",")
	k.louder = bind(">", "louder", ">")

	k.ease = bind("enter", "do this", "enter", "x", "X", "e", "E", "space")
	k.otherWay = bind(g.Down, "another way", "down", "tab")
	k.skipPose = bind("s", "skip the pose", "s", "S")
	k.endHere = bind("q", "end here", "q", "Q")
	k.leg = bind("l", "leg, numb, weak", "l", "L")
	k.mistake = bind("esc", "go on", "esc", "backspace")
}

// everywhere is the keys that only the help names, on every screen.
func (k *keyMap) everywhere() []key.Binding { return []key.Binding{k.redraw, k.suspend, k.interrupt} }

// footer is the keys of the screen on one line of at most w cells; those of least
// worth, which stand last, go first. The last two stay: the keys, and the way out.
func (m *model) footer(w int) string { return m.footerOf(w, m.screen.keys(m).footer, 2) }

// footerOf is keys on one line. stay is how many at the end do not go.
func (m *model) footerOf(w int, bindings []key.Binding, stay int) string {
	const gap = 2
	width := -gap
	for _, b := range bindings {
		width += shownWidth(b) + gap
	}
	for n := len(bindings) - stay - 1; n > 0 && width > w; n-- {
		width -= shownWidth(bindings[n]) + gap
		bindings = slices.Delete(slices.Clone(bindings), n, n+1)
	}
	parts := make([]string, len(bindings))
	for i, b := range bindings {
		parts[i] = m.theme.Text.Render(b.Help().Key) + m.theme.Dim.Render(" "+b.Help().Desc)
	}
	return page.Cut(strings.Join(parts, strings.Repeat(" ", gap)), w, "…")
}

func shownWidth(b key.Binding) int {
	return page.Width(b.Help().Key) + 1 + page.Width(b.Help().Desc)
}
