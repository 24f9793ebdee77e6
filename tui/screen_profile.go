package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/page"
)

// profile is what a person says about themselves, and what they have at hand, so
// that poses that are not for them are left out. Each is a yes or a no.
type profile struct {
	cursor int
	scroll scroll
	then   func(m *model)
}

// trait is one thing that is asked.
type trait struct {
	id, text string
	prop     bool // it is at hand, or is not
}

func traits() []trait {
	var all []trait
	for _, c := range content.Conditions() {
		all = append(all, trait{id: c.ID, text: page.Title(c.Name)})
	}
	for _, p := range content.Props() {
		all = append(all, trait{id: p, text: page.Title(content.PropName(p)), prop: true})
	}
	return all
}

func (s *profile) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	all := traits()
	var isMoved bool
	s.cursor, isMoved = steered(k, &m.keys, s.cursor, len(all))
	switch {
	case isMoved:
	case key.Matches(k, m.keys.toggle):
		s.toggle(m, all[s.cursor])
	case key.Matches(k, m.keys.done):
		s.keep(m, m.o.Avoids(), m.o.Props())
		s.then(m)
	}
	return nil
}

func (s *profile) keys(m *model) shown {
	k := &m.keys
	return shown{footer: []key.Binding{k.toggle, k.down, k.help, k.done}}
}

// holds reports whether the answer is yes.
func (m *model) holds(t trait) bool {
	if t.prop {
		return slices.Contains(m.o.Props(), t.id)
	}
	return slices.Contains(m.o.Avoids(), t.id)
}

// toggle changes an answer, unless the settings say it.
func (s *profile) toggle(m *model, t trait) {
	if m.o.Profile.Set {
		return
	}
	avoid, props := slices.Clone(m.o.Avoids()), slices.Clone(m.o.Props())
	list := &avoid
	if t.prop {
		list = &props
	}
	if i := slices.Index(*list, t.id); i >= 0 {
		*list = slices.Delete(*list, i, i+1)
	} else {
		*list = append(*list, t.id)
	}
	s.keep(m, avoid, props)
}

// keep remembers the answers.
func (s *profile) keep(m *model, avoid, props []string) {
	if m.o.Profile.Set {
		return
	}
	m.remember(func(s *config.State) {
		s.Profile = config.ProfileAnswers{Avoid: avoid, Props: append([]string{}, props...), Set: true}
	})
}

func (s *profile) view(m *model) []string {
	f, t := m.frame, m.theme
	body, at := s.body(m, min(f.inner(), 72))
	h := f.body()
	s.scroll = min(max(s.scroll, scroll(at-h+2)), scroll(at-1))
	switch s.cursor {
	case 0: // with the question above it
		s.scroll = 0
	case len(traits()) - 1:
		s.scroll = theEnd
	}
	seen, up, down := s.scroll.see(body, h)
	text := aboutKeptText
	if up || down {
		text = m.glyphs.Up + m.glyphs.Down + " " + moreText + m.glyphs.Dot + text
	}
	status := t.Faint.Render(page.Pad(text, f.inner()))
	if m.o.Profile.Set {
		status = t.Warn.Render(page.Pad(aboutSetText, f.inner()))
	}
	return f.page(t.Accent.Render(aboutText), seen, []string{status}, m.footer(f.inner()))
}

// body is every trait with its answer; at is the row of the cursor.
func (s *profile) body(m *model, w int) (body []string, at int) {
	t := m.theme
	lead := aboutAskText
	if m.frame.wide() {
		lead += " " + aboutLeadText
	}
	body = append(page.Hang("", lead, w, t.Text), "")
	for i, trait := range traits() {
		if trait.prop && (i == 0 || !traits()[i-1].prop) {
			body = append(body, "", t.Dim.Render(page.Pad(atHandText, w)))
		}
		mark, answer, style := "  ", noText, t.Text
		if m.holds(trait) {
			answer = yesText
		}
		if i == s.cursor {
			at, mark, style = len(body), m.glyphs.Now, t.Accent
		}
		body = append(body, page.Hang(mark+answer+" ", trait.text, w, style)...)
	}
	if m.frame.wide() {
		body = append(append(body, ""), page.Hang("", aboutTailText, w, t.Dim)...)
	}
	return body, at
}
