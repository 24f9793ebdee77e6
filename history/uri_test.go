package history

import "testing"

// SQLite takes what follows "file:" for the path, and what follows "file://" for a
// host.
func TestURI(t *testing.T) {
	for path, want := range map[string]string{
		"/home/anna/history.db":       "file:///home/anna/history.db?mode=ro",
		"C:/Users/Anna B/history.db":  "file:C:/Users/Anna%20B/history.db?mode=ro",
		"//server/anna/history.db":    "file:////server/anna/history.db?mode=ro",
		"history.db":                  "file:history.db?mode=ro",
		"C:/100%/what?/#1/history.db": "file:C:/100%25/what%3F/%231/history.db?mode=ro",
	} {
		if got := uri(path, "mode=ro"); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
