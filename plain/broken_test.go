package plain

import (
	"testing"
	"testing/fstest"

	"catcow/content"
	"catcow/decode"
)

// The menu says where it has the built-in routine under a broken file of one's own.
func TestMenuNamesWhatStandsInForABrokenFile(t *testing.T) {
	t.Parallel()
	own := fstest.MapFS{"routines/desk-break.toml": {Data: []byte("id = ")}}
	o := builtin(t, "")
	o.Load = func() (*content.Library, decode.Problems) {
		return content.Load(content.Builtin(), content.Root{FS: own, Dir: "me"})
	}
	all, _ := play(t, o, nil, false)
	has(t, all, problemsText(1), "9. Desk Break, 5 min, at a desk; Desk Break is the built-in one: your own file of it has a mistake.")
}
