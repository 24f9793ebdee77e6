package progress

import (
	"cmp"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"catcow/history"
	"catcow/page"
)

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
		{week(0, 0.5), Goal{3, 45}, "0 of 3 sessions, 1 of 45 minutes", noWholeText, false}, // the calendar has a mark
		{week(0, 1.5), Goal{3, 45}, "0 of 3 sessions, 2 of 45 minutes", noWholeText, false}, // several looks
		{week(0, 0.01), Goal{}, "0 sessions, 0 minutes", noWholeText, false},
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
		if said := s.weekSentences(); said[len(said)-1] != cmp.Or(c.says, thisWeekText+c.text+".") {
			t.Errorf("%v: %q", c, said)
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
			thisWeekText, reachedText, fineText, noWholeText, tooFewText, hurtText, noneHurtText, skippedText, noneSkippedText, noSessionsText,
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
