package plain

import (
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
)

// Who reads lines is told of keys that lines have, once, and of what follows, not of a
// screen.
func TestNoKeyAndNoScreenThatLinesHaveNot(t *testing.T) {
	t.Parallel()
	o := builtin(t, "lower-back")
	all, _ := play(t, o, []typed{
		{at: 75 * time.Second, line: "x\n"},
		{at: 76 * time.Second, line: "l\n"},
		{at: 77 * time.Second, line: "c\n"},
		{at: 78 * time.Second, line: "l\n"},
		{at: 79 * time.Second, line: "q\n"},
	}, false)
	has(t, all, "The time stands.", "S skips the pose, Q ends here, C goes on as it was.", content.SafetyPage().Legs.Title+".", "Q ends here, C goes back.",
		"Ended here", "What to look out for follows.", content.SafetyPage().Title)
	for _, p := range all {
		for _, word := range []string{"Escape", "Down is", "on the screen"} {
			if strings.Contains(p.text, word) {
				t.Errorf("%q", p.text)
			}
		}
	}
	var offered []string
	for _, p := range all {
		if p.at == 75*time.Second {
			offered = append(offered, p.text)
		}
	}
	told := slices.DeleteFunc(slices.Clone(offered), func(line string) bool { return !strings.Contains(line, "goes on as it was") })
	if len(offered) < 4 || len(told) != 1 {
		t.Errorf("%q", offered)
	}
}

// Where a pose has no other gentler way, that is said.
func TestNoOtherWayIsSaid(t *testing.T) {
	t.Parallel()
	all, _ := play(t, builtin(t, "lower-back"), []typed{
		{at: 40 * time.Second, line: "x\n\n"},
		{at: 41 * time.Second, line: "space\n"},
		{at: 60 * time.Second, line: "x\na\n"},
		{at: 62 * time.Second, line: "c\n"},
		{at: 63 * time.Second, line: "q\nq\n"},
	}, false)
	has(t, all, "The time stands.", "There is no other gentler way here.", "Going on.")
}

// Where something is asked, as everywhere, the key that tells all keys does.
func TestTheKeysAreToldWhereItHurts(t *testing.T) {
	t.Parallel()
	all, _ := play(t, builtin(t, "lower-back"), []typed{
		{at: 40 * time.Second, line: "x\nz\n?\nl\n?\nc\n"},
		{at: 41 * time.Second, line: "c\nq\nz\nhelp\n"},
		{at: 42 * time.Second, line: "q\n"},
	}, false)
	has(t, all, "The time stands.", noKeyText("z"), "Enter: the gentler way. ", content.SafetyPage().Legs.Title+".", "Q: end here. C: go back.",
		"Going on.", "End the session here?", noKeyText("z"), "Q: end here. N: go on.", "Ended here")
	if strings.Contains(text(all), noKeyText("?")) {
		t.Error(text(all))
	}
}
