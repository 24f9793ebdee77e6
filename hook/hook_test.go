package hook

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"catcow/history"
)

// The test's own program is the hook: it writes what it got to the file that it is
// given.
func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == "hook" {
		os.Exit(keep(os.Args[2])) //nolint:forbidigo // it is run as a process of its own
	}
	if len(os.Args) == 2 && os.Args[1] == "hang" {
		select {}
	}
	os.Exit(m.Run()) //nolint:forbidigo // as go test does it
}

func keep(path string) int {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return 1
	}
	defer func() { _ = f.Close() }()
	var got json.RawMessage
	if json.NewDecoder(os.Stdin).Decode(&got) != nil {
		return 1
	}
	_, _ = f.Write(append(got, '\n'))
	return 0
}

func encode(e Event, s history.Session) ([]byte, error) {
	return json.Marshal([]any{e, s.ID, len(s.Stages)})
}

// self is the hook that writes to a file, and what it has written so far.
func self(t *testing.T) (command []string, written func() string) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "got")
	return []string{program, "hook", file}, func() string {
		got, _ := os.ReadFile(file)
		return string(got)
	}
}

func TestEveryEventOnceAndInOrder(t *testing.T) {
	t.Parallel()
	command, written := self(t)
	r := New(Commands{Start: command, Stage: command, End: command}, encode)
	s := history.Session{ID: "a"}
	r.Save(s)
	r.Save(s) // a rating
	s.Stages = append(s.Stages, history.Stage{Index: 0})
	r.Save(s)
	s.End = history.Finished
	s.Stages = append(s.Stages, history.Stage{Index: 1})
	r.Save(s)
	r.Save(s) // the rating after
	r.Save(history.Session{ID: "b", Stages: s.Stages})
	if err := r.Close(t.Context()); err != nil {
		t.Error(err)
	}
	want := strings.Join([]string{`["start","a",0]`, `["stage","a",1]`, `["stage","a",2]`, `["end","a",2]`, ""}, "\n")
	if got := written(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	r.Save(history.Session{ID: "c"}) // after the end nothing runs
}

// A hook that hangs or is not there holds nobody up; it is told once.
func TestABadHookIsNotInTheWay(t *testing.T) {
	t.Parallel()
	command, _ := self(t)
	for name, c := range map[string]struct {
		command []string
		want    string
	}{
		"gone":  {[]string{filepath.Join(t.TempDir(), "no-such-program")}, "the start hook: "},
		"fails": {[]string{command[0], "hook", t.TempDir()}, "the start hook: exit status 1"},
	} {
		r := New(Commands{Start: c.command, Stage: nil, End: nil}, encode)
		r.Save(history.Session{ID: "a"})
		r.Save(history.Session{ID: "b"})
		if err := r.Close(t.Context()); err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	hangs := New(Commands{Start: nil, Stage: []string{command[0], "hang"}, End: nil}, encode)
	began := time.Now()
	s := history.Session{ID: "a"}
	hangs.Save(s)
	for range 2 * mostWaiting {
		s.Stages = append(s.Stages, history.Stage{})
		hangs.Save(s)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	_ = hangs.Close(ctx)
	if took := time.Since(began); took > time.Second {
		t.Errorf("held up for %v", took)
	}
}

func TestNoHooksAreNone(t *testing.T) {
	t.Parallel()
	r := New(Commands{Start: []string{}, Stage: nil, End: nil}, encode)
	if r != nil || r.Close(t.Context()) != nil {
		t.Error("a runner of nothing")
	}
}
