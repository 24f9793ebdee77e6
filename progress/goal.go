package progress

import (
	"fmt"
	"time"

	"github.com/charmbracelet/x/ansi"

	"catcow/history"
	"catcow/page"
)

// Goal is what to aim at in a week; 0 is no aim.
type Goal struct {
	Sessions int `json:"sessions"`
	Minutes  int `json:"minutes"`
}

// The least and the most cells of the bar of the week.
const (
	shortBar = 10
	longBar  = 30
)

// week is this week against the goal, in two lines where they are wide enough.
func (s *Report) week(p Pen, w int) []string {
	now := week(s.Weeks, s.now)
	text, part := thisWeekText+weekText(now, s.goal), s.part(now)
	room := w - ansi.StringWidth(text) - 2
	lines := page.Hang("", text, w, p.Strong)
	switch {
	case s.goal == Goal{}:
	case room >= shortBar:
		lines[0] += "  " + p.goalBar(min(room, longBar), part)
	default:
		lines = append(lines, p.goalBar(min(w, longBar), part))
	}
	switch text := s.remark(now); text {
	case "":
		return append(lines, "")
	case reachedText:
		return append(lines, page.Hang("", text, w, p.Text)...)
	default:
		return append(lines, page.Hang("", text, w, p.Dim)...)
	}
}

// remark is what there is to say of this week; "" for nothing.
func (s *Report) remark(now history.Week) string {
	switch {
	case s.goal != Goal{} && s.part(now) >= 1:
		return reachedText
	case now.Sessions > 0:
		return ""
	case now.Played > 0: // which the calendar has a mark for
		return noWholeText
	}
	return fineText
}

// part is how much of the goal there is, 0 to 1: of sessions or of minutes,
// whichever has further to go.
func (s *Report) part(w history.Week) float64 {
	part := 1.0
	if s.goal.Sessions > 0 {
		part = min(part, float64(w.Sessions)/float64(s.goal.Sessions))
	}
	if s.goal.Minutes > 0 {
		part = min(part, w.Played.Minutes()/float64(s.goal.Minutes))
	}
	return part
}

// goalBar is a bar that is full only when the goal is reached.
func (p Pen) goalBar(w int, part float64) string {
	if part < 1 {
		part = min(part, 1-1/float64(w))
	}
	return p.Bar(w, part, p.Accent, p.Faint)
}

// week is the one that a time is in; an empty one if the log does not have it.
func week(weeks []history.Week, now time.Time) history.Week {
	today := date(now)
	monday := today.AddDate(0, 0, -(int(today.Weekday())+6)%7)
	for _, w := range weeks {
		if w.Monday.Equal(monday) {
			return w
		}
	}
	return history.Week{Monday: monday}
}

// weekText is what was done in a week, against the goal as far as it is not
// reached: "2 of 3 sessions, 24 of 45 minutes".
func weekText(w history.Week, goal Goal) string {
	count := func(n, of int, one, many string) string {
		if n < of {
			return fmt.Sprintf("%d of %s", n, page.Plural(of, one, many))
		}
		return page.Plural(n, one, many)
	}
	played := page.Minutes(w.Played)
	if w.Played.Minutes() < float64(goal.Minutes) {
		played = min(played, goal.Minutes-1) // a goal is not reached by rounding
	}
	return count(w.Sessions, goal.Sessions, "session", "sessions") + ", " +
		count(played, goal.Minutes, "minute", "minutes")
}

// WeekText is this week against the goal, as a sentence.
func WeekText(p history.Progress, goal Goal, now time.Time) string {
	return thisWeekText + weekText(week(p.Weeks, now), goal) + "."
}
