package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"

	"catcow/content"
	"catcow/page"
	"catcow/tui/pixels"
)

func (s *todayScreen) keys(m *model) shown {
	k := &m.keys
	if s.naming {
		return shown{footer: []key.Binding{k.accept, k.mistake}}
	}
	keys := []key.Binding{k.start, k.set}
	if s.cursor >= fields {
		keys = []key.Binding{k.start, k.swap}
	}
	if m.o.KeepRoutine != nil {
		keys = append(keys, k.keep)
	}
	return shown{footer: append(keys, k.down, k.help, k.leave)}
}

func (s *todayScreen) view(m *model) []string {
	f, t := m.frame, m.theme
	length := ""
	switch {
	case s.came != s.asked:
		length = loadingText
	case s.err == nil && s.made.Length > 0:
		length = page.MinutesText(s.made.Length) + m.glyphs.Dot + s.made.Place.Text()
	}
	header := page.Spread(t.Accent.Render(todayText), "", t.Text.Render(length), f.inner())
	said := s.answerLines(m, f.inner())
	room := f.body() - len(said)
	pose, hasPose := s.pose()
	left := s.left(m, room)
	body, at := s.body(m, left)
	top := scroll(at - room/2)
	seen, up, down := top.see(body, room)
	if right := f.inner() - left - 2; hasPose && right > 0 {
		rows := f.body()*2/5 + 1
		if !f.wide() {
			rows = min(room-2, right/2)
		}
		seen = page.Columns(seen, left, marked(m, m.card(pose, right, rows), room), room)
	}
	return f.page(header, append(page.Tall(seen, room), said...), []string{m.theme.Faint.Render(m.scrollHint(up, down))}, m.footer(f.inner()))
}

// left is the width of the questions and the poses: all of it where there is no room
// for the figure beside them.
func (s *todayScreen) left(m *model, room int) int {
	const least = 28 // cells for a pose and its dose
	f := m.frame
	switch {
	case f.wide():
		return min(f.inner()*4/7, 56)
	case f.inner()-2-pixels.LeastWidth >= least && room-2 >= pixels.LeastHeight:
		return f.inner() - 2 - pixels.LeastWidth
	}
	return f.inner()
}

// pose is the one that is chosen, or the first.
func (s *todayScreen) pose() (content.Pose, bool) {
	items := s.made.Routine.Items
	if s.err != nil || len(items) == 0 {
		return content.Pose{}, false
	}
	return items[min(max(s.cursor-fields, 0), len(items)-1)].Pose, true
}

// answerLines are the name that is being typed, or what became of keeping it.
func (s *todayScreen) answerLines(m *model, w int) []string {
	switch {
	case s.naming:
		return page.Hang("", keepAsText+s.name.text+"_", w, m.theme.Accent)
	case s.kept != "":
		return page.Hang("", page.Title(s.kept), w, m.theme.Text)
	}
	return nil
}

// body is the questions and the poses; at is the row of the cursor.
func (s *todayScreen) body(m *model, w int) (body []string, at int) {
	t := m.theme
	row := func(i int, label, value string) {
		mark, style := "  ", t.Text
		if i == s.cursor {
			at, mark, style = len(body), m.glyphs.Now, t.Accent
		}
		body = append(body, style.Render(page.Pad(fmt.Sprintf("%s%-10s %s", mark, label, value), w)))
	}
	where, place := wholeBackText, anyPlaceText
	if len(s.request.Regions) > 0 {
		where = page.Words(strings.Join(s.request.Regions, ", "))
	}
	if s.request.Place != "" {
		place = s.request.Place.Text()
	}
	row(whereField, whereFieldText, where)
	row(longField, longFieldText, page.MinutesText(s.request.Length))
	row(placeField, placeFieldText, place)
	body = append(body, "")
	if s.err != nil {
		return append(body, page.Hang("", page.Sentence(s.err.Error()), w, t.Warn)...), at
	}
	body = append(body, page.Hang("", s.made.Why, w, t.Dim)...)
	for _, note := range s.made.Notes {
		body = append(body, page.Hang("", note, w, t.Dim)...)
	}
	body = append(body, "")
	for i, item := range s.made.Routine.Items {
		mark, style := "  ", t.Text
		if fields+i == s.cursor {
			at, mark, style = len(body), m.glyphs.Now, t.Accent
		}
		dose := item.Dose.String()
		body = append(body, style.Render(mark+page.Pad(item.Pose.Title(), max(w-len(dose)-3, 10)))+" "+t.Dim.Render(dose))
	}
	return body, at
}
