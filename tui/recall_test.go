package tui

import (
	"context"
	"strings"
	"testing"
)

// What a session changes is known to the next one of the same run: what hurt is said, and
// begins with less, as the end of the session promised.
func TestTheNextSessionKnowsOfTheLast(t *testing.T) {
	t.Parallel()
	o, d := remembering(t)
	o.CheckIn, o.Auto, o.State.Routine = false, true, "lower-back"
	first := map[string]float64{"cobra": 1}
	o.Past = func() Past {
		return Past{Log: d, Levels: first, Again: func(context.Context) (Past, error) {
			return Past{Hurt: []string{"cobra"}}, nil
		}}
	}
	m, _ := at(t, o, 80, 24)
	push(m, "enter", "enter")
	before := m.guide.Plan().Length()
	push(m, "q", "q", "enter")
	if view := stripped(m.render()); m.screen != &m.menu || !strings.Contains(view, "hurt lately") {
		t.Errorf("%T\n%s", m.screen, view)
	}
	push(m, "enter", "enter")
	if after := m.guide.Plan().Length(); after >= before {
		t.Errorf("%v, and before it hurt %v", after, before)
	}
}
