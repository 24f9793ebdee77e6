package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/history"
)

// diary is a Log that writes down what it is told.
type diary struct {
	mu       sync.Mutex
	sessions []history.Session
	stages   []history.Stage
	hurts    []history.Hurt
	checks   []string
	pegs     []history.PEG
	ends     []string
	again    history.Session
	trouble  error
}

func (d *diary) Save(s history.Session) {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.sessions, func(old history.Session) bool { return old.ID == s.ID })
	if i < 0 {
		i, d.sessions = len(d.sessions), append(d.sessions, history.Session{})
	}
	if s.End != "" && d.sessions[i].End == "" {
		d.ends = append(d.ends, s.End)
	}
	if s.After != nil && d.sessions[i].After == nil {
		d.checks = append(d.checks, fmt.Sprint(true, *s.After))
	}
	d.sessions[i], d.stages, d.hurts = s, s.Stages, s.Hurts
}

func (d *diary) SavePEG(p history.PEG) { d.pegs = append(d.pegs, p) }

func (d *diary) Dismiss(id string) { d.ends = append(d.ends, "dismissed "+id) }

func (d *diary) Trouble() error {
	err := d.trouble
	d.trouble = nil
	return err
}

func (d *diary) Resume(context.Context, string) (history.Session, error) {
	return d.again, nil
}

func (d *diary) Progress(context.Context, int) (history.Progress, error) {
	return history.Progress{}, nil
}

// remembering is the options of a run with a diary and a check-in.
func remembering(tb testing.TB) (Options, *diary) {
	tb.Helper()
	o, d := builtin(tb), &diary{}
	o.CheckIn = true
	o.Past = func() Past { return Past{Log: d} }
	return o, d
}

// reader is a model that has read the safety page.
func reader(t *testing.T, o Options) (*model, *time.Time) {
	t.Helper()
	m, now := at(t, o, 80, 24)
	return m, now
}

func TestACheckInIsOneKeyEach(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys   []string
		before int // -1 for none
		where  string
	}{
		{[]string{"4", "1"}, 4, "lower-back"},
		{[]string{"x", "3"}, 10, "neck"},
		{[]string{"0"}, 0, ""},
		{[]string{"space"}, -1, ""},
		{[]string{"esc"}, -1, ""},
		{[]string{"7", "space"}, 7, ""},
		{[]string{"right", "right", "right", "enter", "right", "right", "enter"}, 2, "upper-back"},
		{[]string{"enter"}, -1, ""},
		{[]string{"4", "backspace", "5", "2"}, 5, "upper-back"},
		{[]string{"4", "backspace", "0"}, 0, ""},
	} {
		o, d := remembering(t)
		m, _ := reader(t, o)
		send(m, "enter", "enter")
		if m.screen != checking {
			t.Fatalf("screen %d", m.screen)
		}
		send(m, c.keys...)
		if m.screen != playing || len(d.sessions) != 1 {
			t.Errorf("%q: screen %d, %d sessions", c.keys, m.screen, len(d.sessions))
			continue
		}
		s := d.sessions[0]
		before := -1
		if s.Before != nil {
			before = *s.Before
		}
		if before != c.before || strings.Join(s.Where, " ") != c.where {
			t.Errorf("%q: pain %d in %q; want %d in %q", c.keys, before, s.Where, c.before, c.where)
		}
	}
}

// playOut lets a session run to its end, a second at a time.
func playOut(m *model, now *time.Time) {
	for range 4000 {
		if m.screen != playing {
			return
		}
		*now = now.Add(time.Second)
		m.update(tickMsg{generation: m.generation, now: *now})
	}
}

func TestASessionIsWrittenDownStageByStage(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.State.Routine = "desk-break"
	m, now := reader(t, o)
	send(m, "enter", "enter", "3", "2")
	plan := m.player.engine.Plan()
	playOut(m, now)
	if len(d.stages) != len(plan.Stages) {
		t.Fatalf("%d stages of %d", len(d.stages), len(plan.Stages))
	}
	for i, s := range d.stages {
		if s.Index != i || s.Pose == "" || s.Skipped || s.Played != s.Planned {
			t.Errorf("stage %d: %+v", i, s)
		}
	}
	if !slices.Equal(d.ends, []string{history.Finished}) || m.screen != checking {
		t.Errorf("ends %q, screen %d", d.ends, m.screen)
	}
	send(m, "2")
	if !slices.Equal(d.checks, []string{"true 2"}) || m.screen != finished {
		t.Errorf("%q, screen %d", d.checks, m.screen)
	}
}

