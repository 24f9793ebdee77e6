package plain

import (
	"testing"
	"time"

	"catcow/guide"
	"catcow/tui"
)

// A question can be left like everything else, and nothing begins behind it.
func TestQuitAtAQuestion(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"q\nq\n", "q\n", "quit\n"} {
		log := &diary{}
		o := builtin(t, "desk-break")
		o.CheckIn = true
		o.Past = func() tui.Past { return tui.Past{Log: log} }
		all, result := play(t, o, []typed{{at: time.Second, line: key}}, false)
		if result != (tui.Result{}) || len(log.saves) > 0 || all[len(all)-1].at > time.Second {
			t.Errorf("%q: %+v, %d saved, over after %v", key, result, len(log.saves), all[len(all)-1].at)
		}
		has(t, all, anotherText)
	}
	t.Run("of the menu", func(t *testing.T) {
		t.Parallel()
		o := builtin(t, "")
		o.CheckIn = true
		all, result := play(t, o, []typed{{at: time.Second, line: "desk break\n"}, {at: 2 * time.Second, line: "\n"}, {at: 3 * time.Second, line: "q\n"}}, false)
		has(t, all, anotherText, "", againText)
		if result != (tui.Result{}) {
			t.Errorf("%+v", result)
		}
	})
	t.Run("after the session", func(t *testing.T) {
		t.Parallel()
		log := &diary{}
		o := builtin(t, "desk-break")
		o.CheckIn = true
		o.Past = func() tui.Past { return tui.Past{Log: log} }
		all, result := play(t, o, []typed{
			{at: time.Second, line: "\n"}, {at: 3 * time.Minute, line: "q\n"}, {at: 181 * time.Second, line: "q\n"}, {at: 182 * time.Second, line: "q\n"},
		}, true)
		if result.End != guide.EndedEarly || all[len(all)-1].at > 182*time.Second || log.last().After != nil {
			t.Errorf("%+v, over after %v", result, all[len(all)-1].at)
		}
	})
}
