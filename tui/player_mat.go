package tui

import (
	"strings"
	"time"

	"catcow/guide"
	"catcow/page"
	"catcow/session"
	"catcow/tui/letters"
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
	whole       bool // eased is read while time waits: no part of it at a time

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
	now := setting{
		w: m.frame.inner(), h: m.frame.h, stage: at.Index, length: len(at.Stage.Cues),
		eased: m.led.Way, whole: m.led.Eased && at.State == session.Paused,
	}
	last := s.set
	if last.rows, last.lines = 0, 0; s.set.rows > 0 && last == now {
		return s.set
	}
	var texts []string
	for _, c := range at.Stage.Cues {
		texts = append(texts, c.Text)
	}
	if at.Locked {
		texts = append(texts, at.Stage.Pose.Inhale, at.Stage.Pose.Exhale)
	}
	room, more, parts := now.h*3/10, min(now.h/2, now.h-2-pixels.LeastHeight), mostParts
	if now.whole { // and the figure stays
		texts, parts = nil, 1
		room = now.h - 1 - max(len(s.status(m, now.w)), 1) - pixels.LeastHeight
		more = room
	}
	texts = append(texts, now.eased)
	now.rows, now.lines = m.sizeFor(texts, now.w, room, more, parts, m.letterRows())
	if now.rows < m.large.least() {
		now.rows, now.lines = 1, 2
		for _, text := range texts {
			now.lines = max(now.lines, len(page.Hang("", text, now.w, m.theme.Text)))
		}
	}
	s.set = now
	return now
}

// sizeFor is the rows of a letter, and no more than the largest, in which every text can
// be read in at most so many parts, each of as many lines as a room has, and how many
// of them are needed; 0 for none. More room is taken where it spares a break in the
// middle of a phrase.
func (m *model) sizeFor(texts []string, w, room, more, most, largest int) (rows, lines int) {
	for rows = largest; rows >= m.large.least(); rows-- {
		f := m.large.face(rows)
		best, broken := 0, 0
		for n := max(room/rows, 1); n <= max(more/rows, 1) && (best == 0 || broken > 0); n++ {
			if needs, breaks, ok := needsFor(f, texts, w, n, most); ok && (best == 0 || breaks < broken) {
				best, broken = needs, breaks
			}
		}
		if best > 0 {
			return rows, best
		}
	}
	return 0, 0
}

// needsFor is how many of so many lines all texts need at most, and how many of their
// parts end in the middle of a phrase. It reports whether they can be read like that.
func needsFor(f *letters.Face, texts []string, w, lines, most int) (needs, breaks int, ok bool) {
	needs = 1
	for _, text := range texts {
		all := cueParts(f, text, w, lines)
		if text != "" && (len(all) == 0 || len(all) > most) {
			return 0, 0, false
		}
		for i, p := range all {
			words := strings.Fields(p)
			if len(all) > 1 && len(words) < 2 { // a word alone
				return 0, 0, false
			}
			needs = max(needs, len(f.Wrap(p, w)))
			if i+1 < len(all) && isMiddle(strings.TrimSuffix(words[len(words)-1], goesOn), strings.Fields(all[i+1])[0]) {
				breaks++
			}
		}
	}
	return needs, breaks, true
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
	isTrouble := m.led.Reply == "" && (m.led.Trouble != "" || m.notice != "")
	if roomy := f.h-top-len(foot)-1-set.rows*set.lines >= pixels.LeastHeight; len(foot) == 0 || isTrouble && roomy {
		foot = append(foot, s.row(m, w)) // which has the key for what hurts
	}
	cue, gap := set.rows*set.lines, 0
	if gaps := m.large.gap() * (set.lines - 1); set.rows > 1 && f.h-top-len(foot)-cue-gaps >= pixels.LeastHeight {
		cue, gap = cue+gaps, m.large.gap()
	}
	body := f.h - top - len(foot) - cue
	var lines []string
	if top > 0 {
		lines = append(lines, s.header(m, w))
	}
	lines = append(lines, s.matBody(m, set, w, body)...)
	now := s.matCue(m, set, w, gap)
	if len(now)+gap <= cue {
		now = append(make([]string, gap), now...)
	}
	lines = append(lines, page.Tall(now, cue)...)
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
		lines := s.figure(m, w, h*3/5)
		rest := h - len(lines)
		return append(lines, page.Tall(s.matClock(m, set, w, rest), rest)...)
	}
	side := max(w*5/13, leastColumn)
	if narrow := w - pixels.LeastWidth - 2; side > narrow && narrow >= leastColumn {
		side = narrow
	}
	fig := s.figure(m, w-side-2, h)
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

// matCue is what to do now in large letters, the part it is time for, with a gap
// between its lines.
func (s *player) matCue(m *model, set setting, w, gap int) []string {
	v, l, t := &m.led, &m.large, m.theme
	text, in, length := v.Cue, v.Since, v.Until
	ink, plain := l.strong, t.Strong
	if words := breathWords(v.At); words != "" && (text == "" || v.Since > readFor) {
		text, in, length = words, time.Duration(v.At.Through*1000), 1000
		if v.At.Phase == session.Out {
			ink, plain = l.out, t.Out
		} else {
			ink, plain = l.in, t.In
		}
	}
	if v.Eased && text == v.Cue {
		ink, plain = l.in, t.In
	}
	if text == "" {
		text, in, length = s.quiet(v), 0, 1
	}
	if set.rows < l.least() {
		return page.Hang("", text, w, plain)
	}
	f := l.face(set.rows)
	if of := (largeLine{face: f, text: text, w: w}); s.cueOf != of || s.cueLines != set.lines {
		s.cueOf, s.cueLines, s.cueParts = of, set.lines, cueParts(f, text, w, set.lines)
	}
	now := partNow(s.cueParts, in, length)
	if lines, ok := l.lines(ink, now, w, set.rows, gap); ok {
		return lines
	}
	return page.Hang("", now, w, plain)
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

// filled is a screen of a header, a body and a footer without more.
func (f frame) filled(header string, body []string, footer string) []string {
	lines := []string{" " + header}
	for _, l := range page.Tall(body, f.h-2) {
		lines = append(lines, " "+l)
	}
	return append(lines, " "+footer)
}
