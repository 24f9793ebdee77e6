package plain

import (
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/tui"
)

// A transcript is for somebody who hears or reads it: nothing in it steers a
// terminal, and it is as long as a person can stand.
func TestTranscriptOfEveryRoutine(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	for _, r := range lib.Routines() {
		all, result := play(t, builtin(t, r.ID), nil, false)
		if result.End != guide.Finished || result.Done != len(r.Items) {
			t.Errorf("%s: %+v", r.ID, result)
		}
		if len(all) < 30 || len(all) > 250 {
			t.Errorf("%s: %d lines", r.ID, len(all))
		}
		for _, p := range all {
			if strings.ContainsFunc(p.text, func(r rune) bool { return r < ' ' || r >= 0x2190 }) || strings.HasSuffix(p.text, " ") {
				t.Errorf("%s: %q", r.ID, p.text)
			}
		}
	}
}

// A word is there when it is due and not again: between two lines there is time, and
// no line only counts.
func TestNothingTicks(t *testing.T) {
	t.Parallel()
	all, _ := play(t, builtin(t, "lower-back"), nil, false)
	for i := 1; i < len(all); i++ {
		if all[i].text == all[i-1].text && all[i].text != "" {
			t.Errorf("twice: %q", all[i].text)
		}
		if gap := all[i].at - all[i-1].at; gap > time.Minute {
			t.Errorf("%v of silence before %q", gap, all[i].text)
		}
	}
}

// Everything that x offers is there.
func TestWhatHurts(t *testing.T) {
	t.Parallel()
	o := builtin(t, "lower-back")
	all, result := play(t, o, []typed{
		{at: 40 * time.Second, line: "x\n"},
		{at: 41 * time.Second, line: "7\n"},
		{at: 42 * time.Second, line: "a\n"},
		{at: 43 * time.Second, line: "what\n"},
		{at: 45 * time.Second, line: "\n"},
		{at: 50 * time.Second, line: "space\n"},
		{at: 60 * time.Second, line: "x\n"},
		{at: 61 * time.Second, line: "c\n"},
		{at: 70 * time.Second, line: "x\n"},
		{at: 71 * time.Second, line: "l\n"},
		{at: 72 * time.Second, line: "c\n"},
		{at: 73 * time.Second, line: "l\n"},
		{at: 80 * time.Second, line: "q\n"},
	}, false)
	has(t, all,
		"The time stands.", "Gentler: ", "Enter does that. A is for another way.", "Above 5 of 10 is too much.", "S skips this pose.",
		`Nothing to do for "what" here.`, "Take your time.", "Going on.", "The time stands.", "Going on.", "The time stands.",
		content.SafetyPage().Legs.Title+".", content.SafetyPage().Emergency.Title+".", "Q ends here, C goes back.", content.SafetyPage().Legs.Title+".", "Ended here",
		"0 of 4 poses done", "It hurt in ",
		content.SafetyPage().Title, content.SafetyPage().Legs.Title+":", haveReadText,
	)
	if result.End != guide.EndedEarly {
		t.Errorf("%+v", result)
	}
}

// Where nobody can answer any more, nothing waits for an answer.
func TestTheEndOfTheInputIsNoCommand(t *testing.T) {
	t.Parallel()
	for name, lines := range map[string][]typed{
		"nothing": nil, "paused": {{at: time.Second, line: "p\n"}}, "hurts": {{at: time.Second, line: "x\n"}}, "ending": {{at: time.Second, line: "q\n"}},
		"all poses": {{at: time.Second, line: "o\n"}}, "half a line": {{at: time.Second, line: "p"}}, "help": {{at: time.Second, line: "?\n"}},
	} {
		o := builtin(t, "desk-break")
		o.CheckIn = true
		if lines != nil { // the question before the session is passed
			lines = append([]typed{{at: time.Second / 2, line: "\n"}}, lines...)
		}
		all, result := play(t, o, lines, false)
		if result.End != guide.Finished {
			t.Errorf("%s: %+v\n%s", name, result, text(all))
		}
		if last := all[len(all)-1].at; last > 7*time.Minute {
			t.Errorf("%s: over after %v", name, last)
		}
	}
	o := builtin(t, "desk-break")
	o.Play.Manual = true
	if _, result := play(t, o, nil, false); result.End != guide.Finished {
		t.Errorf("by hand: %+v", result)
	}
}

