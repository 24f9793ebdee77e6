package cli

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"catcow/config"
	"catcow/history"
)

// A log that never opens, because its disk is gone, keeps nobody from a session nor from
// the shell, and that nothing is kept is said.
func TestALogThatNeverOpens(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		forever, folder := make(chan struct{}), t.TempDir()
		d := &devices{
			app: &app{}, ctx: t.Context(), cfg: config.Config{}, silent: true,
			openLog: func(ctx context.Context) (*history.Log, error) {
				<-forever
				return history.Open(ctx, folder, time.Now)
			},
		}
		past := d.past()
		if past.Log != nil || past.Trouble == nil || !strings.Contains(past.Trouble.Error(), "not kept") {
			t.Errorf("log %v, trouble %v", past.Log, past.Trouble)
		}
		if err := d.close(); err == nil || err.Error() != past.Trouble.Error() {
			t.Errorf("at the end: %v", err)
		}
		close(forever)
		synctest.Wait()
	})
}

// What a session has changed is there to be asked for while the run goes on.
func TestThePastIsReadAgain(t *testing.T) {
	folder := t.TempDir()
	d := &devices{
		app: &app{Env: Env{Now: time.Now}}, ctx: t.Context(), cfg: config.Config{}, silent: true,
		openLog: func(ctx context.Context) (*history.Log, error) { return history.Open(ctx, folder, time.Now) },
	}
	past := d.past()
	now := time.Now()
	past.Log.Save(history.Session{
		ID: history.NewID(), Routine: "x", Name: "X", Poses: 1, End: history.EndedEarly, Started: now, Ended: now,
		Hurts: []history.Hurt{{Pose: "cobra", At: now, Pain: 3, Choice: history.Eased}},
	})
	again, err := past.Again(t.Context())
	if err != nil || len(past.Hurt) > 0 || len(again.Hurt) != 1 || again.Levels == nil || again.Familiar == nil {
		t.Errorf("%v: %+v, before it %q", err, again, past.Hurt)
	}
	if err := d.close(); err != nil {
		t.Error(err)
	}
}
