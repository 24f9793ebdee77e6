package tui

import (
	"slices"

	"catcow/page"
	"catcow/session"
)

// The close view: the steps ticking off one by one, cautions, what is next.

func (s *player) closeView(m *model) []string {
	f, t, at := m.frame, m.theme, &m.led.At
	status := s.status(m, f.inner())
	var body []string
	if f.wide() {
		body = page.Columns(s.stage(m, f.main(), f.body()), f.main(), s.column(m, f.side(), f.body()), f.body())
	} else {
		more := max(len(status)-1, 0)
		body = append(s.narrow(m, f.inner(), f.body()-more), status[:more]...)
		status = status[more:]
	}
	footer := s.row(m, f.inner())
	if total := at.Done + at.Remaining; f.wide() && total > 0 {
		const bar = 10
		part := float64(at.Done) / float64(total)
		footer = page.Pad(s.row(m, f.inner()-bar-2), f.inner()-bar) + m.glyphs.Bar(bar, part, t.Accent, t.Faint)
	}
	if f.wide() && len(status) < 2 || len(status) == 0 {
		status = append([]string{t.Dim.Render(page.Pad("next: "+nextText(*at), f.inner()))}, status...)
	}
	return f.page(s.header(m, f.inner()), body, status, footer)
}

// stage is the figure with the words of the breath below it. Without a figure it is
// a disc that breathes, and before the pose what to know about it.
func (s *player) stage(m *model, w, h int) []string {
	at := &m.led.At
	if words := page.Hang("", breathWords(*at), w, m.breathStyle(at.Phase)); true {
		under := max(len(words), 1)
		if lines := s.figure(m, w, h-under); lines != nil {
			return append(lines, words...)
		}
	}
	switch at.Stage.Kind {
	case session.Transition, session.Setup:
		return m.card(*at.Stage.Pose, w, 0)
	case session.Hold, session.Reps, session.Rest, session.Switch, session.Release:
	}
	const under = 3 // rows for the words
	lines := m.theme.disc.draw(w, h-under, m.fill(*at), at.Phase, m.glyphs)
	word := phaseText(at.Phase)
	if at.Phase == session.NoPhase {
		word = stageText(at.Stage.Kind)
	}
	lines = append(lines, "", page.Center(m.breathStyle(at.Phase).Render(word), w))
	return append(lines, page.Hang("", breathWords(*at), w, m.theme.Text)...)
}

// column is the right side: the steps ticking off, the countdown and the pacer.
func (s *player) column(m *model, w, h int) []string {
	bottom := s.clock(m, w)
	return append(append(s.stepsIn(m, w, h-len(bottom)-1), ""), bottom...)
}

// stepsIn is the steps in a place of h rows: what is to be done now stays in sight,
// with what comes after it below, until somebody scrolls.
func (s *player) stepsIn(m *model, w, h int) []string {
	lines, now := s.steps(m, w)
	if at := [2]int{m.led.At.Index, m.led.At.Cue}; s.stepsOf != at {
		s.stepsOf, s.scroll = at, 0
	}
	last := max(len(lines)-h, 0)
	from := max(min(now-h/3, last), 0)
	top := max(min(from+int(s.scroll), last), 0)
	s.scroll = scroll(top - from)
	seen := slices.Clone(lines[top:min(top+h, len(lines))])
	if top > 0 {
		seen[0] = m.theme.Faint.Render(m.glyphs.Up)
	}
	if top+h < len(lines) && h > 0 {
		seen[len(seen)-1] = m.theme.Faint.Render(m.glyphs.Down)
	}
	return page.Tall(seen, h)
}

// steps is what has been done, what to do now, and what comes; now is the line of
// the second.
func (s *player) steps(m *model, w int) (lines []string, now int) {
	t, at := m.theme, &m.led.At
	stage := &at.Stage
	add := func(text string, i, current int) {
		switch {
		case i < current:
			lines = append(lines, page.Hang(m.glyphs.Done, text, w, t.Faint)...)
		case i == current:
			now = len(lines)
			lines = append(lines, page.Hang(m.glyphs.Now, text, w, t.Strong)...)
		default:
			lines = append(lines, page.Hang(m.glyphs.Todo, text, w, t.Dim)...)
		}
	}
	switch {
	case m.led.Eased:
		add(m.led.Cue, 0, 0)
	case !stage.Works():
		texts, current := stageLines(*at)
		for i, text := range texts {
			add(text, i, current)
		}
	default:
		if m.led.Cue != "" {
			add(m.led.Cue, 0, 0)
		}
		for _, step := range s.lastSteps(m) {
			add(step, 0, 1)
		}
		now = 0
	}
	return append(lines, m.cautions(*stage.Pose, w)...), now
}

// stageLines is what a stage says, the steps of a setup that need no saying
// before it, and which of them it is time for.
func stageLines(at session.Snapshot) (texts []string, current int) {
	stage := &at.Stage
	if stage.Kind == session.Setup {
		texts = append(texts, stage.Steps[:len(stage.Steps)-stage.Spoken]...)
	}
	current = len(texts) + at.Cue
	for _, c := range stage.Cues {
		texts = append(texts, c.Text)
	}
	return texts, current
}

// lastSteps is the steps that led to the hold.
func (s *player) lastSteps(m *model) []string {
	stages := m.guide.Plan().Stages
	for i := min(m.led.At.Index, len(stages)-1); i >= 0; i-- {
		if stages[i].Kind == session.Setup {
			return stages[i].Steps
		}
	}
	return nil
}

// clock is the countdown, what it counts, and the pacer's bar.
func (s *player) clock(m *model, w int) []string {
	t, at := m.theme, &m.led.At
	lines := append(page.Hang("", m.counted(*at), w, t.Dim), t.Strong.Render(clock(at.Left)))
	if stands := standing(&m.led); stands != "" {
		lines[len(lines)-1] += "  " + t.Warn.Render(stands)
	}
	return append(lines, m.lung(w, *at), m.breathBar(*at, w))
}

// breathBar is the words of the breath and how full the lungs are.
func (m *model) breathBar(at session.Snapshot, w int) string {
	if at.Phase == session.NoPhase {
		return m.theme.Faint.Render(page.Pad("breathe easily", w))
	}
	style := m.breathStyle(at.Phase)
	word := page.Pad(phaseText(at.Phase), 12)
	if at.Phase == session.Stay {
		return style.Render(phaseText(at.Phase))
	}
	return style.Render(word) + m.glyphs.Bar(w-13, m.fill(at), style, m.theme.Faint)
}

// narrow is one column: the figure or the shape of the breath where there is room,
// the steps, the clock.
func (s *player) narrow(m *model, w, h int) []string {
	at := &m.led.At
	bottom := s.clock(m, w)
	bottom = append(bottom[:2:2], bottom[len(bottom)-1])
	room := h - len(bottom)
	shape := s.figure(m, w, room*3/5)
	switch {
	case shape != nil || !at.Stage.Works():
	case room >= 16:
		shape = m.theme.disc.draw(w, room/2, m.fill(*at), at.Phase, m.glyphs)
	case room > 3:
		shape = []string{m.lung(w, *at)}
	}
	words := page.Hang("", breathWords(*at), w, m.breathStyle(at.Phase))
	return slices.Concat(shape, words, s.stepsIn(m, w, room-len(shape)-len(words)), bottom)
}
