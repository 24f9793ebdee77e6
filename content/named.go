package content

import "strings"

// Named is a line of a pose with the side in work, and the other, put in.
func Named(line, side, other string) string {
	if !strings.Contains(line, "{") {
		return line
	}
	return strings.ReplaceAll(strings.ReplaceAll(line, "{side}", side), "{other}", other)
}
