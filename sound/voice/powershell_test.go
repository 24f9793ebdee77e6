package voice

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
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
	if err := e.Speak(t.Context(), "hello"); err != nil {
		t.Fatal(err)
	}
	// The text has a quote in it, and is one line all the same.
	want := "volume 100; render '; exit; volume 100; render '; exit; volume 30; speak hello"
	if got := orders(s.calls()); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	_ = e.Close()
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
	for _, renders := range []bool{true, false} {
		t.Run(fmt.Sprint(renders), func(t *testing.T) {
			s, e := windowsStage(t)
			e.end() // so that the next starts with the fault
			s.does("hang")
			ctx, cancelled := s.begun(4) // rate, voice, volume and the text
			err := e.call(ctx, renders)
			took := time.Since(cancelled())
			s.empty()
			if !errors.Is(err, context.Canceled) || took > late {
				t.Errorf("%v, %v after it was cancelled", err, took)
			}
			t.Logf("returned %v after it was cancelled", took)
			// The next line is said by another.
			s.does("good")
			if err := e.call(t.Context(), renders); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestPowerShellFails(t *testing.T) {
	for mode, want := range map[string]string{
		"quit":  "powershell: exit status 3: [1mout of memory",
		"flood": "powershell: " + tooMuchText,
	} {
		t.Run(mode, func(t *testing.T) {
			s, e := windowsStage(t)
			e.end()
			s.does(mode)
			if _, err := e.Render(t.Context(), "hello"); err == nil || err.Error() != want {
				t.Errorf("%v, want %q", err, want)
			}
			s.empty()
		})
	}
}

func TestPowerShellTakesTurns(t *testing.T) {
	_, e := windowsStage(t)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			text := strings.Repeat("a", 10+i)
			clip, err := e.Render(t.Context(), text)
			if want := time.Duration(len(text))*10*time.Millisecond + before + after; err != nil || (clip.Length()-want).Abs() > 5*time.Millisecond {
				t.Errorf("%q lasts %v, want %v; %v", text, clip.Length(), want, err)
			}
		})
	}
	all.Wait()
}
