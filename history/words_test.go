package history

import (
	"strings"
	"testing"
	"time"
)

// Of a session is spoken only while there is one, and of what is kept beside the log only
// while it is not in it.
func TestTroubleIsTrue(t *testing.T) {
	for _, test := range []struct {
		name   string
		save   func(l *Log, c *clock)
		goesOn bool
	}{
		{"a session under way", func(l *Log, c *clock) { play(l, c, begin(l, c), 0, 2) }, true},
		{"a session that is over", func(l *Log, c *clock) { another(l, c) }, false},
		{"answers", func(l *Log, c *clock) { l.SavePEG(PEG{At: c.Now()}) }, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder, c := t.TempDir(), newClock()
			quick := testSetup()
			quick.busy = time.Millisecond
			l := mustOpenWith(t, folder, c, quick)
			release := lockOut(t, folder)
			test.save(l, c)
			mustDo(t, l.flush(t.Context(), false))
			err := l.Trouble()
			oneLine(t, err, keptText)
			if err != nil && strings.Contains(err.Error(), "the session goes on") != test.goesOn {
				t.Errorf("%v", err)
			}
			release()
		})
	}
	t.Run("all is written in the end", func(t *testing.T) {
		folder, c := t.TempDir(), newClock()
		quick := testSetup()
		quick.busy = time.Millisecond
		l := mustOpenWith(t, folder, c, quick)
		release := lockOut(t, folder)
		another(l, c)
		mustDo(t, l.flush(t.Context(), false))
		release()
		mustClose(t, l)
		noTroubleNow(t, l)
	})
	t.Run("it is not", func(t *testing.T) {
		folder, c := t.TempDir(), newClock()
		quick := testSetup()
		quick.busy = time.Millisecond
		l := mustOpenWith(t, folder, c, quick)
		defer lockOut(t, folder)()
		play(l, c, begin(l, c), 0, 2)
		mustClose(t, l)
		err := l.Trouble()
		oneLine(t, err, keptText)
		if err != nil && strings.Contains(err.Error(), "goes on") {
			t.Errorf("%v", err)
		}
	})
}

func noTroubleNow(t *testing.T, l *Log) {
	t.Helper()
	if err := l.Trouble(); err != nil {
		t.Errorf("trouble: %v", err)
	}
}
