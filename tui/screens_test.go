package tui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/today"
)

// playOut lets a session run to its end, a second at a time.
func playOut(m *model, now *time.Time) {
	for range 4000 {
		if !m.leading() {
			return
		}
		*now = now.Add(time.Second)
		m.update(tickMsg{generation: m.generation, now: *now})
	}
}

// The number is one key, given or left out, and the session begins.
func TestTheQuestionIsOneKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		keys   []string
		before int // -1 for none
	}{
		{[]string{"4"}, 4},
		{[]string{"0"}, 0},
		{[]string{"space"}, -1},
		{[]string{"tab"}, -1},
		{[]string{"enter"}, -1},
		{[]string{"right", "right", "right", "enter"}, 2},
		{[]string{"x", "1"}, 10},
	} {
		o, d := remembering(t)
		m, _ := at(t, o, 80, 24)
		send(m, "enter", "enter")
		if _, ok := m.screen.(*question); !ok {
			t.Fatalf("%T", m.screen)
		}
		send(m, c.keys...)
		before := -1
		if len(d.sessions) == 1 && d.sessions[0].Before != nil {
			before = *d.sessions[0].Before
		}
		if m.screen != &m.player || before != c.before {
			t.Errorf("%q: %T, pain %d", c.keys, m.screen, before)
		}
	}
}

// Esc goes back from the question before a session to where it was started.
func TestEscGoesBackFromTheQuestion(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	m, _ := at(t, o, 80, 24)
	for _, keys := range [][]string{nil, {"8"}} {
		send(m, "enter", "down", "space", "enter")
		send(m, append(keys, "esc")...)
		over, ok := m.screen.(*overview)
		if !ok || !over.Off[1] || len(d.sessions) > 0 || m.leading() {
			t.Fatalf("%T, %d sessions", m.screen, len(d.sessions))
		}
		send(m, "enter", "3")
		if m.screen != &m.player {
			t.Fatalf("and on from there: %T", m.screen)
		}
		d.sessions = nil
		m, _ = at(t, o, 80, 24)
	}
	r := routine(t, "lower-back")
	o.Routine = &r
	m, _ = at(t, o, 80, 24)
	if send(m, "esc"); !m.leaving {
		t.Errorf("started from the shell: %T", m.screen)
	}
}

// Enter that comes twice, into a gentler way or back into what was cut off, throws
// nothing away.
func TestEnterTwiceKeepsTheSet(t *testing.T) {
	t.Parallel()
	m, _ := matAt(t, "lower-back", "unicode", 80, 24)
	send(m, "n", "n")
	was := m.led.At.Index
	send(m, "x", "enter", "enter", "enter")
	if m.led.At.Index != was || m.led.Stands != guide.Easing {
		t.Errorf("stage %d, was %d", m.led.At.Index, was)
	}
	if send(m, "n"); m.led.At.Index == was {
		t.Error("n is next no more")
	}
}

// The page is shown when pain has risen by three, and after symptoms in a leg, and
// is due again until it is read.
func TestWhatHappenedBringsTheSafetyPage(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before, after string
		page          bool
	}{
		"three more": {"2", "5", true}, "two more": {"2", "4", false}, "less": {"5", "2", false},
		"not rated before": {"space", "9", false}, "not rated after": {"2", "space", false},
	} {
		o, _ := remembering(t)
		o.State.Routine = "desk-break"
		m, now := at(t, o, 80, 24)
		send(m, "enter", "enter", c.before)
		playOut(m, now)
		send(m, c.after)
		_, page := m.screen.(*safety)
		if page != c.page || m.o.State.Due != c.page {
			t.Errorf("%s: page %v, due %v", name, page, m.o.State.Due)
		}
		for range 20 {
			if _, page := m.screen.(*safety); page {
				send(m, "enter")
			}
		}
		if _, ok := m.screen.(*done); !ok || m.o.State.Due {
			t.Errorf("%s: %T, due %v", name, m.screen, m.o.State.Due)
		}
	}
}

