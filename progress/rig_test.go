package progress

import (
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"catcow/history"
	"catcow/page"
)

// The weeks of these tests end on a Friday, 20 November 2026, as at has it.
func mondays(n int) []time.Time {
	all := make([]time.Time, n)
	for i := range all {
		all[i] = time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC).AddDate(0, 0, -7*(n-1-i))
	}
	return all
}

// months is twelve weeks in which everything happens that the screen tells of.
func months() history.Progress {
	p := history.Progress{
		Sessions: 41, Played: 523 * time.Minute,
		Hurt:    []history.PoseCount{{Pose: "cobra", Count: 3, Sessions: 2}, {Pose: "supine-twist", Count: 1, Sessions: 1}},
		Skipped: []history.PoseCount{{Pose: "childs-pose", Count: 2, Sessions: 2}},
		Pain:    history.Change{Known: true, Baseline: 6.6, Latest: 4.3, Direction: history.Better},
		PEG:     history.Change{Known: true, Baseline: 5.6, Latest: 5},
	}
	for i, monday := range mondays(12) {
		w := history.Week{Monday: monday}
		if i%3 != 0 { // every third week off
			w.Days[i%4] = time.Duration(4+i) * time.Minute
			w.Days[4] = 11 * time.Minute
			w.Played, w.Sessions = w.Days[i%4]+w.Days[4], 2
			w.Before, w.After = new(7-float64(i)/4), new(6-float64(i)/4)
		}
		if i%2 == 1 {
			w.PEG = new(6 - float64(i)/10)
		}
		p.Weeks = append(p.Weeks, w)
	}
	return p
}

// logs is what the log can say.
func logs() map[string]history.Progress {
	advised, worse, bare, many := months(), months(), months(), months()
	advised.SeeSomeone, advised.Pain = true, history.Change{Known: true, Baseline: 6, Latest: 5.5}
	worse.Pain = history.Change{Known: true, Baseline: 4, Latest: 7, Direction: history.Worse}
	for i := range bare.Weeks {
		bare.Weeks[i].Before, bare.Weeks[i].After, bare.Weeks[i].PEG = nil, nil, nil
	}
	bare.Pain, bare.PEG, bare.Hurt, bare.Skipped = history.Change{}, history.Change{}, nil, nil
	long := many.Weeks
	many.Weeks = nil
	for i, monday := range mondays(60) {
		w := long[i%len(long)]
		w.Monday = monday
		w.Played += time.Duration(i) * 2 * time.Hour
		many.Weeks = append(many.Weeks, w)
	}
	for i := range 30 {
		id := strings.Repeat("a-very-long-name-", i%4+1)
		many.Hurt = append(many.Hurt, history.PoseCount{Pose: id, Count: 1000 * i, Sessions: 999})
	}
	young := history.Progress{Weeks: months().Weeks[10:], Sessions: 2, Played: 20 * time.Minute}
	look := history.Progress{Weeks: []history.Week{{Monday: mondays(1)[0], Played: 20 * time.Second, Days: [7]time.Duration{20 * time.Second}}}, Played: 20 * time.Second}
	nothing := history.Progress{Weeks: []history.Week{{Monday: mondays(1)[0]}}}
	return map[string]history.Progress{
		"months": months(), "advised": advised, "worse": worse, "no ratings": bare, "many": many, "young": young, "look": look,
		"nothing": nothing, "no weeks": {Sessions: 3, Played: time.Hour}, "zero": {},
	}
}

// reported is a report and a pen to draw it with.
func reported(ascii bool, p history.Progress) (Pen, *Report) {
	r := New(p, poseName, Goal{3, 45}, thursday())
	return penOf(ascii), &r
}

func penOf(ascii bool) Pen {
	return Pen{page.NewTheme(true, false, colorprofile.TrueColor), page.NewGlyphs(ascii)}
}

// thursday is in the last week of months.
func thursday() time.Time { return time.Date(2026, 11, 19, 12, 0, 0, 0, time.UTC) }

// noName knows no pose.
func noName(string) string { return "" }

func poseName(id string) string {
	if id == "own-pose-6" || strings.HasPrefix(id, "own") || strings.HasPrefix(id, "a-very") {
		return ""
	}
	return map[string]string{"supine-twist": "Supine Twist", "childs-pose": "Child's Pose"}[id]
}

// plain is lines without what colours them.
func plain(lines []string) string { return ansi.Strip(strings.Join(lines, "\n")) }
