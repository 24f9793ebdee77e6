package cli

import (
	"context"
	"io"
	"sync"
	"testing"
	"time"

	"catcow/history"
)

// unending is what nobody closes, and tells when it is read from.
func unending(t *testing.T, read func()) io.Reader {
	t.Helper()
	r, w := io.Pipe()
	t.Cleanup(func() { _ = w.Close() })
	go func() {
		_, _ = io.WriteString(w, " ")
		read()
	}()
	return r
}

// Whoever reads what comes to no end stops when the terminal is closed.
func TestInputThatNeverEnds(t *testing.T) {
	for _, args := range [][]string{{"import-log", "-"}, {"import", "-"}} {
		t.Run(args[0], func(t *testing.T) {
			u := newUser(t)
			ctx, cancel := context.WithCancel(t.Context())
			u.app.Stdin = unending(t, cancel)
			done := make(chan int, 1)
			go func() { done <- Exit(u.stderr, u.app.Run(ctx, args)) }()
			select {
			case code := <-done:
				if code != codeInterrupted || u.stderr.Len() > 0 {
					t.Errorf("code %d, %s", code, u.stderr)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it still waits")
			}
		})
	}
}

// While an export comes in, others write to the log.
func TestLogIsFreeWhileAnExportComesIn(t *testing.T) {
	u := newUser(t)
	r, w := io.Pipe()
	u.app.Stdin = r
	var wg sync.WaitGroup
	wg.Go(func() {
		if code := u.call("import-log", "-"); code != codeFinished {
			t.Errorf("code %d, %s", code, u.stderr)
		}
	})
	_, _ = io.WriteString(w, `{"version":`) // taken: it is being read
	l, err := history.Open(t.Context(), logFolder(), time.Now)
	if err != nil {
		t.Error(err)
	}
	l.Save(history.Session{ID: history.NewID(), Started: time.Now(), Ended: time.Now()})
	_, _ = l.LastPEG(t.Context())
	if err := l.Trouble(); err != nil {
		t.Error(err)
	}
	if err := l.Close(t.Context()); err != nil {
		t.Error(err)
	}
	_, _ = io.WriteString(w, `1}`)
	_ = w.Close()
	wg.Wait()
}
