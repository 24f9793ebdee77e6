package content

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"catcow/decode"
)

// The least that a pose and a routine of the user's must say.
const (
	leastPose = `id = "mine"
name = "Mine"
position = "supine"
dose = "30s"
steps = ["Lie down."]
`
	leastRoutine = `id = "round"
name = "Round"
items = [{ pose = "cat-cow" }]
`
)

// with is a file with lines such as `name = 5` in the place of those with the
// same key, or after the others.
func with(file string, lines ...string) string {
	out := strings.Split(strings.TrimSuffix(file, "\n"), "\n")
	for _, line := range lines {
		key, _, _ := strings.Cut(line, "=")
		i := slices.IndexFunc(out, func(s string) bool { return strings.HasPrefix(s, key+"=") })
		if i < 0 {
			out = append(out, line)
		} else {
			out[i] = line
		}
	}
	return strings.Join(out, "\n") + "\n"
}

// without is a file without the lines of the keys.
func without(file string, keys ...string) string {
	lines := strings.Split(file, "\n")
	lines = slices.DeleteFunc(lines, func(s string) bool {
		key, _, _ := strings.Cut(s, " ")
		return slices.Contains(keys, key)
	})
	return strings.Join(lines, "\n")
}

// files is a folder by name; poses and routines are in their own.
type files map[string]string

// user is the root of the user's own files, in the folder "me".
func user(list files) Root {
	fsys := fstest.MapFS{}
	for name, text := range list {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return Root{FS: fsys, Dir: "me"}
}

// load is the built-in files with the user's laid over them.
func load(list files) (*Library, decode.Problems) { return Load(Builtin(), user(list)) }

// lines is the problems as the user sees them.
func lines(p decode.Problems) []string {
	if len(p) == 0 {
		return nil
	}
	return strings.Split(p.Error(), "\n")
}

// wantProblems fails the test if the problems are not those.
func wantProblems(t *testing.T, what string, got decode.Problems, want ...string) {
	t.Helper()
	if !slices.Equal(lines(got), want) {
		t.Errorf("%s:\n\t%s\nwant\n\t%s", what, strings.Join(lines(got), "\n\t"), strings.Join(want, "\n\t"))
	}
}

// at is the problems of one file, each with or without its line before it.
func at(file string, problems []string) []string {
	out := make([]string, len(problems))
	for i, p := range problems {
		out[i] = file + ": " + p
		if p[0] >= '0' && p[0] <= '9' {
			out[i] = file + ":" + p
		}
	}
	return out
}
