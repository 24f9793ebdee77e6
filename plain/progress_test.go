package plain

import (
	"context"
	"errors"
	"testing"
	"time"

	"catcow/history"
	"catcow/tui"
)

// hurtBefore is a log in which poses hurt.
func hurtBefore(poses ...string) func() tui.Past {
	return func() tui.Past { return tui.Past{Log: &diary{}, Hurt: poses} }
}

// torn is a log that cannot be read.
type torn struct{ diary }

func (*torn) Progress(context.Context, int) (history.Progress, error) {
	return history.Progress{}, errors.New("the log cannot be read")
}

// kept is a log that has been written in.
type kept struct {
	diary
	weeks history.Progress
}

func (k *kept) Progress(context.Context, int) (history.Progress, error) { return k.weeks, nil }

func progressOf(t *testing.T, log tui.Log) []printedLine {
	t.Helper()
	o := builtin(t, "")
	o.Past = func() tui.Past { return tui.Past{Log: log} }
	all, _ := play(t, o, []typed{{at: time.Second, line: "progress\nq\n"}}, false)
	return all
}

// Progress names the poses that hurt, those too that are gone since.
func TestProgressNamesWhatHurt(t *testing.T) {
	t.Parallel()
	all := progressOf(t, &kept{weeks: history.Progress{
		Weeks: []history.Week{{Monday: time.Date(1999, 12, 27, 0, 0, 0, 0, time.UTC), Sessions: 1}}, Sessions: 1,
		Hurt: []history.PoseCount{{Pose: "cobra", Count: 2, Sessions: 1}, {Pose: "my-own-twist", Count: 1, Sessions: 1}},
	}})
	has(t, all, welcomeText, "Poses that hurt: Cobra Stretch, 2 times in 1 session; My own twist, 1 time in 1 session.", againText)
}

func TestProgressThatCannotBeRead(t *testing.T) {
	t.Parallel()
	has(t, progressOf(t, &torn{}), welcomeText, "The log cannot be read.", againText)
}

func TestProgressWithoutALog(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	all, _ := play(t, o, []typed{{at: time.Second, line: "progress\nq\n"}}, false)
	has(t, all, welcomeText, "", againText)
}

// What hurt lately is said in the list, beside what has that pose.
func TestTheListSaysWhatHurtLately(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	o.Past = hurtBefore("cobra")
	lib, _ := o.Load()
	cobra, err := lib.Pose("cobra")
	if err != nil {
		t.Fatal(err)
	}
	all, _ := play(t, o, []typed{{at: time.Second, line: "cobra\nq\n"}}, false)
	has(t, all, welcomeText, "3. Lower Back, 18 min, on the floor; "+cobra.Name+" hurt lately", "1. ", "3. "+cobra.Name+"; "+cobra.Name+" hurt lately")
}

// What a session changes is known to the next one of the same run.
func TestTheNextSessionKnowsOfTheLast(t *testing.T) {
	t.Parallel()
	o := builtin(t, "")
	o.Auto = true
	o.Past = func() tui.Past {
		return tui.Past{Log: &diary{}, Levels: map[string]float64{"cobra": 1}, Again: func(context.Context) (tui.Past, error) {
			return hurtBefore("cobra")(), nil
		}}
	}
	all, _ := play(t, o, []typed{{at: time.Second, line: "lower-back\n\n"}, {at: 9 * time.Second, line: "q\nq\nmenu\nq\n"}}, false)
	has(t, all, welcomeText, "3. Lower Back, 21 min, on the floor.", "Ended here", "3. Lower Back, 18 min, on the floor; ")
}
