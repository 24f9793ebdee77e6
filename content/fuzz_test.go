package content

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode"

	"catcow/decode"
)

// seed adds the built-in files of a folder, and what nobody should write.
func seed(f *testing.F, pattern, least string) {
	f.Helper()
	names, err := fs.Glob(builtin, pattern)
	if err != nil || len(names) == 0 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(builtin, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, line := range []string{
		"", "#", "name = \"\\u001b[31m\"", "name = \"\x1b[31m\"", "\"\\u202e\" = 1", "name = \"\"\"\\\n\"\"\"", "why = \"{\"", "sides = \"each\"",
		"steps = [[[{}]]]", "avoid = [{}, 5]", "variant = [{}]", "[[variant]]", "[variant.x]", "dose = \"\"", "regions = []", "items = [{}]",
		"items = [{ routine = \"round\" }]", "items = [{ pose = \"/\" }]", "items = [{ pose = \"mine\", then = \"/\" }]", "source = [\" \"]", "figure.x = 1",
	} {
		f.Add(with(least, line))
	}
	for _, s := range []string{"", "\x00", "\xff", "\ufeff", "[", "a=[", "a.b.c=1", "=\n=", "é=\"", "a\r=1"} {
		f.Add(s)
	}
}

// readable fails the test if a problem is anything but one line of plain text.
func readable(t *testing.T, problems decode.Problems) {
	t.Helper()
	for _, p := range problems {
		s := p.Error()
		if s == "" || strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Fatalf("the problem %q is not one plain line", s)
		}
	}
}

// about reports whether one of the problems is about the file.
func about(problems decode.Problems, file string) bool {
	return slices.ContainsFunc(problems, func(p decode.Problem) bool { return p.File == file })
}

// showable fails the test if a line can do more than be read.
func showable(t *testing.T, lines ...string) {
	t.Helper()
	for _, s := range lines {
		if strings.ContainsFunc(s, unicode.IsControl) {
			t.Fatalf("the line %q has control characters", s)
		}
	}
}

func FuzzPoseFile(f *testing.F) {
	seed(f, "poses/*.toml", leastPose)
	f.Fuzz(func(t *testing.T, src string) {
		lib, problems := Load(user(files{"poses/mine.toml": src, "sources.toml": "[relief]\ntitle = \"x\"\n"}))
		readable(t, problems)
		if whole := len(lib.Poses()) == 1; whole == about(problems, "me/poses/mine.toml") {
			t.Fatalf("in the library: %t, with the problems\n%v", whole, problems)
		}
		for _, p := range lib.Poses() {
			showable(t, allLines(p)...)
			if p.ID == "" || p.Position == "" || p.Sides == "" || p.Dose.Amount.From < 1 {
				t.Fatalf("the pose %+v is not whole", p)
			}
			if way, ok := p.As(""); !ok || len(way.Steps) == 0 || way.Title() == "" {
				t.Fatalf("the pose %+v has no steps", way)
			}
			if found, err := lib.Pose(p.ID); err != nil || found.ID != p.ID {
				t.Fatalf("%q is not found: %v", p.ID, err)
			}
		}
	})
}

func FuzzRoutineFile(f *testing.F) {
	seed(f, "routines/*.toml", leastRoutine)
	f.Fuzz(func(t *testing.T, src string) {
		lib, problems := Load(user(files{
			"poses/mine.toml":     leastPose,
			"poses/cow.toml":      with(leastPose, `id = "cat-cow"`),
			"routines/other.toml": with(leastRoutine, `id = "other"`, `items = [{ pose = "mine" }, { routine = "round" }]`),
			"routines/round.toml": src,
		}))
		readable(t, problems)
		in := slices.ContainsFunc(lib.Routines(), func(r Routine) bool { return r.File == "me/routines/round.toml" })
		if in == about(problems, "me/routines/round.toml") {
			t.Fatalf("in the library: %t, with the problems\n%v", in, problems)
		}
		for _, r := range lib.Routines() {
			showable(t, r.ID, r.Name, r.Summary)
			if r.ID == "" || r.Name == "" || len(r.Items) == 0 || r.Place() == "" {
				t.Fatalf("the routine %+v is not whole", r)
			}
			for _, it := range r.Items {
				if it.Dose.Amount.From < 1 || it.Pose.ID != it.Ref.Pose || len(it.Pose.Steps) == 0 {
					t.Fatalf("the item %+v is not whole", it)
				}
			}
		}
	})
}
