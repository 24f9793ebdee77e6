package tui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/guide"
	"catcow/history"
	"catcow/page"
)

// question is one that is answered with one key: of the guide, or of the week.
type question struct {
	cursor int     // from 1; 0 before it is moved
	week   *weekly // nil for one of the guide
}

// weekly is the three questions of the week.
type weekly struct {
	questions []guide.Question
	answers   []int
	then      func(m *model)
}

// askWeek asks the three questions of the week.
func (m *model) askWeek(then func(m *model)) {
	w := &weekly{then: then}
	for _, q := range m.safe.PEG.Questions {
		w.questions = append(w.questions, guide.Question{Text: q.Ask, Lead: m.safe.PEG.Lead, Scale: q.Scale})
	}
	m.past.Weekly = false
	now := m.now()
	m.remember(func(s *config.State) { s.Asked.Weekly = now })
	m.show(&question{week: w})
}

// open is the question that is open; nil for none.
func (s *question) open(m *model) *guide.Question {
	if s.week == nil {
		return m.led.Question
	}
	return &s.week.questions[min(len(s.week.answers), len(s.week.questions)-1)]
}

func (s *question) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	q := s.open(m)
	if q == nil {
		return nil
	}
	last := guide.MaxPain
	if q.Choices != nil {
		last = len(q.Choices) - 1
	}
	switch {
	case key.Matches(k, m.keys.less):
		s.cursor = max(s.cursor-1, 1)
	case key.Matches(k, m.keys.more):
		s.cursor = min(s.cursor+1, last+1)
	case key.Matches(k, m.keys.accept) && s.cursor > 0:
		s.answer(m, s.cursor-1)
	case s.isBefore(m) && key.Matches(k, m.keys.leave):
		return m.goBeforeSession()
	case key.Matches(k, m.keys.pass), key.Matches(k, m.keys.accept):
		s.pass(m)
	default:
		s.number(m, q, k.String(), last)
	}
	return m.afterEnd()
}

// number answers with the value of a key: a rating, or which of the choices.
func (s *question) number(m *model, q *guide.Question, pressed string, last int) {
	value, ok := guide.Rating(pressed)
	if q.Choices != nil {
		value--
	}
	switch {
	case !ok || value < 0:
	case value <= last:
		s.answer(m, value)
	case s.week == nil:
		m.follow(m.guide.Answer(value, m.now())) // which says what can be pressed
	}
}

// answer answers the open question.
func (s *question) answer(m *model, value int) {
	s.cursor = 0
	if s.week == nil {
		m.follow(m.guide.Answer(value, m.now()))
		return
	}
	w := s.week
	if w.answers = append(w.answers, value); len(w.answers) < len(w.questions) {
		return
	}
	if m.past.Log != nil && len(w.answers) == 3 {
		m.past.Log.SavePEG(history.PEG{At: m.now(), Pain: w.answers[0], Enjoyment: w.answers[1], Activity: w.answers[2]})
	}
	w.then(m)
}

// pass leaves the open question; the questions of the week only count together.
func (s *question) pass(m *model) {
	s.cursor = 0
	if s.week != nil {
		s.week.then(m)
		return
	}
	m.follow(m.guide.Pass(m.now()))
}

// isBefore reports whether the session has not begun, so that one can still go back.
func (s *question) isBefore(m *model) bool { return s.week == nil && !m.guide.Started() }

func (s *question) keys(m *model) shown {
	k := &m.keys
	if s.isBefore(m) {
		pass := bind("space", "skip", "space", "tab")
		return shown{footer: []key.Binding{k.less, k.accept, pass, k.leave}}
	}
	return shown{footer: []key.Binding{k.less, k.accept, k.pass}}
}

