package progress

import (
	"fmt"
	"math"
	"strings"
	"testing"
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
	nothing := history.Progress{Weeks: []history.Week{{Monday: mondays(1)[0]}}}
	return map[string]history.Progress{
		"months": months(), "advised": advised, "worse": worse, "no ratings": bare, "many": many, "young": young,
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

// A number cut in half is another number.
func TestTheReportFitsEveryWidth(t *testing.T) {
	t.Parallel()
	for _, ascii := range []bool{false, true} {
		for name, p := range logs() {
			for _, size := range [][2]int{{38, 9}, {38, 37}, {69, 14}, {70, 13}, {77, 15}, {78, 19}, {98, 25}, {118, 35}, {198, 55}} {
				pen, r := reported(ascii, p)
				for _, l := range r.Lines(pen, size[0], size[1]) {
					if w := ansi.StringWidth(l); w > size[0] || strings.Contains(l, "…") {
						t.Fatalf("%s at %v: %d cells: %q", name, size, w, l)
					}
				}
			}
		}
	}
}

func TestProgressInAsciiHoldsNothingElse(t *testing.T) {
	t.Parallel()
	for name, p := range logs() {
		pen, r := reported(true, p)
		texts := plain(r.Lines(pen, 118, 55)) + Text(p, poseName, Goal{3, 45}, thursday(), 80)
		for _, r := range texts {
			if r > '~' {
				t.Errorf("%s: %q", name, r)
			}
		}
	}
}

// At the design size the first page is the week, pain and the calendar with the
// plot beside it, whole.
func TestTheFirstPageAtTheDesignSize(t *testing.T) {
	t.Parallel()
	pen, r := reported(false, months())
	view := plain(r.Lines(pen, 78, 19)[:19]) + r.RuleText() + r.TotalText()
	for _, want := range []string{
		"This week: 2 of 3 sessions", "A meaningful change for the", "31 Aug", "16 Nov", "10 min or more",
		"○ before sessions  ● after sessions", "10 ───", " 0 ───", ruleText, "41 sessions, 8 h 43 min in all",
	} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
}

func TestTheWeekAgainstTheGoal(t *testing.T) {
	t.Parallel()
	week := func(sessions int, minutes float64) history.Week {
		return history.Week{Monday: mondays(1)[0], Sessions: sessions, Played: time.Duration(minutes * float64(time.Minute))}
	}
	for _, c := range []struct {
		week  history.Week
		goal  Goal
		text  string
		says  string // "" for nothing more
		whole bool   // the bar
	}{
		{week(2, 24), Goal{3, 45}, "2 of 3 sessions, 24 of 45 minutes", "", false},
		{week(0, 0), Goal{3, 45}, "0 of 3 sessions, 0 of 45 minutes", fineText, false},
		{week(0, 0), Goal{1, 1}, "0 of 1 session, 0 of 1 minute", fineText, false},
		{week(1, 1), Goal{1, 1}, "1 session, 1 minute", reachedText, true},
		{week(3, 45), Goal{3, 45}, "3 sessions, 45 minutes", reachedText, true},
		{week(9, 200), Goal{3, 45}, "9 sessions, 200 minutes", reachedText, true},
		{week(3, 44.99), Goal{3, 45}, "3 sessions, 44 of 45 minutes", "", false},
		{week(2, 300), Goal{3, 45}, "2 of 3 sessions, 300 minutes", "", false},
		{week(2, 24), Goal{}, "2 sessions, 24 minutes", "", false},
		{week(2, 24), Goal{Sessions: 2}, "2 sessions, 24 minutes", reachedText, true},
	} {
		s := Report{goal: c.goal, now: mondays(1)[0]}
		s.Weeks = []history.Week{c.week}
		lines := strings.Split(plain(s.week(Pen{Glyphs: page.Glyphs{Full: "#", Empty: "-"}}, 78)), "\n")
		text, bar, _ := strings.Cut(lines[0], "  ")
		if text != thisWeekText+c.text || lines[1] != c.says {
			t.Errorf("%v: %q", c, lines)
		}
		if whole := bar != "" && !strings.Contains(bar, "-"); whole != c.whole {
			t.Errorf("%v: the bar is %q", c, bar)
		}
	}
}

// The week is that of the calendar where the person is.
func TestWhichWeekItIs(t *testing.T) {
	t.Parallel()
	all := mondays(3)
	weeks := []history.Week{{Monday: all[0], Sessions: 1}, {Monday: all[1], Sessions: 2}, {Monday: all[2], Sessions: 3}}
	east := time.FixedZone("east", 13*3600)
	for _, c := range []struct {
		now  time.Time
		want int
	}{
		{time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), 3},
		{time.Date(2026, 11, 15, 23, 59, 59, 0, time.UTC), 2},
		{time.Date(2026, 11, 22, 23, 59, 59, 0, time.UTC), 3},
		{time.Date(2026, 11, 15, 12, 0, 0, 0, time.UTC).In(east), 3},  // Monday there
		{time.Date(2026, 11, 16, 0, 30, 0, 0, east), 3},               // Sunday in Greenwich
		{time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), 0},            // a week the log has not seen
		{time.Date(2026, 11, 8, 12, 0, 0, 0, time.UTC), 1},            // a clock set back
		{time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC), 0},            // far back
		{time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC).In(east), 3},  // Saturday there
		{time.Date(2026, 11, 22, 11, 30, 0, 0, time.UTC).In(east), 0}, // the next Monday there
	} {
		if got := week(weeks, c.now).Sessions; got != c.want {
			t.Errorf("%v: the week with %d sessions, want %d", c.now, got, c.want)
		}
	}
}

