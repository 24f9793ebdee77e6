package tui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/page"
)

// worst is the upper end of every rating.
const worst = 10

// notAsked is the session too short to be asked about.
const notAsked = time.Minute

// patience is how long a session started from the shell waits for an answer at
// its end.
const patience = 3 * time.Minute

// asked is one thing that is asked, answered with one key.
type asked struct {
	ask    string
	lead   string // small, above it
	scale  content.Scale
	places []string // where, instead of how much
	answer func(m *model, value int)
}

// checkIn is a few questions, each of which may be skipped.
type checkIn struct {
	questions []asked
	at        int
	cursor    int // -1 before it is moved
	then      func(m *model)
	closes    time.Time // when nobody answers; the zero time for never
}

// asks reports whether there is a check-in around the session.
func (m *model) asks() bool { return m.o.CheckIn && m.o.Play.Speed == 1 }

// before asks how it is before a routine, and starts it.
func (m *model) before(r content.Routine) {
	m.answers = answers{}
	if !m.asks() {
		m.play(r)
		return
	}
	where := asked{ask: whereHurtsText, places: places()}
	where.answer = func(m *model, i int) { m.answers.where = []string{where.places[i]} }
	pain := asked{ask: painNowText, scale: m.safe.Scale}
	pain.answer = func(m *model, pain int) {
		m.answers.before = &pain
		if m.check.questions = m.check.questions[:1:1]; pain > 0 {
			m.check.questions = append(m.check.questions, where)
		}
	}
	m.ask(func(m *model) { m.play(r) }, pain)
}

// after asks how it is after a session, and once a week how the week was.
func (m *model) after(now time.Time, then func(*model)) {
	if !m.asks() || m.done.played < notAsked {
		then(m)
		return
	}
	pain := asked{ask: painAfterText, scale: m.safe.Scale}
	pain.answer = func(m *model, pain int) {
		m.answers.after = &pain
		m.player.logged.session.After = &pain
		m.save()
	}
	questions := []asked{pain}
	if m.past.Weekly {
		m.past.Weekly = false
		m.remember(func(s *config.State) { s.Asked.Weekly = now })
		questions = append(questions, m.weekly(now)...)
	}
	m.ask(then, questions...)
	if m.o.Routine != nil {
		m.check.closes = now.Add(patience)
	}
}

// weekly is the three questions of the PEG.
func (m *model) weekly(now time.Time) []asked {
	peg := history.PEG{At: now}
	into := []*int{&peg.Pain, &peg.Enjoyment, &peg.Activity}
	answered := 0
	var all []asked
	for i, q := range m.safe.PEG.Questions {
		all = append(all, asked{ask: q.Ask, lead: m.safe.PEG.Lead, scale: q.Scale, answer: func(m *model, value int) {
			*into[i] = value
			if answered |= 1 << i; answered == 1<<len(into)-1 {
				m.write(func(l Log) { l.SavePEG(peg) })
			}
		}})
	}
	return all
}

// ask shows questions, and goes on after the last.
func (m *model) ask(then func(*model), questions ...asked) {
	if len(questions) == 0 {
		then(m)
		return
	}
	m.screen, m.overlay = checking, none
	m.check = checkIn{questions: questions, cursor: -1, then: then}
}

// answers is what was said around a session.
type answers struct {
	before, after *int
	where         []string
	leg           bool // symptoms in a leg
}

// rose reports whether the pain is 3 or more above what it was before.
func (a answers) rose() bool {
	return a.before != nil && a.after != nil && *a.after-*a.before >= 3
}

// places is where a back hurts.
func places() []string {
	return []string{"lower-back", "upper-back", "neck", "shoulders", "hips", "legs"}
}

func (s *checkIn) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	q := &s.questions[s.at]
	last := worst
	if q.places != nil {
		last = len(q.places) - 1
	}
	switch {
	case key.Matches(k, m.keys.less):
		s.cursor = max(s.cursor-1, 0)
	case key.Matches(k, m.keys.more):
		s.cursor = min(s.cursor+1, last)
	case key.Matches(k, m.keys.accept):
		if s.cursor >= 0 {
			q.answer(m, s.cursor)
		}
		s.next(m)
	case key.Matches(k, m.keys.pass):
		s.next(m)
	case key.Matches(k, m.keys.again):
		s.at, s.cursor = max(s.at-1, 0), -1
	default:
		if value, ok := rated(k.String(), q.places != nil); ok && value <= last {
			q.answer(m, value)
			s.next(m)
		}
	}
	return nil
}

