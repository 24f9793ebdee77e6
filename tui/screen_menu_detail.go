package tui

import (
	"strings"

	"catcow/content"
	"catcow/page"
)

// detail is what the chosen routine is.
func (s *menu) detail(m *model, w int) []string {
	r, ok := s.routine()
	t := m.theme
	if !ok {
		e, _ := s.choice()
		return s.note(m, e, w)
	}
	lines := []string{t.Strong.Render(page.Pad(r.Name, w)), ""}
	lines = append(lines, page.Hang("", r.Summary, w, t.Text)...)
	facts := []string{s.lengths[r.ID] + ", " + r.PlaceFor(m.o.Avoids()).Text()}
	if s.lengths[r.ID] == noneText {
		facts[0] = noneSuitsText
	}
	if props := r.Props(); len(props) > 0 {
		facts = append(facts, "needs: "+content.PropsText(props))
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

// note is what there is to say of what is not a routine.
func (s *menu) note(m *model, e entry, w int) []string {
	id, isPose := strings.CutPrefix(e.id, poseID)
	if !isPose {
		return page.Hang("", s.notes[e.id], w, m.theme.Text)
	}
	p, err := m.lib.Pose(id)
	if err != nil {
		return nil
	}
	return m.card(p, w, m.frame.body()*2/5)
}