// A change is called one only where the log does, and its colour is the same for
// every other.
func TestWhatIsSaidOfAChange(t *testing.T) {
	t.Parallel()
	p := penOf(false)
	for _, c := range []struct {
		change history.Change
		want   string
		style  page.Style
	}{
		{history.Change{Baseline: 6, Latest: 5}, "Pain: 6.0 at first, 5.0 lately. No meaningful change yet;", p.Text},
		{history.Change{Baseline: 5, Latest: 6}, "Pain: 5.0 at first, 6.0 lately. No meaningful change yet;", p.Text},
		{history.Change{Baseline: 9, Latest: 6.9}, "No meaningful change yet;", p.Text},
		{history.Change{Baseline: 6, Latest: 4, Direction: history.Better}, "A meaningful change for the better.", p.Text},
		{history.Change{Baseline: 4, Latest: 6.25, Direction: history.Worse}, "A meaningful change for the worse:", p.Warn},
	} {
		line := changed(p, "Pain", c.change, 200)[0]
		if !strings.Contains(line, c.want) || !strings.HasPrefix(line, string(c.style)) {
			t.Errorf("%+v: %q", c.change, line)
		}
	}
}

func TestWhatIsSaidOfPain(t *testing.T) {
	t.Parallel()
	few := months()
	few.Pain, few.PEG = history.Change{}, history.Change{}
	for name, c := range map[string]struct {
		p    history.Progress
		says []string
		not  []string
	}{
		"known":      {months(), []string{"6.6 at first, 4.3 lately", ruleText, "PEG: 5.6 at first"}, []string{tooFewText, noRatingsText, "Four weeks"}},
		"few":        {few, []string{tooFewText}, []string{ruleText, "at first", "eaningful"}},
		"no ratings": {logs()["no ratings"], []string{"No ratings in these weeks.", noneHurtText}, []string{tooFewText, ruleText, "PEG"}},
		"advised":    {logs()["advised"], []string{"! Four weeks without a meaningful change.", "doctor"}, nil},
		"worse":      {logs()["worse"], []string{"A meaningful change for the worse"}, []string{"Four weeks"}},
		"nothing":    {logs()["nothing"], []string{noSessionsText, noScoreText}, []string{"of 3 sessions", ruleText, "Monday"}},
	} {
		text := strings.Join(strings.Fields(Text(c.p, noName, Goal{3, 45}, mondays(1)[0], 80)), " ")
		for _, want := range c.says {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", name, want, text)
			}
		}
		for _, no := range c.not {
			if strings.Contains(text, no) {
				t.Errorf("%s: %q in\n%s", name, no, text)
			}
		}
	}
}

// Every value stands on its own row and in its own column, at every width; a week
// without one is a gap.
func TestTheRowOfAValue(t *testing.T) {
	t.Parallel()
	ink := Pen{Glyphs: page.Glyphs{Empty: "-"}}
	for _, w := range []int{35, 38, 43, 61, 80} {
		for week := range 12 {
			for value := range 11 {
				values := make([]*float64, 12)
				values[week] = new(float64(value))
				c := plot{"", mondays(12), []series{{mark: "B", values: make([]*float64, 12)}, {mark: "A", values: values}}, fineSteps}
				rows := strings.Split(plain(c.view(ink, w)), "\n")[2:]
				pitch := min((w-axisWidth+1)/12, mostWeek)
				if w < 38 { // room for the last eleven
					pitch = leastWeek
				}
				weeks := (w - axisWidth + 1) / pitch
				at := axisWidth + (week-12+min(weeks, 12))*pitch + 1
				for row, line := range rows[:11] {
					want := -1
					if row == 10-value && at >= axisWidth {
						want = at
					}
					if got := strings.Index(line, "A"); got != want {
						t.Fatalf("width %d, week %d, value %d: column %d of row %d, want %d:\n%s",
							w, week, value, got, row, want, strings.Join(rows, "\n"))
					}
				}
			}
		}
	}
}

