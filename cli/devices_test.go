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
