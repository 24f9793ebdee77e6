package tui

import (
	"strings"
	"testing"
	"testing/fstest"

	"catcow/content"
)

// The menu says where it has the built-in routine under a broken file of one's own.
func TestMenuNamesWhatStandsInForABrokenFile(t *testing.T) {
	own := fstest.MapFS{"routines/desk-break.toml": {Data: []byte("id = ")}}
	m := newModel(builtin(t))
	m.lib, _ = content.Load(content.Builtin(), content.Root{FS: own, Dir: "me"})
	s := newMenu(m)
	for id, want := range map[string]bool{"desk-break": true, "lower-back": false} {
		s.choose(id)
		e, _ := s.choice()
		if got := strings.Contains(strings.Join(e.detail(m, 200), "\n"), "is the built-in one: your own file of it has a mistake"); got != want {
			t.Errorf("%s: said %v, want %v", id, got, want)
		}
	}
}
