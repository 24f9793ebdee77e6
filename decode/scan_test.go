package decode

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

func TestEveryKeyAndElementHasItsLine(t *testing.T) {
	for _, c := range []struct {
		name, src, path string
		line            int
	}{
		{"a key", "a = 1\nb = 2\n", "b", 2},
		{"a key after blank lines and comments", "# one\n\n# a = 1\na = 1 # b = 2\nb = 2\n", "b", 5},
		{"a key with CRLF", "a = 1\r\n\r\nb = [\r\n  1,\r\n  2,\r\n]\r\nc = 3\r\n", "c", 7},
		{"an element with CRLF", "a = 1\r\nb = [\r\n  1,\r\n  2,\r\n]\r\n", "b[1]", 4},
		{"a quoted key", "a = 1\n\"b c\" = 2\n", "b c", 2},
		{"a quoted key with an equals sign", "a = 1\n\"b=c\" = 2\nd = 3", "b=c", 2},
		{"a quoted key with an escape", "a = 1\n\"\\u001b[\" = 2\n", "\x1b[", 2},
		{"a dotted key", "a = 1\nb . c = 2\n", "b.c", 2},
		{"what a dotted key stands in", "a = 1\nb.c = 2\n", "b", 2},
		{"a list on one line", "a = 1\nb = [1, 2, 3]\n", "b[2]", 2},
		{"a list over many lines", "b = [\n  \"x\",\n\n  # no\n  \"y\",\n]\n", "b[1]", 5},
		{"a key after a list", "b = [\n \"x]\", # ]\n ']', ]\nc = 1", "c", 4},
		{"an empty list", "b = []\nc = [\n]\nd = 1", "d", 4},
		{"a list in a list", "b = [\n [1, 2],\n [3,\n 4],\n]\n", "b[1][1]", 4},
		{"an inline table", "b = { c = 1, d = 2 }\n", "b.d", 1},
		{"a list of inline tables", "b = [\n { c = 1, d = 2 },\n { c = 1, d = 2 },\n]\n", "b[1].d", 3},
		{"an inline table as such", "b = [\n { c = 1 },\n { },\n]\n", "b[1]", 3},
		{"a quoted brace in an inline table", "b = [\n { \"c}\" = '}', d = \"}\" },\n { d = 1 },\n]\n", "b[1].d", 3},
		{"a table", "a = 1\n[b]\nc = 1\n", "b.c", 3},
		{"a table as such", "a = 1\n[ b . \"c\" ]\nd = 1\n", "b.c", 2},
		{"what a table stands in", "a = 1\n[b.c]\nd = 1\n", "b", 2},
		{"the first of many tables", "[[v]]\nc = 1\n\n[[v]]\nc = 2\n", "v[0].c", 2},
		{"the second of many tables", "[[v]]\nc = 1\n\n[[v]]\nc = 2\n", "v[1].c", 5},
		{"the second of many tables as such", "[[v]]\nc = 1\n\n[[v]]\nc = 2\n", "v[1]", 4},
		{"many tables as a list", "a = 1\n[[v]]\nc = 1\n[[v]]\n", "v", 2},
		{"a table in the last of many", "[[v]]\n[[v]]\n[v.w]\nc = 1\n", "v[1].w.c", 4},
		{"many tables in the last of many", "[[v]]\n[[v.w]]\n[[v]]\n[[v.w]]\n[[v.w]]\nc = 1\n", "v[1].w[1].c", 6},
		{"a table after a comment", "[[v]] # [[v]]\nc = 1\n", "v[0].c", 2},
		{"a key after a text over many lines", "a = \"\"\"\nx = 1\ny = 2\n\"\"\"\nb = 1\n", "b", 5},
		{"a key after a literal over many lines", "a = '''\nx = 1\\'''\nb = 1\n", "b", 3},
		{"a key after a line that goes on", "a = \"\"\"x \\\n   y\"\"\"\nb = 1\n", "b", 3},
		{"a key after a text that ends in quotes", "a = [\"\"\"x\"\"\"\"\", \"y\",\n\"z\"]\nb = 1\n", "a[2]", 2},
		{"a key after a quote in a text", "a = \"\\\"\\\\\"\nb = 1\n", "b", 2},
		{"a key after empty texts", "a = [\"\", '', \"\"\"\"\"\"]\nb = 1\n", "b", 2},
		{"a key after a date", "a = 2026-11-20 07:00:00\nb = 1\n", "b", 2},
		{"a key with its value on the last line", "a = 1\nb = 2", "b", 2},
		{"a key that is not there", "a = 1\n", "b", 0},
	} {
		if _, err := toml.Decode(c.src, &map[string]any{}); err != nil {
			t.Errorf("%s: the case is not TOML: %v", c.name, err)
		}
		if lines, _ := scanLines(c.src); lines[c.path] != c.line {
			got := lines[c.path]
			t.Errorf("%s: %s is on line %d; want %d", c.name, c.path, got, c.line)
		}
	}
}