// What is played of a stage is written down once, also where one goes back.
func TestWhatIsPlayedIsWrittenDownOnce(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	m, now := reader(t, o)
	send(m, "enter", "enter", "space")
	for _, k := range []string{"n", "n", "", "", "b", "", "", "b", "b", "n", "n", "", "s", "n", "q", "y"} {
		if k != "" {
			send(m, k)
		}
		for range 5 {
			*now = now.Add(time.Second)
			m.update(tickMsg{generation: m.generation, now: *now})
		}
	}
	var sum time.Duration
	for _, s := range d.stages {
		sum += s.Played
		if s.Played < 0 {
			t.Errorf("%+v", s)
		}
	}
	if _, all := m.player.engine.Outcomes(*now); sum != all || all == 0 {
		t.Errorf("%v written down, %v played", sum, all)
	}
	if !slices.Equal(d.ends, []string{history.EndedEarly}) {
		t.Errorf("%q", d.ends)
	}
}

func TestAPreviewIsNeverWrittenDown(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.Play.Speed = 60
	m, now := reader(t, o)
	send(m, "enter", "enter")
	if m.screen != playing {
		t.Fatal("asked about a preview")
	}
	playOut(m, now)
	if len(d.sessions)+len(d.stages)+len(d.ends) > 0 || m.screen != finished {
		t.Errorf("%+v", d)
	}
}

// The page is shown when pain has risen by three, and after symptoms in a leg,
// and is due again until it is read.
func TestWhatHappenedBringsTheSafetyPage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name          string
		before, after string
		page          bool
	}{
		{"three more", "2", "5", true},
		{"two more", "2", "4", false},
		{"less", "7", "2", false},
		{"not rated before", "space", "9", false},
		{"not rated after", "2", "space", false},
	} {
		o, _ := remembering(t)
		o.State.Routine = "desk-break"
		m, now := reader(t, o)
		send(m, "enter", "enter", c.before)
		if m.screen == checking {
			send(m, "space")
		}
		playOut(m, now)
		send(m, c.after)
		if got := m.screen == warning; got != c.page || m.o.State.Due != c.page {
			t.Errorf("%s: page %v, due %v", c.name, got, m.o.State.Due)
		}
		for range 20 {
			if m.screen == warning {
				send(m, "enter")
			}
		}
		if m.screen != finished || m.o.State.Due {
			t.Errorf("%s: screen %d, due %v", c.name, m.screen, m.o.State.Due)
		}
	}
}

func TestTheSafetyPageComesFirstAndIsKept(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Safety = config.Acknowledged{}
	kept := config.State{}
	o.Keep = func(change func(*config.State)) { change(&kept) }
	drive(t, o, 80, 24, func(r *rig) {
		page := content.SafetyPage()
		r.shows(page.Title)
		read := ""
		for range 20 {
			read += r.see()
			if !strings.Contains(r.see(), page.Title) {
				break
			}
			r.press("enter")
		}
		for _, signs := range [][]string{page.Emergency.Signs, page.Urgent.Signs} {
			for _, s := range signs {
				if first := strings.Fields(s); !strings.Contains(read, strings.Join(first[:min(4, len(first))], " ")) {
					t.Errorf("never shows %q", s)
				}
			}
		}
		r.shows("Lower Back")
		if kept.Safety.Version != page.Version || kept.Safety.Date == "" {
			t.Errorf("kept %+v", kept.Safety)
		}
	})
}

func TestItHurts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys   []string
		choice string
		pain   int
		leg    bool
		screen screen
	}{
		{[]string{"x", "e", "4"}, history.Eased, 4, false, playing},
		{[]string{"x", "6", "e"}, history.Eased, 6, false, playing},
		{[]string{"x", "s", "space"}, history.Skipped, -1, false, playing},
		{[]string{"x", "q", "x"}, history.Ended, 10, false, checking},
		{[]string{"x", "l", "q"}, history.Ended, -1, true, checking},
		{[]string{"x", "l", "esc", "7", "s"}, history.Skipped, 7, false, playing},
	} {
		o, d := remembering(t)
		m, now := reader(t, o)
		send(m, "enter", "enter", "space", "n", "n")
		for range 90 {
			*now = now.Add(time.Second)
			m.update(tickMsg{generation: m.generation, now: *now})
		}
		at := m.player.engine.At(*now)
		send(m, c.keys...)
		if len(d.hurts) != 1 {
			t.Errorf("%q: %d written down", c.keys, len(d.hurts))
			continue
		}
		h := d.hurts[0]
		if h.Choice != c.choice || h.Pain != c.pain || h.Leg != c.leg || h.Pose != at.Stage.Ref.Pose || h.Stage != at.Index {
			t.Errorf("%q: %+v", c.keys, h)
		}
		if m.screen != c.screen || m.o.State.Due != c.leg {
			t.Errorf("%q: screen %d, due %v", c.keys, m.screen, m.o.State.Due)
		}
	}
}

