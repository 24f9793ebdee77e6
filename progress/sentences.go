package progress

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"catcow/history"
	"catcow/page"
)

// Sentences is the report without plots and tables, a thing a line, for somebody who
// hears it.
func (s *Report) Sentences() []string {
	if s.Sessions == 0 && s.Played == 0 && !s.rated() {
		return []string{noSessionsText, noScoreText}
	}
	lines := s.weekSentences()
	for _, w := range slices.Backward(s.Weeks) {
		if w.Sessions > 0 || w.Played > 0 || w.PEG != nil {
			lines = append(lines, pastWeekText(w))
		}
	}
	lines = append(lines, s.changeSentences()...)
	lines = append(lines, s.countText(hurtText, s.Hurt)...)
	lines = append(lines, s.countText(skippedText, s.Skipped)...)
	if total := s.TotalText(); total != "" {
		lines = append(lines, total+".")
	}
	return lines
}

// weekSentences is this week against the goal.
func (s *Report) weekSentences() []string {
	now := week(s.Weeks, s.now)
	lines := []string{thisWeekText + weekText(now, s.goal) + "."}
	if text := s.remark(now); text != "" {
		lines = append(lines, text)
	}
	return lines
}

// changeSentences is how the ratings moved, a thing a line however long it is.
func (s *Report) changeSentences() []string {
	var lines []string
	for _, l := range s.changes(Pen{Glyphs: page.NewGlyphs(true)}, math.MaxInt16) {
		if l = strings.TrimSpace(ansi.Strip(l)); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// pastWeekText is what was done in a week: "Week of 2 Nov: 3 sessions, 48 min; pain
// 4.0 before, 2.5 after.".
func pastWeekText(w history.Week) string {
	text := fmt.Sprintf("Week of %s: %s, %s", dateText(w.Monday), page.Plural(w.Sessions, "session", "sessions"), page.MinutesText(w.Played))
	var pain []string
	if w.Before != nil {
		pain = append(pain, fmt.Sprintf("%.1f before", *w.Before))
	}
	if w.After != nil {
		pain = append(pain, fmt.Sprintf("%.1f after", *w.After))
	}
	if len(pain) > 0 {
		text += "; pain " + strings.Join(pain, ", ")
	}
	if w.PEG != nil {
		text += fmt.Sprintf("; PEG %.1f", *w.PEG)
	}
	return text + "."
}

// countText names poses and how often it was; no line where there are none.
func (s *Report) countText(head string, counts []history.PoseCount) []string {
	if len(counts) == 0 {
		return nil
	}
	var poses []string
	for _, c := range counts {
		poses = append(poses, s.poseName(c.Pose)+", "+oftenText(c))
	}
	return []string{head + ": " + strings.Join(poses, "; ") + "."}
}
