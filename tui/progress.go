package tui

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
	"catcow/content"
	"catcow/history"
)

// progress is how it has been going: the week against the goal, the weeks before
// it, pain, and the poses that hurt.
type progress struct {
	history.Progress
	name   func(id string) string
	goal   Goal
	now    time.Time
	advice content.Notice // to see somebody; empty if there is no need
	scroll int
	length int // of the body, when last drawn
}

// newProgress says what the log says, as it was at a time. name gives the
// name of a pose, "" if it knows none.
func newProgress(p history.Progress, name func(id string) string, goal Goal, now time.Time) progress {
	s := progress{Progress: p, name: name, goal: goal, now: now}
	if p.SeeSomeone {
		s.advice = content.SafetyPage().NoChange
	}
	return s
}

// pen is what lines are drawn with.
type pen struct {
	theme
	glyphs
}

func (s *progress) key(m *model, k tea.KeyPressMsg) tea.Cmd {
	page := max(m.frame.body()-1, 1)
	by := 0
	switch {
	case key.Matches(k, m.keys.help):
		m.overlay = helping
	case key.Matches(k, m.keys.back):
		m.screen = choosing
	case key.Matches(k, m.keys.up):
		by = -1
	case key.Matches(k, m.keys.down):
		by = 1
	case key.Matches(k, m.keys.pageUp):
		by = -page
	case key.Matches(k, m.keys.pageDown):
		by = page
	case key.Matches(k, m.keys.first):
		by = -s.length
	case key.Matches(k, m.keys.last):
		by = s.length
	}
	s.scroll = max(min(s.scroll+by, s.length-m.frame.body()), 0)
	return nil
}

func (s *progress) view(m *model) []string {
	f, p := m.frame, pen{m.theme, m.glyphs}
	steps := fineSteps
	if f.body() < fineSteps+4 {
		steps = coarseSteps
	}
	body := s.body(p, f.inner(), steps, false)
	var status []string
	if s.judged() {
		if f.wide() {
			status = append(status, p.dim.Render(sayRule))
		} else {
			body = append(append(body, ""), hang("", sayRule, f.inner(), p.dim)...)
		}
	}
	s.length = len(body)
	top := max(min(s.scroll, s.length-f.body()), 0)
	if hint := s.hint(p, top, f.body()); f.wide() && len(status) > 0 {
		status = append(status, hint)
	} else {
		status = []string{hint}
	}
	right := ""
	if s.Sessions > 0 {
		right = sayAll(s.Sessions, s.Played)
		if !f.wide() {
			right = plural(s.Sessions, "session", "sessions")
		}
	}
	header := spread(p.accent.Render(sayProgress), "", p.dim.Render(right), f.inner())
	return f.page(header, body[top:], status, m.footer(f.inner()))
}

// hint says that there is more above or below what is in sight.
func (s *progress) hint(p pen, top, h int) string {
	switch {
	case top+h < s.length:
		return p.faint.Render(p.down + " pgdn")
	case top > 0:
		return p.faint.Render(p.up + " pgup")
	}
	return ""
}