// The numbers beside the plot are those of its rows.
func TestTheAxisIsRight(t *testing.T) {
	t.Parallel()
	for _, steps := range []int{fineSteps, coarseSteps} {
		c := plot{"", mondays(12), []series{{mark: "*", values: make([]*float64, 12)}}, steps}
		rows := strings.Split(plain(c.view(Pen{Glyphs: page.Glyphs{Empty: "-"}}, 38)), "\n")[2:]
		if len(rows) != steps+2 {
			t.Fatalf("%d steps in %d rows", steps, len(rows))
		}
		labels := 0
		for _, row := range rows[:steps+1] {
			labels += len(strings.Fields(row[:axisWidth]))
		}
		if labels != 3 {
			t.Errorf("%d steps: %d labels", steps, labels)
		}
		for _, value := range []float64{0, 5, 10} {
			if label := strings.TrimSpace(rows[steps-c.level(value)][:axisWidth]); label != fmt.Sprint(value) {
				t.Errorf("%d steps: %q stands at %g", steps, label, value)
			}
		}
		for _, v := range []float64{-3, math.Inf(-1), 12, math.Inf(1)} {
			if level := c.level(v); level < 0 || level > steps {
				t.Errorf("%g is on row %d of %d", v, level, steps)
			}
		}
	}
}

// A mean is on the row that is nearest to it.
func TestTheRowOfAMean(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		mean  float64
		steps int
		row   int
	}{
		{6.4, fineSteps, 6},
		{6.5, fineSteps, 7},
		{6.6, fineSteps, 7},
		{0.4, fineSteps, 0},
		{9.6, fineSteps, 10},
		{6.2, coarseSteps, 2},
		{6.3, coarseSteps, 3},
		{1.2, coarseSteps, 0},
		{1.3, coarseSteps, 1},
		{8.8, coarseSteps, 4},
	} {
		if got := (plot{steps: c.steps}).level(c.mean); got != c.row {
			t.Errorf("%g in %d steps is on row %d, want %d", c.mean, c.steps, got, c.row)
		}
	}
}

// The plot has a row for each point where all of it is in sight then.
func TestThePlotIsAsFineAsItFits(t *testing.T) {
	t.Parallel()
	for size, want := range map[[2]int]int{
		{38, 9}: coarseSteps, {70, 13}: coarseSteps, {78, 14}: fineSteps, {78, 19}: fineSteps, {38, 14}: fineSteps, {38, 13}: coarseSteps,
	} {
		pen, r := reported(true, months())
		top, bottom := -1, -1
		for i, line := range strings.Split(plain(r.Lines(pen, size[0], size[1])), "\n") {
			if top < 0 && strings.Contains(line, "10 ---") {
				top = i
			}
			if bottom < 0 && top >= 0 && strings.Contains(line, " 0 ---") {
				bottom = i
			}
		}
		if bottom-top != want {
			t.Errorf("%v: %d steps, want %d", size, bottom-top, want)
		}
	}
}

// Two series with the same values are both seen, by their shape.
func TestNoSeriesHidesAnother(t *testing.T) {
	t.Parallel()
	var values []*float64
	for i := range 12 {
		values = append(values, new(float64(i%11)))
	}
	c := plot{"", mondays(12), []series{{"before", "o", "", values}, {"after", "*", "", values}}, fineSteps}
	text := plain(c.view(Pen{Glyphs: page.Glyphs{Empty: "-"}}, 38)[2:])
	if strings.Count(text, "o*") != 12 {
		t.Errorf("want 12 pairs:\n%s", text)
	}
}

func TestTheDatesStandBelowTheirWeeks(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 5, 12, 26} {
		for pitch := leastWeek; pitch <= mostWeek; pitch++ {
			all := mondays(n)
			line := dates(all, pitch)
			if len(line) > max(n*pitch-1, 0) {
				t.Errorf("%d weeks of %d: %q", n, pitch, line)
			}
			for i, monday := range all {
				if at := strings.Index(line, dateText(monday)); at >= 0 && at != i*pitch && (at == 0 || line[at-1] == ' ') {
					t.Errorf("%d weeks of %d: %s is at %d: %q", n, pitch, dateText(monday), at, line)
				}
			}
		}
	}
}

