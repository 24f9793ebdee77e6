package voice

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"
)

// parentMode is what the fake does that the parent runs.
const parentMode = "CATCOW_TEST_PARENT"

// parent is a catcow that speaks by a command, and renders by a fake espeak-ng. It must print nothing.
func parent() {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	must := func(err error) {
		if err != nil {
			panic(err)
		}
	}
	ctx := context.Background()
	m := machine{"linux", func(string) (string, error) { return self, nil }, os.Getenv}
	must(os.Setenv(fakeMode, "good"))
	espeak, err := m.find(ctx, Settings{Engine: ESpeak})
	must(err)
	command, err := m.find(ctx, Settings{Command: []string{self}})
	must(err)
	must(os.Setenv(fakeMode, os.Getenv(parentMode)))
	_ = command.Speak(ctx, "hello")
	_, _ = espeak.Render(ctx, "hello")
}

func (s *stage) parent(mode string) (*exec.Cmd, *bytes.Buffer) {
	s.t.Helper()
	s.does("parent")
	s.t.Setenv(parentMode, mode)
	cmd := exec.Command(os.Args[0])
	var printed bytes.Buffer
	cmd.Stdout, cmd.Stderr = &printed, &printed
	cmd.WaitDelay = time.Second
	return cmd, &printed
}

func TestNothingPrintedReachesTheTerminal(t *testing.T) {
	for _, mode := range []string{"escape", "fail"} {
		t.Run(mode, func(t *testing.T) {
			s := newStage(t, mode)
			cmd, printed := s.parent(mode)
			if err := cmd.Run(); err != nil {
				t.Fatalf("%v\n%s", err, printed)
			}
			if printed.Len() > 0 {
				t.Errorf("printed %q", printed)
			}
			if calls := s.calls(); len(calls) != 3 { // one to find it, and two
				t.Errorf("the fake ran %d times, want 3", len(calls))
			}
		})
	}
}

// Nobody is left to end the voice when catcow is killed, so the system has to.
func TestKilledCatcowFallsSilent(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("looks for processes in /proc")
	}
	s := newStage(t, "hang")
	cmd, _ := s.parent("hang")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); len(s.calls()) < 2; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			_ = cmd.Process.Kill()
			t.Fatal("the fake did not begin to speak")
		}
	}
	killed := time.Now()
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	s.empty()
	t.Logf("gone after %v", time.Since(killed))
}
