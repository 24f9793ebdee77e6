//go:build !windows

package cli

// isReaderGone is for Windows: elsewhere a signal ends who writes to a pipe that
// nobody reads any more.
func isReaderGone(error) bool { return false }