// A signal ends a session in the middle; what was done is kept. Ctrl+c is a choice,
// anything else can go on later.
func TestSignals(t *testing.T) {
	t.Parallel()
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		log := &diary{}
		o := builtin(t, "desk-break")
		o.Past = func() tui.Past { return tui.Past{Log: log} }
		if _, result := play(t, o, []typed{{at: 20 * time.Second, signal: signal}}, true); result.End != guide.Interrupted ||
			result.Routine != "Desk Break" || result.Played != 20*time.Second {
			t.Errorf("%v: %+v", signal, result)
		}
		if chosen := signal == os.Interrupt; len(log.saves) == 0 || (log.last().End != "") != chosen {
			t.Errorf("%v: end %q", signal, log.last().End)
		}
	}
}

// The first start asks once, and remembers the answers; an end without one is no
// answer.
func TestFirstStart(t *testing.T) {
	t.Parallel()
	var kept config.State
	o := builtin(t, "")
	o.State = config.State{}
	o.Changes = &tui.Changes{Keep: func(change func(*config.State)) error { change(&kept); return nil }}
	all, _ := play(t, o, []typed{{at: time.Second, line: "\n7 12\n\nstanding forward fold\n\nback\nabout\n7\n0\nsafety\nq\n"}}, false)
	has(t, all, "Before you begin.", haveReadText, profileLeadText, "7. Sore wrists.", "4. A bolster", welcomeText, "1. Everyday Back, ",
		"Standing Forward Fold, 2 min, ", "1. Standing Forward Fold, 2 min; left out: bends the spine forward.", noneSuitsText, profileLeadText,
		conditionsText+" Enter leaves it at: Sore wrists, A back that hurts more when you bend.", "Before you begin.", againText)
	if kept.Safety.Version != content.SafetyPage().Version || kept.Safety.Date == "" || !kept.Profile.Set || !slices.Equal(kept.Profile.Avoid, []string{"sore-wrists"}) || len(kept.Profile.Props) != 0 {
		t.Errorf("%+v", kept)
	}
	kept = config.State{}
	all, _ = play(t, o, nil, false)
	has(t, all, haveReadText, notReadText, welcomeText)
	if kept.Safety.Version != "" || kept.Profile.Set {
		t.Errorf("%+v", kept)
	}
	all, _ = play(t, o, []typed{{at: 0, line: "q\n"}}, true)
	if last := all[len(all)-1].text; last != haveReadText {
		t.Errorf("it goes on with %q", last)
	}
}

// A session that was cut off is offered, and goes on where it was.
func TestGoingOnWithWhatWasCutOff(t *testing.T) {
	t.Parallel()
	log := &diary{}
	o := builtin(t, "desk-break")
	o.Past = func() tui.Past { return tui.Past{Log: log} }
	play(t, o, []typed{{at: 70 * time.Second, signal: syscall.SIGTERM}}, true)
	cut := log.last()
	if cut.End != "" || cut.Next == 0 {
		t.Fatalf("not cut off: %+v", cut)
	}
	o.Past = func() tui.Past { return tui.Past{Log: log, Unfinished: &cut} }
	all, result := play(t, o, nil, false)
	if has(t, all, "Desk Break was cut off ", "Desk Break, 5 minutes. We begin with"); result.End != guide.Finished || log.last().ID == cut.ID {
		t.Errorf("nobody answers: %+v", result)
	}
	log.saves = append(log.saves, cut)
	all, _ = play(t, o, []typed{{at: time.Second, line: "y\n"}, {at: 2 * time.Second, line: "space\n"}, {at: 9 * time.Second, line: "q\nq\n"}}, false)
	if has(t, all, "Desk Break was cut off ", "We go on with", "Ended here"); log.last().ID != cut.ID {
		t.Errorf("started by its name, another session: %s, was %s", log.last().ID, cut.ID)
	}
	log.saves = append(log.saves, cut)
	all, _ = play(t, o, []typed{{at: time.Second, line: "n\n"}, {at: 9 * time.Second, line: "q\nq\n"}}, false)
	if has(t, all, "Desk Break was cut off ", "Desk Break, 5 minutes. We begin with", "Ended here"); log.last().ID == cut.ID {
		t.Error("it goes on though it is to begin anew")
	}
	log.saves = append(log.saves, cut)
	o.Routine = nil
	all, _ = play(t, o, []typed{{at: time.Second, line: "y\n"}, {at: 2 * time.Second, line: "space\n"}, {at: 10 * time.Second, line: "?\n"}, {at: 11 * time.Second, line: "q\nq\nq\n"}}, false)
	has(t, all, "Desk Break was cut off ", "Keys: ", "Pose 2 of 4", "We go on with Lateral Neck Flexion Stretch", "Take your time.", "Going on.",
		"Paused.", "Space: pause, or go on.", "Ended here", welcomeText)
	if id := log.last().ID; id != cut.ID {
		t.Errorf("another session: %s, was %s", id, cut.ID)
	}
}

