package session

import (
	"strings"
	"testing"
	"time"
)

// setups is how the ways into an item end.
func setups(p *Player, item int) []string {
	var ends []string
	for _, s := range p.Plan().Stages {
		if s.Kind == Setup && s.Item == item {
			ends = append(ends, s.Cues[len(s.Cues)-1].Text)
		}
	}
	return ends
}

// A gentler way is kept for the other side and for later sets, with the side named,
// and has its time in the plan.
func TestAGentlerWayIsKept(t *testing.T) {
	const way = "Hold the back of your {side} thigh."
	right, left := easedText("Hold the back of your right thigh."), easedText("Hold the back of your left thigh.")
	for _, c := range []struct {
		dose string
		want []string // how the ways in end, from the second on
	}{
		{"30s each side", []string{left}},
		{"30s x3", []string{right, EasedAgainText}},
		{"30s x2 each side", []string{right, left, EasedAgainText}},
		{"30s x2 each leg", []string{left, right, EasedAgainText}},
	} {
		r := ride(t, made(t, c.dose, "30s"), Settings{})
		r.Start(r.now)
		r.enter(Hold, 1)
		r.wait(time.Second)
		before := r.Plan().Length()
		other := setups(r.Player, 1)
		r.Ease(r.now, r.at().Stage.Item, way)
		if got := setups(r.Player, 0)[1:]; strings.Join(got, "/") != strings.Join(c.want, "/") {
			t.Errorf("%s: %q; want %q", c.dose, got, c.want)
		}
		if got := setups(r.Player, 1); got[0] != other[0] {
			t.Errorf("%s: another pose ends with %q", c.dose, got)
		}
		if r.Plan().Length() <= before {
			t.Errorf("%s: it has no time", c.dose)
		}
		for _, s := range r.Plan().Stages {
			checkCues(t, s, r.plan.Options)
		}
	}
}

// It is there however one comes by: back at the beginning, with all the steps once
// more, and by another way that was chosen later.
func TestAGentlerWayIsThereHoweverOneComesBy(t *testing.T) {
	r := ride(t, made(t, "30s x2 each side", "30s"), Settings{})
	r.Start(r.now)
	r.enter(Hold, 1)
	r.wait(5 * time.Second)
	r.Ease(r.now, r.at().Stage.Item, "Lower.")
	r.Back(r.now) // the hold again
	r.Back(r.now) // its way in
	if got := r.at().Stage.Cues; got[len(got)-1].Text != easedText("Lower.") {
		t.Errorf("back: %q", got[len(got)-1].Text)
	}
	r.SetUpAgain(r.now)
	if got := r.at().Stage.Cues; got[len(got)-1].Text != easedText("Lower.") {
		t.Errorf("the steps again: %q", got[len(got)-1].Text)
	}
	r.enter(Hold, 1)
	r.wait(time.Second)
	r.Ease(r.now, r.at().Stage.Item, "Lower.")
	length := r.Plan().Length()
	r.Ease(r.now, r.at().Stage.Item, "Lower.")
	if r.Plan().Length() != length {
		t.Errorf("chosen twice, it takes %v more", r.Plan().Length()-length)
	}
	r.Ease(r.now, r.at().Stage.Item, "Lower still.")
	for _, end := range setups(r.Player, 0)[1:] {
		if end != easedText("Lower still.") && end != EasedAgainText {
			t.Errorf("another way: %q", end)
		}
	}
	if r.Plan().Eased[0] != "Lower still." || r.Plan().Eased[1] != "" {
		t.Errorf("%q, %q", r.Plan().Eased[0], r.Plan().Eased[1])
	}
}
