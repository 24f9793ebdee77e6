package decode

import (
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
		if got := lineIndex(c.src)[c.path]; got != c.line {
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
		if got := tooDeep(c.src); got != c.want {
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
		for path, line := range lineIndex(src) {
			if line < 1 || line > lines {
				t.Fatalf("%q is on line %d of %d", path, line, lines)
			}
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Fatalf("%d bytes took %v", len(src), d)
		}
	})
}
