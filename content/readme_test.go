package content

import (
	"os"
	"regexp"
	"testing"
	"testing/fstest"
)

// What the README tells people to write works.
func TestTheExamplesOfTheReadmeLoad(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, m := range regexp.MustCompile("(?s)```toml\n# (\\S+)\n(.*?)```").FindAllSubmatch(readme, -1) {
		files[string(m[1])] = &fstest.MapFile{Data: m[2]}
	}
	lib, problems := Load(Builtin(), Root{FS: files})
	if len(files) != 2 || len(problems) > 0 {
		t.Fatalf("%d examples, problems: %v", len(files), problems)
	}
	if r, err := lib.Routine("morning"); err != nil || len(r.Items) != 5 {
		t.Errorf("morning has %d items, error %v; want 5", len(r.Items), err)
	}
}