// Time stands while it is asked what hurts, and nothing is written down for a key
// pressed by mistake.
func TestTimeStandsWhileItHurts(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.CheckIn = false
	m, now := reader(t, o)
	send(m, "enter", "enter", "n", "n", "x")
	before := m.player.engine.At(*now)
	if m.wait() != 0 {
		t.Error("it ticks")
	}
	*now = now.Add(time.Hour)
	for _, line := range before.Stage.Pose.Ease {
		if first := strings.Fields(named(before, line)); !strings.Contains(stripped(m.render()), strings.Join(first[:3], " ")) {
			t.Errorf("no %q in\n%s", line, stripped(m.render()))
		}
	}
	send(m, "esc")
	if after := m.player.engine.At(*now); after.In != before.In || len(d.hurts) != 0 {
		t.Errorf("%v, then %v; %v", before.In, after.In, d.hurts)
	}
}

func TestTheWeeklyQuestionsAreOfferedOnce(t *testing.T) {
	t.Parallel()
	for answers, want := range map[string]int{"4 3 2": 1, "4 space 2": 0, "space space space": 0} {
		o, d := remembering(t)
		o.Past = func() Past { return Past{Log: d, Weekly: true} }
		o.State.Routine = "desk-break"
		m, now := reader(t, o)
		send(m, "enter", "enter", "space")
		playOut(m, now)
		send(m, "2")
		send(m, strings.Fields(answers)...)
		if len(d.pegs) != want || m.screen != finished || m.o.State.Asked.Weekly.IsZero() {
			t.Errorf("%s: %v, screen %d", answers, d.pegs, m.screen)
		}
		if want == 1 && d.pegs[0] != (history.PEG{At: d.pegs[0].At, Pain: 4, Enjoyment: 3, Activity: 2}) {
			t.Errorf("%+v", d.pegs[0])
		}
	}
}

// Poses that are not for someone are off, with the reason beside them, and can be
// switched on: nothing is changed silently, from the shell neither.
func TestPosesAreLeftOutWithTheReasonSaid(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "restorative"
	o.State.Profile = config.SaidProfile{Avoid: []string{"sore-wrists"}, Set: true}
	m, _ := reader(t, o)
	if !strings.Contains(stripped(m.render()), "1 pose left out") {
		t.Errorf("the menu does not say it:\n%s", stripped(m.render()))
	}
	send(m, "enter")
	all, on := len(m.overview.routine.Items), len(m.overview.chosen().Items)
	if on != all-1 {
		t.Fatalf("%d of %d are on", on, all)
	}
	for i, off := range m.overview.off {
		if off {
			m.overview.cursor = i
		}
	}
	if !strings.Contains(stripped(m.render()), "left out: puts weight on the wrists") {
		t.Errorf("no reason:\n%s", stripped(m.render()))
	}
	send(m, "space")
	if len(m.overview.chosen().Items) != all {
		t.Error("it cannot be switched on")
	}

	r := routine(t, "restorative")
	o.Routine = &r
	m, _ = reader(t, o)
	if m.screen != previewing {
		t.Errorf("from the shell: screen %d", m.screen)
	}
}

func TestAboutYouIsKept(t *testing.T) {
	t.Parallel()
	m, _ := reader(t, builtin(t))
	m.tellAbout()
	send(m, "space", "down", "down", "space")
	want := []string{content.Conditions()[0].ID, content.Conditions()[2].ID}
	if !slices.Equal(m.o.State.Profile.Avoid, want) || !m.o.State.Profile.Set {
		t.Errorf("%+v; want %q", m.o.State.Profile, want)
	}
	send(m, "space", "esc")
	if !slices.Equal(m.avoids(), want[:1]) || m.screen != choosing {
		t.Errorf("%q, screen %d", m.avoids(), m.screen)
	}
}