// The questions of the week count together, and only when they are answered.
func TestTheQuestionsOfTheWeek(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]int{"week\n3\nx\n10\nq\n": 1, "week\n3\n\nq\n": 0, "week\n3\n": 0} {
		log := &diary{}
		o := builtin(t, "")
		o.CheckIn = true
		o.Past = func() tui.Past { return tui.Past{Log: log, Weekly: true} }
		all, _ := play(t, o, []typed{{at: time.Second, line: line}}, false)
		has(t, all, welcomeText, weekDueText, content.SafetyPage().PEG.Lead)
		if len(log.pegs) != want {
			t.Errorf("%q: %+v", line, log.pegs)
		}
		if want > 0 && (log.pegs[0].Pain != 3 || log.pegs[0].Enjoyment != 10 || log.pegs[0].Activity != 10) {
			t.Errorf("%+v", log.pegs[0])
		}
	}
}

// A key is what the terminal sends for it; what means nothing is passed over.
func TestDecodeKey(t *testing.T) {
	t.Parallel()
	for sent, want := range map[string][]string{
		"x": {"x"}, "X": {"x"}, "\r": {"enter"}, " ": {"space"}, "\x1b": {"esc"}, "\x1b[B": {"down"}, "\x1bOB": {"down"},
		"\x1b[A": nil, "\x1b[1;5Bq": {"q"}, "\x7f": {"backspace"}, "\t": {"tab"}, "\x00é": {"é"}, "\xff": {"\ufffd"}, "\x1b[": nil,
	} {
		in := &input{keyboard: &keyboard{}, rest: []byte(sent)}
		var got []string
		for key, ok := in.takeKey(); ok; key, ok = in.takeKey() {
			got = append(got, key)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", sent, got, want)
		}
	}
}

// Enter goes on, as on the screen; what is neither yes nor no starts nothing.
func TestGoOnWithItIsAnsweredAsOnTheScreen(t *testing.T) {
	t.Parallel()
	for _, answer := range []string{"\n", "y\n", "what\nyes\n"} {
		log := &diary{}
		o := builtin(t, "desk-break")
		o.Past = func() tui.Past { return tui.Past{Log: log} }
		play(t, o, []typed{{at: 70 * time.Second, signal: syscall.SIGTERM}}, true)
		cut := log.last()
		o.Past = func() tui.Past { return tui.Past{Log: log, Unfinished: &cut} }
		all, _ := play(t, o, []typed{{at: time.Second, line: answer}, {at: 9 * time.Second, line: "q\nq\n"}}, false)
		if has(t, all, "Desk Break was cut off ", "We go on with"); log.last().ID != cut.ID {
			t.Errorf("%q: another session", answer)
		}
	}
}

// What was said of a pose stands before the line of the next one, however soon one
// goes there.
func TestWhatWasSaidBelongsToItsPose(t *testing.T) {
	t.Parallel()
	o := builtin(t, "lower-back")
	// a key comes before the first words are printed
	all, _ := play(t, o, []typed{{at: time.Millisecond / 2, line: "s\nn\nn\n"}, {at: 60 * time.Second, line: "q\nq\n"}}, false)
	first, second := -1, -1
	for i, p := range all {
		switch {
		case strings.HasPrefix(p.text, "Pose 2 of 4"):
			second = i
		case strings.Contains(p.text, "We begin with"):
			first = i
		}
	}
	if first > second || second < 0 {
		t.Errorf("the first pose is named at line %d, the second begins at %d", first, second)
	}
}

// What somebody said of themselves is kept before the clock starts: whatever happens
// later, they need not say it again.
func TestWhatWasSaidIsKeptBeforeTheClockStarts(t *testing.T) {
	t.Parallel()
	var kept config.State
	o := builtin(t, "desk-break")
	o.State = config.State{}
	o.Changes = &tui.Changes{Keep: func(change func(*config.State)) error { change(&kept); return nil }}
	o.Past = func() tui.Past { return tui.Past{Log: &keepsFirst{t: t, kept: &kept}} }
	play(t, o, []typed{{at: time.Second, line: "\n7\n1 2\n"}, {at: 5 * time.Second, signal: syscall.SIGTERM}}, true)
	if !kept.Profile.Set {
		t.Errorf("%+v", kept)
	}
}

// keepsFirst is a diary that wants the answers kept before a session is in it.
type keepsFirst struct {
	diary

	t    *testing.T
	kept *config.State
}

func (d *keepsFirst) Save(s history.Session) {
	if !d.kept.Profile.Set || d.kept.Safety.Version == "" || d.kept.Routine == "" {
		d.t.Errorf("a session is written down, and of its person only %+v", *d.kept)
	}
	d.diary.Save(s)
}
