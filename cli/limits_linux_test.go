package cli

import (
	"os"
	"testing"
)

// Threads count as what a person runs.
func TestCountThreads(t *testing.T) {
	own, err := os.ReadDir("/proc/self/task")
	if err != nil {
		t.Fatal(err)
	}
	if got := countThreads(os.Getuid()); got < len(own) {
		t.Errorf("%d threads, and %d are ours", got, len(own))
	}
	if got := countThreads(1 << 29); got != 0 {
		t.Errorf("%d threads of nobody", got)
	}
}

func TestThereIsEnoughHere(t *testing.T) {
	if err := CheckLimits(); err != nil {
		t.Error(err)
	}
}

func BenchmarkCheckLimits(b *testing.B) {
	for b.Loop() {
		_ = CheckLimits()
	}
}
