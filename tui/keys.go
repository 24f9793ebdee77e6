package tui

import (
	"charm.land/bubbles/v2/key"

	"catcow/page"
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

func newKeyMap(g page.Glyphs) keyMap {
	bind := func(shown, does string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
	}
	return keyMap{
		up:       bind(g.Up, "up", "up", "ctrl+p"),
		down:     bind(g.Up+g.Down, "move", "down", "ctrl+n"),
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

		less:    bind(g.Left+g.Right, "choose", "left", "up"),
		more:    bind(g.Right, "more", "right", "down"),
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
