package tui

import (
	"strings"

	"catcow/content"
	"catcow/page"
)

// routineDetail is what a routine is; told is what of it suits the person, length is how long
// that is, as the list has it.
func (m *model) routineDetail(r, told content.Routine, length string, w int) []string {
	t := m.theme
	lines := []string{t.Strong.Render(page.Pad(r.Name, w)), ""}
	lines = append(lines, page.Hang("", r.Summary, w, t.Text)...)
	facts := []string{length + ", " + told.PlaceFor(m.o.Avoids()).Text()}
	if length == noneText {
		facts[0] = noneSuitsText
	}
	if props := told.Props(); len(props) > 0 {
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
