package voice

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

func windowsStage(t *testing.T) (*stage, *Engine) {
	t.Helper()
	s := newStage(t, "good")
	s.system = "windows"
	return s, s.engine(Settings{Rate: 240, Name: "Zira", Volume: 0.3, Engine: PowerShell}, "good")
}

func orders(calls []called) string {
	var all []string
	for _, c := range calls {
		all = append(all, c.Args[0]+" "+c.Text)
	}
	return strings.Join(all, "; ")
}

func TestPowerShellIsKept(t *testing.T) {
	s, e := windowsStage(t)
	for range 2 {
		clip, err := e.Render(t.Context(), "'; exit #")
		if err != nil || clip.Length() == 0 {
			t.Fatal(clip.Length(), err)
		}
	}
	// The text has a quote in it, and is one line all the same.
	want := "render '; exit; render '; exit"
	if got := orders(s.calls()); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	e.Close()
	s.empty()
}

func TestPowerShellScript(t *testing.T) {
	if strings.Contains(sapiScript, `"`) {
		t.Error("a double quote in an argument is escaped differently by different programs")
	}
	for _, open := range []string{"(", "{", "["} {
		closing := map[string]string{"(": ")", "{": "}", "[": "]"}[open]
		if strings.Count(sapiScript, open) != strings.Count(sapiScript, closing) {
			t.Errorf("%s and %s do not match", open, closing)
		}
	}
}

func TestPowerShellHangs(t *testing.T) {
	s, e := windowsStage(t)
	e.Close() // so that the next starts with the fault
	s.does("hang")
	ctx, cancelled := s.begun(3) // rate, voice and the text
	_, err := e.Render(ctx, "hello")
	took := time.Since(cancelled())
	s.empty()
	if !errors.Is(err, context.Canceled) || took > late {
		t.Errorf("%v, %v after it was cancelled", err, took)
	}
	t.Logf("returned %v after it was cancelled", took)
	// The next line is rendered by another.
	s.does("good")
	if _, err := e.Render(t.Context(), "hello"); err != nil {
		t.Error(err)
	}
}

func TestPowerShellFails(t *testing.T) {
	for mode, want := range map[string]string{
		"quit":  "exit status 3: [1mout of memory",
		"flood": tooMuchText,
	} {
		t.Run(mode, func(t *testing.T) {
			s, e := windowsStage(t)
			e.Close()
			s.does(mode)
			if _, err := e.Render(t.Context(), "hello"); err == nil || err.Error() != want {
				t.Errorf("%v, want %q", err, want)
			}
			s.empty()
		})
	}
}
