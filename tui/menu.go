package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// menu is the routines to choose from.
type menu struct {
	list
	routines []content.Routine
	seconds  map[string]string // length by id, as it is shown
	notes    map[string]string // what the other choices are, by id
}

// The ids of what can be chosen besides routines. No file can have them.
const (
	progressID = "/progress"
	aboutID    = "/about"
	safetyID   = "/safety"
)

func newMenu(m *model) menu {
	menu := menu{routines: m.lib.Routines(), seconds: map[string]string{}, notes: map[string]string{}}
	var all []entry
	for i, r := range menu.routines {
		length := minutes(session.Compile(r, m.o.Session).Length())
		menu.seconds[r.ID] = length
		note := fmt.Sprintf("%6s  %-5s", length, r.Place())
		all = append(all, entry{
			id:    r.ID,
			group: groupText(r),
			label: fmt.Sprintf("%2d  %s", i+1, r.Name),
			note:  note,
			search: strings.ToLower(strings.Join([]string{
				fmt.Sprint(i + 1), r.Name, r.ID, groupText(r), page.Words(strings.Join(r.Regions, " ")),
				PlaceText(r.Place()), propsText(r.Props()),
			}, " ")),
		})
	}
	for _, more := range []struct{ id, label, note string }{
		{progressID, reviewText, progressNoteText}, {aboutID, aboutText, aboutNoteText}, {safetyID, safetyText, safetyNoteText},
	} {
		all = append(all, entry{
			id: more.id, group: youText, label: "    " + more.label, note: "",
			search: strings.ToLower(more.label + " " + more.note),
		})
		menu.notes[more.id] = more.note
	}
	menu.list = newList(all)
	menu.choose(m.first(menu.routines))
	return menu
}

// first is the routine to begin with: the one chosen last, and before there is
// one, one that is for where it hurts.
func (m *model) first(routines []content.Routine) string {
	if m.o.State.Routine != "" {
		return m.o.State.Routine
	}
	for _, region := range m.o.Profile.Regions {
		for _, r := range routines {
			if len(r.Regions) > 0 && r.Regions[0] == region {
				return r.ID
			}
		}
	}
	return ""
}

func (s *menu) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.choose):
		m.told = ""
		if r, ok := s.routine(); ok {
			m.preview(r)
			return nil
		}
		return s.more(m)
	case key.Matches(k, m.keys.library):
		m.browse()
	case key.Matches(k, m.keys.help):
		m.overlay = helping
	case s.list.key(k, &m.keys):
	case key.Matches(k, m.keys.pageUp):
		s.move(-m.frame.body())
	case key.Matches(k, m.keys.pageDown):
		s.move(m.frame.body())
	case key.Matches(k, m.keys.quit):
		return m.leave(m.result.End)
	}
	return nil
}

// more opens what is not a routine.
func (s *menu) more(m *model) tea.Cmd {
	e, _ := s.choice()
	switch e.id {
	case progressID:
		return m.review()
	case aboutID:
		m.tellAbout()
	case safetyID:
		m.read("", func(m *model) { m.screen = choosing })
	}
	return nil
}

// refresh makes the menu anew after something it shows has changed.
func (s *menu) refresh(m *model) {
	at, _ := s.choice()
	*s = newMenu(m)
	s.choose(at.id)
}

func (s *menu) routine() (content.Routine, bool) {
	e, ok := s.choice()
	if !ok {
		return content.Routine{}, false
	}
	for _, r := range s.routines {
		if r.ID == e.id {
			return r, true
		}
	}
	return content.Routine{}, false
}

func (s *menu) view(m *model) []string {
	f := m.frame
	header := page.Spread(m.theme.Accent.Render(nameText), "", m.theme.Dim.Render(promiseText), f.inner())
	if m.lib == nil {
		return f.page(header, []string{m.theme.Dim.Render(loadingText)}, nil, m.footer(f.inner()))
	}
	body := s.list.view(m, f.inner(), f.body())
	status := m.theme.Faint.Render(filterText)
	if s.filter != "" {
		status = m.theme.Accent.Render("/ " + s.filter)
	}
	switch {
	case f.wide():
		left := min(f.inner()*4/7, 52)
		body = page.Columns(s.list.view(m, left, f.body()), left, s.detail(m, f.inner()-left-2), f.body())
	case s.filter == "":
		if r, ok := s.routine(); ok {
			status = m.theme.Dim.Render(page.Pad(r.Summary, f.inner()))
		}
	}
	lines := []string{status}
	switch {
	case m.told != "":
		lines = append([]string{m.theme.Warn.Render(page.Pad(m.told, f.inner()))}, lines...)
	case m.problems > 0:
		lines = append([]string{m.theme.Warn.Render(problemsText(m.problems))}, lines...)
	}
	return f.page(header, body, lines, m.footer(f.inner()))
}

// detail is what the chosen routine is.
func (s *menu) detail(m *model, w int) []string {
	r, ok := s.routine()
	t := m.theme
	if !ok {
		e, _ := s.choice()
		return page.Hang("", s.notes[e.id], w, t.Text)
	}
	lines := []string{t.Strong.Render(page.Pad(r.Name, w)), ""}
	lines = append(lines, page.Hang("", r.Summary, w, t.Text)...)
	facts := []string{s.seconds[r.ID] + ", " + PlaceText(r.Place())}
	if props := r.Props(); len(props) > 0 {
		facts = append(facts, "needs: "+propsText(props))
	}
	facts = append(facts, "for: "+page.Words(strings.Join(r.Regions, ", ")))
	facts = append(facts, m.concerns(r)...)
	lines = append(lines, "")
	for _, fact := range facts {
		lines = append(lines, page.Hang("", fact, w, t.Dim)...)
	}
	lines = append(lines, "")
	for i := range r.Items {
		lines = append(lines, t.Text.Render(page.Pad(m.glyphs.Todo+r.Items[i].Pose.Name, w)))
	}
	lines = append(lines, "")
	for _, src := range r.Source {
		lines = append(lines, page.Hang("", "from: "+src.String(), w, t.Faint)...)
	}
	return lines
}
