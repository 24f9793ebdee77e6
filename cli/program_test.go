package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"

	"catcow/history"
)

// A program begins, and ends, also where what was kept cannot be read.
func TestAProgramBesideADamagedState(t *testing.T) {
	u := newUser(t)
	path := filepath.Join(xdg.StateHome, "catcow", "state.toml")
	for _, command := range []string{"start", "stop"} {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("no state = [\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if code := u.call("program", command); code != 0 || strings.Count(u.stderr.String(), "\n") != 1 || u.stdout.Len() == 0 {
			t.Errorf("%s: exit code %d\n%s%s", command, code, u.stdout, u.stderr)
		}
	}
}

// A program that was begun while the clock was ahead begins when the clock is right, and
// goes on from there.
func TestAProgramBegunWhileTheClockWasAhead(t *testing.T) {
	for _, command := range [][]string{{"program", "--json"}, {"today", "--show"}} {
		u := newUser(t)
		right := u.app.Now()
		u.app.Now = func() time.Time { return right.AddDate(1, 0, 0) }
		if code := u.call("program", "start"); code != 0 {
			t.Fatal(u.stderr)
		}
		u.app.Now = func() time.Time { return right }
		if code := u.call(command...); code != 0 {
			t.Fatal(u.stderr)
		}
		u.app.Now = func() time.Time { return right.AddDate(0, 0, 3) }
		u.call("program", "--json")
		if want := `"started": "` + right.Format(time.DateOnly) + `"`; !strings.Contains(u.stdout.String(), want) {
			t.Errorf("%q: %s, want %s", command, u.stdout, want)
		}
	}
}

// What counts as a session in a program is what counts in the week and on the page.
func TestAProgramCountsAsTheWeekDoes(t *testing.T) {
	u := newUser(t)
	now := u.app.Now()
	if code := u.call("program", "start"); code != 0 {
		t.Fatal(u.stderr)
	}
	l, err := u.app.history(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []history.Session{
		{End: history.Finished, Stages: []history.Stage{{Played: 0}}}, // skipped from end to end
		{End: history.EndedEarly, Stages: []history.Stage{{Played: 10 * time.Minute}}},
		{End: history.Finished, Stages: []history.Stage{{Played: 3 * time.Minute, Planned: 4 * time.Minute}}},
	} {
		s.ID, s.Routine, s.Name, s.Poses, s.Started = history.NewID(), "neck", "Neck", 1, now
		g := &s.Stages[0]
		g.Kind, g.Pose, g.Last, g.At, g.Skipped = "hold", "neck-flexion", true, now, true
		l.Save(s)
	}
	if err := l.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	for command, want := range map[string]string{
		"program": "2 sessions in the last seven days, 2 in this step", "program --json": `"in_step": 2`,
		"status": "2 of 3 sessions", "stats": "2 of 3 sessions", "export": "2 sessions in 1 week",
	} {
		if code := u.call(strings.Fields(command)...); code != 0 || !strings.Contains(u.stdout.String(), want) {
			t.Errorf("%s: no %q in\n%s%s", command, want, u.stdout, u.stderr)
		}
	}
}

// What hurt the day before makes a day easy, also where it hurts again on that day.
func TestAProgramIsEasyAllDay(t *testing.T) {
	u := newUser(t)
	now := u.app.Now()
	if code := u.call("program", "start"); code != 0 {
		t.Fatal(u.stderr)
	}
	u.app.Now = func() time.Time { return now.AddDate(0, 0, 1) }
	for _, started := range []time.Time{now, now.AddDate(0, 0, 1)} {
		l, err := u.app.history(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		l.Save(history.Session{
			ID: history.NewID(), Started: started, End: history.EndedEarly,
			Stages: []history.Stage{{Kind: "hold", Pose: "cobra", Played: 2 * time.Minute, At: started}},
			Hurts:  []history.Hurt{{Pose: "cobra", At: started}},
		})
		if err := l.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if u.call("program", "--json"); started.After(now) && !strings.Contains(u.stdout.String(), `"easy": "hurt"`) {
			t.Errorf("after a second session in which it hurt:\n%s", u.stdout)
		}
	}
}
