package tui

import (
	"cmp"
	"context"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/page"
)

// begin begins a session of those items of a routine. items are their places in
// the whole routine.
func (m *model) begin(r content.Routine, items []int) {
	now := m.now()
	if IsListed(m.lib, r) {
		m.remember(func(s *config.State) { s.Routine = r.ID })
	}
	m.lead(guide.New(m.guiding(r, items), now))
}

// beginExact begins a session whose doses are what they are, whatever the level.
func (m *model) beginExact(r content.Routine) {
	o := m.guiding(r, nil)
	o.Session.Level, o.Session.Levels = 0, nil
	m.lead(guide.New(o, m.now()))
}

// guiding is what a session is led with.
func (m *model) guiding(r content.Routine, items []int) guide.Options {
	o := m.o.Guiding(m.lib, &m.past, r, items, m.now())
	o.Safety, o.Flash, o.Remember = m.safe, m.o.Screen.Flash, m.remember
	return o
}

// lead follows a guide from here on.
func (m *model) lead(g *guide.Guide) {
	m.menu.clear()
	m.from = m.screen
	m.guide, m.player = g, player{}
	m.led = guide.View{}
	m.screen = nil
	m.follow(g.View())
}

// goBeforeSession leaves a session that has not begun for where it was started.
func (m *model) goBeforeSession() tea.Cmd {
	m.guide.Interrupt(m.now(), false)
	m.guide, m.led = nil, guide.View{}
	if _, isLooked := m.from.(*overview); m.o.Routine != nil && !isLooked {
		return m.leave(guide.Unended)
	}
	m.backTo(m.from)
	return nil
}

// follow takes what the guide left to be drawn, and shows the screen for it.
func (m *model) follow(v guide.View) {
	before := m.led.Phase
	m.led, m.player.isNow = v, false
	switch {
	case v.Phase == guide.Leading && (m.screen == nil || before != guide.Leading):
		m.show(&m.player)
	case v.Phase == guide.Asking && (m.screen == nil || before != guide.Asking):
		m.show(&question{})
	case v.Phase == guide.Over && (m.screen == nil || before != guide.Over):
		m.over()
	}
}

// over shows what became of the session, after the safety page where it calls for
// that.
func (m *model) over() {
	m.result = ResultOf(m.guide, m.now())
	m.next = append(m.next, m.recallAgain())
	s := m.guide.Summary(m.now())
	switch {
	case !m.guide.Started(): // not today
		if m.o.Routine == nil {
			m.toMenu()
		} else {
			m.showDone()
		}
	case s.Leg:
		m.readSafety(m.safe.Legs.Title, (*model).showDone)
	case s.Rose:
		m.remember(func(s *config.State) { s.Due = true })
		m.readSafety(m.safe.Rose.Line, (*model).showDone)
	default:
		m.showDone()
	}
}

// do asks the guide for something.
func (m *model) do(a guide.Action) { m.follow(m.guide.Do(a, m.now())) }

// resume takes the session that was cut off over from the log.
func (m *model) resume() tea.Cmd {
	log, id := m.past.Log, m.past.Unfinished.ID
	return func() tea.Msg {
		s, err := log.Resume(context.Background(), id)
		return then(func() { m.resumed(s, err) })
	}
}

// resumed goes on with it, unless another session has begun meanwhile.
func (m *model) resumed(s history.Session, err error) {
	m.past.Unfinished = nil
	if m.guide != nil && m.led.Phase != guide.Over {
		return
	}
	plan, items, gone := guide.Recompile(m.lib, s, m.o.Compiling(&m.past))
	if err = cmp.Or(err, gone); err != nil {
		m.notice = page.Sentence(err.Error())
		if m.o.Routine != nil {
			m.start(*m.o.Routine)
		}
		return
	}
	m.lead(guide.Resume(m.guiding(plan.Routine, items), plan, s, m.now()))
}

// canResume reports whether the session that was cut off can go on.
func (m *model) canResume() bool {
	_, _, err := guide.Recompile(m.lib, *m.past.Unfinished, m.o.Compiling(&m.past))
	return err == nil
}
