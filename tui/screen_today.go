package tui

import (
	"errors"
	"maps"
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/guide"
	"catcow/today"
)

// todayScreen makes a session: where for, how long, which place; the proposal with its
// figures, of which a pose can be changed for another, and which can be kept.
type todayScreen struct {
	request today.Request
	made    today.Session
	err     error
	asked   int             // proposals asked for; only the last one counts
	came    int             // the last that came
	swapped map[string]bool // poses that were changed for another
	cursor  int             // of the three questions, and then of the poses
	naming  bool            // a name to keep it under is being typed
	name    nameField
	kept    string // what became of keeping it
}

// The questions, before the poses.
const (
	whereField = iota
	longField
	placeField
	fields
)

// openToday opens the builder with what suits today.
func (m *model) openToday() tea.Cmd {
	s := &todayScreen{swapped: map[string]bool{}}
	s.request.Length = UsualLength
	s.request.Regions = slices.Clone(m.o.Profile.Regions)
	m.show(s)
	return s.make(m)
}

// UsualLength is what is proposed before anybody says how long.
const UsualLength = 10 * time.Minute

// make asks for a proposal beside the loop.
func (s *todayScreen) make(m *model) tea.Cmd {
	s.asked++
	asked, q, propose := s.asked, s.asks(m), m.o.Today
	return func() tea.Msg {
		made, err := propose(q)
		return then(func() { s.take(asked, made, err) })
	}
}

// asks is the request, with what is known of the person.
func (s *todayScreen) asks(m *model) today.Request {
	q := s.request
	q.Conditions, q.Props, q.Day = m.o.Avoids(), m.o.Props(), m.now()
	q.Without = slices.Sorted(maps.Keys(s.swapped))
	return q
}

// take takes a proposal, where it is the last that was asked for.
func (s *todayScreen) take(asked int, made today.Session, err error) {
	if asked != s.asked {
		return
	}
	s.came = asked
	if _, none := errors.AsType[today.NoOtherError](err); none {
		s.kept = err.Error()
		return
	}
	s.made, s.err = made, err
	s.cursor = min(s.cursor, fields+len(s.made.Routine.Items)-1)
}

// told says what became of keeping it, and reads the library anew.
func (s *todayScreen) told(m *model, err error) tea.Cmd {
	if err != nil {
		s.kept = err.Error()
		return nil
	}
	s.kept = keptRoutineText
	return m.load
}

func (s *todayScreen) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	if s.naming {
		return s.nameKey(m, k)
	}
	s.kept = ""
	var isMoved bool
	s.cursor, isMoved = steered(k, &m.keys, s.cursor, fields+len(s.made.Routine.Items))
	switch {
	case isMoved:
	case key.Matches(k, m.keys.leave):
		m.toMenu()
	case s.cursor < fields && key.Matches(k, m.keys.set):
		return s.change(m, -1)
	case s.cursor < fields && key.Matches(k, m.keys.moreOf):
		return s.change(m, 1)
	case s.came == s.asked && s.err == nil && len(s.made.Routine.Items) > 0: // not what was there before
		return s.act(m, k)
	}
	return nil
}

// act does something with what was proposed.
func (s *todayScreen) act(m *model, k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.swap):
		return s.swap(m)
	case key.Matches(k, m.keys.keep) && m.o.KeepRoutine != nil:
		s.naming = true
	case key.Matches(k, m.keys.start):
		m.beginExact(s.made.Routine)
	}
	return nil
}

// change takes the next or the last answer to the question under the cursor.
func (s *todayScreen) change(m *model, by int) tea.Cmd {
	q := &s.request
	switch s.cursor {
	case whereField:
		all := append([]string{""}, guide.PainRegions()...)
		at := 0
		if len(q.Regions) > 0 {
			at = slices.Index(all, q.Regions[0])
		}
		q.Regions = nil
		if next := all[(max(at, 0)+by+len(all))%len(all)]; next != "" {
			q.Regions = []string{next}
		}
	case longField:
		q.Length = min(max(q.Length+time.Duration(by)*step, step), longest)
	case placeField:
		all := []content.Place{"", content.Desk, content.Floor, content.AtAWall}
		q.Place = all[(slices.Index(all, q.Place)+by+len(all))%len(all)]
	}
	clear(s.swapped)
	return s.make(m)
}

// step and longest bound how long a session is asked for.
const step, longest = 5 * time.Minute, 60 * time.Minute

// swap asks for another pose in place of the one under the cursor.
func (s *todayScreen) swap(m *model) tea.Cmd {
	i := s.cursor - fields
	if i < 0 || i >= len(s.made.Routine.Items) || m.o.Swap == nil || s.came != s.asked {
		return nil
	}
	s.asked++
	asked, q, made, swap := s.asked, s.asks(m), s.made, m.o.Swap
	s.swapped[made.Routine.Items[i].Pose.ID] = true
	return func() tea.Msg {
		made, err := swap(q, made, i)
		return then(func() { s.take(asked, made, err) })
	}
}

// nameKey types the name that the session is kept under.
func (s *todayScreen) nameKey(m *model, k tea.KeyPressMsg) tea.Cmd {
	isGiven, isLeft := s.name.key(k)
	s.naming = !isGiven && !isLeft
	if !isGiven {
		return nil
	}
	keep, name, r := m.o.KeepRoutine, s.name.name(), s.made.Routine
	return func() tea.Msg {
		err := keep(name, r)
		return thenMsg(func() tea.Cmd { return s.told(m, err) })
	}
}
