package tui

import (
	"slices"
	"strings"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// card is a pose before it is done: its picture in so many rows, what to be
// careful with, what it is for, and what it needs.
func (m *model) card(p content.Pose, w, rows int) []string {
	t := m.theme
	p = p.For(m.o.Avoids())
	lines := page.Hang("", p.Title(), w, t.Accent)
	if p.Sanskrit != "" {
		lines = append(lines, t.Dim.Render(page.Pad(p.Sanskrit, w)))
	}
	lines = append(lines, m.pictured(&p, w, rows)...)
	lines = append(lines, m.cautions(p, w)...)
	needs := ""
	if len(p.Props) > 0 {
		needs = "Needs: " + content.PropsText(p.Props) + "."
	}
	for _, text := range []string{p.Why, p.Feel, needs} {
		if text != "" {
			lines = append(append(lines, ""), page.Hang("", text, w, t.Text)...)
		}
	}
	return lines
}

// cautions is what to be careful with in a pose, with an empty line before it.
func (m *model) cautions(p content.Pose, w int) []string {
	var lines []string
	for i, a := range m.o.Cautions(p) {
		if i == 0 {
			lines = append(lines, "")
		}
		lines = append(lines, page.Hang("! ", page.Title(content.ConditionName(a.With))+": "+a.Say, w, m.theme.Warn)...)
	}
	return lines
}

// describe is all there is to say about a pose, the right side first.
func (m *model) describe(p content.Pose, w, rows int) []string {
	t := m.theme
	p = p.For(m.o.Avoids())
	lines := m.card(p, w, rows)
	name := func(s string) string { return content.FillSide(s, string(session.Right), string(session.Left)) }
	list := func(head string, all []string) {
		if strings.Join(all, "") == "" {
			return
		}
		lines = append(lines, "", t.Strong.Render(page.Pad(head, w)))
		for _, s := range all {
			lines = append(lines, page.Hang(m.glyphs.Todo, name(s), w, t.Text)...)
		}
	}
	if len(p.Variants) == 0 || p.Variant.ID == "" {
		list("Setting up", p.Steps)
	}
	for _, v := range p.Variants {
		list("Setting up: "+strings.ToLower(v.Name), v.Steps)
		if v.Why != "" {
			lines = append(lines, page.Hang("  ", v.Why, w, t.Dim)...)
		}
	}
	list("While you hold", p.During)
	var breath []string
	for _, b := range []struct{ head, text string }{{"In: ", p.Inhale}, {"Out: ", p.Exhale}} {
		if b.text != "" {
			breath = append(breath, b.head+b.text)
		}
	}
	list("With the breath", breath)
	list("Gentler ways", p.Ease)
	list("Coming out", []string{p.Release})
	list("Also called", p.Aliases)
	list("How much", []string{p.Dose.String()})
	lines = append(lines, "")
	for _, s := range sources(p) {
		lines = append(lines, page.Hang("from: ", s.String(), w, t.Faint)...)
	}
	if !p.Reviewed.IsZero() {
		lines = append(lines, t.Faint.Render("reviewed: "+p.Reviewed.Format("2006-01-02")))
	}
	return lines
}

// sources is those of the pose and of its variants, each once.
func sources(p content.Pose) []content.Source {
	all := append([]content.Source{}, p.Source...)
	for _, v := range p.Variants {
		for _, s := range v.Source {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	return all
}
