package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"catcow/page"
	"catcow/session"
)

// A line that would be cut into more parts than these, or of which a part would be
// there for less time, is easier to read whole, in plain letters.
const (
	mostParts = 5
	leastPart = 1100 * time.Millisecond // the screen may only change with the second
)

// bigSaid is what there is to read at an instant in w by h cells of block letters.
// In a pose while nothing is said that is the side and the breath.
func (m *model) bigSaid(at session.Snapshot, w, h int) (string, page.Style) {
	ascii := m.glyphs.ASCII
	said, style := m.said(at, func(text string) []string { return parts(text, w, h, ascii) })
	if said != "" {
		return said, style
	}
	word := phaseText(at.Phase)
	if at.Phase == session.NoPhase {
		word = stageText(at.Stage.Kind)
	}
	if at.Side != session.NoSide {
		if whole := string(at.Side) + m.glyphs.Dot + word; legible(whole, w, h, ascii) {
			word = whole
		}
	}
	return word, m.breathStyle(at.Phase)
}

// plainSaid is what there is to read at an instant in lines of plain letters. The
// breath is in the status.
func (m *model) plainSaid(at session.Snapshot, w, lines int) (string, page.Style) {
	cut := func(text string) []string {
		var all []string
		for l := range slices.Chunk(page.Wrap(text, w), lines) {
			all = append(all, strings.Join(l, " "))
		}
		return all
	}
	said, style := m.said(at, cut)
	if said == "" {
		said, style = m.counted(at), m.theme.Text
	}
	return said, style
}

// said is why the clock stands, or the part of the line that it is time for, given
// what cuts a text; "" in a pose while nothing is said.
func (m *model) said(at session.Snapshot, cut func(string) []string) (string, page.Style) {
	if stands := standing(at); stands != "" && at.Stage.Works() {
		return stands, m.theme.Warn
	}
	text, in, length := m.lineNow(at)
	if text == "" {
		return "", m.theme.Text
	}
	parts := cut(text)
	if len(parts) > mostParts {
		return text, m.theme.Strong
	}
	for i := range parts {
		if from, to := share(parts, i, length); len(parts) > 1 && to-from < leastPart {
			return text, m.theme.Strong
		}
	}
	return partNow(parts, in, length), m.theme.Strong
}

// lineNow is the line that it is time to read, how long it has been there and for
// how long it is: in the pose a cue until it is read, before it until the next one.
// The last one on the way to a pose makes room for the pose's name.
func (m *model) lineNow(at session.Snapshot) (text string, in, length time.Duration) {
	stage := &at.Stage
	end := stage.Length
	next := at.Cue + 1
	if next < len(stage.Cues) {
		end = stage.Cues[next].At
	}
	if at.Cue < 0 {
		if stage.Works() {
			return "", 0, 0
		}
		return m.where(at), at.In, end
	}
	cue := stage.Cues[at.Cue]
	if stage.Works() || stage.Kind == session.Transition && next == len(stage.Cues) {
		read := min(cue.At+reading(cue.Text), end)
		if at.In >= read && read < stage.Length {
			if stage.Works() {
				return "", 0, 0
			}
			return m.where(at), at.In - read, end - read
		}
		end = read
	}
	return cue.Text, at.In - cue.At, end - cue.At
}

// reading is how long a line stays to be read from afar, by somebody busy.
func reading(line string) time.Duration {
	return 4*time.Second + time.Duration(len(strings.Fields(line)))*time.Second/2
}

// parts cuts a text into what fits w by h cells in block letters, one part after
// the other, at the ends of clauses where they come in time. A text that the font
// cannot show stays whole.
func parts(text string, w, h int, ascii bool) []string {
	words := strings.Fields(text)
	fits := func(n int) bool { return legible(strings.Join(words[:n], " "), w, h, ascii) }
	var all []string
	for len(words) > 0 {
		if !fits(1) {
			return []string{text}
		}
		n := 1
		for n < len(words) && fits(n+1) {
			n++
		}
		if n < len(words) {
			n = clause(words, n)
		}
		all = append(all, strings.Join(words[:n], " "))
		words = words[n:]
	}
	return all
}

// clause is how many of the first n words end with a clause; n where that would
// leave less than half of them.
func clause(words []string, n int) int {
	for i := n; i > n/2; i-- {
		if last := words[i-1]; strings.TrimRight(last, ",.;:") == last {
			continue
		}
		return i
	}
	return n
}

// partNow is the part it is time for.
func partNow(parts []string, in, length time.Duration) string {
	for i, p := range parts {
		if _, to := share(parts, i, length); in < to {
			return p
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return parts[len(parts)-1]
}

// share is a part's share of the time that goes with its length.
func share(parts []string, i int, length time.Duration) (from, to time.Duration) {
	const each = 8 // letters' worth of time to find the new part
	before, total := 0, 0
	for j, p := range parts {
		total += len(p) + each
		if j < i {
			before = total
		}
	}
	after := before + len(parts[i]) + each
	return length * time.Duration(before) / time.Duration(total), length * time.Duration(after) / time.Duration(total)
}

// counted is what the countdown counts.
func (m *model) counted(at session.Snapshot) string {
	head := stageText(at.Stage.Kind)
	switch {
	case at.Stage.Kind == session.Reps:
		head = fmt.Sprintf("rep %d of %d", at.Count, at.Counts)
	case at.Stage.Kind == session.Hold && at.Locked:
		head += fmt.Sprintf(", breath %d of %d", at.Count, at.Counts)
	}
	if at.Stage.Sets > 1 && at.Stage.Works() {
		head = fmt.Sprintf("set %d of %d%s%s", at.Stage.Set, at.Stage.Sets, m.glyphs.Dot, head)
	}
	return head
}

// standing is why the clock does not run; "" while it does.
func standing(at session.Snapshot) string {
	switch {
	case at.State == session.Paused:
		return pausedText
	case at.State == session.Waiting:
		return waitingText
	case at.Settle > 0:
		return fmt.Sprintf(settleText, seconds(at.Settle))
	}
	return ""
}
