package cli

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"catcow/config"
	"catcow/guide"
	"catcow/history"
	"catcow/tui"
)

// A session is what the flags and the settings make of it, and its end is the
// exit code.
func TestStart(t *testing.T) {
	for _, c := range []struct {
		end  guide.End
		err  error
		code int
		out  string
		errs string
	}{
		{guide.Finished, nil, 0, "Lower Back: 3 of 4 poses, 6:00. Well done.\n", ""},
		{guide.EndedEarly, nil, 3, "Lower Back: ended early after 6:00, 3 of 4 poses done.\n", ""},
		{guide.Interrupted, nil, 130, "", "catcow: interrupted; Lower Back: 6:00 done, 3 of 4 poses\n"},
		{guide.Unended, nil, 0, "", ""},
		{guide.Finished, errors.New("broken"), 1, "Lower Back: 3 of 4 poses, 6:00. Well done.\n", "catcow: broken\n"},
	} {
		u := newUser(t)
		u.app.Typed, u.app.Shown = true, true
		u.app.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
			if o.Routine == nil || o.Routine.ID != "lower-back" || o.Session.Level != 0.5 || o.Auto || o.Play.Speed != 2 || o.CheckIn {
				t.Errorf("not what was asked for: %+v", o)
			}
			if lib, problems := o.Load(); len(lib.Routines()) < 8 || len(problems) > 0 {
				t.Errorf("%d routines, %v", len(lib.Routines()), problems)
			}
			if past := o.Past(); past.Log == nil || past.Sound != nil || !past.Weekly || past.Trouble != nil {
				t.Errorf("%+v", past)
			}
			o.Changes.Make(&o.State, func(s *config.State) { s.Routine = "lower-back" })
			o.Changes.Flush()
			return tui.Result{End: c.end, Routine: "Lower Back", Poses: 4, Done: 3, Played: 6 * 60e9}, c.err
		}
		code := u.call("start", "lower", "--level", "0.5", "--speed", "2", "--silent", "--no-check-in")
		if code != c.code || u.stdout.String() != c.out || u.stderr.String() != c.errs {
			t.Errorf("%q, %v: code %d, %q, %q", c.end, c.err, code, u.stdout, u.stderr)
		}
		if s, err := config.LoadState(); err != nil || s.Routine != "lower-back" {
			t.Errorf("not remembered: %+v, %v", s.Routine, err)
		}
	}
}

func TestMenu(t *testing.T) {
	u := newUser(t)
	u.app.Typed, u.app.Shown = true, true
	u.app.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
		if o.Routine != nil || !o.Auto || o.Play.Speed != 1 || !o.CheckIn || o.Awake == nil {
			t.Errorf("%+v", o)
		}
		if lib, _ := o.Load(); len(lib.Routines()) == 0 {
			t.Error("no routines")
		}
		return tui.Result{End: guide.EndedEarly}, nil
	}
	if code := u.call(); code != 3 || u.stderr.Len() > 0 {
		t.Errorf("code %d, %s", code, u.stderr)
	}
}

// Where nothing of a routine suits a person, every command says so, and what does.
func TestARoutineOfWhichNothingSuitsOffersAnother(t *testing.T) {
	u := newUser(t)
	if err := config.UpdateState(func(s *config.State) {
		s.Profile = config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true}
	}); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"plan lower-back":             noneLeftText,
		"plan lower-back --minutes 5": noneLeftText,
		"show lower-back":             noneLeftText,
		"routines":                    "lower-back            none *",
		"today":                       "Poses",
	} {
		code := u.call(strings.Fields(args)...)
		got := strings.Join(strings.Fields(u.stdout.String()), " ")
		if code != 0 || !strings.Contains(got, strings.Join(strings.Fields(want), " ")) || strings.Contains(got, "0:00 in all") || strings.Contains(got, "0 min") {
			t.Errorf("%s: code %d, want %q:\n%s%s", args, code, want, u.stdout, u.stderr)
		}
	}
}

