package voice

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
)

// late is how late an answer may be on a busy machine.
const late = time.Second

// errAny stands for an error that only its words tell.
var errAny = errors.New("any")

func TestRenderOfAHostileEngine(t *testing.T) {
	tests := []struct {
		mode string
		want error  // nil: there is sound
		said string // what is told of what it printed
	}{
		{mode: "good"},
		{mode: "orphan"},
		{mode: "deaf"},
		{mode: "fail", want: errAny, said: "[31mbroken[0m: no data"},
		{mode: "traced", want: errAny, said: "ValueError: no such voice"},
		{mode: "garbage", want: errNotWAV},
		{mode: "escape", want: errNotWAV},
		{mode: "flood", want: errTooMuch},
	}
	for _, test := range tests {
		t.Run(test.mode, func(t *testing.T) {
			s := newStage(t, test.mode)
			e := s.engine(Settings{Engine: ESpeak}, test.mode)
			clip, err := e.Render(t.Context(), "hello there")
			s.empty() // before anybody closes it
			if test.want == nil {
				if err != nil || clip.Length() == 0 && test.mode != "deaf" {
					t.Fatalf("%v of sound, %v", clip.Length(), err)
				}
				return
			}
			if err == nil {
				t.Fatal("no error")
			}
			if !errors.Is(test.want, errAny) && !errors.Is(err, test.want) {
				t.Errorf("%v, want %v", err, test.want)
			}
			if !strings.HasSuffix(err.Error(), test.said) {
				t.Errorf("%v, want %q at its end", err, test.said)
			}
			if text := err.Error(); strings.ContainsAny(text, "\x1b\n\a") {
				t.Errorf("%q cannot be shown", text)
			}
		})
	}
}

func TestHangingEngineEndsWithItsContext(t *testing.T) {
	for _, mode := range []string{"hang", "both", "slow"} {
		for _, renders := range []bool{true, false} {
			t.Run(mode, func(t *testing.T) {
				s := newStage(t, mode)
				settings := Settings{Engine: ESpeak}
				if !renders {
					settings = Settings{Command: []string{"speaker"}}
				}
				e := s.engine(settings, mode)
				ctx, cancelled := s.begun(1)
				err := e.call(ctx, renders)
				took := time.Since(cancelled())
				s.empty()
				if !errors.Is(err, context.Canceled) {
					t.Errorf("%v, want %v", err, context.Canceled)
				}
				if took > late {
					t.Errorf("returned %v after it was cancelled", took)
				}
				t.Logf("returned %v after it was cancelled", took)
			})
		}
	}
}

func (e *Engine) call(ctx context.Context, renders bool) error {
	if !renders {
		return e.Speak(ctx, "hello")
	}
	_, err := e.Render(ctx, "hello")
	return err
}

func TestDeadline(t *testing.T) {
	s := newStage(t, "slow")
	e := s.engine(Settings{Engine: ESpeak}, "slow")
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := e.Render(ctx, "hello")
	if took := time.Since(begun); took > 100*time.Millisecond+late {
		t.Errorf("took %v", took)
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestSpeakByACommand(t *testing.T) {
	tests := []struct {
		mode, want string
	}{
		{mode: "good"},
		{mode: "orphan"},
		{mode: "escape"},
		{mode: "flood"},
		{mode: "fail", want: "exit status 1: [31mbroken[0m: no data"},
	}
	for _, test := range tests {
		t.Run(test.mode, func(t *testing.T) {
			s := newStage(t, test.mode)
			e := s.engine(Settings{Command: []string{"speaker", "--slowly"}}, test.mode)
			if e.Name != Command || e.Render != nil {
				t.Fatalf("%s, renders %v", e.Name, e.Render != nil)
			}
			err := e.Speak(t.Context(), "-x hello")
			s.empty()
			if test.want == "" && err != nil || test.want != "" && (err == nil || err.Error() != test.want) {
				t.Errorf("%v, want %q", err, test.want)
			}
			calls := s.calls()
			if len(calls) != 1 || calls[0].Text != "-x hello\n" || strings.Join(calls[0].Args, " ") != "--slowly" {
				t.Errorf("called as %q", calls)
			}
		})
	}
}

func TestNothingToSayRunsNothing(t *testing.T) {
	s := newStage(t, "good")
	e := s.engine(Settings{Engine: ESpeak}, "fail")
	command := s.engine(Settings{Command: []string{"speaker"}}, "fail")
	for _, text := range []string{"", " \n", "…", "-", "[[]]", "\x1b\x07"} {
		if clip, err := e.Render(t.Context(), text); err != nil || clip.Length() != 0 {
			t.Errorf("%q: %v, %v", text, clip.Length(), err)
		}
		if err := command.Speak(t.Context(), text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	if calls := s.calls(); calls != nil {
		t.Errorf("called as %q", calls)
	}
}
