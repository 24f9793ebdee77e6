// Package sampletest has a plain go test look at a part of what a sweep could look at, at another part each time.
package sampletest

import (
	"math/rand/v2"
	"os"
	"testing"
)

// Slow reports whether tests are to look at all there is, as .ci/run has them.
func Slow() bool { return os.Getenv("SLOW_TESTS") != "" }

// OneIn chooses one in n of what is numbered, and logs which; all where tests are to be slow.
func OneIn(tb testing.TB, n int) (chosen func(i int) bool) {
	tb.Helper()
	if Slow() {
		return func(int) bool { return true }
	}
	from := rand.IntN(n)
	tb.Logf("looks at number %d of every %d; SLOW_TESTS=1 at all", from, n)
	return func(i int) bool { return i%n == from }
}