func (s *question) view(m *model) []string {
	f, l, t := m.frame, &m.large, m.theme
	q := s.open(m)
	if q == nil {
		return nil
	}
	w := f.inner()
	header := page.Spread(t.Accent.Render(checkInText), "", t.Dim.Render(skippableText), w)
	h := f.h - 2
	most := m.letterRows()
	for rows := most; rows >= l.least(); rows-- {
		if body := s.body(m, q, w, rows, rows); len(body) <= h {
			return f.filled(header, append(make([]string, (h-len(body))/3), body...), m.footer(w))
		}
	}
	// The answers stay large longest, those that are chosen by a number of the list.
	for rows := most; rows >= l.least() && q.Choices != nil && page.Width(q.Lead) <= w; rows-- {
		asked := *q
		asked.Lead = ""
		if body := s.body(m, &asked, w, 1, rows); len(body) <= h {
			if q.Lead != "" {
				header = t.Dim.Render(q.Lead)
			}
			return f.filled(header, body, m.footer(w))
		}
	}
	// Even plain letters are too many: the answers stay, and the question scrolls to
	// them.
	body := s.body(m, q, w, 1, 1)
	if len(body) <= h {
		return f.filled(header, append(make([]string, (h-len(body))/3), body...), m.footer(w))
	}
	top := theEnd
	seen, _, _ := top.see(body, h)
	return f.filled(header, seen, m.footer(w))
}

// body is the question in letters of asks rows and what may be answered in those of
// so many.
func (s *question) body(m *model, q *guide.Question, w, asks, rows int) []string {
	l, t := &m.large, m.theme
	body := append(page.Hang("", q.Lead, w, t.Dim), l.text(l.strong, t.Strong, q.Text, w, asks)...)
	if asks > 1 {
		body = append(body, "")
	}
	if q.Choices != nil {
		return append(body, s.choices(m, q, w, rows)...)
	}
	return append(body, s.scale(m, q, w, rows)...)
}

// choices is what one may choose, a number each.
func (s *question) choices(m *model, q *guide.Question, w, rows int) []string {
	l, t := &m.large, m.theme
	var lines []string
	for i, c := range q.Choices {
		ink, plain, mark := l.dimmed, t.Text, m.glyphs.Todo
		if i+1 == s.cursor {
			ink, plain, mark = l.in, t.Accent, m.glyphs.Now
		}
		text := strconv.Itoa(i+1) + "  " + c
		if rows < l.least() {
			lines = append(lines, page.Hang(mark, text, w, plain)...)
			continue
		}
		lines = append(lines, l.text(ink, plain, text, w, rows)...)
	}
	return lines
}

// scale is the numbers from 0 to 10, spread over a width; ten is the key x.
func (s *question) scale(m *model, q *guide.Question, w, rows int) []string {
	l, t := &m.large, m.theme
	ends := []string{t.Dim.Render(page.Spread("0  "+q.Scale.Low, "", "x  "+q.Scale.High, w))}
	if len("0  x   ")+len(q.Scale.Low)+len(q.Scale.High) > w {
		ends = append(page.Hang("0  ", q.Scale.Low, w, t.Dim), page.Hang("x  ", q.Scale.High, w, t.Dim)...)
	}
	step := w / (guide.MaxPain + 1)
	name := func(i int) string {
		if i == guide.MaxPain {
			return "x"
		}
		return strconv.Itoa(i)
	}
	if rows < l.least() || l.face(rows).Width("8") >= step {
		var line strings.Builder
		for i := range guide.MaxPain + 1 {
			style := t.Text
			if i+1 == s.cursor {
				style = t.Accent
			}
			line.WriteString(style.Render(page.Pad(name(i), step)))
		}
		mark := ""
		if s.cursor > 0 {
			mark = strings.Repeat(" ", (s.cursor-1)*step) + m.glyphs.Up
		}
		return append([]string{line.String(), t.Accent.Render(mark)}, ends...)
	}
	lines := make([]string, rows)
	for i := range guide.MaxPain + 1 {
		ink := l.strong
		if i+1 == s.cursor {
			ink = l.in
		}
		for y, part := range ink.Line(l.face(rows), name(i), step) {
			lines[y] += page.Pad(part, step)
		}
	}
	if s.cursor > 0 {
		lines = append(lines, t.Accent.Render(strings.Repeat(" ", (s.cursor-1)*step)+m.glyphs.Up))
	}
	return append(lines, ends...)
}
