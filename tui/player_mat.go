package tui

import (
	"fmt"
	"strings"
	"time"

	"catcow/guide"
	"catcow/page"
	"catcow/session"
	"catcow/tui/pixels"
)

// The view from the mat, two metres away:
//
//	header   1 row, where there are 16
//	body     the figure, and beside or below it the countdown, the side and the breath
//	cue      what to do now: one line or two of large letters
//	footer   1 row
//
// A letter is an eighth of the screen's height or more, of one size through a
// stage, and the countdown half as much again.

// setting is how a stage is laid out.
type setting struct {
	w, h, stage int
	length      int // of all its lines: a stage may be made longer
	eased       string

	rows  int // of a letter; fewer than can be read for plain ones
	lines int // of the cue
}

// readFor is how long a line is there before the words of the breath take its place.
const readFor = 8 * time.Second

// mostParts is into how many parts a cue is split rather than set smaller.
const mostParts = 3

// setFor is how the stage is laid out now.
func (s *player) setFor(m *model) setting {
	at := &m.led.At
	now := setting{w: m.frame.inner(), h: m.frame.h, stage: at.Index, length: len(at.Stage.Cues)}
	if m.led.Eased {
		now.eased = m.led.Cue
	}
	if last := s.set; last.rows > 0 && last.w == now.w && last.h == now.h && last.stage == now.stage &&
		last.length == now.length && last.eased == now.eased {
		return last
	}
	if now.eased != "" { // nothing else is said, and all of it has to be read
		now.rows, now.lines = m.sizeFor([]string{now.eased}, now.w, now.h, now.h*9/20, 1)
		s.set = now
		return now
	}
	var texts []string
	for _, c := range at.Stage.Cues {
		texts = append(texts, c.Text)
	}
	if at.Locked {
		texts = append(texts, at.Stage.Pose.Inhale, at.Stage.Pose.Exhale)
	}
	now.rows, now.lines = m.sizeFor(texts, now.w, now.h, now.h*3/10, mostParts)
	s.set = now
	return now
}

// sizeFor is the rows of a letter in which every text can be read in at most so many
// parts, each of as many lines as a room has.
func (m *model) sizeFor(texts []string, w, h, room, most int) (rows, lines int) {
	for rows = max((h+7)/8, m.large.least()); rows >= m.large.least(); rows-- {
		f := m.large.face(rows)
		needs, fits := 1, true
		for _, text := range texts {
			all := cueParts(f, text, w, max(room/rows, 1))
			if fits = all != nil && len(all) <= most || text == ""; !fits {
				break
			}
			for _, p := range all {
				needs = max(needs, len(f.Wrap(p, w)))
			}
		}
		if fits {
			return rows, needs
		}
	}
	return 1, min(max(h/6, 2), 4)
}

func (s *player) matView(m *model) []string {
	f := m.frame
	w := f.inner()
	set := s.setFor(m)
	top := 0
	if f.h >= 16 {
		top = 1
	}
	foot := s.status(m, w)
	if len(foot) == 0 {
		foot = []string{s.row(m, w)}
	}
	body := f.h - top - len(foot) - set.rows*set.lines
	var lines []string
	if top > 0 {
		lines = append(lines, s.header(m, w))
	}
	lines = append(lines, s.matBody(m, set, w, body)...)
	lines = append(lines, page.Tall(s.matCue(m, set, w), set.rows*set.lines)...)
	lines = append(lines, foot...)
	for i, l := range lines {
		lines[i] = " " + l
	}
	return lines
}

// The least width beside a figure, and the least height above what there is below
// it.
const leastColumn, leastStack = 12, 20

// matBody is the figure with the clock beside it, or below it on a narrow and high
// terminal.
func (s *player) matBody(m *model, set setting, w, h int) []string {
	if w < 58 && h >= leastStack {
		lines := s.figure(m, m.led.At, w, h*3/5)
		rest := h - len(lines)
		return append(lines, page.Tall(s.matClock(m, set, w, rest), rest)...)
	}
	side := max(w*5/13, leastColumn)
	if narrow := w - pixels.LeastWidth - 2; side > narrow && narrow >= leastColumn {
		side = narrow
	}
	fig := s.figure(m, m.led.At, w-side-2, h)
	if fig == nil {
		fig = m.shape(m.led.At, w-side-2, h)
	}
	return page.Columns(fig, w-side-2, s.matClock(m, set, side, h), h)
}

// shape is what breathes where there is no figure.
func (m *model) shape(at session.Snapshot, w, h int) []string {
	if !at.Stage.Works() {
		return nil
	}
	return m.theme.disc.draw(w, h, m.fill(at), at.Phase, m.glyphs)
}

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
	count := min(countRows(rows, h), max(h-len(words)-1-sided, 1))
	put(gap, l.number(l.strong, t.Strong, clock(at.Left), clock(at.Stage.Length), w, count)...)
	if sided > 0 {
		put(gap, l.word(l.strong, t.Strong, w, rowsFor(2*rows+1), string(at.Side)+" side", string(at.Side))...)
	}
	put(0, s.matBreath(m, words, w, rowsFor(rows+1))...)
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
		mark := m.glyphs.Now
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

// matCue is what to do now in large letters, the part it is time for.
func (s *player) matCue(m *model, set setting, w int) []string {
	v, l, t := &m.led, &m.large, m.theme
	text, in, length := v.Cue, v.Since, v.Until
	ink, plain := l.strong, t.Strong
	if words := breathWords(v.At); words != "" && !v.Eased && (text == "" || v.Since > readFor) {
		text, in, length = words, time.Duration(v.At.Through*1000), 1000
		if v.At.Phase == session.Out {
			ink, plain = l.out, t.Out
		} else {
			ink, plain = l.in, t.In
		}
	}
	if v.Eased {
		ink, plain = l.in, t.In
	}
	if text == "" {
		text, in, length = s.quiet(v), 0, 1
	}
	if set.rows < l.least() {
		return page.Hang("", text, w, plain)
	}
	f := l.face(set.rows)
	now := partNow(cueParts(f, text, w, set.lines), in, length)
	return l.text(ink, plain, now, w, set.rows)
}

// quiet is what there is to read in a pose while nothing is said: what one will hear
// of it, or its name.
func (s *player) quiet(v *guide.View) string {
	stage := &v.At.Stage
	if stage.Works() {
		for _, c := range stage.Cues {
			if c.Breath == session.NoPhase {
				return c.Text
			}
		}
	}
	return stage.Pose.Title()
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

// filled is a screen of a header, a body and a footer without more.
func (f frame) filled(header string, body []string, footer string) []string {
	lines := []string{" " + header}
	for _, l := range page.Tall(body, f.h-2) {
		lines = append(lines, " "+l)
	}
	return append(lines, " "+footer)
}