// ProgressText is the progress screen as plain text, at most width cells wide (40
// at least; 0 is 80), one thing after the other and in ASCII marks, so that it can
// be read aloud, piped and posted. name gives the name of a pose, "" if it knows
// none.
func ProgressText(p history.Progress, name func(id string) string, goal Goal, now time.Time, width int) string {
	if width <= 0 {
		width = 80
	}
	s := newProgress(p, name, goal, now)
	width = min(max(width, leastWidth), 80)
	ink := pen{glyphs: newGlyphs(config.Screen{Glyphs: "ascii"}, nil)}
	lines := s.body(ink, width, fineSteps, true)
	if s.Sessions > 0 {
		lines = append(lines, "", sayAll(s.Sessions, s.Played))
	}
	if s.judged() {
		lines = append(append(lines, ""), wrap(sayRule, width)...)
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// body is everything there is to say, in a width; stacked is one block below the
// other also where there is room for more.
func (s *progress) body(p pen, w, steps int, stacked bool) []string {
	if s.Sessions == 0 && s.Played == 0 && !s.rated() {
		return s.nothingYet(p, w)
	}
	lines := s.week(p, w)
	lines = append(lines, s.changes(p, w)...)
	lines = append(lines, "")
	blocks := s.blocks(p, steps)
	for len(blocks) > 0 {
		n := 1
		if !stacked {
			n = fitting(blocks, w)
		}
		lines = append(append(lines, beside(blocks[:n], w)...), "")
		blocks = blocks[n:]
	}
	return lines[:len(lines)-1]
}

// nothingYet is what there will be.
func (s *progress) nothingYet(p pen, w int) []string {
	lines := append(hang("", sayNoSessions, w, p.strong), "")
	lines = append(lines, hang("", sayLater, w, p.text)...)
	for _, l := range []string{sayLaterWeek, sayLaterCalendar, sayLaterPain, sayLaterPoses} {
		lines = append(lines, hang(p.todo, l, w, p.text)...)
	}
	return append(append(lines, ""), hang("", sayNoScore, w, p.dim)...)
}

// rated reports whether the weeks hold a rating or an answer.
func (s *progress) rated() bool {
	return slices.ContainsFunc(s.Weeks, func(w history.Week) bool {
		return w.Before != nil || w.After != nil || w.PEG != nil
	})
}

// judged reports whether a change is spoken of, so that its rule has to be named.
func (s *progress) judged() bool { return s.Pain.Known || s.PEG.Known }

// changes is how the ratings moved, and what to do about it.
func (s *progress) changes(p pen, w int) []string {
	var lines []string
	switch {
	case s.Pain.Known:
		lines = changed(p, sayPainChange, s.Pain, w)
	case s.rated():
		lines = hang("", sayTooFew, w, p.dim)
	}
	if s.advice.Title == "" {
		return lines
	}
	lines = append(append(lines, ""), hang("! ", s.advice.Title+".", w, p.warn)...)
	for _, l := range append(slices.Clone(s.advice.Lines), s.advice.Call) {
		lines = append(lines, hang("  ", l, w, p.text)...)
	}
	return lines
}

// changed is how weekly means moved. Only what is meaningful has a colour.
func changed(p pen, what string, c history.Change, w int) []string {
	style := p.text
	if c.Meaningful && c.Direction == history.Worse {
		style = p.warn
	}
	return hang("", fmt.Sprintf(sayFrom, what, c.Baseline, c.Latest)+" "+sayChange(c), w, style)
}

// What the progress screen says by itself.
const (
	sayProgress = "Progress"
	sayThisWeek = "This week: "
	sayReached  = "That is the goal of this week. More is not asked for."
	sayFine     = "Nothing yet this week, and that is fine."

	sayCalendar     = "Monday M T W T F S S min sessions"
	sayCalendarPain = "  before  after"
	sayCalendarPEG  = "    PEG"
	sayMarks        = "%s under 10 min  %s 10 min or more"

	sayPainPlot  = "Pain week by week, 0 to 10"
	sayBefore    = "before sessions"
	sayAfter     = "after sessions"
	sayNoRatings = "No ratings in these weeks. One key before a session and one after it draw a line here."
	sayPEGPlot   = "PEG week by week, 0 to 10"
	sayMean      = "mean of its three questions"

	sayPainChange = "Pain before sessions"
	sayPEGChange  = "PEG"
	sayFrom       = "%s: %.1f at first, %.1f lately."
	sayTooFew     = "There are too few ratings of late to speak of a change."
	sayRule       = "Meaningful: by 2 points and 30 % at least (Ostelo and others, 2008)."

	sayHurt        = "Poses that hurt"
	sayNoneHurt    = "None was marked as hurting in these weeks."
	saySkipped     = "Poses skipped"
	sayNoneSkipped = "None in these weeks."
	sayMore        = "and %d more"

	sayNoSessions    = "Nothing here yet, and that is fine."
	sayLater         = "After the first session this page shows:"
	sayLaterWeek     = "the week against your goal"
	sayLaterCalendar = "a calendar of the weeks"
	sayLaterPain     = "pain before and after sessions, if you rate it"
	sayLaterPoses    = "which poses hurt, and which you skipped"
	sayNoScore       = "Nothing is scored, and a gap is only a gap."
)

// sayChange is what a change amounts to.
func sayChange(c history.Change) string {
	switch {
	case !c.Meaningful || c.Direction == history.NoChange:
		return "No meaningful change yet; week-to-week ups and downs are ordinary."
	case c.Direction == history.Better:
		return "A meaningful change for the better."
	}
	return "A meaningful change for the worse: ease off, and tell a doctor or physiotherapist."
}

// sayOften is how often something happened in a pose.
func sayOften(c history.PoseCount) string {
	return plural(c.Count, "time", "times") + " in " + plural(c.Sessions, "session", "sessions")
}

// sayDate is a day without its year.
func sayDate(day time.Time) string { return day.Format("2 Jan") }

// sayAll is all that was done since the log began.
func sayAll(sessions int, played time.Duration) string {
	return plural(sessions, "session", "sessions") + ", " + sayLong(played) + " in all"
}

// sayLong is a long time: "45 min", "3 h 05 min".
func sayLong(d time.Duration) string {
	if d < time.Hour {
		return fmt.Sprintf("%d min", int(d.Minutes()))
	}
	return fmt.Sprintf("%d h %02d min", int(d.Hours()), int(d.Minutes())%60)
}
