package tui

import (
	"fmt"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/page"
	"catcow/session"
)

// done is the end of a session.
type done struct {
	plan     session.Plan
	outcomes []session.Outcome
	played   time.Duration
	end      End
	closes   time.Time // when a session started from the shell goes back to it
}

// linger is how long the end stays when nobody presses a key, at speed 1.
const linger = 20 * time.Second

// finish ends the session and shows what became of it.
func (m *model) finish(now time.Time, end End) {
	e := m.player.engine
	d := done{plan: e.Plan(), end: end}
	d.outcomes, d.played = e.Outcomes(now)
	m.done, m.screen, m.overlay = d, finished, none
	m.result = d.result()
	m.logEnd(now, end)
	m.sleepy()
	if end != Finished {
		m.hush()
	}
	if end == Interrupted {
		return
	}
	m.after(now, (*model).concluded)
}

// result is what the command line says afterwards.
func (s *done) result() Result {
	r := Result{End: s.end, Routine: s.plan.Routine.Name, Poses: len(s.outcomes), Played: s.played}
	for _, o := range s.outcomes {
		if o.Whole() {
			r.Done++
		}
	}
	return r
}

func (s *done) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.exit), m.o.Routine != nil && key.Matches(k, m.keys.menu):
		return m.leave(s.end)
	case key.Matches(k, m.keys.menu):
		m.screen, m.result = choosing, Result{}
		m.menu.refresh(m)
	}
	return nil
}

func (s *done) view(m *model) []string {
	f, t := m.frame, m.theme
	r := s.result()
	say := endedText
	switch {
	case r.End != Finished:
	case r.Done > 0:
		say = wellDoneText
	default:
		say = anotherText
	}
	header := page.Spread(t.Accent.Render(r.Routine), "", t.Dim.Render(clock(s.played)), f.inner())
	body := []string{
		t.Strong.Render(say), "",
		t.Text.Render(fmt.Sprintf("%d of %s, %s on the mat.", r.Done, page.Plural(r.Poses, "pose", "poses"), clock(s.played))), "",
	}
	w := min(f.inner(), 60)
	for i, o := range s.outcomes {
		mark, word, style := m.glyphs.Done, clock(o.Played), t.Text
		switch {
		case o.Skipped():
			mark, word, style = m.glyphs.Todo, "skipped", t.Dim
		case !o.Whole():
			word += " of " + clock(o.Planned)
		}
		name := s.plan.Routine.Items[i].Pose.Title()
		body = append(body, style.Render(mark+page.Pad(name, w-16))+t.Dim.Render(fmt.Sprintf("%14s", word)))
	}
	status := []string{""}
	if m.o.Routine != nil {
		status = []string{t.Faint.Render(closingText)}
	}
	return f.page(header, body, status, m.footer(f.inner()))
}