// A session that was cut off goes on where one is led into the pose again, with
// what was played before it.
func TestASessionThatWasCutOffGoesOn(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.CheckIn = false
	o.State.Routine = "upper-back"
	m, now := reader(t, o)
	send(m, "enter", "down", "space", "enter")
	for range 240 {
		*now = now.Add(time.Second)
		m.update(tickMsg{generation: m.generation, now: *now})
	}
	was := m.player.engine.At(*now)
	whole := m.player.engine.Plan().Length()
	cut := d.sessions[0]
	cut.Next, cut.Ended, cut.Done = was.Index, *now, 1
	d.again = cut

	o.Past = func() Past { return Past{Log: d, Unfinished: &cut} }
	m, _ = reader(t, o)
	if m.overlay != resuming || !strings.Contains(stripped(m.render()), "Upper Back") {
		t.Fatalf("not offered:\n%s", stripped(m.render()))
	}
	msg := m.update(press("y"))
	for _, msg := range results(msg) {
		m.update(msg)
	}
	at := m.player.engine.At(m.now())
	if m.screen != playing || at.Index > was.Index || at.Stage.Item != was.Stage.Item || m.player.engine.Plan().Length() != whole {
		t.Fatalf("screen %d, stage %d of item %d; was %d of item %d", m.screen, at.Index, at.Stage.Item, was.Index, was.Stage.Item)
	}
	items, _ := m.player.engine.Outcomes(m.now())
	if !items[0].Whole() {
		t.Errorf("what was done before is lost: %+v", items)
	}
	if m.player.logged.session.ID != cut.ID {
		t.Errorf("goes on as %q", m.player.logged.session.ID)
	}
}

func TestASessionThatWasCutOffIsLeft(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	m, _ := reader(t, o)
	m.o.CheckIn = false
	send(m, "enter", "enter")
	cut := d.sessions[0]
	cut.Next = 3
	o.Past = func() Past { return Past{Log: d, Unfinished: &cut} }
	m, _ = reader(t, o)
	send(m, "n")
	if m.overlay != none || !slices.Equal(d.ends, []string{"dismissed " + cut.ID}) {
		t.Errorf("overlay %d, %q", m.overlay, d.ends)
	}
	cut.Plan = "{"
	if m, _ = reader(t, o); m.overlay != none {
		t.Error("offered though it cannot go on")
	}
}

// A log that cannot be written to is told of once, and stops nothing.
func TestABrokenLogIsToldOnce(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.CheckIn = false
	o.Past = func() Past { return Past{Log: d, Trouble: errors.New("the log is damaged")} }
	r := routine(t, "lower-back")
	o.Routine = &r
	m, now := reader(t, o)
	tick := func() string {
		*now = now.Add(time.Second)
		m.update(tickMsg{generation: m.generation, now: *now})
		return stripped(m.render())
	}
	if screen := tick(); !strings.Contains(screen, "the log is damaged") {
		t.Errorf("not told:\n%s", screen)
	}
	send(m, "c")
	d.trouble = errors.New("the disk is full")
	if screen := tick(); !strings.Contains(screen, "the disk is full") {
		t.Errorf("not told:\n%s", screen)
	}
	send(m, "c")
	if screen := tick(); strings.Contains(screen, "the log") || strings.Contains(screen, "the disk") {
		t.Errorf("told again:\n%s", screen)
	}
}

// results is what the parts of a command bring. Those that wait are left out.
func results(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	batch, ok := msg.(tea.BatchMsg)
	if !ok {
		return []tea.Msg{msg}
	}
	var all []tea.Msg
	for _, c := range batch {
		if c == nil {
			continue
		}
		done := make(chan tea.Msg, 1)
		go func() { done <- c() }()
		select {
		case msg := <-done:
			all = append(all, msg)
		case <-time.After(200 * time.Millisecond): // a tick
		}
	}
	return all
}

func TestTheProfileSaysWhatToBeginWithAndWhatIsMissing(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.Profile.Regions, o.Profile.Props = []string{"neck"}, []string{"block"}
	m, _ := reader(t, o)
	if r, _ := m.menu.routine(); r.Regions[0] != "neck" {
		t.Errorf("begins with %s", r.ID)
	}
	if !strings.Contains(stripped(m.render()), "not at hand: chair") {
		t.Errorf("nothing is missing:\n%s", stripped(m.render()))
	}
}

// With the level "auto" each pose has its own, and the total is the truth.
func TestEachPoseHasItsOwnLevel(t *testing.T) {
	t.Parallel()
	length := func(o Options) time.Duration {
		m, _ := reader(t, o)
		send(m, "enter", "enter")
		return m.player.engine.Plan().Length()
	}
	o := builtin(t)
	o.State.Routine = "lower-back"
	low := length(o)
	o.Past = func() Past { return Past{Levels: map[string]float64{"cobra": 1}} }
	if got := length(o); got != low {
		t.Errorf("a fixed level is not respected: %v, want %v", got, low)
	}
	o.Auto = true
	if got := length(o); got <= low {
		t.Errorf("%v with cobra at its high end, %v at its low", got, low)
	}
}
