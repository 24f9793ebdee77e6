package tui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/history"
	"catcow/page"
	"catcow/session"
)

// much is the pain above which it is time to ease off (NHS Inform: above 5 of 10
// is working too hard).
const much = 5

// hurt is what is asked when something hurts in a pose.
type hurt struct {
	at     session.Snapshot
	pain   int    // -1 while it was not said
	choice string // what to do, once it is chosen; the rating is still to come
	leg    bool   // what to do about a leg is being read
}

// hurts stops the time and asks what hurts.
func (m *model) hurts() {
	now := m.now()
	at := m.player.engine.At(now)
	m.player.engine.Pause(now)
	m.overlay, m.hurt = hurting, hurt{at: at, pain: -1}
}

func (s *hurt) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch value, isRating := rated(k.String(), false); {
	case s.leg:
		return s.legKey(m, k)
	case isRating:
		s.pain = value
		if s.choice != "" {
			return s.conclude(m, s.choice)
		}
	case s.choice != "":
		if key.Matches(k, m.keys.pass) {
			return s.conclude(m, s.choice)
		}
	case key.Matches(k, m.keys.ease):
		return s.choose(m, history.Eased)
	case key.Matches(k, m.keys.skipPose):
		return s.choose(m, history.Skipped)
	case key.Matches(k, m.keys.endHere):
		return s.choose(m, history.Ended)
	case key.Matches(k, m.keys.leg):
		s.leg = true
	case key.Matches(k, m.keys.mistake):
		m.overlay = none
		m.player.resume(m)
	}
	return nil
}

// legKey is a key while it is said what to do about a leg.
func (s *hurt) legKey(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.endHere):
		return s.conclude(m, history.Ended)
	case key.Matches(k, m.keys.mistake):
		s.leg = false
	}
	return nil
}

// choose takes what is to be done, and asks how much it hurts if that is not
// known.
func (s *hurt) choose(m *model, choice string) tea.Cmd {
	s.choice = choice
	if s.pain >= 0 {
		return s.conclude(m, choice)
	}
	return nil
}

// conclude writes down what hurt, and does what was chosen.
func (s *hurt) conclude(m *model, choice string) tea.Cmd {
	now, stage := m.now(), s.at.Stage
	h := history.Hurt{
		Pose: stage.Ref.Pose, Variant: stage.Ref.Variant, Stage: s.at.Index,
		At: now, Pain: s.pain, Leg: s.leg, Choice: choice,
	}
	m.player.logged.session.Hurts = append(m.player.logged.session.Hurts, h)
	m.save()
	m.past.Hurt = append(m.past.Hurt, h.Pose)
	m.overlay = none
	if s.leg {
		m.answers.leg = true
		m.remember(func(s *config.State) { s.Due = true })
	}
	switch choice {
	case history.Skipped:
		m.player.engine.Skip(now)
		m.player.engine.Resume(now)
		m.hush()
	case history.Ended:
		return m.endEarly()
	default:
		m.player.resume(m)
	}
	return nil
}

// box is what the overlay shows: the gentler ways first.
func (s *hurt) box(m *model, w int) []string {
	t := m.theme
	if s.leg {
		lines := m.notice(m.safe.Legs, w)
		return append(lines, m.choice(m.keys.endHere, w), m.choice(m.keys.mistake, w))
	}
	if s.choice != "" {
		lines := append(page.Hang("", howMuchText, w, t.Strong), "", t.Text.Render(digitsText), "")
		return append(lines, m.choice(m.keys.pass, w))
	}
	lines := []string{t.Strong.Render(page.Pad(sorryText+" "+s.at.Stage.Pose.Name, w)), ""}
	for _, way := range s.at.Stage.Pose.Ease {
		lines = append(lines, page.Hang(m.glyphs.Now, named(s.at, way), w, t.Text)...)
	}
	if s.pain > much {
		lines = append(lines, page.Hang("! ", m.safe.EaseOff, w, t.Warn)...)
	}
	lines = append(lines, "")
	for _, b := range []key.Binding{m.keys.ease, m.keys.skipPose, m.keys.endHere, m.keys.leg, m.keys.mistake} {
		lines = append(lines, m.choice(b, w))
	}
	rating := digitsText
	if s.pain >= 0 {
		rating = strings.ReplaceAll(ratedText, "%", strconv.Itoa(s.pain))
	}
	return append(lines, t.Dim.Render(page.Pad(rating, w)))
}

// choice is a key with what it does, on a line of its own.
func (m *model) choice(b key.Binding, w int) string {
	return m.theme.Accent.Render(page.Pad(b.Help().Key, 6)) + m.theme.Text.Render(page.Pad(b.Help().Desc, w-6))
}

// endEarly ends the session before its end.
func (m *model) endEarly() tea.Cmd {
	m.finish(m.now(), EndedEarly)
	if m.o.Routine != nil && m.screen == finished {
		return m.leave(EndedEarly)
	}
	return nil
}
