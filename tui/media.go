package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"catcow/fault"
	"catcow/guide"
	"catcow/media"
	"catcow/session"
)

// Media is what the desktop shows of a session: a [media.Control]. Neither waits for
// anybody but the bus.
type Media interface {
	Update(s media.State)
	Close()
}

// mediaKeys is the keys of a headset or a keyboard that lead a session, and what the
// desktop was told last.
type mediaKeys struct {
	control Media // nil where there are none
	shown   media.State
	stage   int
}

// openMedia makes us known to the desktop, beside the loop; send is how its keys
// reach it.
func (m *model) openMedia(ctx context.Context, send func(tea.Msg)) {
	if m.o.Media == nil {
		return
	}
	go func() {
		defer fault.Catch(ctx)
		control := m.o.Media(ctx, func(c media.Command) { send(then(func() { m.mediaKey(c) })) })
		send(then(func() { m.media.control = control }))
	}()
}

// mediaKey does what a key of the desktop asks for.
func (m *model) mediaKey(c media.Command) {
	if !m.leading() || m.overlay != nil || m.screen != &m.player {
		return
	}
	runs := m.led.At.State == session.Playing
	switch c {
	case media.PlayPause:
		m.do(guide.Pause)
	case media.Play:
		if !runs {
			m.do(guide.Pause)
		}
	case media.Pause, media.Stop:
		if runs {
			m.do(guide.Pause)
		}
	case media.Next:
		m.do(guide.Next)
	case media.Previous:
		m.do(guide.Back)
	}
}

// updateMedia has the desktop show what is on, where that has changed. The position
// moves on by itself there.
func (m *model) updateMedia() {
	if m.media.control == nil {
		return
	}
	var s media.State
	if m.leading() {
		at := &m.led.At
		s = media.State{
			Status: media.Paused, Title: guide.WhereText(*at, m.glyphs.Dot), Album: m.guide.Routine().Name,
			Length: at.Done + at.Remaining, CanGoNext: true, CanGoPrevious: true,
		}
		if at.State == session.Playing || at.State == session.Waiting {
			s.Status = media.Playing
		}
	}
	if s == m.media.shown && m.media.stage == m.led.At.Index {
		return
	}
	m.media.shown, m.media.stage = s, m.led.At.Index
	s.Position = m.led.At.Done
	m.media.control.Update(s)
}
