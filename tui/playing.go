package tui

import (
	"cmp"
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
	"catcow/content"
	"catcow/motion"
	"catcow/page"
	"catcow/session"
)

// player is the session that runs.
type player struct {
	engine *session.Player
	notice string        // why the clock stands, if not by the pause key
	missed string        // what a key could not do; gone with the next key
	mover  *motion.Mover // nil until the figure is first drawn
	drawn  stageFigure
	// figured: there is room for a figure, and a way to show one.
	figured bool
	big     bool // letters that are read from two metres
	hearing hearing
	logged  logged
	cut     bool // off by a signal: nobody chose to end
}

// play starts a session.
func (m *model) play(r content.Routine) {
	now := m.now()
	m.remember(func(s *config.State) { s.Routine = r.ID })
	m.start(session.Compile(r, m.options()))
	m.player.engine.Start(now)
	m.player.hearing.last = now
	m.logBegin(now)
}

// start makes the player of a plan.
func (m *model) start(plan session.Plan) {
	m.menu.filter = ""
	m.menu.refilter()
	m.player = player{engine: session.NewPlayer(plan, m.o.Play), big: m.o.Screen.Big}
	m.player.hearing.soon = true
	m.screen, m.overlay = playing, none
}

func (s *player) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	now, e := m.now(), s.engine
	s.missed = ""
	e.Tick(now)
	m.hear(now)
	s.hearing.soon = true
	switch {
	case s.adjust(m, k), s.tune(m, k):
		return nil
	case s.move(m, k, now):
		m.hush()
	case key.Matches(k, m.keys.pause) && e.At(now).State != session.Playing:
		e.Resume(now)
		s.notice = ""
		m.repeat(now)
	case s.halt(m, k, now):
		m.hush()
	}
	m.watch(now)
	return nil
}

// move goes to another place of the plan.
func (s *player) move(m *model, k tea.KeyPressMsg, now time.Time) bool {
	switch {
	case key.Matches(k, m.keys.next):
		s.engine.Next(now)
	case key.Matches(k, m.keys.previous):
		s.engine.Back(now)
	case key.Matches(k, m.keys.skip):
		s.engine.Skip(now)
	default:
		return false
	}
	return true
}

// halt stops the clock, and shows what it was stopped for.
func (s *player) halt(m *model, k tea.KeyPressMsg, now time.Time) bool {
	at := s.engine.At(now)
	switch {
	case key.Matches(k, m.keys.pause):
		s.notice = ""
	case key.Matches(k, m.keys.overview):
		m.preview(s.engine.Plan().Routine)
		m.overview.running, m.overview.cursor = true, at.Stage.Item
	case key.Matches(k, m.keys.help):
		m.overlay = helping
	case key.Matches(k, m.keys.hurts):
		m.hurts()
	case key.Matches(k, m.keys.end):
		m.overlay = asking
	default:
		return false
	}
	s.engine.Pause(now)
	return true
}

// tune changes what is seen and heard, and says so.
func (s *player) tune(m *model, k tea.KeyPressMsg) bool {
	switch {
	case key.Matches(k, m.keys.camera):
		m.camera++
	case key.Matches(k, m.keys.big):
		s.big = !s.big
	case key.Matches(k, m.keys.voice):
		s.missed = m.speak()
	case key.Matches(k, m.keys.mute):
		s.missed = m.mute()
	case key.Matches(k, m.keys.softer):
		s.missed = m.louder(-volumeStep)
	case key.Matches(k, m.keys.louder):
		s.missed = m.louder(volumeStep)
	default:
		return false
	}
	return true
}

// adjust changes how long things last, and says so where it cannot.
func (s *player) adjust(m *model, k tea.KeyPressMsg) bool {
	now, e := m.now(), s.engine
	for _, a := range []struct {
		key    key.Binding
		do     func(time.Time) bool
		cannot string
	}{
		{m.keys.longer, e.Longer, "There is no hold to make longer just now."},
		{m.keys.shorter, e.Shorter, "This is as short as it gets."},
		{m.keys.slower, e.Slower, "The breath cannot be slower."},
		{m.keys.faster, e.Faster, "The breath cannot be faster."},
	} {
		if key.Matches(k, a.key) {
			if !a.do(now) {
				s.missed = a.cannot
			}
			return true
		}
	}
	return false
}

// watch notices what time has done: the end, or a sleep.
func (m *model) watch(now time.Time) {
	m.logStages(now)
	s := m.player.engine.At(now)
	if s.Asleep && m.player.notice == "" {
		m.player.notice = asleepText
		m.hush()
	}
	if m.player.missed == "" {
		m.player.missed = cmp.Or(m.trouble(), m.logTrouble())
	}
	if s.State == session.Playing {
		m.player.notice = ""
	}
	if s.State == session.Finished {
		m.finish(now, Finished)
	}
}

// resume goes on after an overlay, unless the pause was there before it.
func (s *player) resume(m *model) {
	if m.screen == playing && s.notice == "" {
		s.engine.Resume(m.now())
		m.repeat(m.now())
	}
}

func (s *player) view(m *model) []string {
	f, t := m.frame, m.theme
	at := s.engine.At(m.now())
	if s.big {
		return s.bigView(m, at)
	}
	stage := &at.Stage
	where := m.where(at)
	left := fmt.Sprintf("%d of %d%s", stage.Item+1, at.Items, m.glyphs.Dot+fmt.Sprintf(leftText, clock(at.Remaining)))
	if !f.wide() {
		left = fmt.Sprintf("%d/%d %s", stage.Item+1, at.Items, clock(at.Remaining))
	}
	header := page.Spread(t.Dim.Render(s.engine.Plan().Routine.Name), t.Strong.Render(where), t.Text.Render(left), f.inner())
	var body []string
	if f.wide() {
		body = page.Columns(s.stage(m, at, f.main(), f.body()), f.main(), s.column(m, at, f.side(), f.body()), f.body())
	} else {
		body = s.narrow(m, at, f.inner(), f.body())
	}
	footer := m.footer(f.inner())
	if total := at.Done + at.Remaining; f.wide() && total > 0 {
		const bar = 10
		part := float64(at.Done) / float64(total)
		footer = page.Pad(m.footer(f.inner()-bar-2), f.inner()-bar) + m.glyphs.Bar(bar, part, t.Accent, t.Faint)
	}
	status := []string{s.next(m, at), s.say(m, at)}
	if !f.wide() && status[1] != "" {
		status = status[1:]
	}
	return f.page(header, body, status, footer)
}

// next is what comes after the stage.
func (s *player) next(m *model, at session.Snapshot) string {
	return m.theme.Dim.Render(page.Pad("next: "+nextText(at), m.frame.inner()))
}

// say is what the person should know about the clock.
func (s *player) say(m *model, at session.Snapshot) string {
	t := m.theme
	switch {
	case s.missed != "":
		return t.Warn.Render(ansi.Truncate(s.missed, m.frame.inner(), "…"))
	case at.State == session.Paused && s.notice != "":
		return t.Warn.Render(s.notice)
	case s.engine.Speed() != 1:
		return t.Faint.Render(fmt.Sprintf(previewText, s.engine.Speed()))
	}
	return ""
}
