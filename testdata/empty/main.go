// Empty is a Bubble Tea program that shows one word, to measure against.
package main

import tea "charm.land/bubbletea/v2"

type empty struct{}

func (empty) Init() tea.Cmd { return nil }

func (e empty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		return e, tea.Quit
	}
	return e, nil
}

func (empty) View() tea.View {
	v := tea.NewView("empty")
	v.AltScreen = true
	return v
}

func main() { _, _ = tea.NewProgram(empty{}).Run() }
