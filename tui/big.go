package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"catcow/page"
	"catcow/session"
)

// Inside a smaller room than this, words in block letters are cut up more than they
// are easier to read; the countdown still is in them.
const leastBigWidth, leastBigHeight = 58, 14

// bigView is the player for somebody two metres away: one thing large at a time.
// Before a pose that is what to do now, in a pose the countdown, with what is said
// or the breath below it.
//
//	header   1 row
//	body     the rest
//	status   1 row: what is counted, and the pacer's bar or what is next
//	footer   1 row
func (s *player) bigView(m *model, at session.Snapshot) []string {
	s.figured = false // until one is drawn
	w, h := m.frame.inner(), m.frame.h-3
	var body []string
	switch {
	case w < leastBigWidth || h < leastBigHeight:
		body = s.bigNarrow(m, at, w, h)
	case at.Stage.Works():
		body = s.bigWork(m, at, w, h)
	default:
		body = s.bigStep(m, at, w, h)
	}
	lines := []string{" " + s.bigHeader(m, at, w)}
	for _, l := range page.Tall(body, h) {
		lines = append(lines, " "+l)
	}
	return append(lines, " "+s.bigStatus(m, at, w), " "+m.footer(w))
}

func (s *player) bigHeader(m *model, at session.Snapshot, w int) string {
	t := m.theme
	left := s.engine.Plan().Routine.Name
	if s.engine.Speed() != 1 {
		left = fmt.Sprintf(previewText, s.engine.Speed())
	}
	right := fmt.Sprintf("%d/%d %s", at.Stage.Item+1, at.Items, clock(at.Remaining))
	return page.Spread(t.Dim.Render(left), t.Strong.Render(m.where(at)), t.Text.Render(right), w)
}

// where is the pose and the side.
func (m *model) where(at session.Snapshot) string {
	name := at.Stage.Pose.Title()
	if at.Side != session.NoSide {
		name += m.glyphs.Dot + string(at.Side) + " side"
	}
	return name
}

func (s *player) bigStatus(m *model, at session.Snapshot, w int) string {
	t := m.theme
	if s.missed != "" || at.State == session.Paused && s.notice != "" {
		return s.say(m, at)
	}
	head := m.counted(at)
	if at.Stage.Works() {
		const least = 24 // of the pacer's bar and its words
		if room := w - ansi.StringWidth(head) - 2; room >= least {
			return t.Dim.Render(head) + "  " + m.breathBar(at, room)
		}
		return m.breathBar(at, w)
	}
	line := t.Dim.Render(head) + " " + t.Strong.Render(clock(at.Left)) + "  "
	if stands := standing(at); stands != "" {
		return page.Pad(line+t.Warn.Render(stands), w)
	}
	return page.Pad(line+t.Dim.Render("next: "+nextText(at)), w)
}

// bigWork is a hold or repetitions: the countdown beside the figure, words below.
func (s *player) bigWork(m *model, at session.Snapshot, w, h int) []string {
	const between = 3
	under := letterRows
	if h >= 5*letterRows {
		under *= 2
	}
	top := h - under
	count, side := m.bigCount(at, w/2, top)
	lines := s.figure(m, at, w-side-between, top)
	if lines == nil {
		count, side = m.bigCount(at, w, top)
		lines = middle(count, side, w, top)
	} else {
		lines = page.Columns(middle(count, side, side, top), side+between-2, lines, top)
	}
	said, style := m.bigSaid(at, w, under)
	return append(lines, m.block(said, style, w, under)...)
}

// bigStep is any other stage: what to do now, and above it the figure where there
// is room for both.
func (s *player) bigStep(m *model, at session.Snapshot, w, h int) []string {
	const long = 112 // cells: two lines of it hold most of what is said
	rows := 3 * letterRows
	if w >= long {
		rows = max(2, h/2/letterRows) * letterRows
	}
	lines := s.figure(m, at, w, h-rows-1)
	if lines == nil {
		rows = h
	} else {
		lines = append(lines, "")
	}
	said, style := m.bigSaid(at, w, rows)
	return append(lines, m.block(said, style, w, rows)...)
}

// bigNarrow has the words in plain letters.
func (s *player) bigNarrow(m *model, at session.Snapshot, w, h int) []string {
	const words = 4
	said, style := m.plainSaid(at, w, words)
	lines := make([]string, 0, h)
	for _, l := range page.Tall(page.Wrap(said, w), words) {
		lines = append(lines, style.Render(l))
	}
	if room := h - words - numberRows; room > leastFigureHeight {
		lines = append(lines, s.figure(m, at, w, room-1)...)
	}
	rest := h - len(lines)
	count, side := m.bigCount(at, w, rest)
	return append(lines, middle(count, side, w, rest)...)
}

// bigCount is the time left in the stage as large as fits w by h cells, and how
// wide it is at the stage's first second: it keeps its size and its place.
func (m *model) bigCount(at session.Snapshot, w, h int) (lines []string, width int) {
	first := clock(at.Stage.Length)
	for scale := min(mostScale, h/numberRows); scale > 0; scale-- {
		l := lettering{scale, m.glyphs.ASCII}
		width = l.width(first)
		if width > w {
			continue
		}
		lines = l.number(clock(at.Left))
		for i := range lines {
			lines[i] = m.theme.Strong.Render(lines[i])
		}
		return lines, width
	}
	return []string{m.theme.Strong.Render(clock(at.Left))}, len(first)
}

// block is a text in block letters, or plain ones where those have no room.
func (m *model) block(text string, style page.Style, w, h int) []string {
	lines := letters(text, w, h, m.glyphs.ASCII)
	if lines == nil {
		lines = page.Wrap(text, w)
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = style.Render(l)
	}
	return page.Tall(out, h)
}

// middle puts lines of a width in the middle of w by h cells.
func middle(lines []string, width, w, h int) []string {
	left := strings.Repeat(" ", max(w-width, 0)/2)
	out := make([]string, max(h-len(lines), 0)/2, max(h, len(lines)))
	for _, l := range lines {
		out = append(out, left+l)
	}
	return page.Tall(out, h)
}