// rated is the value of a key: 0 to 9, and x for ten; 1 is the first of places.
func rated(k string, place bool) (int, bool) {
	if !place && (k == "x" || k == "X") {
		return worst, true
	}
	n, err := strconv.Atoi(k)
	if err != nil || len(k) != 1 {
		return 0, false
	}
	if place {
		n--
	}
	return n, n >= 0
}

func (s *checkIn) next(m *model) {
	s.at, s.cursor = s.at+1, -1
	if s.at >= len(s.questions) {
		s.then(m)
	}
}

func (s *checkIn) view(m *model) []string {
	f, t := m.frame, m.theme
	q := &s.questions[min(s.at, len(s.questions)-1)]
	w := min(f.inner(), 64)
	var body []string
	if q.lead != "" {
		body = append(page.Hang("", q.lead, w, t.Dim), "")
	}
	if rows := f.body() - 5 - len(body); f.wide() && legible(q.ask, f.inner(), rows, m.glyphs.ASCII) {
		w = f.inner() // read from the mat
		body = append(body, m.block(q.ask, t.Strong, w, rows)...)
	} else {
		body = append(body, page.Hang("", q.ask, w, t.Strong)...)
	}
	body = append(body, "")
	if q.places != nil {
		for i, p := range q.places {
			mark, style := m.glyphs.Todo, t.Text
			if i == s.cursor {
				mark, style = m.glyphs.Now, t.Accent
			}
			body = append(body, style.Render(mark+strconv.Itoa(i+1)+"  "+page.Words(p)))
		}
	} else {
		body = append(body, m.scale(s.cursor, w)...)
		body = append(body, t.Dim.Render(page.Spread("0  "+q.scale.Low, "", "x  "+q.scale.High, w)))
	}
	room := max(f.body()-len(body), 0)
	body = append(make([]string, min(room/3, 4)), body...)
	if left := (f.inner() - w) / 2; left > 0 {
		for i, l := range body {
			body[i] = strings.Repeat(" ", left) + l
		}
	}
	header := page.Spread(t.Accent.Render(checkInText), "", t.Dim.Render(skippableText), f.inner())
	return f.page(header, body, nil, m.footer(f.inner()))
}

// scale is the numbers from 0 to 10, spread over a width; ten is the key x.
func (m *model) scale(cursor, w int) []string {
	step := (w - 2) / worst
	var numbers, mark string
	for i := 0; i <= worst; i++ {
		style, text := m.theme.Text, strconv.Itoa(i)
		if i == worst {
			text = "x"
		}
		if i == cursor {
			style = m.theme.Accent
			mark = strings.Repeat(" ", i*step) + m.glyphs.Up
		}
		numbers += style.Render(text) + strings.Repeat(" ", step-1)
	}
	return []string{numbers, m.theme.Accent.Render(mark)}
}

// concluded goes to the end of a session, by the safety page where that is due.
func (m *model) concluded() {
	show := func(m *model) {
		now := m.now()
		m.done.closes = now.Add(time.Duration(float64(linger) / max(m.player.engine.Speed(), 1)))
		m.screen, m.overlay = finished, none
	}
	switch {
	case m.answers.leg:
		m.read(m.safe.Legs.Title, show)
	case m.answers.rose():
		m.read(m.safe.Rose, show)
	default:
		show(m)
		return
	}
	m.remember(func(s *config.State) { s.Due = true })
}

// hurtLately reports whether a pose hurt in one of the last sessions.
func (m *model) hurtLately(pose string) bool { return slices.Contains(m.past.Hurt, pose) }

// ended is what the log calls the end of a session.
func ended(end End) string {
	switch end {
	case Finished:
		return history.Finished
	case EndedEarly:
		return history.EndedEarly
	case Interrupted, NoSession:
	}
	return history.Interrupted
}
