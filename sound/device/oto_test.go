//go:build windows || darwin

package device

import (
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// The system's sound is there once a process: whoever looks for it and whoever plays
// share it, and one that stops does not silence another.
func TestOneSpeaker(t *testing.T) {
	var pulled [2]atomic.Int64
	var all [2]Device
	for i := range all {
		d, err := native()[0].Open(t.Context(), func([]float32) { pulled[i].Add(1) }, time.Now) //nolint:forbidigo // a test's own
		if err != nil {
			if strings.Contains(err.Error(), "already") {
				t.Fatal(err)
			}
			t.Skip("no sound here: " + err.Error())
		}
		defer d.Close()
		if err := d.Start(); err != nil {
			t.Fatal(err)
		}
		all[i] = d
	}
	all[0].Stop()
	all[0].Stop() // once more changes nothing
	before := pulled[1].Load()
	for range 100 {
		if pulled[1].Load() > before {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Error("one that stopped stopped the other")
}