func TestNestingIsTooDeepOnlyWhereNobodyWritesIt(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      bool
	}{
		{"a list of lists", "a = [[1, 2], [3, 4]]", false},
		{"many lists beside one another", "a = [" + strings.Repeat("[1], ", 1000) + "]", false},
		{"many keys", strings.Repeat("a.b.c = 1\n", 1000), false},
		{"brackets in a text", `a = "` + strings.Repeat("[{.", 1000) + `"`, false},
		{"brackets in a comment", `a = 1 #` + strings.Repeat("[{.", 1000), false},
		{"lists", "a = " + strings.Repeat("[", 1000) + strings.Repeat("]", 1000), true},
		{"tables", "a = " + strings.Repeat("{a = ", 1000) + "1" + strings.Repeat("}", 1000), true},
		{"a dotted key", strings.Repeat("a.", 1000) + "a = 1", true},
		{"a dotted table", "[" + strings.Repeat("a.", 1000) + "a]", true},
		{"many dotted tables", "[[" + strings.Repeat("a.", 1000) + "a]]", true},
		{"a long key", strings.Repeat("a", 2000) + " = 1", true},
	} {
		if _, got := scanLines(c.src); got != c.want {
			t.Errorf("%s: too deep is %t; want %t", c.name, got, c.want)
		}
	}
}

func FuzzLineIndex(f *testing.F) {
	for _, s := range []string{
		"", "=", "[", "[[", "]", "{", "}", "a", "a=", "a=[", "a=[}", "a={", "a={]", "a=[{", "a=[\"", "a='", "a=\"\\", "\"\"\"", "a=\"\"\"\\",
		"a=[1,2]\n[[b]]\nc={d=1}", "a=[\n#\n]", ",", "\r", "a=[[[[[]]]]]", "[a.b.c]\n[[a.b.c]]", "'=", "a=[1\"2\"]", "é=1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		lines := 1 + strings.Count(src, "\n")
		start := time.Now()
		found, _ := scanLines(src)
		for path, line := range found {
			if line < 1 || line > lines {
				t.Fatalf("%q is on line %d of %d", path, line, lines)
			}
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Fatalf("%d bytes took %v", len(src), d)
		}
	})
}

const plainText = `# A pose.
id = "cow"	# its name
steps = [
  "One.", # a comment
  "Two – and é.",
]
props = []
avoid = [{ with = "a", leave = false }, { with="b",say = "x" },]
enough = 12
numbers = [0, -1, 0.5, -12.25]
none = {}
reviewed = 2026-11-20

[source]
year = 2018
[[variant]]
id = "x"
[[variant]]
id = 'y'
steps = ["a"]
[variant.more]
[[variant.more.key]]
id = "z"
[figure.variant.x]
[figure]`

func TestScanKeys_ReadsWhatTheParserReads(t *testing.T) {
	text, _, _ := strings.Cut(plainText, "[figure]")
	if _, plain := scanKeys(text); !plain {
		t.Error("a plain text is not taken for one")
	}
	isReadAlike(t, text)
}

