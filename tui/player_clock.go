package tui

import (
	"fmt"
	"strings"

	"catcow/page"
	"catcow/session"
)

// What stands beside the figure for somebody on the mat: the countdown, the side and
// the breath.

// matClock is the countdown, the side, the word of the breath and its shape, as large
// as fits.
func (s *player) matClock(m *model, set setting, w, h int) []string {
	at, l, t := &m.led.At, &m.large, m.theme
	rows := max(set.rows, l.least())
	words := s.matWords(m)
	sided := 0
	if at.Side != session.NoSide {
		sided = 1
	}
	gap := 0
	if h >= rows*3/2+2*rows+4 {
		gap = 1
	}
	var out []string
	put := func(gap int, lines ...string) { out = append(append(out, lines...), make([]string, gap)...) }
	// rowsFor is the size of a letter, or a plain one where there is no room for it.
	rowsFor := func(needs int) int {
		if h-len(out) < needs {
			return 1
		}
		return rows
	}
	// The countdown gives way before the side and the breath are small.
	count := min(countRows(rows, h), max(h-rows*(1+sided), rows), max(h-len(words)-1-sided, 1))
	put(gap, l.number(l.strong, t.Strong, clock(at.Left), clock(at.Stage.Length), w, count)...)
	if sided > 0 {
		put(gap, l.word(l.strong, t.Strong, w, rowsFor(rows+1), string(at.Side)+" side", string(at.Side))...)
	}
	put(0, s.matBreath(m, words, w, rowsFor(rows))...)
	if !at.Stage.Works() {
		return out
	}
	if lines := page.Hang("", m.counted(*at), w, t.Dim); len(lines) <= h-len(out) {
		put(0, page.Tall(nil, min(h-len(out)-len(lines), 1))...)
		put(0, lines...)
	}
	if lines := s.feltWords(m, w); s.figured && len(lines) <= h-len(out) {
		put(0, lines...)
	}
	return out
}

// countRows is the rows of the countdown: half as many again as a letter's.
func countRows(rows, h int) int {
	if rows%2 == 1 && h >= 3*rows+5 {
		return rows*3/2 + 1
	}
	return rows * 3 / 2
}

// feltWords is what the colours of the figure mean, a line each.
func (s *player) feltWords(m *model, w int) []string {
	e, ok := m.style()
	if !ok {
		return nil
	}
	var lines []string
	for _, k := range s.felt {
		mark := "* " // as the figure has it, of whatever kind
		if !m.glyphs.ASCII {
			mark = page.NewStyle(m.glowColor(&e, k), false).Render("■") + " "
		}
		lines = append(lines, mark+m.theme.Dim.Render(page.Pad(k.String(), w-2)))
	}
	return lines
}

// matWords is the word that says what to do with time: breathe, or why it stands;
// the longer first.
func (s *player) matWords(m *model) []string {
	at := &m.led.At
	if stands := standing(&m.led); stands != "" {
		return []string{stands}
	}
	switch at.Phase {
	case session.In:
		return []string{inText}
	case session.Out:
		return []string{outText}
	case session.Stay:
		return []string{stayText}
	case session.NoPhase:
	}
	return []string{stageText(at.Stage.Kind), shortStageText(at.Stage.Kind)}
}

// matBreath is the word with the shape of the breath beside it, which widens as the
// lungs fill.
func (s *player) matBreath(m *model, words []string, w, rows int) []string {
	at, l, t := &m.led.At, &m.large, m.theme
	switch {
	case standing(&m.led) != "":
		return l.word(l.warn, t.Warn, w, rows, words...)
	case at.Phase == session.NoPhase:
		return l.word(l.strong, t.Strong, w, rows, words...)
	}
	ink := l.in
	if at.Phase == session.Out {
		ink = l.out
	}
	wide := wordRoom(l, rows, at.Stage)
	lines := l.word(ink, m.breathStyle(at.Phase), min(wide, w), rows, words...)
	room := w - wide
	full := max(int(float64(room)*(.1+.9*m.fill(*at))+.5), 1)
	mark := m.glyphs.Full
	if len(lines) > 1 && !m.glyphs.ASCII {
		mark = "█"
	}
	for i, line := range lines {
		if i == len(lines)-1 && i > 0 {
			break // below the baseline
		}
		rest := ""
		if i == len(lines)/2 || len(lines) == 1 {
			rest = strings.Repeat(m.glyphs.Empty, max(room-full, 0))
		}
		lines[i] = page.Pad(line, wide) + m.breathStyle(at.Phase).Render(strings.Repeat(mark, full)) + t.Faint.Render(rest)
	}
	return lines
}

// wordRoom is the width kept for the words of the breath, so that its shape does not
// jump.
func wordRoom(l *large, rows int, stage session.Stage) int {
	words := []string{inText, outText}
	if stage.Kind == session.Reps {
		words = append(words, stayText)
	}
	room := 0
	for _, word := range words {
		if rows < l.least() {
			room = max(room, len(word)+1)
		} else {
			room = max(room, l.face(rows).Width(word)+2)
		}
	}
	return room
}

// counted is what the countdown counts.
func (m *model) counted(at session.Snapshot) string {
	head := stageText(at.Stage.Kind)
	switch {
	case at.Stage.Kind == session.Reps:
		head = fmt.Sprintf("%d of %d times", at.Count, at.Counts)
	case at.Stage.Kind == session.Hold && at.Locked:
		head = fmt.Sprintf("breath %d of %d", at.Count, at.Counts)
	}
	if at.Stage.Sets > 1 && at.Stage.Works() {
		head = fmt.Sprintf("set %d of %d%s%s", at.Stage.Set, at.Stage.Sets, m.glyphs.Dot, head)
	}
	return head
}
