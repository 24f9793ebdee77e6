package awake

import (
	"os"
	"runtime"
	"testing"
	"time"
)

// holding makes the test binary a process that keeps the display awake until its
// standard input ends.
const holding = "CATCOW_TEST_AWAKE"

func TestMain(m *testing.M) {
	if os.Getenv(holding) == "" {
		os.Exit(m.Run()) //nolint:forbidigo // how a TestMain ends
	}
	release := Keep("testing")
	_, _ = os.Stdin.Read(make([]byte, 1))
	release()
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !so(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("never: %s", what)
		}
	}
}

// quick fails if a release takes longer than it may. The machine may be busy, so
// one of a few has to be in time.
func quick(t *testing.T, release func()) {
	t.Helper()
	var took time.Duration
	for range 3 {
		from := time.Now()
		release()
		if took = time.Since(from); took <= 200*time.Millisecond {
			return
		}
	}
	t.Errorf("a release takes %s", took)
}

// Wherever this runs, the ways are told without a word missing, and nothing is left.
func TestHere(t *testing.T) {
	before := runtime.NumGoroutine()
	for _, w := range Ways(t.Context()) {
		if w.Name == "" || w.Why == "" || w.Works != (w.Todo == "") {
			t.Errorf("%+v", w)
		}
	}
	quick(t, func() {
		release := Keep("testing")
		release()
		release()
	})
	eventually(t, "as many goroutines as before", func() bool { return runtime.NumGoroutine() <= before })
}