// The first start: the safety page, the profile, and then the menu; each once, and
// never again. From launch to the first pose a new person needs seven keys at most.
func TestTheFirstStart(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Safety, o.State.Profile, o.CheckIn = config.Acknowledged{}, config.ProfileAnswers{}, true
	kept := config.State{}
	o.Keep = func(change func(*config.State)) { change(&kept) }
	drive(t, o, 80, 24, func(r *rig) {
		page := content.SafetyPage()
		r.shows(page.Title)
		read, keys := "", 0
		press := func(k string) { r.press(k); keys++ }
		for strings.Contains(r.see(), page.Title) && keys < 20 {
			read += r.see()
			press("enter")
		}
		for _, signs := range [][]string{page.Emergency.Lines, page.Urgent.Lines} {
			for _, s := range signs {
				if first := strings.Fields(s); !strings.Contains(read, strings.Join(first[:min(4, len(first))], " ")) {
					t.Errorf("never shows %q", s)
				}
			}
		}
		r.shows(aboutText, "Osteoporosis")
		press("enter")
		r.shows("Lower Back")
		press("enter")
		press("enter")
		press("4")
		r.shows("get ready")
		if keys > 7 {
			t.Errorf("%d keys from launch to the first pose", keys)
		}
		t.Logf("%d keys", keys)
		if kept.Safety.Version != page.Version || kept.Safety.Date == "" || !kept.Profile.Set {
			t.Errorf("kept %+v", kept)
		}
	})
}

// The page is read by few keys at every size, and none of its signs is passed over.
func TestTheSafetyPageTakesFewKeys(t *testing.T) {
	t.Parallel()
	for size, most := range map[[2]int]int{{120, 40}: 2, {80, 24}: 3, {60, 20}: 4, {45, 24}: 4, {40, 12}: 8} {
		o := builtin(t)
		o.State.Safety, o.State.Profile = config.Acknowledged{}, config.ProfileAnswers{}
		m, _ := at(t, o, size[0], size[1])
		var read []string
		keys := 0
		for ; keys < 20; keys++ {
			if _, ok := m.screen.(*safety); !ok {
				break
			}
			lines := strings.Split(stripped(m.render()), "\n")
			read = append(read, lines[:len(lines)-1]...)
			if footer := lines[len(lines)-1]; !strings.Contains(footer, "enter") || strings.Contains(footer, "…") {
				t.Errorf("%v: %q", size, footer)
			}
			if through := strings.Contains(lines[len(lines)-1], "I have read"); through && strings.Contains(strings.Join(lines, "\n"), moreBelowText) {
				t.Errorf("%v: it is read, and there is more below", size)
			}
			send(m, "enter")
		}
		if keys > most {
			t.Errorf("%v: %d keys, want at most %d", size, keys, most)
		}
		text := strings.Join(strings.Fields(strings.Join(read, " ")), " ")
		p := content.SafetyPage()
		for _, sign := range slices.Concat(p.Emergency.Lines, p.Urgent.Lines, p.Before.Lines, []string{p.Emergency.Call, p.Urgent.Call}) {
			for word := range strings.FieldsSeq(sign) { // a page may end between two
				if !strings.Contains(text, word) {
					t.Errorf("%v: never shows %q of %q", size, word, sign)
				}
			}
			if size[0] >= 80 && !strings.Contains(text, sign) {
				t.Errorf("%v: never shows %q", size, sign)
			}
		}
	}
}

// Poses that are not for someone are off, with the reason beside them, and can be
// switched on: nothing is changed silently, from the shell neither.
func TestPosesAreLeftOutWithTheReasonSaid(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "restorative"
	o.State.Profile = config.ProfileAnswers{Avoid: []string{"sore-wrists"}, Set: true}
	m, _ := at(t, o, 80, 24)
	if !strings.Contains(stripped(m.render()), "1 pose left out") {
		t.Errorf("the menu does not say it:\n%s", stripped(m.render()))
	}
	send(m, "enter")
	s := m.screen.(*overview)
	chosen := func() int { _, items := s.Chosen(); return len(items) }
	all, on := len(s.Routine.Items), chosen()
	if on != all-1 {
		t.Fatalf("%d of %d are on", on, all)
	}
	s.cursor = slices.Index(s.Off, true)
	if !strings.Contains(stripped(m.render()), "left out: puts weight on the wrists") {
		t.Errorf("no reason:\n%s", stripped(m.render()))
	}
	if send(m, "space"); chosen() != all {
		t.Error("it cannot be switched on")
	}
	r := routine(t, "restorative")
	o.Routine = &r
	if m, _ = at(t, o, 80, 24); func() bool { _, ok := m.screen.(*overview); return !ok }() {
		t.Errorf("from the shell: %T", m.screen)
	}
}