// What was done lately is done less, and what hurt is left alone.
func TestTodayKnowsTheLog(t *testing.T) {
	u := newUser(t)
	l, err := u.app.history(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := history.Session{ID: history.NewID(), Routine: "x", Name: "X", Poses: 1, End: history.Finished, Started: u.app.Now().AddDate(0, 0, -2)}
	s.Hurts = []history.Hurt{{Pose: "single-knee-to-chest", Pain: 5, Choice: history.Skipped, At: s.Started}}
	s.Stages = []history.Stage{{Kind: "hold", Pose: "cat-cow", Last: true, Planned: time.Minute, Played: time.Minute, At: s.Started}}
	l.Save(s)
	if err := l.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if code := u.call("today", "--minutes", "20"); code != 0 || !strings.Contains(strings.Join(strings.Fields(u.stdout.String()), " "), "Without Single Knee to Chest, which hurt lately.") {
		t.Errorf("code %d:\n%s%s", code, u.stdout, u.stderr)
	}
}

func TestTodayStarts(t *testing.T) {
	u := newUser(t)
	u.app.Typed, u.app.Shown = true, true
	u.app.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
		if o.Routine == nil || o.Routine.ID != "today" || len(o.Routine.Items) == 0 || o.Auto || o.Session.Level != 0 {
			t.Errorf("%+v", o.Routine)
		}
		return tui.Result{End: guide.Finished, Routine: "Today", Poses: 3, Done: 3}, nil
	}
	if code := u.call("today", "--silent"); code != 0 || !strings.HasPrefix(u.stdout.String(), "For your lower back") || !strings.HasSuffix(u.stdout.String(), "Well done.\n") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	u.app.Play = func(context.Context, tui.Options) (tui.Result, error) { return tui.Result{}, nil }
	if code := u.call("start", "lower-back", "--minutes", "10"); code != 0 || !strings.Contains(u.stdout.String(), "instead of 3") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

// A program lasts from one start to the next, and what is done shows in it.
func TestProgramRuns(t *testing.T) {
	u := newUser(t)
	if code := u.call("program", "start", "--region", "neck", "--place", "desk"); code != 0 || !strings.Contains(u.stdout.String(), "Step 1 of 12: restful sessions of 10 min, 3 a week.") {
		t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if code := u.call("program", "start"); code != 2 || !strings.Contains(u.stderr.String(), "a program runs already") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("today", "--json"); code != 0 || !strings.Contains(u.stdout.String(), `"why": "Step 1 of 12 of your program. `) || !strings.Contains(u.stdout.String(), "for your neck") || !strings.Contains(u.stdout.String(), `"place": "desk"`) {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	began := u.app.Now()
	now := began
	u.app.Now = func() time.Time { return now }
	for day := range 9 {
		now = began.AddDate(0, 0, day)
		if day%2 > 0 {
			continue
		}
		l, err := u.app.history(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s := history.Session{ID: history.NewID(), Routine: "today", Name: "Today", Poses: 1, End: history.Finished, Started: now}
		s.Stages = []history.Stage{{Kind: "hold", Pose: "neck-flexion", Last: true, Planned: time.Minute, Played: time.Minute, At: now.Add(time.Minute)}}
		if day == 8 {
			s.Hurts = []history.Hurt{{Pose: "neck-flexion", Pain: 3, Choice: history.Eased, At: now}}
		}
		l.Save(s)
		if err := l.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	now = now.Add(time.Hour)
	if u.call("program"); !strings.Contains(u.stdout.String(), "Step 2 of 12") || !strings.Contains(u.stdout.String(), "You have had today's part.") {
		t.Errorf("%s%s", u.stdout, u.stderr)
	}
	now = now.AddDate(0, 0, 1)
	if u.call("program"); !strings.Contains(u.stdout.String(), "an easy one, since something hurt last time") {
		t.Errorf("%s%s", u.stdout, u.stderr)
	}
	if code := u.call("program", "stop"); code != 0 {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if u.call("program", "--json"); !strings.Contains(u.stdout.String(), `"runs": false`) {
		t.Errorf("%s", u.stdout)
	}
}
