package plain

import (
	"errors"
	"os"
	"testing"
	"testing/synctest"
	"time"

	"catcow/config"
	"catcow/tui"
)

// A disk that hangs is waited for a while before the clock runs, and not at all while it
// does.
func TestSavingHoldsNobodyUp(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		save func(*program)
		most time.Duration
	}{
		"before": {(*program).save, 3 * time.Second},
		"beside": {(*program).saveBeside, 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				hangs := make(chan struct{})
				var kept config.State
				p := &program{o: Options{Options: tui.Options{Changes: &tui.Changes{Keep: func(change func(*config.State)) error {
					<-hangs
					change(&kept)
					return nil
				}}}}}
				start := time.Now()
				p.remember(func(s *config.State) { s.Routine = "neck" })
				tt.save(p)
				synctest.Wait()
				if waited := time.Since(start); waited > tt.most {
					t.Errorf("waited %v", waited)
				}
				close(hangs)
				synctest.Wait()
				if kept.Routine != "neck" {
					t.Errorf("kept %+v", kept)
				}
			})
		})
	}
}

// Ctrl+c ends the wait for a log that does not answer.
func TestRecall_IsInterrupted(t *testing.T) {
	t.Parallel()
	signals, hangs := make(chan os.Signal, 1), make(chan struct{})
	defer close(hangs)
	p := &program{in: &input{signals: signals}}
	p.o.Past = func() tui.Past { <-hangs; return tui.Past{} }
	signals <- os.Interrupt
	if err := p.recall(); !errors.Is(err, interruptError{}) {
		t.Errorf("%v", err)
	}
}