func TestTheProfileIsKept(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 80, 24)
	m.show(&profile{then: (*model).toMenu})
	send(m, "space", "down", "down", "space", "end", "space")
	want := []string{content.Conditions()[0].ID, content.Conditions()[2].ID}
	if !slices.Equal(m.o.State.Profile.Avoid, want) || !m.o.State.Profile.Set {
		t.Errorf("%+v; want %q", m.o.State.Profile, want)
	}
	if props := m.o.Props(); len(props) != len(content.Props())-1 || slices.Contains(props, content.Props()[len(props)]) {
		t.Errorf("at hand: %q", props)
	}
	if send(m, "home", "space", "esc"); !slices.Equal(m.o.Avoids(), want[1:]) || m.screen != &m.menu {
		t.Errorf("%q, %T", m.o.Avoids(), m.screen)
	}
}

// Only cautions that go for this person are shown, whole.
func TestOnlyOnesOwnCautionsAreShown(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	o.State.Routine = "low-back-restorative"
	m, _ := at(t, o, 120, 40)
	send(m, "enter")
	if view := stripped(m.render()); strings.Contains(view, "Pregnancy") || strings.Contains(view, "Osteoporosis") {
		t.Errorf("everybody is warned:\n%s", view)
	}
	o.State.Profile.Avoid = []string{"osteoporosis"}
	m, _ = at(t, o, 120, 40)
	send(m, "enter")
	if view := stripped(m.render()); !strings.Contains(view, "Osteoporosis") || strings.Contains(view, "Pregnancy") {
		t.Errorf("want one caution:\n%s", view)
	}
}

// unfinished is a run in which a session was cut off in its middle.
func unfinished(t *testing.T) (Options, *diary) {
	t.Helper()
	o, d := remembering(t)
	o.CheckIn = false
	m, now := at(t, o, 80, 24)
	send(m, "enter", "enter", "n", "n")
	*now = now.Add(time.Second)
	m.tick(*now)
	m.stop(true)
	cut := d.sessions[0]
	d.again = cut
	o.Past = func() Past { return Past{Log: d, Unfinished: &cut} }
	return o, d
}

func TestASessionThatWasCutOffIsOffered(t *testing.T) {
	t.Parallel()
	o, d := unfinished(t)
	m, _ := at(t, o, 80, 24)
	if m.overlay != (resumeBox{}) {
		t.Fatal("not offered")
	}
	for _, msg := range results(m.update(press("y"))) {
		m.update(msg)
	}
	if !m.leading() || m.led.Stands != guide.Resumed {
		t.Errorf("%T, %v", m.screen, m.led.Stands)
	}
	m, _ = at(t, o, 80, 24)
	if send(m, "n"); m.overlay != nil || !slices.Contains(d.ends, "dismissed "+d.again.ID) {
		t.Errorf("%v, %q", m.overlay, d.ends)
	}
	cut := d.again
	cut.Plan = "{"
	o.Past = func() Past { return Past{Log: d, Unfinished: &cut} }
	if m, _ = at(t, o, 80, 24); m.overlay != nil {
		t.Error("offered though it cannot go on")
	}
}

// Where its own routine is started, it is offered before that begins anew; another
// routine begins at once, and so does a look at it.
func TestStartOffersToGoOn(t *testing.T) {
	t.Parallel()
	o, d := unfinished(t)
	r := routine(t, d.again.Routine)
	o.Routine = &r
	m, _ := at(t, o, 80, 24)
	if m.overlay != (resumeBox{}) || m.leading() {
		t.Fatal("not offered")
	}
	for _, msg := range results(m.update(press("enter"))) {
		m.update(msg)
	}
	if !m.leading() || m.led.Stands != guide.Resumed {
		t.Errorf("going on: %T, %v", m.screen, m.led.Stands)
	}
	m, _ = at(t, o, 80, 24)
	if send(m, "n"); !m.leading() || m.led.Stands == guide.Resumed || !slices.Contains(d.ends, "dismissed "+d.again.ID) {
		t.Errorf("anew: %T, %v", m.screen, m.led.Stands)
	}
	m, _ = at(t, o, 80, 24)
	m.resumed(history.Session{}, context.Canceled)
	if !m.leading() || m.notice != noResumeText {
		t.Errorf("it cannot go on: %T, %q", m.screen, m.notice)
	}
	o.Play.Speed = 10
	if m, _ = at(t, o, 80, 24); m.overlay != nil || !m.leading() {
		t.Error("a look at it is held up")
	}
	o.Play.Speed = 1
	other := routine(t, "desk-break")
	o.Routine = &other
	if m, _ = at(t, o, 80, 24); m.overlay != nil || !m.leading() {
		t.Error("another routine is held up")
	}
}

