package tui

import (
	"context"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"

	"catcow/sampletest"
)

// slowTerminal answers what it is asked when it has been on the way for as long.
type slowTerminal struct {
	p       *tea.Program
	name    string
	latency time.Duration // 0: it never answers

	mu   sync.Mutex
	left bool     // the shell has it
	lost []string // questions that the shell got the answers to
}

func (s *slowTerminal) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left = s.left || strings.Contains(string(b), "\x1b[?1049l")
	if s.latency == 0 {
		return len(b), nil
	}
	for _, q := range regexp.MustCompile(`\x1b\[c|\x1b\[>q|\x1b\[\?2026\$p|\x1b_G[^\x1b]*\x1b\\`).FindAllString(string(b), -1) {
		time.AfterFunc(s.latency, func() { s.answer(q) })
	}
	return len(b), nil
}

func (s *slowTerminal) answer(question string) {
	s.mu.Lock()
	if s.left {
		s.lost = append(s.lost, question)
	}
	s.mu.Unlock()
	switch question {
	case "\x1b[c":
		time.Sleep(time.Nanosecond) // after the other answers
		s.p.Send(uv.PrimaryDeviceAttributesEvent{62, 22})
	case "\x1b[>q":
		s.p.Send(uv.TerminalVersionEvent{Name: s.name})
	case "\x1b[?2026$p":
		s.p.Send(uv.ModeReportEvent{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset})
	default:
		var o kitty.Options
		options, _, _ := strings.Cut(strings.TrimPrefix(question, "\x1b_G"), ";")
		if _ = o.UnmarshalText([]byte(options)); o.Action == kitty.Query {
			s.p.Send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: o.ID}, Payload: []byte("OK")})
		}
	}
}

// leaveSlow presses ctrl+c so long after the start, and gives how long leaving took.
func leaveSlow(t *testing.T, o Options, s *slowTerminal, at time.Duration) (took time.Duration) {
	t.Helper()
	o.Figure.Pixels = "auto"
	o.Environ = []string{"TERM=xterm-256color", "LANG=C.UTF-8"}
	synctest.Test(t, func(t *testing.T) {
		m := newTeaModel(newModel(o))
		m.answers.start = m.m.now()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		s.p = m.program(ctx, m, s, tea.WithInput(nil), tea.WithWindowSize(80, 24), tea.WithoutSignalHandler())
		over := make(chan struct{})
		go func() {
			_, _ = m.run(ctx, s.p, cancel)
			close(over)
		}()
		time.Sleep(at)
		start := time.Now()
		s.p.Send(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
		<-over
		took = time.Since(start)
		time.Sleep(time.Hour) // for the answers that come too late
	})
	return took
}

// However far away the terminal is, its answers come to us and not to the shell.
func TestNoAnswerIsLeftToTheShell(t *testing.T) {
	o, chosen, n := builtin(t), sampletest.OneIn(t, 3), 0
	for _, name := range []string{"XTerm(390)", "kitty(0.35.2)"} {
		for _, latency := range []time.Duration{1, 50, 150, 250, 290, 400, 600, 800} {
			for _, at := range []time.Duration{1, 20, 50, 150, 300, 700} {
				if n++; !chosen(n) {
					continue
				}
				latency, at := latency*time.Millisecond, at*time.Millisecond
				s := &slowTerminal{name: name, latency: latency}
				took := leaveSlow(t, o, s, at)
				if len(s.lost) > 0 {
					t.Errorf("%s %v away, left after %v: the shell has the answers to %q", name, latency, at, s.lost)
				}
				if most := 2*latency + 50*time.Millisecond; took > most {
					t.Errorf("%s %v away, left after %v: leaving took %v, want at most %v", name, latency, at, took, most)
				}
			}
		}
	}
}

// A terminal that never answers is not waited for for long.
func TestASilentTerminalIsLeft(t *testing.T) {
	o := builtin(t)
	for _, at := range []time.Duration{10 * time.Millisecond, 500 * time.Millisecond, 1500 * time.Millisecond, 3 * time.Second} {
		most := max(silentTime-at, answersTime) + 100*time.Millisecond
		if took := leaveSlow(t, o, &slowTerminal{}, at); took > most {
			t.Errorf("left after %v: leaving took %v, want at most %v", at, took, most)
		}
	}
}

// Who goes to the shell and comes back waits for the pictures each time, and once only: what
// went through the second time does not come again.
func TestPicturesAreWaitedForEachTime(t *testing.T) {
	o := builtin(t)
	o.Figure.Pixels, o.Environ = "auto", []string{"TERM=xterm-256color"}
	m := newModel(o)
	a := &newTeaModel(m).answers
	if a.hold(tea.QuitMsg{}) != (tea.QuitMsg{}) {
		t.Error("without pictures, and with nothing asked, leaving waits")
	}
	m.pictures.Update(uv.CellSizeEvent{Width: 8, Height: 16})
	m.pictures.Update(uv.PrimaryDeviceAttributesEvent{62, 4})
	for _, leaving := range []tea.Msg{tea.SuspendMsg{}, tea.SuspendMsg{}, tea.QuitMsg{}} {
		question, ok := a.hold(leaving).(lastQuestionMsg)
		if !ok || question.then != leaving {
			t.Fatalf("%T is not held back", leaving)
		}
		a.take(question)
		if a.hold(leaving) != leaving {
			t.Errorf("%T is held back twice", leaving)
		}
		a.take(tea.ResumeMsg{})
		if a.take(lateMsg{}) != nil {
			t.Errorf("%T comes again", leaving)
		}
	}
}
