//go:build !race

package tui

// wholeSessions is the routines that are played from the first frame to the end.
func wholeSessions() []string {
	return []string{
		"low-back-restorative", "lower-back", "back-pain-relief", "four-inversions",
		"restorative", "upper-back", "desk-break", "neck-and-shoulders",
	}
}
