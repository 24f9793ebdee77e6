package guide

import (
	"strings"
	"testing"
	"time"

	"catcow/session"
)

// What one never came to, as the session was ended, was not skipped.
func TestWhatWasNotComeToIsNotSkipped(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		actions []Action
		want    string
	}{
		{[]Action{EndHere}, "0 of 4 poses done, 1 in part"},
		{[]Action{AskEnd, AskEnd}, "0 of 4 poses done, 1 in part"},
		{[]Action{Skip, Next, Skip, AskEnd, AskEnd}, "0 of 4 poses done, 1 in part, 1 skipped"},
		{[]Action{Skip, Next, Skip, Skip, Back, AskEnd, AskEnd}, "0 of 4 poses done, 1 in part, 2 skipped"}, // the second was left behind before
	} {
		l := inPose(t)
		if c.actions[0] == EndHere {
			l.do(Hurts)
		}
		l.do(c.actions...)
		if got := l.guide.Summary(l.clock).DoneText(); got != c.want {
			t.Errorf("%v: %q; want %q", c.actions, got, c.want)
		}
	}
}

// Less is promised where a pose that hurt does begin with less.
func TestLessIsPromisedWhereThereIsLess(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		item  int
		level float64
		want  bool
	}{{3, .5, true}, {3, 0, false}, {0, .5, false}} {
		l := begin(t, "lower-back", func(o *Options) {
			o.Adapts, o.Session.Levels = true, map[string]float64{o.Routine.Items[c.item].Ref.Pose: c.level}
		})
		l.guide.Jump(c.item, l.clock)
		l.toHold()
		l.do(Hurts, EndHere)
		text := l.guide.Summary(l.clock).HurtText()
		if got := strings.Contains(text, "less"); got != c.want || !strings.Contains(text, "It hurt in ") {
			t.Errorf("pose %d at level %g: %q", c.item+1, c.level, text)
		}
	}
}

// A pose that leads into a rest is done when the session is played to its end, in the
// log as on the end page.
func TestTheLogCountsWhatIsDoneAsTheEndDoes(t *testing.T) {
	t.Parallel()
	for _, r := range library(t).Routines() {
		l := begin(t, r.ID, nil)
		l.playOut()
		if s, end := l.log.last().Derived(), l.guide.Summary(l.clock); s.Done != end.Done || s.Done != s.Poses {
			t.Errorf("%s: %d of %d in the log, %d at the end", r.ID, s.Done, s.Poses, end.Done)
		}
	}
}

// On the way out of a pose no set is named: it may have been left in any.
func TestNoSetIsNamedOnTheWayOut(t *testing.T) {
	t.Parallel()
	for _, r := range library(t).Routines() {
		l := begin(t, r.ID, nil)
		for l.guide.View().Phase == Leading {
			l.toHoldOrEnd()
			l.do(Skip)
			if at := l.guide.View().At; at.Stage.Kind == session.Release && strings.Contains(whereText(at), ", set ") {
				t.Errorf("%s: %s", r.ID, whereText(at))
			}
		}
	}
}

// toHoldOrEnd goes to the next hold, or to the end where none comes.
func (l *led) toHoldOrEnd() {
	for l.guide.View().Phase == Leading {
		if l.do(Next).At.Stage.Works() {
			return
		}
	}
}

// What hurts before the pose has begun is not called that pose's, nor made smaller.
func TestWhatHurtsOnTheWay(t *testing.T) {
	t.Parallel()
	l := begin(t, "lower-back", nil)
	l.pass(4 * time.Second)
	l.do(Hurts)
	if said := strings.Join(l.ear.texts("say"), " "); strings.Contains(said, noWayText) || !strings.Contains(said, notYetText) {
		t.Errorf("%q", said)
	}
	if v := l.do(EaseOff); v.Way != easyText {
		t.Errorf("%q", v.Way)
	}
	l.do(AskEnd, AskEnd)
	if got := l.guide.Summary(l.clock).HurtText(); !strings.HasPrefix(got, "It hurt on the way to Knees to Chest") {
		t.Errorf("%q", got)
	}
}
