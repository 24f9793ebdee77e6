package decode

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"
)

func ExampleTable() {
	doc := Parse("cow.toml", "name = 5\nkind = \"stil\"\n\n[[item]]\ndoze = \"30s\"\n")
	t := doc.Table()
	t.Need("name", 40, "a name to choose it by")
	t.Word("kind", []string{"still", "moving"})
	for _, item := range t.Tables("item") {
		item.Need("dose", 40, "how much of it")
		item.ReportUnknown()
	}
	t.ReportUnknown()
	fmt.Println(doc.Problems)
	// Output:
	// cow.toml:1: name: is 5; want a text
	// cow.toml:2: kind: "stil" is not known; want one of still, moving; did you mean "still"?
	// cow.toml:4: item[0]: no dose; want how much of it
	// cow.toml:5: item[0].doze: unknown key; did you mean "dose"?
}

// The kinds that no pose or routine has; theirs are tested in package content.
func TestTable_ReportsTheWrongKind(t *testing.T) {
	for _, c := range []struct {
		text string
		read func(*Table)
		want string
	}{
		{"k = 1.5", func(t *Table) { t.Int("k", 0, 9, "a digit") }, "f:1: k: is 1.5; want a digit"},
		{"k = 10", func(t *Table) { t.Int("k", 0, 9, "a digit") }, "f:1: k: is 10; want a digit"},
		{"k = 1", func(t *Table) { t.Table("k", "a table") }, "f:1: k: is 1; want a table"},
		{"[[k]]", func(t *Table) { t.Table("k", "a table") }, "f:1: k: is a list of tables; want a table"},
		{"k = 1", func(t *Table) { t.Date("k") }, "f:1: k: is 1; want a date such as 2026-11-20"},
		{"k = 1", func(t *Table) { t.Bool("k") }, "f:1: k: is 1; want true or false"},
		{"[t]\n[t.u]\nk = 1", func(t *Table) { t.Table("t", "").Table("u", "").Report("x", "is missing") }, "f:2: t.u.x: is missing"},
	} {
		doc := Parse("f", c.text)
		c.read(doc.Table())
		if got := doc.Problems.Error(); got != c.want {
			t.Errorf("%q: got %q; want %q", c.text, got, c.want)
		}
	}
}

func TestTable_Numbers(t *testing.T) {
	doc := Parse("f", "n = 7\nx = -1.5\nat = [0, 0.5]\nbad = [1, 'a', 9]\nfew = [1]\nlarge = 11")
	top := doc.Table()
	if n, x, other := top.Number("n", 1, 10), top.Number("x", 1, 10), top.Number("y", 1, 10); n != 7 || x != -1.5 || other != 1 {
		t.Error(n, x, other)
	}
	if at := top.Numbers("at", 1, 3, 2); len(at) != 2 || at[1] != 0.5 {
		t.Error(at)
	}
	if top.Numbers("bad", 8, 3) != nil || top.Numbers("few", 8, 3, 2) != nil || top.Numbers("none", 8, 3) != nil || top.Number("large", 0, 10) != 0 {
		t.Error("something is read that is wrong")
	}
	top.Quiet().Number("at", 0, 10)
	const want = `f:4: bad[1]: is a text; want a number
f:4: bad[2]: is 9; want at most 8
f:5: few: is a list of 1; want a list of 3 numbers
f:6: large: is 11; want at most 10`
	if got := doc.Problems.Error(); got != want {
		t.Errorf("got %s", got)
	}
	if !Holds[int64](top, "n") || Holds[float64](top, "n") || Holds[string](top, "y") {
		t.Error("the types are others")
	}
}

func TestTable_GivesWhatIsThere(t *testing.T) {
	doc := Parse("f", "n = 7\nb = true\nd = 2026-11-20\nw = ['a', 'b']\n[t]\ns = 'x'")
	top := doc.Table()
	n, b, d, w, s := top.Int("n", 0, 9, ""), top.Bool("b"), top.Date("d"), top.Words("w", []string{"a", "b"}), top.Table("t", "").Line("s", 9)
	if n != 7 || !b || d.Format(time.DateOnly) != "2026-11-20" || len(w) != 2 || s != "x" {
		t.Errorf("got %v %v %v %v %q", n, b, d, w, s)
	}
	if top.Has("x") || top.Int("x", 1, 9, "") != 0 || top.Tables("x") != nil || top.Table("x", "").Has("y") {
		t.Error("something is there that is not")
	}
	if top.ReportUnknown(); len(doc.Problems) > 0 {
		t.Error(doc.Problems)
	}
}

func TestProblem_IsOneLineThatDoesNothing(t *testing.T) {
	for _, c := range []struct {
		problem Problem
		want    string
	}{
		{Problem{"f", 3, "k", "is wrong"}, "f:3: k: is wrong"},
		{Problem{File: "f", Text: "is wrong"}, "f: is wrong"},
		{Problem{Key: "k", Text: "is wrong"}, "k: is wrong"},
		{Problem{File: "\x1b[31m", Key: "a\nb", Text: "\u202e"}, "�[31m: a�b: �"},
		{Problem{File: "f", Text: strings.Repeat("猫", 1000)}, "f: " + strings.Repeat("猫", 247) + "..."},
	} {
		if got := c.problem.Error(); got != c.want {
			t.Errorf("got %q; want %q", got, c.want)
		}
	}
	all := Problems{{File: "a", Text: "x"}, {File: "b", Text: "y"}}
	if got := all.Error(); got != "a: x\nb: y" {
		t.Errorf("got %q", got)
	}
}

// growing is a folder whose files have more in them than they said.
type growing struct{ fstest.MapFS }

func (g growing) Stat(name string) (fs.FileInfo, error) {
	return fstest.MapFS{name: {Data: []byte("a")}}.Stat(name)
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a"), []byte("0123456789"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		fs   fs.FS
		file string
		want string // of the error
	}{
		{"a file", os.DirFS(dir), "a", ""},
		{"a larger one", fstest.MapFS{"a": {Data: make([]byte, 11)}}, "a", "is too large"},
		{"one that grows", growing{fstest.MapFS{"a": {Data: make([]byte, 11)}}}, "a", "is too large"},
		{"a folder", os.DirFS(dir), ".", "is not a file"},
		{"none", os.DirFS(dir), "b", "cannot be read: "},
		{"one that fails", failing{}, "a", "cannot be read: broken"},
	} {
		b, err := ReadFile(c.fs, c.file, 10)
		if c.want == "" && (string(b) != "0123456789" || err != nil) || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s: got %q, %v", c.name, b, err)
		}
	}
	if _, err := ReadFile(os.DirFS(dir), "b", 10); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v; want that it does not exist", err)
	}
}

// failing is a folder whose files break while they are read.
type failing struct{}

func (failing) Open(name string) (fs.File, error) {
	f, err := fstest.MapFS{name: {}}.Open(name)
	return brokenFile{f}, err
}

type brokenFile struct{ fs.File }

func (brokenFile) Read(b []byte) (int, error) { return iotest.ErrReader(errors.New("broken")).Read(b) }
