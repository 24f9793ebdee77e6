package plain

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/tui"
)

// What has no letter and no digit means nothing in the menu, though ids have hyphens.
func TestAHyphenFindsNothing(t *testing.T) {
	t.Parallel()
	all, _ := play(t, builtin(t, ""), []typed{{at: time.Second, line: "-\n'\ndesk-break\nback\nq\n"}}, false)
	has(t, all, welcomeText, nothingText, nothingText, "Desk Break, 5 min, at a desk.", overviewHelpText)
}

// What the screens find by its name is found here too, with or without its hyphen and its
// apostrophe.
func TestAPoseIsFoundAsOnTheScreens(t *testing.T) {
	t.Parallel()
	for typedName, name := range map[string]string{
		"cat cow": "Cat-Cow", "cat-cow": "Cat-Cow", "childs pose": "Child's Pose", "child’s pose": "Child's Pose",
		"dog facing downward": "Downward-Facing Dog",
	} {
		all, _ := play(t, builtin(t, ""), []typed{{at: time.Second, line: typedName + "\nq\nq\n"}}, false)
		_, after, _ := strings.Cut(text(all), menuHelpText)
		if strings.Contains(after, nothingText) || !strings.Contains(after, name) {
			t.Errorf("%q: %s", typedName, after)
		}
	}
}

// A number that no pose has is asked for again, and does not let the session go on.
func TestNoSuchPoseToGoTo(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"3", "", "back"} {
		all, _ := play(t, builtin(t, "desk-break"), []typed{{at: 20 * time.Second, line: "o\n9\n0\nwhat\n" + end + "\n"}, {at: 60 * time.Second, line: "q\nq\n"}}, false)
		ask := wantNumberText(4)
		has(t, all, jumpHelpText, ask, ask, ask)
		if _, after, _ := strings.Cut(text(all), ask+"\n"+ask+"\n"+ask+"\n"); strings.Contains(after, "Pose 3 of 4") != (end == "3") {
			t.Errorf("%q: %s", end, after)
		}
	}
}

// The questions about somebody can be left: at the first start that leaves catcow, as
// on the page before them, and from the menu it goes back there. Nothing is kept then.
func TestTheProfileCanBeLeft(t *testing.T) {
	t.Parallel()
	for _, answers := range []string{"q\n", "1 2\nquit\n"} {
		for first, routine := range map[bool]string{true: "desk-break", false: ""} {
			t.Run(fmt.Sprint(answers, first), func(t *testing.T) {
				t.Parallel()
				var kept config.State
				o := builtin(t, routine)
				before := "about\n"
				if first {
					o.State.Profile, before = config.ProfileAnswers{}, ""
				}
				o.Changes = &tui.Changes{Keep: func(change func(*config.State)) error { change(&kept); return nil }}
				all, _ := play(t, o, []typed{{at: time.Second, line: before + answers}, {at: 5 * time.Second, line: "q\n"}}, false)
				has(t, all, profileLeadText)
				said := text(all)
				if kept.Profile.Set || strings.Contains(said, wantNumbersText(len(content.Conditions()))) ||
					strings.Contains(said, "Pose 1 of") || strings.Contains(said, againText) == first {
					t.Errorf("%+v\n%s", kept, said)
				}
			})
		}
	}
}

// Started by its name there is no menu to look in.
func TestWhereNothingSuitsOneIsToldWhatToStart(t *testing.T) {
	t.Parallel()
	o := builtin(t, "four-inversions")
	o.State.Profile.Avoid = content.ConditionIDs()
	all, _ := play(t, o, []typed{{at: time.Second, line: "\nq\n"}}, false)
	has(t, all, overviewHelpText, noneSuitsStartText)
}

// What is left out for somebody asks for no place and no props.
func TestPlaceAndPropsAreThoseOfWhatWillBeDone(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	o.State.Profile.Avoid = []string{"pregnancy"}
	lib, _ := o.Load()
	r, err := lib.Routine("back-pain-relief")
	if err != nil {
		t.Fatal(err)
	}
	all, _ := play(t, o, []typed{{at: time.Second, line: r.Name + "\nback\nq\n"}}, false)
	listed, _, _ := strings.Cut(text(all), overviewHelpText)
	_, opened, _ := strings.Cut(listed, "\n"+r.Name+", ")
	if _, told, _ := strings.Cut(listed, ". "+r.Name+", "); !strings.Contains(told[:strings.Index(told, "\n")], ", on the floor; ") {
		t.Errorf("the list:\n%s", listed)
	}
	if !strings.Contains(opened, ", on the floor.") || strings.Contains(opened, "You need: ") {
		t.Errorf("the overview:\n%s", opened)
	}
}