// A session that was begun while the log was asked for another is not replaced.
func TestAResumeThatComesTooLateIsDropped(t *testing.T) {
	t.Parallel()
	o, d := unfinished(t)
	m, _ := at(t, o, 80, 24)
	cmd := m.update(press("y"))
	send(m, "enter", "enter")
	began := m.guide
	for _, msg := range results(cmd) {
		m.update(msg)
	}
	if m.guide != began {
		t.Error("the session that runs was replaced")
	}
	_ = d
}

// What is to be kept is written beside the loop: a disk that hangs stalls no key.
func TestNoKeyWaitsForTheDisk(t *testing.T) {
	t.Parallel()
	o := builtin(t)
	hangs := make(chan struct{})
	var kept config.State
	o.Keep = func(change func(*config.State)) {
		<-hangs
		change(&kept)
	}
	m, _ := at(t, o, 80, 24)
	m.update(press("enter"))
	cmd := m.update(press("enter"))
	done := make(chan struct{})
	go func() { results(cmd); close(done) }()
	for range 5 {
		m.update(press("<"))
	}
	if v := m.o.State.Sound.Volume; v == nil || *v != .5 {
		t.Errorf("volume %v", v)
	}
	close(hangs)
	<-done
	m.unsaved.Flush(m.o.Keep)
	if kept.Sound.Volume == nil || *kept.Sound.Volume != .5 || kept.Routine == "" {
		t.Errorf("kept %+v", kept)
	}
}

// Who leaves waits for a disk that hangs for a while only, and what it takes in time is kept.
func TestChanges_TryFlush(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var c Changes
		var o Options
		hangs := make(chan struct{})
		var kept config.State
		o.Keep = func(change func(*config.State)) {
			<-hangs
			change(&kept)
		}
		start := time.Now()
		c.Make(&o, func(s *config.State) { s.Routine = "neck" })
		c.TryFlush(o.Keep)
		if waited := time.Since(start); waited != keepTime {
			t.Errorf("waited %v", waited)
		}
		c.Make(&o, func(s *config.State) { s.Asked.Where = start })
		if c.TryFlush(o.Keep) || time.Since(start) != keepTime {
			t.Errorf("it is waited for again, until %v", time.Since(start))
		}
		close(hangs)
		synctest.Wait()
		if !c.TryFlush(o.Keep) || time.Since(start) != keepTime || kept.Routine != "neck" || !kept.Asked.Where.Equal(start) {
			t.Errorf("after %v kept %+v", time.Since(start), kept)
		}
	})
}

