// Package progress is how it has been going, as lines: the week against the goal,
// the weeks before it, pain, and the poses that hurt. It is for the screen and for
// the command line alike.
package progress

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"catcow/content"
	"catcow/history"
	"catcow/page"
)

// Report is what the log says, as it was at a time.
type Report struct {
	history.Progress

	name   func(id string) string
	goal   Goal
	now    time.Time
	advice content.Notice // to see somebody; empty if there is no need
}

// New reports on what the log says. name gives the name of a pose, "" if it knows
// none.
func New(p history.Progress, name func(id string) string, goal Goal, now time.Time) Report {
	s := Report{Progress: p, name: name, goal: goal, now: now}
	if p.SeeSomeone {
		s.advice = content.SafetyPage().NoChange
	}
	return s
}

// PoseNames is the names of the poses of a library by their ids, "" for those that it
// does not have.
func PoseNames(lib *content.Library) func(id string) string {
	return func(id string) string {
		p, err := lib.Pose(id)
		if err != nil {
			return ""
		}
		return p.Name
	}
}

// Pen is what lines are drawn with.
type Pen struct {
	page.Theme
	page.Glyphs
}

// leastTextWidth is the narrowest that the report is laid out for.
const leastTextWidth = 40

// Text is the report as plain text, at most width cells wide (40
// at least; 0 is 80), one thing after the other and in ASCII marks, so that it can
// be read aloud, piped and posted. name gives the name of a pose, "" if it knows
// none.
func Text(p history.Progress, name func(id string) string, goal Goal, now time.Time, width int) string {
	if width <= 0 {
		width = 80
	}
	s := New(p, name, goal, now)
	width = min(max(width, leastTextWidth), 80)
	ink := Pen{Glyphs: page.NewGlyphs(true)}
	lines := s.body(ink, width, fineSteps, true)
	if s.Sessions > 0 {
		lines = append(lines, "", allText(s.Sessions, s.Played))
	}
	if s.judged() {
		lines = append(append(lines, ""), page.Wrap(ruleText, width)...)
	}
	for i, l := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(l), " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// Lines is the report in a width and, so that the plots suit it, a height.
func (s *Report) Lines(p Pen, w, h int) []string {
	steps := fineSteps
	if h < fineSteps+4 {
		steps = coarseSteps
	}
	return s.body(p, w, steps, false)
}

// RuleText is the rule by which a change is called meaningful; "" where none is
// spoken of.
func (s *Report) RuleText() string {
	if !s.judged() {
		return ""
	}
	return ruleText
}

// TotalText is all that was done since the log began; "" for nothing.
func (s *Report) TotalText() string {
	if s.Sessions == 0 {
		return ""
	}
	return allText(s.Sessions, s.Played)
}

// body is everything there is to say, in a width; stacked is one block below the
// other also where there is room for more.
func (s *Report) body(p Pen, w, steps int, stacked bool) []string {
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
func (s *Report) nothingYet(p Pen, w int) []string {
	lines := append(page.Hang("", noSessionsText, w, p.Strong), "")
	lines = append(lines, page.Hang("", laterText, w, p.Text)...)
	for _, l := range []string{laterWeekText, laterCalendarText, laterPainText, laterPosesText} {
		lines = append(lines, page.Hang(p.Todo, l, w, p.Text)...)
	}
	return append(append(lines, ""), page.Hang("", noScoreText, w, p.Dim)...)
}

// rated reports whether the weeks hold a rating or an answer.
func (s *Report) rated() bool {
	return slices.ContainsFunc(s.Weeks, func(w history.Week) bool {
		return w.Before != nil || w.After != nil || w.PEG != nil
	})
}

// judged reports whether a change is spoken of, so that its rule has to be named.
func (s *Report) judged() bool { return s.Pain.Known || s.PEG.Known }

// changes is how the ratings moved, and what to do about it.
func (s *Report) changes(p Pen, w int) []string {
	var lines []string
	switch {
	case s.Pain.Known:
		lines = changed(p, painChangeText, s.Pain, w)
	case s.rated():
		lines = page.Hang("", tooFewText, w, p.Dim)
	}
	if s.advice.Title == "" {
		return lines
	}
	lines = append(append(lines, ""), page.Hang("! ", s.advice.Title+".", w, p.Warn)...)
	for _, l := range append(slices.Clone(s.advice.Lines), s.advice.Call) {
		lines = append(lines, page.Hang("  ", l, w, p.Text)...)
	}
	return lines
}

// changed is how weekly means moved. Only what is meaningful has a colour.
func changed(p Pen, what string, c history.Change, w int) []string {
	style := p.Text
	if c.Direction == history.Worse {
		style = p.Warn
	}
	return page.Hang("", fmt.Sprintf(fromText, what, c.Baseline, c.Latest)+" "+changeText(c), w, style)
}

// What the progress screen says by itself.
const (
	thisWeekText = "This week: "
	reachedText  = "That is the goal of this week. More is not asked for."
	fineText     = "Nothing yet this week, and that is fine."
	noWholeText  = "No whole session yet this week, and that is fine."

	calendarText     = "Monday M T W T F S S min sessions"
	calendarPainText = "  before  after"
	calendarPEGText  = "    PEG"
	marksText        = "%s under 10 min  %s 10 min or more"

	painPlotText  = "Pain week by week, 0 to 10"
	beforeText    = "before sessions"
	afterText     = "after sessions"
	noRatingsText = "No ratings in these weeks. One key before a session and one after it draw a line here."
	pEGPlotText   = "PEG week by week, 0 to 10"
	meanText      = "mean of its three questions"

	painChangeText = "Pain before sessions"
	pEGChangeText  = "PEG"
	fromText       = "%s: %.1f at first, %.1f lately."
	tooFewText     = "There are too few ratings of late to speak of a change."
	ruleText       = "Meaningful: by 2 points and 30 % at least (Ostelo and others, 2008)."

	hurtText        = "Poses that hurt"
	noneHurtText    = "None was marked as hurting in these weeks."
	skippedText     = "Poses skipped"
	noneSkippedText = "None in these weeks."
	moreText        = "and %d more"

	noSessionsText    = "Nothing here yet, and that is fine."
	laterText         = "After the first session this page shows:"
	laterWeekText     = "the week against your goal"
	laterCalendarText = "a calendar of the weeks"
	laterPainText     = "pain before and after sessions, if you rate it"
	laterPosesText    = "which poses hurt, and which you skipped"
	noScoreText       = "Nothing is scored, and a gap is only a gap."
)

// changeText is what a change amounts to.
func changeText(c history.Change) string {
	switch c.Direction {
	case history.NoChange:
		return "No meaningful change yet; week-to-week ups and downs are ordinary."
	case history.Better:
		return "A meaningful change for the better."
	case history.Worse:
	}
	return "A meaningful change for the worse: ease off, and tell a doctor or physiotherapist."
}

// oftenText is how often something happened in a pose.
func oftenText(c history.PoseCount) string {
	return page.Plural(c.Count, "time", "times") + " in " + page.Plural(c.Sessions, "session", "sessions")
}

// dateText is a day without its year.
func dateText(day time.Time) string { return day.Format("2 Jan") }

// allText is all that was done since the log began.
func allText(sessions int, played time.Duration) string {
	return page.Plural(sessions, "session", "sessions") + ", " + longText(played) + " in all"
}

// longText is a long time: "45 min", "3 h 05 min".
func longText(d time.Duration) string {
	n := page.Minutes(d)
	if n < 60 {
		return page.MinutesText(d)
	}
	return fmt.Sprintf("%d h %02d min", n/60, n%60)
}
