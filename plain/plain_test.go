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
	"catcow/tui"
)

// A transcript is for somebody who hears or reads it: nothing in it steers a
// terminal, and it is as long as a person can stand.
func TestTranscriptOfEveryRoutine(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	for _, r := range lib.Routines() {
		all, result := play(t, builtin(t, r.ID), nil, false, nil)
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
	all, _ := play(t, builtin(t, "lower-back"), nil, false, nil)
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
		{40 * time.Second, "x\n"},
		{41 * time.Second, "7\n"},
		{42 * time.Second, "a\n"},
		{43 * time.Second, "what\n"},
		{45 * time.Second, "\n"},
		{50 * time.Second, "space\n"},
		{60 * time.Second, "x\n"},
		{61 * time.Second, "c\n"},
		{70 * time.Second, "x\n"},
		{71 * time.Second, "l\n"},
		{72 * time.Second, "c\n"},
		{73 * time.Second, "l\n"},
		{80 * time.Second, "q\n"},
	}, false, nil)
	has(t, all,
		"The time stands.", "Gentler: ", "A is for another way.", "Above 5 of 10 is too much.", "S skips this pose.",
		`Nothing to do for "what" here.`, "Take your time.", "Going on.", "The time stands.", "Going on.", "The time stands.",
		content.SafetyPage().Legs.Title+".", content.SafetyPage().Emergency.Title+":", signsHelpText, content.SafetyPage().Legs.Title+".", "Ended here",
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
		"nothing": nil, "paused": {{time.Second, "p\n"}}, "hurts": {{time.Second, "x\n"}}, "ending": {{time.Second, "q\n"}},
		"all poses": {{time.Second, "o\n"}}, "half a line": {{time.Second, "p"}}, "help": {{time.Second, "?\n"}},
	} {
		o := builtin(t, "desk-break")
		o.CheckIn = true
		all, result := play(t, o, lines, false, nil)
		if result.End != guide.Finished {
			t.Errorf("%s: %+v\n%s", name, result, text(all))
		}
		if last := all[len(all)-1].at; last > 7*time.Minute {
			t.Errorf("%s: over after %v", name, last)
		}
	}
	o := builtin(t, "desk-break")
	o.Play.Manual = true
	if _, result := play(t, o, nil, false, nil); result.End != guide.Finished {
		t.Errorf("by hand: %+v", result)
	}
}

// A signal ends a session in the middle; what was done is kept. Ctrl+c is a choice,
// anything else can go on later.
func TestSignals(t *testing.T) {
	t.Parallel()
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		signals := make(chan os.Signal, 1)
		log := &diary{}
		o := builtin(t, "desk-break")
		o.Past = func() tui.Past { return tui.Past{Log: log} }
		o.Awake = func() func() {
			signals <- signal
			return func() {}
		}
		if _, result := play(t, o, nil, true, signals); result.End != guide.Interrupted || result.Routine != "Desk Break" {
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
	o.Keep = func(change func(*config.State)) { change(&kept) }
	all, _ := play(t, o, []typed{{time.Second, "\n7 12\n\nstanding forward fold\n\nback\nabout\n7\n0\nsafety\nq\n"}}, false, nil)
	has(t, all, "Before you begin.", haveReadText, profileLeadText, "7. Sore wrists.", "4. A bolster", welcomeText, "1. Everyday Back, ",
		"Standing Forward Fold, 2 min, ", "1. Standing Forward Fold, 2 min; left out: bends the spine forward.", noPosesText, profileLeadText,
		conditionsText+" Enter leaves it at: Sore wrists, A back that hurts more when you bend.", "Before you begin.", againText)
	if kept.Safety.Version != content.SafetyPage().Version || kept.Safety.Date == "" || !kept.Profile.Set || !slices.Equal(kept.Profile.Avoid, []string{"sore-wrists"}) || len(kept.Profile.Props) != 0 {
		t.Errorf("%+v", kept)
	}
	kept = config.State{}
	all, _ = play(t, o, nil, false, nil)
	has(t, all, haveReadText, notReadText, welcomeText)
	if kept.Safety.Version != "" || kept.Profile.Set {
		t.Errorf("%+v", kept)
	}
	all, _ = play(t, o, []typed{{0, "q\n"}}, true, nil)
	if last := all[len(all)-1].text; last != haveReadText {
		t.Errorf("it goes on with %q", last)
	}
}