// A broken log is told of once, on the menu as in a session.
func TestABrokenLogIsTold(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.CheckIn = false
	o.Past = func() Past { return Past{Log: d, Trouble: errors.New("the log is damaged")} }
	m, _ := at(t, o, 80, 24)
	if view := stripped(m.render()); !strings.Contains(view, "the log is damaged") {
		t.Errorf("not told:\n%s", view)
	}
	o = builtin(t)
	r := routine(t, "lower-back")
	o.Routine, o.Past = &r, func() Past { return Past{Log: d} }
	m, now := at(t, o, 80, 24)
	d.trouble = errors.New("the disk is full")
	*now = now.Add(time.Second)
	m.tick(*now)
	if view := stripped(m.render()); !strings.Contains(view, "the disk is full") {
		t.Errorf("not told:\n%s", view)
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
	o.Profile.Regions, o.State.Profile.Props = []string{"neck"}, []string{"block"}
	m, _ := at(t, o, 80, 24)
	e, _ := m.menu.choice()
	if r, err := m.lib.Routine(e.id); err != nil || r.Regions[0] != "neck" {
		t.Errorf("begins with %s: %v", e.id, err)
	}
	if !strings.Contains(stripped(m.render()), "not at hand: chair") {
		t.Errorf("nothing is missing:\n%s", stripped(m.render()))
	}
}

// With the level "auto" each pose has its own, and the total is the truth.
func TestEachPoseHasItsOwnLevel(t *testing.T) {
	t.Parallel()
	length := func(o Options) time.Duration {
		m, _ := at(t, o, 80, 24)
		send(m, "enter", "enter")
		return m.guide.Plan().Length()
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

// The end says what changed: the two numbers, what was done, what hurt and what
// follows, and the week.
func TestTheEndSaysWhatChanged(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.State.Routine, o.Auto = "desk-break", true
	m, now := at(t, o, 80, 24)
	send(m, "enter", "enter", "4")
	for !m.led.At.Stage.Works() {
		send(m, "n")
	}
	send(m, "x", "enter", "3", "space")
	playOut(m, now)
	for _, msg := range results(m.update(press("2"))) {
		m.update(msg)
	}
	s, ok := m.screen.(*done)
	if !ok {
		t.Fatalf("%T", m.screen)
	}
	view := stripped(m.render())
	for _, want := range []string{
		fmt.Sprintf("%d of %d poses done", s.Done, len(s.Outcomes)), "It hurt " + s.Hurt[0], "Next time", "This week",
	} {
		if !strings.Contains(view, want) {
			t.Errorf("no %q in\n%s", want, view)
		}
	}
	if s.changeText(m) != "4 → 2" || len(d.hurts) != 1 {
		t.Errorf("%q, %+v", s.changeText(m), d.hurts)
	}
}

// A number that the menu shows chooses what stands beside it, whatever was chosen
// before.
func TestTheNumbersOfTheMenuChoose(t *testing.T) {
	t.Parallel()
	m, _ := at(t, builtin(t), 80, 24)
	for i, r := range m.lib.Routines() {
		for _, before := range []string{"home", "end"} {
			send(m, before)
			send(m, strings.Split(strconv.Itoa(i+1), "")...)
			if e, _ := m.menu.choice(); e.id != r.ID {
				t.Errorf("%d chooses %s, want %s", i+1, e.id, r.ID)
			}
			send(m, "esc")
		}
	}
}

// Who looks for what they have is shown where to say it and what to mind, and who looks
// for something else is not.
func TestWhatOneHasIsFound(t *testing.T) {
	t.Parallel()
	found := func(filter string) []string {
		m, _ := at(t, builtin(t), 80, 24)
		m.update(tea.PasteMsg{Content: filter})
		var ids []string
		for _, e := range m.menu.shown {
			ids = append(ids, e.id)
		}
		return ids
	}
	for _, filter := range []string{"sciatica", "leg pain", "osteoporosis", "pregnant", "disc"} {
		if got := found(filter); !slices.Contains(got, aboutID) || !slices.Contains(got, safetyID) {
			t.Errorf("%q finds %q", filter, got)
		}
	}
	for _, filter := range []string{"cat cow", "cat-cow", "twist", "child's pose"} {
		got := found(filter)
		if len(got) == 0 || slices.Contains(got, aboutID) || slices.Contains(got, safetyID) {
			t.Errorf("%q finds %q", filter, got)
		}
	}
}

// Poses are found by any of their names, and done alone.
func TestThePosesAreFound(t *testing.T) {
	t.Parallel()
	for filter, want := range map[string]string{
		"supine tw": "/pose/supine-twist", "savasana": "/pose/supported-savasana", "cat camel": "/pose/cat-cow",
		"mad": "/pose/cat-cow", "restorative": "restorative", "low": "low-back-restorative", "butt": "/pose/piriformis-stretch",
	} {
		m, _ := at(t, builtin(t), 80, 24)
		m.update(tea.PasteMsg{Content: filter + "\nand a second line"})
		if m.menu.filter != filter {
			t.Fatalf("pasted %q", m.menu.filter)
		}
		if e, _ := m.menu.choice(); e.id != want {
			t.Errorf("%q finds %v, and chooses %q", filter, m.menu.shown, e.id)
		}
	}
	m, _ := at(t, builtin(t), 80, 24)
	send(m, "/", "8")
	for _, e := range m.menu.shown {
		if e.minutes > 8 && !strings.Contains(e.search+" ", " 8 ") {
			t.Errorf("8 finds %s of %d minutes", e.id, e.minutes)
		}
	}
	m, _ = at(t, builtin(t), 80, 24)
	m.update(tea.PasteMsg{Content: "sphinx"})
	send(m, "end", "enter")
	if s, ok := m.screen.(*library); !ok {
		t.Fatalf("%T", m.screen)
	} else if e, _ := s.list.choice(); e.id != "sphinx" {
		t.Errorf("chosen %q", e.id)
	}
	if send(m, "enter"); !m.leading() || len(m.guide.Plan().Routine.Items) != 1 || m.led.At.Stage.Pose.ID != "sphinx" {
		t.Errorf("%T", m.screen)
	}
}

// The three questions of the week are offered, never put in the way, and count only
// together.
func TestTheQuestionsOfTheWeek(t *testing.T) {
	t.Parallel()
	for answers, want := range map[string]int{"4 3 2": 1, "4 space": 0, "space": 0} {
		o, d := remembering(t)
		o.Past = func() Past { return Past{Log: d, Weekly: true} }
		m, _ := at(t, o, 80, 24)
		if !strings.Contains(stripped(m.render()), weekDueText) {
			t.Error("not offered")
		}
		send(m, "W")
		send(m, strings.Fields(answers)...)
		if len(d.pegs) != want || m.screen != &m.menu || m.o.State.Asked.Weekly.IsZero() {
			t.Errorf("%s: %v, %T", answers, d.pegs, m.screen)
		}
		if want == 1 && d.pegs[0] != (history.PEG{At: d.pegs[0].At, Pain: 4, Enjoyment: 3, Activity: 2}) {
			t.Errorf("%+v", d.pegs[0])
		}
	}
}

// builder is a run with a maker of sessions and a folder to keep them in.
func builder(t *testing.T) (o Options, asked *[]today.Request, kept *[]string) {
	t.Helper()
	o, asked, kept = builtin(t), &[]today.Request{}, &[]string{}
	lib, _ := o.Load()
	maker := today.NewMaker(lib, o.Session)
	o.Today = func(q today.Request) (today.Session, error) {
		*asked = append(*asked, q)
		return maker.Make(q)
	}
	o.Swap = func(q today.Request, s today.Session, at int) (today.Session, error) { return maker.Swap(q, s, at) }
	o.KeepRoutine = func(name string, _ content.Routine) error {
		*kept = append(*kept, name)
		return nil
	}
	return o, asked, kept
}

// push presses a key and lets what is read beside the loop come.
func push(m *model, keys ...string) {
	for _, k := range keys {
		for _, msg := range results(m.update(press(k))) {
			if _, tick := msg.(tickMsg); !tick && msg != nil {
				m.update(msg)
			}
		}
	}
}

// A session is made for today, changed by its three questions, a pose of it changed
// for another, begun, and kept.
func TestASessionIsMadeForToday(t *testing.T) {
	t.Parallel()
	o, asked, kept := builder(t)
	m, _ := at(t, o, 80, 24)
	push(m, "home", "enter")
	s, ok := m.screen.(*todayScreen)
	if !ok || len(s.made.Routine.Items) == 0 {
		t.Fatalf("%T", m.screen)
	}
	push(m, "right", "down", "right", "down", "right")
	last := (*asked)[len(*asked)-1]
	if len(last.Regions) != 1 || last.Length != 15*time.Minute || last.Place != content.Desk {
		t.Errorf("%+v", last)
	}
	push(m, "left")
	if s.err != nil || len(s.made.Routine.Items) == 0 {
		t.Fatalf("%v", s.err)
	}
	push(m, "down")
	was := s.made.Routine.Items
	push(m, "s")
	for i, item := range was {
		stays := slices.ContainsFunc(s.made.Routine.Items, func(other content.Item) bool { return other.Pose.ID == item.Pose.ID })
		if stays != (i > 0) {
			t.Errorf("%s, number %d: stays %v", item.Pose.ID, i, stays)
		}
	}
	push(m, "k", "M", "y", "backspace", "e", "enter")
	if !slices.Equal(*kept, []string{"Me"}) || !strings.Contains(stripped(m.render()), keptRoutineText) {
		t.Errorf("kept %q\n%s", *kept, stripped(m.render()))
	}
	items := len(s.made.Routine.Items)
	if push(m, "enter"); !m.leading() || len(m.guide.Plan().Routine.Items) != items {
		t.Errorf("%T", m.screen)
	}
}
