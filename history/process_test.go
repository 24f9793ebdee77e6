package history

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The test binary is also the process that is killed, or that writes beside
// others: what it is to do stands in its environment.
const (
	roleKey   = "HISTORY_TEST_ROLE"
	folderKey = "HISTORY_TEST_FOLDER"
)

func TestMain(m *testing.M) {
	folder := os.Getenv(folderKey)
	role := map[string]func(string) error{
		"player":  func(folder string) error { return player(folder, false) },
		"resumer": func(folder string) error { return player(folder, true) },
		"writer":  writer,
	}[os.Getenv(roleKey)]
	if role == nil {
		m.Run()
		return
	}
	if err := role(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

const manyStages = 5000

// player plays a session without end. On its output: the session, and then how
// many stages it saw written.
func player(folder string, resume bool) error {
	ctx := context.Background()
	l, _ := open(ctx, folder, time.Now, setup{steps: schema(), busy: 5 * time.Millisecond})
	s, ok := Session{}, false
	if resume {
		if s, ok = l.Unfinished(ctx); ok {
			var err error
			if s, err = l.Resume(ctx, s.ID); err != nil {
				return err
			}
		}
	}
	if !ok {
		s = Session{ID: NewID(), Routine: "killed", Name: "Killed", Started: time.Now(), Poses: manyStages / 3, PlanStages: manyStages}
		l.Save(s)
	}
	if err := l.flush(ctx, false); err != nil {
		return err
	}
	fmt.Fprintf(os.Stdout, "%s %d\n", s.ID, s.Next)
	for i := s.Next; i < manyStages; i++ {
		addStage(l, &s, aStage(i, time.Now()))
		if err := l.flush(ctx, false); err != nil {
			return err
		}
		fmt.Fprintf(os.Stdout, "%s %d\n", s.ID, i+1)
	}
	return errors.New("nobody killed it")
}

const sessionsEach = 30

// writer writes sessions as fast as it can, while others do the same.
func writer(folder string) error {
	ctx := context.Background()
	// Where others hold it for too long, what is saved waits in files.
	l, _ := open(ctx, folder, time.Now, setup{steps: schema(), busy: time.Second})
	c := &clock{now: time.Now()}
	for range sessionsEach {
		another(l, c)
	}
	return l.Close(ctx)
}

func command(t *testing.T, role, folder string) (*exec.Cmd, *bytes.Buffer) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), roleKey+"="+role, folderKey+"="+folder)
	var wrong bytes.Buffer
	cmd.Stderr = &wrong
	return cmd, &wrong
}

// A process may be killed at any instant: its session loses the stage in progress
// and no more, the database opens and is whole, and the session is offered. In
// turn: a session begun, one gone on with, one while the database is locked.
func TestKill(t *testing.T) {
	kills := 30
	if os.Getenv(slowKey) != "" {
		kills = 200
	}
	random, _ := newRandom(t)
	t.Logf("%d kills", kills)
	folder := t.TempDir()
	for id := ""; id == ""; { // one that can be offered from then on
		id, _ = mustKill(t, folder, "player", 50*time.Millisecond, true)
	}
	shown, lost := 0, 0
	for n := range kills {
		role, release := []string{"player", "resumer", "player"}[n%3], func() {}
		if n%3 == 2 {
			release = lockOut(t, folder)
		}
		id, stages := mustKill(t, folder, role, time.Duration(random.IntN(40_000))*time.Microsecond, n%2 == 0)
		release()

		l, err := Open(t.Context(), folder, time.Now)
		if err != nil {
			t.Fatalf("kill %d: %v", n, err)
		}
		got, ok := l.Unfinished(t.Context())
		if !ok {
			t.Fatalf("kill %d: nothing offered", n)
		}
		if id != "" { // else it was killed before its session was there
			shown++
			if got.ID != id || got.Next < stages || got.Next > stages+1 || got.Routine != "killed" {
				t.Errorf("kill %d: offered %s at %d of %d, was %s at %d", n, got.ID, got.Next, got.PlanStages, id, stages)
			}
			if got.Next == stages {
				lost++
			}
			if want := time.Duration(got.Next) * time.Minute; got.Played != want {
				t.Errorf("kill %d: played %v, want %v", n, got.Played, want)
			}
		}
		mustClose(t, l)
		intact(t, folder)
	}
	t.Logf("%d of them after the session was there; %d lost the stage in progress", shown, lost)
	if shown == 0 {
		t.Error("no kill came late enough")
	}
	if left := waitingFiles(folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// mustKill starts a player, kills it after a while, from its start or from its
// first sign of life on, and gives what it had shown by then.
func mustKill(t *testing.T, folder, role string, after time.Duration, alive bool) (id string, stages int) {
	t.Helper()
	cmd, wrong := command(t, role, folder)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = cmd.Process.Kill() }
	lines := bufio.NewScanner(out)
	if alive {
		lines.Scan()
		name, number, _ := strings.Cut(lines.Text(), " ")
		id = name
		stages, _ = strconv.Atoi(number)
	}
	timer := time.AfterFunc(after, kill)
	defer timer.Stop()
	for lines.Scan() {
		name, number, _ := strings.Cut(lines.Text(), " ")
		if n, err := strconv.Atoi(number); err == nil {
			id, stages = name, n
		}
	}
	if err := cmd.Wait(); err == nil || wrong.Len() > 0 {
		t.Fatalf("%v %s", err, wrong.String())
	}
	return id, stages
}

// Several processes write at once into a log that none of them has made yet: all
// of it is there.
func TestAtOnce(t *testing.T) {
	folder := t.TempDir()
	const processes = 3
	var all []*exec.Cmd
	var wrongs []*bytes.Buffer
	for range processes {
		cmd, wrong := command(t, "writer", folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		all, wrongs = append(all, cmd), append(wrongs, wrong)
	}
	for i, cmd := range all {
		if err := cmd.Wait(); err != nil || wrongs[i].Len() > 0 {
			t.Errorf("%v: %s", err, wrongs[i])
		}
	}
	l, err := Open(t.Context(), folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	closeAfter(t, l)
	got := sessions(t, l)
	if len(got) != processes*sessionsEach {
		t.Errorf("%d sessions, want %d", len(got), processes*sessionsEach)
	}
	for _, s := range got {
		if s.Next != 9 || s.Done != 3 || s.Played != 9*time.Minute || s.End != Finished || s.After == nil {
			t.Errorf("not whole: %+v", s)
		}
	}
	p, err := l.Progress(t.Context(), 3)
	if err != nil || p.Sessions != len(got) || len(p.Hurt) != 1 || p.Hurt[0].Count != len(got) {
		t.Errorf("%+v %v", p, err)
	}
	intact(t, folder)
}
