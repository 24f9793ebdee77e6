package tui

import (
	"slices"

	"catcow/page"
	"catcow/session"
)

// stage is the large part of the player: the figure with the words of the breath
// below it. Without a figure it is a disc that breathes, and before the pose what
// to know about it.
func (s *player) stage(m *model, at session.Snapshot, w, h int) []string {
	if lines := s.figure(m, at, w, h-1); lines != nil {
		return append(lines, page.Center(m.breathStyle(at.Phase).Render(breathWords(at)), w))
	}
	switch at.Stage.Kind {
	case session.Transition, session.Setup:
		return m.card(*at.Stage.Pose, w, 0)
	case session.Hold, session.Reps, session.Rest, session.Switch, session.Release:
	}
	const under = 3 // rows for the words
	lines := m.theme.disc.draw(w, h-under, m.fill(at), at.Phase, m.glyphs)
	word := phaseText(at.Phase)
	if at.Phase == session.NoPhase {
		word = stageText(at.Stage.Kind)
	}
	lines = append(lines, "", page.Center(m.breathStyle(at.Phase).Render(word), w))
	return append(lines, page.Center(m.theme.Text.Render(breathWords(at)), w))
}

// fill is how full the disc is drawn: it jumps where motion is reduced.
func (m *model) fill(at session.Snapshot) float64 {
	if m.o.Screen.Motion != "reduced" {
		return at.Fill
	}
	if at.Phase == session.In || at.Phase == session.Stay && at.Fill > .5 {
		return 1
	}
	return 0
}

// breathWords is what to do with this breath, if the pose moves with it.
func breathWords(at session.Snapshot) string {
	if !at.Locked {
		return ""
	}
	switch at.Phase {
	case session.In:
		return named(at, at.Stage.Pose.Inhale)
	case session.Out:
		return named(at, at.Stage.Pose.Exhale)
	case session.Stay, session.NoPhase:
	}
	return ""
}

func (m *model) breathStyle(p session.Phase) page.Style {
	if p == session.Out {
		return m.theme.Out
	}
	return m.theme.In
}

// column is the right side of the player: the steps ticking off, the countdown
// and the pacer.
func (s *player) column(m *model, at session.Snapshot, w, h int) []string {
	bottom := s.clock(m, at, w)
	room := h - len(bottom) - 1
	lines, now := s.steps(m, at, w)
	// What is to be done now stays in sight, with what comes after it below.
	top := max(min(now-room/3, len(lines)-room), 0)
	lines = lines[top:min(top+room, len(lines))]
	return append(append(page.Tall(lines, room), ""), bottom...)
}

// steps is what has been done, what to do now, and what comes; now is the line of
// the second.
func (s *player) steps(m *model, at session.Snapshot, w int) (lines []string, now int) {
	t, stage := m.theme, &at.Stage
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
	if !stage.Works() {
		texts, current := stageLines(at)
		for i, text := range texts {
			add(text, i, current)
		}
		if stage.Kind == session.Transition {
			lines = append(lines, m.cautions(*stage.Pose, w)...)
		}
		return lines, now
	}
	for _, step := range s.lastSteps(at) {
		add(step, 0, 1)
	}
	if said := lastSaid(at); said != "" {
		lines = append(lines, "")
		add(said, 0, 0)
	}
	return lines, now
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
func (s *player) lastSteps(at session.Snapshot) []string {
	stages := s.engine.Plan().Stages
	for i := min(at.Index, len(stages)-1); i >= 0; i-- {
		if stages[i].Kind == session.Setup {
			return stages[i].Steps
		}
	}
	return nil
}

// lastSaid is the latest line of a hold that does not belong to a breath.
func lastSaid(at session.Snapshot) string {
	for i := at.Cue; i >= 0; i-- {
		if c := at.Stage.Cues[i]; c.Breath == session.NoPhase {
			return c.Text
		}
	}
	return ""
}

// clock is the countdown, what it counts, and the pacer's bar.
func (s *player) clock(m *model, at session.Snapshot, w int) []string {
	t := m.theme
	lines := []string{t.Dim.Render(page.Pad(m.counted(at), w)), t.Strong.Render(clock(at.Left))}
	if say := standing(at); say != "" {
		lines[1] += "  " + t.Warn.Render(say)
	}
	return append(lines, m.lung(w, at), m.breathBar(at, w))
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

// narrow is the player in one column: the figure or the shape of the breath where
// there is room, what to do, the clock.
func (s *player) narrow(m *model, at session.Snapshot, w, h int) []string {
	bottom := s.clock(m, at, w)
	bottom = append(bottom[:2:2], bottom[3])
	room := h - len(bottom)
	shape := s.figure(m, at, w, room*3/5)
	switch {
	case shape != nil || !at.Stage.Works():
	case room >= 16:
		shape = m.theme.disc.draw(w, room/2, m.fill(at), at.Phase, m.glyphs)
	case room > 3:
		shape = []string{m.lung(w, at)}
	}
	return slices.Concat(shape, page.Tall(s.now(m, at, w), room-len(shape)), bottom)
}

// now is what to do now and what comes after it, without what is done.
func (s *player) now(m *model, at session.Snapshot, w int) []string {
	if !at.Stage.Works() {
		lines, now := s.steps(m, at, w)
		return lines[min(now, len(lines)):]
	}
	var lines []string
	if words := breathWords(at); words != "" {
		lines = append(lines, page.Hang("", words, w, m.breathStyle(at.Phase))...)
	}
	if said := lastSaid(at); said != "" {
		lines = append(lines, page.Hang(m.glyphs.Now, said, w, m.theme.Strong)...)
	}
	return lines
}
