package device

import (
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

// counted is a Fill that counts its samples.
func counted(n *atomic.Int64) Fill {
	return func(out []float32) {
		for i := range out {
			out[i] = 0.1
		}
		n.Add(int64(len(out)))
	}
}

func fakePlayer(t *testing.T, does string) Backend {
	t.Helper()
	t.Setenv("CATCOW_TEST_PLAYER", does)
	t.Setenv("CATCOW_TEST_FILE", filepath.Join(t.TempDir(), "bytes"))
	return playerBackend([]string{os.Args[0]})
}

func TestPlayerIsLookedAt(t *testing.T) {
	for does, want := range map[string]string{"plays": "", "hangs": "", "fails": exitsText} {
		b := fakePlayer(t, does)
		path, err := b.Look(t.Context())
		switch {
		case want == "" && (err != nil || path != os.Args[0]):
			t.Errorf("%s: %q, %v", does, path, err)
		case want != "" && (err == nil || err.Error() != want):
			t.Errorf("%s: %q, %v; want %q", does, path, err, want)
		}
	}
	b := playerBackend([]string{"catcow-has-no-such-player"})
	if _, err := b.Look(t.Context()); err == nil || err.Error() != notInstalledText {
		t.Errorf("%v", err)
	}
	d, err := b.Open(t.Context(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if d.Start() == nil {
		t.Error("a player that is not there starts")
	}
}

// What a player is fed keeps pace with the clock.
func TestPlayerKeepsPace(t *testing.T) {
	b := fakePlayer(t, "plays")
	var n atomic.Int64
	d, err := b.Open(t.Context(), counted(&n), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if err := d.Start(); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	time.Sleep(400 * time.Millisecond)
	d.Stop()
	got, passed := n.Load(), time.Since(begun)+lead
	if most := int64(passed*Rate/time.Second) + chunk; got > most || got < most/2 {
		t.Errorf("fed %d samples in %v, want nearly %d", got, passed, most)
	}
	time.Sleep(3 * beat)
	if n.Load() != got {
		t.Error("it is fed after Stop")
	}
}

func TestPlayerThatDiesIsLost(t *testing.T) {
	b := fakePlayer(t, "dies")
	var n atomic.Int64
	d, err := b.Open(t.Context(), counted(&n), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Start(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-d.Lost():
	case <-time.After(3 * time.Second):
		t.Error("nobody notices that the player has died")
	}
	d.Close()
}

// A player that does not read is ended as quickly as any.
func TestPlayerThatHangs(t *testing.T) {
	b := fakePlayer(t, "hangs")
	var n atomic.Int64
	d, err := b.Open(t.Context(), counted(&n), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // Start and Stop can be called in turns
		if err := d.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(800 * time.Millisecond) // more than a pipe holds
		begun := time.Now()
		d.Stop()
		if took := time.Since(begun); took > 100*time.Millisecond {
			t.Errorf("Stop takes %v", took)
		}
		d.Stop()
		select {
		case <-d.Lost():
			t.Fatal("one that was stopped is taken for lost")
		default:
		}
	}
	d.Close()
	d.Close()
}
