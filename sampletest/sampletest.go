// Package sampletest has a plain go test look at a part of what a sweep could look at, at another part each time.
package sampletest

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// Slow reports whether tests are to look at all there is, as .ci/run has them.
func Slow() bool { return os.Getenv("SLOW_TESTS") != "" }

// Whole leaves a test that takes long by itself to .ci/run.
func Whole(tb testing.TB) {
	tb.Helper()
	if !Slow() {
		tb.Skip("set SLOW_TESTS=1 to run it")
	}
}

// OneIn chooses one in n of what is numbered, and logs which, so that SAMPLE chooses it again; all where tests are to be slow.
func OneIn(tb testing.TB, n int) (chosen func(i int) bool) {
	tb.Helper()
	if Slow() {
		return func(int) bool { return true }
	}
	from := rand.IntN(n)
	if again, err := strconv.Atoi(os.Getenv("SAMPLE")); err == nil {
		from = again % n
	}
	tb.Logf("SAMPLE=%d looks at the same one of every %d; SLOW_TESTS=1 at all", from, n)
	return func(i int) bool { return i%n == from }
}
