package cli

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// slow is a reader and a writer that takes its time.
type slow time.Duration

func (s slow) Read([]byte) (int, error) {
	time.Sleep(time.Duration(s))
	return 0, io.EOF
}

func (s slow) Write(b []byte) (int, error) {
	time.Sleep(time.Duration(s))
	return len(b), nil
}

// Who waits for a disk is told after three seconds, once; who waits for something else, or
// not that long, is not.
func TestWaiting(t *testing.T) {
	const log, own = "catcow: still waiting for LOG; ctrl+c ends it\n", "catcow: still waiting for OWN; ctrl+c ends it\n"
	for _, tt := range []struct {
		name string
		do   func(a *app)
		want string
	}{
		{"a quick disk", func(*app) { time.Sleep(2 * time.Second) }, ""},
		{"one that does not answer", func(*app) { time.Sleep(time.Hour) }, log},
		{"another that does not answer on the way", func(a *app) {
			done := a.waiting.await("OWN")
			time.Sleep(time.Hour)
			done()
			time.Sleep(2 * time.Second)
		}, own},
		{"one after another that was quick", func(a *app) {
			a.waiting.await("OWN")()
			time.Sleep(time.Hour)
		}, log},
		{"a pager", func(a *app) {
			for range 100 {
				time.Sleep(time.Second)
				a.print("a line")
				_ = a.out.Flush()
			}
		}, ""},
		{"who writes to us", func(a *app) {
			_, _ = io.ReadAll(pausing{waiting: &a.waiting, from: slow(time.Hour)})
			time.Sleep(2 * time.Second)
		}, ""},
		{"beside screens", func(a *app) {
			a.warnings.during(func() { time.Sleep(time.Hour) })
		}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var errs bytes.Buffer
				a := newApp(Env{Stdout: slow(time.Minute), Stderr: &errs})
				done := a.waiting.await("LOG")
				tt.do(a)
				done()
				time.Sleep(time.Hour)
				synctest.Wait()
				if got := errs.String(); got != tt.want {
					t.Errorf("said %q, want %q", got, tt.want)
				}
			})
		})
	}
}

// What is found while screens are shown is said when they are over, and not on them.
func TestWarningsWaitForTheScreens(t *testing.T) {
	var errs bytes.Buffer
	a := newApp(Env{Stdout: io.Discard, Stderr: &errs})
	a.warn("before")
	a.warnings.during(func() {
		a.warn("meanwhile")
		a.warn("before")
		if strings.Contains(errs.String(), "meanwhile") {
			t.Error("it is said on the screens")
		}
	})
	a.warn("meanwhile")
	if got, want := errs.String(), "catcow: before\ncatcow: meanwhile\n"; got != want {
		t.Errorf("said %q, want %q", got, want)
	}
}
