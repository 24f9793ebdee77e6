package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"catcow/media"
	"catcow/session"
)

// desktop is what shows a session elsewhere.
type desktop struct{ shown []media.State }

func (d *desktop) Update(s media.State) { d.shown = append(d.shown, s) }
func (d *desktop) Close()               {}

// The keys of a headset lead the session, and the desktop shows what is on without
// being told of every second.
func TestTheKeysOfAHeadset(t *testing.T) {
	t.Parallel()
	m, now := at(t, builtin(t), 80, 24)
	d := &desktop{}
	m.media.control = d
	m.update(mediaPress(m, media.PlayPause)) // nothing is on
	send(m, "enter", "enter")
	for _, c := range []struct {
		key  media.Command
		want session.State
	}{
		{media.Pause, session.Paused},
		{media.Pause, session.Paused},
		{media.Play, session.Playing},
		{media.Play, session.Playing},
		{media.PlayPause, session.Paused},
		{media.PlayPause, session.Playing},
		{media.Stop, session.Paused},
	} {
		m.update(mediaPress(m, c.key))
		last := d.shown[len(d.shown)-1]
		if got := m.led.At.State; got != c.want || (last.Status == media.Playing) != (c.want == session.Playing) {
			t.Errorf("%v: %s; the desktop shows %v", c.key, got, last.Status)
		}
	}
	before := m.led.At.Index
	if m.update(mediaPress(m, media.Next)); m.led.At.Index != before+1 {
		t.Error("next does nothing")
	}
	if last := d.shown[len(d.shown)-1]; last.Album != m.guide.Routine().Name || last.Length == 0 || last.Title == "" {
		t.Errorf("%+v", last)
	}
	m.update(mediaPress(m, media.Play))
	told := len(d.shown)
	for range 10 {
		*now = now.Add(100e6)
		m.tick(*now)
		m.after()
	}
	if len(d.shown) > told+1 {
		t.Errorf("told %d times in a second", len(d.shown)-told)
	}
}

// mediaPress is what a key of the desktop sends.
func mediaPress(m *model, c media.Command) tea.Msg { return then(func() { m.mediaKey(c) }) }
