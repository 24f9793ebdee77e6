package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// nameField is a name that is being typed.
type nameField struct{ text string }

// key types at the name. It reports whether that is the name, or whether it is
// not wanted after all.
func (n *nameField) key(k tea.KeyPressMsg) (isGiven, isLeft bool) {
	switch k.Code {
	case tea.KeyEscape:
		return false, true
	case tea.KeyEnter:
		return n.name() != "", false
	case tea.KeyBackspace:
		_, size := utf8.DecodeLastRuneInString(n.text)
		n.text = n.text[:len(n.text)-size]
	default:
		n.add(k.Text)
	}
	return false, false
}

// add adds what was typed, or the first line of what was pasted.
func (n *nameField) add(text string) {
	room := max(longestFilter-utf8.RuneCountInString(n.text), 0)
	runes := []rune(firstLine(text))
	n.text += string(runes[:min(len(runes), room)])
}

func (n *nameField) name() string { return strings.TrimSpace(n.text) }

// firstLine is the first line of a text that there is anything on, without what
// would do something to a terminal.
func firstLine(text string) string {
	text, _, _ = strings.Cut(strings.TrimLeft(text, "\r\n"), "\n")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, ansi.Strip(text))
}
