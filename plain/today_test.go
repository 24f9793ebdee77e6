package plain

import (
	"errors"
	"slices"
	"testing"
	"time"

	"catcow/content"
	"catcow/page"
	"catcow/session"
	"catcow/today"
)

// The words after today say for where, how long and at which place; what they do not
// say is as somebody has it in their settings.
func TestTheWordsAfterToday(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		words   string
		regions []string
		minutes time.Duration
		place   content.Place
	}{
		{"today", []string{"hips"}, 10, ""},
		{"today 25", []string{"hips"}, 25, ""},
		{"today neck 15 desk", []string{"neck"}, 15, content.Desk},
		{"today lower back, neck floor", []string{"lower-back", "neck"}, 10, content.Floor},
		{"today wall 180", []string{"hips"}, 180, content.AtAWall},
	} {
		var got today.Request
		o := builtin(t, "")
		o.Profile.Regions = []string{"hips"}
		o.Today = func(q today.Request) (today.Session, error) {
			got = q
			return today.Session{}, errors.New("nothing suits")
		}
		all, _ := play(t, o, []typed{{at: time.Second, line: c.words + "\nq\n"}}, false)
		has(t, all, todayOfferText, "Nothing suits.", againText)
		slices.Sort(got.Regions)
		if !slices.Equal(got.Regions, c.regions) || got.Length != c.minutes*time.Minute || got.Place != c.place {
			t.Errorf("%q: %q, %v, %q", c.words, got.Regions, got.Length, got.Place)
		}
	}
}

// A word that means nothing is named, and nothing is made of the others.
func TestAWordAfterTodayThatMeansNothing(t *testing.T) {
	t.Parallel()
	for words, unknown := range map[string]string{"tail 15": "tail", "15 beach": "beach", "0": "0", "181": "181", "-5": "-5"} {
		o := builtin(t, "")
		o.Today = func(q today.Request) (today.Session, error) {
			t.Errorf("%q asks for %+v", words, q)
			return today.Session{}, nil
		}
		all, _ := play(t, o, []typed{{at: time.Second, line: "today " + words + "\nq\n"}}, false)
		has(t, all, todayHelpText(unknown), againText)
	}
}

// What was made is shown with its reasons, and begins as it stands there: its doses are
// those of no level.
func TestASessionMadeForTodayBegins(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	lib, _ := o.Load()
	r, err := lib.Routine("desk-break")
	if err != nil {
		t.Fatal(err)
	}
	r = r.Pick(func(i int, _ content.Item) bool { return i < 2 })
	r.Items[0].Dose, _ = content.ParseDose("30-180s")
	o.Session.Level = 1
	o.Today = func(today.Request) (today.Session, error) {
		return today.Session{Routine: r, Why: "It is for your neck.", Notes: []string{"It is short."}}, nil
	}
	exact := session.DefaultOptions()
	exact.Level = 0
	if worked := session.Compile(r, o.Session).Length(); worked < session.Compile(r, exact).Length()+time.Minute {
		t.Fatalf("%v with a level", worked)
	}
	all, _ := play(t, o, []typed{{at: time.Second, line: "today\n\n"}}, false)
	has(t, all, "It is for your neck.", "It is short.", "Desk Break, ", "1. ", "2. ", overviewHelpText, "Pose 2 of 2",
		"2 of 2 poses done; "+page.MinutesText(session.Compile(r, exact).Length())+" on the mat.")
}