func TestTheCalendarMarksDaysByTheirLength(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 19, 23, 0, 0, 0, time.UTC) // a Thursday
	first, this := history.Week{Monday: mondays(2)[0]}, history.Week{Monday: mondays(2)[1]}
	first.Days = [7]time.Duration{0, time.Second, 9*time.Minute + 59*time.Second, 10 * time.Minute, time.Hour, 0, 0}
	first.Sessions, first.Played, first.Before = 3, 80*time.Minute+59*time.Second, new(6.25)
	this.Days = [7]time.Duration{0, 0, 0, 0, 0, 0, 5 * time.Minute} // done in a zone where it is later
	this.Sessions, this.Played = 1, 5*time.Minute
	for glyphs, want := range map[string][]string{
		"unicode": {"·" + " ▪ ▪ ■ ■ · ·", "· · · ·     ▪"},
		"ascii":   {". o o O O . .", ". . . .     o"},
	} {
		p := penOf(glyphs == "ascii")
		got := strings.Split(plain(calendar(p, []history.Week{first, this}, now, calendarWidth)), "\n")
		for i, line := range []string{" 9 Nov " + want[0] + "  81        3", "16 Nov " + want[1] + "   5        1"} {
			if got[i+1] != line {
				t.Errorf("%q, want %q", got[i+1], line)
			}
		}
		wide := plain(calendar(p, []history.Week{first}, now, calendarWidth+ratingsWidth+pegWidth))
		if !strings.Contains(wide, "3     6.2      -      -\n") {
			t.Errorf("numbers: %q", wide)
		}
	}
}

func TestAPoseIsNamedWithHowOften(t *testing.T) {
	t.Parallel()
	p := months()
	for i := range 12 {
		p.Skipped = append(p.Skipped, history.PoseCount{Pose: fmt.Sprintf("own-pose-%d", i), Count: 1, Sessions: 1})
	}
	text := Text(p, poseName, Goal{3, 45}, thursday(), 80)
	for _, want := range []string{
		"Supine Twist: 1 time in 1 session\n", ": 3 times in 2 sessions\n", "Child's Pose: 2 times in 2 sessions\n",
		"- Own pose 6: 1 time in 1 session\n", "- and 5 more\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// What the command says is what the screen says, one thing below the other.
func TestTheTextSaysWhatTheScreenSays(t *testing.T) {
	t.Parallel()
	bare := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for name, p := range logs() {
		pen, r := reported(true, p)
		screen := bare(plain(r.Lines(pen, 198, 195)) + " " + r.RuleText() + " " + r.TotalText())
		text := Text(p, poseName, Goal{3, 45}, thursday(), 60)
		for l := range strings.Lines(text) {
			if w := ansi.StringWidth(strings.TrimSuffix(l, "\n")); w > 60 {
				t.Errorf("%s: a line of %d: %q", name, w, l)
			}
		}
		for _, say := range []string{
			thisWeekText, reachedText, fineText, tooFewText, hurtText, noneHurtText, skippedText, noneSkippedText, noSessionsText,
			laterPainText, "in all", "for the better", "for the worse", "Four weeks", "doctor", "No ratings", "31 Aug",
			painPlotText, pEGPlotText, "Meaningful: by", "and 24 more",
		} {
			if strings.Contains(screen, bare(say)) != strings.Contains(bare(text), bare(say)) {
				t.Errorf("%s: %q is only on one of the two:\n%s\n%s", name, say, screen, text)
			}
		}
	}
	if s := Text(months(), noName, Goal{}, mondays(1)[0], 0); !strings.Contains(s, "3 times in 2 sessions") {
		t.Errorf("without names and width:\n%s", s)
	}
}

// Sentences are for the ear: one line each, in words, with nothing drawn.
func TestSentencesAreRead(t *testing.T) {
	t.Parallel()
	friday := time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC)
	for name, p := range logs() {
		r := New(p, func(id string) string { return page.Title(page.Words(id)) }, Goal{Sessions: 3, Minutes: 45}, friday)
		for _, line := range r.Sentences() {
			if line == "" || strings.ContainsAny(line, "\x1b\n|*") || strings.Contains(line, "  ") || !strings.HasSuffix(line, ".") {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
	r := New(months(), func(string) string { return "" }, Goal{Sessions: 3, Minutes: 45}, friday)
	text := strings.Join(r.Sentences(), "\n")
	for _, want := range []string{
		"This week: 2 of 3 sessions, 26 of 45 minutes.", "Week of 16 Nov: 2 sessions, 26 min; pain 4.2 before, 3.2 after; PEG 4.9.",
		"Pain before sessions: 6.6 at first, 4.3 lately. A meaningful change for the better.",
		"Poses that hurt: Cobra, 3 times in 2 sessions; Supine twist, 1 time in 1 session.", "41 sessions, 8 h 43 min in all.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
