//go:build race

package history

// raced says that the race detector slows the tests down.
const raced = true
