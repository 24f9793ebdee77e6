package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/page"
)

// aboutYou is what a person says about themselves, so that poses that are not for
// them are left out.
type aboutYou struct {
	cursor int
}

// about opens the profile.
func (m *model) tellAbout() {
	m.screen, m.about = describing, aboutYou{}
}

func (s *aboutYou) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	all := content.Conditions()
	switch {
	case key.Matches(k, m.keys.up):
		s.cursor = max(s.cursor-1, 0)
	case key.Matches(k, m.keys.down):
		s.cursor = min(s.cursor+1, len(all)-1)
	case key.Matches(k, m.keys.toggle), key.Matches(k, m.keys.choose):
		if !m.o.Profile.Set { // the settings say it otherwise
			s.toggle(m, all[s.cursor].ID)
		}
	case key.Matches(k, m.keys.help):
		m.overlay = helping
	case key.Matches(k, m.keys.back):
		m.screen = choosing
		m.menu.refresh(m)
	}
	return nil
}

func (s *aboutYou) toggle(m *model, id string) {
	avoid := slices.Clone(m.avoids())
	if i := slices.Index(avoid, id); i >= 0 {
		avoid = slices.Delete(avoid, i, i+1)
	} else {
		avoid = append(avoid, id)
	}
	m.remember(func(s *config.State) { s.Profile = config.SaidProfile{Avoid: avoid, Set: true} })
}

func (s *aboutYou) view(m *model) []string {
	f, t := m.frame, m.theme
	w := min(f.inner(), 72)
	avoid := m.avoids()
	var body []string
	if f.wide() {
		body = append(page.Hang("", aboutLeadText, w, t.Text), "")
	}
	at := 0
	for i, c := range content.Conditions() {
		mark, on, style := "  ", m.glyphs.Off, t.Text
		if slices.Contains(avoid, c.ID) {
			on = m.glyphs.On
		}
		if i == s.cursor {
			at, mark, style = len(body), m.glyphs.Now, t.Accent
		}
		body = append(body, style.Render(page.Pad(mark+on+" "+page.Title(c.Name), w)))
	}
	if f.wide() {
		body = append(append(body, ""), page.Hang("", aboutTailText, w, t.Dim)...)
	}
	top := max(min(at-f.body()/2, len(body)-f.body()), 0)
	status := t.Faint.Render(page.Pad(aboutKeptText, f.inner()))
	if m.o.Profile.Set {
		status = t.Warn.Render(page.Pad(aboutSetText, f.inner()))
	}
	return f.page(t.Accent.Render(aboutText), body[top:], []string{status}, m.footer(f.inner()))
}