// What comes with the program is plain, or it starts slower than it could.
func TestScanKeys_ReadsWhatComesWithTheProgram(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../content/*.toml", "../content/*/*.toml", "../figure/author/*.toml", "../config.toml"} {
		found, _ := filepath.Glob(pattern)
		files = append(files, found...)
	}
	if len(files) < 40 {
		t.Fatalf("found %q", files)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, plain := scanKeys(string(text)); !plain {
			t.Errorf("%s is not plain", file)
		}
		isReadAlike(t, string(text))
	}
}

func TestScanKeys_LeavesTheRestToTheParser(t *testing.T) {
	for _, text := range []string{
		`a = "x\n"`, "a = \"\"\"x\"\"\"", `a = """"`, `a = `, `a.b = 1`, `"a" = 1`, `a b = 1`, "[a . b]", "[a]\n[a]", "a = 1\na = 2",
		"a = [1]\n[[a]]", "a = {}\n[a]", "a = {}\n[a.b]", "a = [{}]\n[a.b]", "[[a]]\n[a]", "[a.b]\n[a]", "a", "a =", "a = ", "a = #\n1", "a = [", "a = [1",
		"a = [1 2]", "a = [1,,2]", "a = [,]", "a = [1}", "a = {", "a = {b = 1", "a = {b = 1 c = 2}", "a = {b = 1, b = 2}", "a = {b = 1,}",
		"a = {\nb = 1}", "a = {,}", "a = {b}", "a = \"x", "a = \"x\ny\"", "a = x", "a = 1 2", "a = 1 b = 2", "a = 1, b = 2", "a = 1,\n", ", a = 1",
		"= 1", "[a", "[a]]", "[[a]", "[]", "[a.]", "[a] b = 1", "a = 1\r\n", "a = \"\x00\"", "a = \"\xff\"", "\ufeffa = 1", "é = 1",
		"a = 01", "a = -", "a = +1", "a = 1_000", "a = 1.", "a = .5", "a = 1e3", "a = 0x1", "a = inf", "a = 9223372036854775808", "a = 2026-02-30",
		"a = 2026-11-20T10:00:00Z", "a = 10:00:00", strings.Repeat("k", 2000) + " = 1", "a = " + strings.Repeat("[", 60) + strings.Repeat("]", 60),
	} {
		if keys, plain := scanKeys(text); plain {
			t.Errorf("%q is read as %v", text, keys)
		}
	}
}

// One slip after another in a text that is plain.
func TestScanKeys_AgreesWithTheParserAboutSlips(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Split(`a|b|id|"x"|''|"|'|=| = |,|.|[|]|[[|]]|{|}|#|\|-|0|1|-0|0.5|1e2|true|2026-11-20| |`+"\t|\n|\n\n|\r|é", "|")
	plain := 0
	for range 5000 {
		text := plainText[strings.LastIndexByte(plainText[:random.IntN(len(plainText))], '\n')+1:]
		for range 1 + random.IntN(3) {
			from := random.IntN(len(text) + 1)
			to := min(from+random.IntN(3), len(text))
			text = text[:from] + pieces[random.IntN(len(pieces))] + text[to:]
		}
		if _, ok := scanKeys(text); ok {
			plain++
		}
		isReadAlike(t, text)
	}
	if plain < 100 {
		t.Errorf("%d texts are plain; want more to compare", plain)
	}
}

func FuzzScanKeys(f *testing.F) {
	f.Add(plainText)
	f.Add("a = [{b = [1]}, 2]\n[c]\nd = {e = {f = true}}")
	f.Add("a = [[{b = 1}]]\n[[c]]\n[d]\n[[c]]\n[c.d.e]\n[[c.d.f]]")
	f.Fuzz(isReadAlike)
}

// isReadAlike fails if a text is taken for a plain one and the parser reads something
// else.
func isReadAlike(t *testing.T, text string) {
	t.Helper()
	got, plain := scanKeys(text)
	if !plain {
		return
	}
	var want any
	if _, err := toml.Decode(text, &want); err != nil {
		t.Fatalf("%q is read; want %v", text, err)
	}
	if !reflect.DeepEqual(any(got), inUTC(want)) {
		t.Fatalf("%q: got %#v; want %#v", text, got, want)
	}
}

// inUTC is a value with its days as the scanner gives them: the parser's are in the
// zone of the machine.
func inUTC(value any) any {
	switch v := value.(type) {
	case time.Time:
		return time.Date(v.Year(), v.Month(), v.Day(), v.Hour(), v.Minute(), v.Second(), v.Nanosecond(), time.UTC)
	case []any:
		for i := range v {
			v[i] = inUTC(v[i])
		}
	case []map[string]any:
		for i := range v {
			inUTC(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = inUTC(v[k])
		}
	}
	return value
}
