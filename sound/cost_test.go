//go:build linux

package sound

import (
	"fmt"
	"syscall"
	"testing"
	"time"
)

// What a second costs while nothing sounds, and while the breath tone does, with
// a real server: the metric is the processor's time.
func BenchmarkSecond(b *testing.B) {
	newServer(b)
	for _, sounds := range []bool{false, true} {
		b.Run(fmt.Sprintf("sounds=%v", sounds), func(b *testing.B) {
			quiet := everything()
			quiet.Speak = false
			o := Open(quiet, time.Now)
			defer o.Close()
			o.Chime(Halfway)
			time.Sleep(200 * ms)
			if !sounds {
				for o.runs() {
					time.Sleep(100 * ms)
				}
			}
			begun, used := time.Now(), cpu(b)
			for b.Loop() {
				if sounds {
					o.Breath(true, 12*time.Second, 0)
				}
				time.Sleep(time.Second)
			}
			b.ReportMetric(float64(cpu(b)-used)/float64(time.Since(begun).Seconds())/1e3, "cpu-µs/s")
		})
	}
}

// cpu is the processor's time that this process has used.
func cpu(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
