package content

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestTheLeastPoseAndRoutineAreEnough(t *testing.T) {
	lib, problems := load(files{"poses/mine.toml": leastPose, "routines/round.toml": leastRoutine})
	wantProblems(t, "problems", problems)
	if p, err := lib.Pose("mine"); err != nil || p.File != "me/poses/mine.toml" || p.Builtin || p.Sides != NoSides {
		t.Errorf("the pose is %+v, %v", p, err)
	}
	r, err := lib.Routine("round")
	if err != nil || r.File != "me/routines/round.toml" || r.Builtin {
		t.Errorf("the routine is %+v, %v", r, err)
	}
	if got := itemsOf(r); !slices.Equal(got, []string{"cat-cow 10 reps"}) {
		t.Errorf("the items are %q; want the pose's own dose", got)
	}
}

// What stands in one file, or is missing from it.
func TestAFileThatIsNotWholeIsReported(t *testing.T) {
	wide, long := strings.Repeat("a", 90), strings.Repeat("a", 200)
	variants := "\n[[variant]]\nid = \"a\"\nname = \"A\"\nsteps = [\"x\"]\n\n[[variant]]\nid = \"a\"\nname = \"B\"\nsteps = [\"x\"]\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a key missing", without(leastPose, "id"), []string{"no id; want " + anID}},
		{"two keys missing", without(leastPose, "name", "steps"), []string{"no name; want the name people know it by", "no steps; want a list of what to do, one action a line"}},
		{"the position missing", without(leastPose, "position"), []string{"no position; want one of " + thePositions}},
		{"the dose missing", without(leastPose, "dose"), []string{`no dose; want how much of it to do, such as "30s x3"`}},
		{"nothing at all", "", []string{"no id; want " + anID, "no name; want the name people know it by", "no position; want one of " + thePositions, "no steps; want a list of what to do, one action a line", `no dose; want how much of it to do, such as "30s x3"`}},
		{"a comment alone", "# later\n", []string{"no id; want " + anID, "no name; want the name people know it by", "no position; want one of " + thePositions, "no steps; want a list of what to do, one action a line", `no dose; want how much of it to do, such as "30s x3"`}},
		{"40 steps", with(leastPose, "steps = ["+strings.Repeat(`"a",`, 40)+"]"), nil},
		{"65 steps", with(leastPose, "steps = ["+strings.Repeat(`"a",`, 65)+"]"), []string{"5: steps: has 65 lines; want at most 64"}},
		{"65 steps of a variant", leastPose + "[[variant]]\nid = \"a\"\nname = \"A\"\nsteps = [" + strings.Repeat(`"a",`, 65) + "]\n", []string{"9: variant[0].steps: has 65 lines; want at most 64"}},
		{"65 variants", leastPose + strings.Repeat("[[variant]]\n", 65), []string{"6: variant: has 65 entries; want at most 64"}},
		{"a step of 90 cells", with(leastPose, `steps = ["`+wide+`"]`), nil},
		{"a step of 91 cells", with(leastPose, `steps = ["`+wide+`a"]`), []string{"5: steps[0]: is 91 characters long; want at most 90"}},
		{"a step of 45 wide characters", with(leastPose, `steps = ["`+strings.Repeat("猫", 45)+`"]`), nil},
		{"a step of 46 wide characters", with(leastPose, `steps = ["`+strings.Repeat("猫", 46)+`"]`), []string{"5: steps[0]: is 92 characters long; want at most 90"}},
		{"a why of 200 cells", with(leastPose, `why = "`+long+`"`), nil},
		{"a why of 201 cells", with(leastPose, `why = "`+long+`a"`), []string{"6: why: is 201 characters long; want at most 200"}},
		{"a step on its own line", with(leastPose, "steps = [\n  \"a\",\n  # b\n  5,\n]"), []string{"8: steps[1]: is 5; want a text"}},
		{"a sided pose whose line is wrong", with(leastPose, `dose = "30s each side"`, `sides = "each"`, `steps = ["{side} `+wide+`"]`), []string{"5: steps[0]: is 97 characters long; want at most 90"}},
		{"a breath that is wrong", with(leastPose, `move = "inhale"`, `inhale = 5`, `exhale = "out"`), []string{"7: inhale: is 5; want a text"}},
		{"a breath that is empty", with(leastPose, `move = "inhale"`, `inhale = ""`, `exhale = "out"`), []string{`6: move: needs the words of both breaths; want "inhale" and "exhale" lines`}},
		{"two variants with one id", leastPose + variants, []string{`13: variant[1].id: there is a variant "a" already; want another id`}},
		{"two variants with no id", leastPose + without(variants, "id"), []string{"7: variant[0]: no id; want " + anID, "11: variant[1]: no id; want " + anID}},
		{"two problems", with(leastPose, "name = 5", "why = 6"), []string{"2: name: is 5; want a text", "6: why: is 6; want a text"}},
		{"not TOML", leastPose + "why: because\n", []string{"6: expected '.' or '=', but got ':' instead"}},
		{"a key twice", leastPose + "id = \"b\"\n", []string{"6: id: key 'id' has already been defined"}},
		{"a text without an end", leastPose + "why = \"\n", []string{"6: why: strings cannot contain newlines"}},
		{"a raw escape sequence", leastPose + "why = \"\x1b[31m\"\n", []string{"6: why: TOML files cannot contain control characters: '0x1b'"}},
		{"a raw escape sequence in a comment", leastPose + "# \x1b]0;x\a\n", []string{"6: TOML files cannot contain control characters: '0x1b'"}},
		{"a raw bidirectional override", leastPose + "why = \"a\u202eb\"\n", []string{"6: why: has a character that cannot be shown, U+202E; want plain text"}},
		{"a NUL", leastPose + "why = \"\x00\"\n", []string{"6: why: TOML files cannot contain control characters: '0x00'"}},
		{"invalid UTF-8", leastPose + "why = \"\xff\"\n", []string{"is not UTF-8 text; want a TOML file"}},
		{"a picture", "\x89PNG\r\n\x1a\n", []string{"is not UTF-8 text; want a TOML file"}},
		{"a line of 10 MB", leastPose + "why = \"" + strings.Repeat("a", 10<<20) + "\"\n", []string{"is too large; want at most 256 kB"}},
		{"a line of 200 kB", leastPose + "why = \"" + strings.Repeat("a", 200_000) + "\"\n", []string{"6: why: is 200000 characters long; want at most 200"}},
		{"a key of 200 kB", leastPose + strings.Repeat("a", 200_000) + " = 1\n", []string{"is nested too deep; want plain keys and tables"}},
		{"100,000 lists in one another", "a = " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), []string{"is nested too deep; want plain keys and tables"}},
		{"100,000 dots in a key", strings.Repeat("a.", 100_000) + "a = 1", []string{"is nested too deep; want plain keys and tables"}},
		{"CRLF", strings.ReplaceAll(with(leastPose, "why = 5"), "\n", "\r\n"), []string{"6: why: is 5; want a text"}},
		{"a byte order mark", "\ufeff" + with(leastPose, "id = 5"), []string{"1: id: is 5; want a text"}},
	} {
		lib, problems := load(files{"poses/mine.toml": c.text})
		wantProblems(t, c.name, problems, at("me/poses/mine.toml", c.want)...)
		if _, ok := lib.pose("mine"); ok != (c.want == nil) {
			t.Errorf("%s: in the library is %t", c.name, ok)
		}
	}
}

func TestProblemsOfSeveralFilesComeInOrderOfFilesAndLines(t *testing.T) {
	_, problems := load(files{
		"routines/b.toml": with(leastRoutine, `id = "b"`, `items = [{ pose = "cat" }, { pose = "cow" }]`),
		"routines/a.toml": with(leastRoutine, `id = "a"`, "x = 1", "y = 2", `items = [{ pose = "dog" }]`),
		"poses/b.toml":    with(leastPose, `id = "b"`, "why = 1", "name = 2", "feel = 3"),
		"poses/a.toml":    with(leastPose, `id = "a"`, "z = 1", "y = 2"),
		"sources.toml":    "[relief]\ntitl = \"x\"\n",
	})
	wantProblems(t, "problems", problems,
		`me/poses/a.toml:6: z: unknown key`,
		`me/poses/a.toml:7: y: unknown key`,
		`me/poses/b.toml:2: name: is 2; want a text`,
		`me/poses/b.toml:6: why: is 1; want a text`,
		`me/poses/b.toml:7: feel: is 3; want a text`,
		`me/routines/a.toml:3: items[0].pose: no pose "dog"`,
		`me/routines/a.toml:4: x: unknown key`,
		`me/routines/a.toml:5: y: unknown key`,
		`me/routines/b.toml:3: items[0].pose: no pose "cat"`,
		`me/routines/b.toml:3: items[1].pose: no pose "cow"`,
		`me/sources.toml:1: relief: no title; want the title of the source`,
		`me/sources.toml:2: relief.titl: unknown key; did you mean "title"?`,
	)
}

// Maps have no order; what is reported has the same every time.
func TestProblemsOnOneLineComeInTheSameOrderEveryTime(t *testing.T) {
	list := files{
		"poses/a.toml":    with(leastPose, `source = ["relieg", "xx", "regionz"]`, `avoid = [{ a = 1, b = 2, c = 3, d = 4 }]`),
		"routines/a.toml": with(leastRoutine, `id = "a"`, `items = [{ routine = "b" }, { routine = "c" }]`),
		"routines/b.toml": with(leastRoutine, `id = "b"`, `items = [{ routine = "c" }, { routine = "a" }, { pose = "x" }]`),
		"routines/c.toml": with(leastRoutine, `id = "c"`, `items = [{ routine = "a" }, { routine = "d" }, { routine = "ae" }]`),
		"sources.toml":    "a = { x = 1, y = 2 }\nreliee.title = 'x'\nreliefs.title = 'x'\n",
	}
	_, first := load(list)
	for range 20 {
		if _, again := load(list); again.Error() != first.Error() {
			t.Fatalf("once\n%v\nand then\n%v", first, again)
		}
	}
}

func TestABrokenFileLeavesTheGoodOnesInPlace(t *testing.T) {
	lib, problems := load(files{
		"poses/cow.toml":      with(leastPose, `id = "cat-cow"`, `name = 5`),
		"routines/lower.toml": with(leastRoutine, `id = "lower-back"`, `name = 5`),
		"routines/upper.toml": with(leastRoutine, `id = "upper-back"`, `items = [{ pose = "nap" }]`),
		"routines/desk.toml":  with(leastRoutine, `id = "desk-break"`, `items = [{ routine = "desk-break" }]`),
		"routines/both.toml":  with(leastRoutine, `items = [{ routine = "upper-back" }, { routine = "desk-break" }]`),
		"sources.toml":        "relief = 5\n[regions]\ntitle = 5\n",
	})
	wantProblems(t, "problems", problems,
		`me/poses/cow.toml:2: name: is 5; want a text`,
		`me/routines/both.toml:3: items[0].routine: "upper-back" has problems of its own; want one that is whole`,
		`me/routines/both.toml:3: items[1].routine: "desk-break" has problems of its own; want one that is whole`,
		`me/routines/desk.toml:3: items[0].routine: goes in a circle: desk-break, desk-break; want a routine that does not lead back here`,
		`me/routines/lower.toml:2: name: is 5; want a text`,
		`me/routines/lower.toml:3: items[0].pose: "cat-cow" has problems of its own; want one that is whole`,
		`me/routines/upper.toml:3: items[0].pose: no pose "nap"`,
		`me/sources.toml:1: relief: is 5; want a table with title and author`,
		`me/sources.toml:3: regions.title: is 5; want a text`,
	)
	if p, _ := lib.pose("cat-cow"); p.Name != "Cat-Cow" || p.Source[0].Author != "paola_pilates" {
		t.Errorf("cat-cow is %+v", p)
	}
	for id, items := range map[string]int{"lower-back": 4, "upper-back": 3, "desk-break": 4} {
		i := slices.IndexFunc(lib.Routines(), func(r Routine) bool { return r.ID == id })
		if i < 0 || len(lib.Routines()[i].Items) != items {
			t.Errorf("%s is not the built-in one", id)
		}
	}
	if s := lib.sources["regions"]; s.Year != 0 || s.Title == "" {
		t.Errorf("the source is %+v", s)
	}
}

func TestFilesThatLieAnywhereAreTakenForWhatTheySay(t *testing.T) {
	dir := t.TempDir()
	var names []string
	for name, text := range map[string]string{"a": leastPose, "b.toml": leastRoutine, "c.toml": "name = 5\nitems = 5"} {
		names = append(names, filepath.Join(dir, name))
		if err := os.WriteFile(names[len(names)-1], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(names)
	lib, problems := Load(Builtin(), Root{Files: append(names, filepath.Join(dir, "none"))})
	wantProblems(t, "problems", problems,
		names[2]+": no id; want "+anID,
		names[2]+":1: name: is 5; want a text",
		names[2]+":2: items: is 5; want a list of tables",
		filepath.Join(dir, "none")+": cannot be read: no such file or directory",
	)
	p, poseErr := lib.Pose("mine")
	r, routineErr := lib.Routine("round")
	if p.File != names[0] || r.File != names[1] || poseErr != nil || routineErr != nil {
		t.Errorf("got %q, %v and %q, %v", p.File, poseErr, r.File, routineErr)
	}
}

func TestWhatIsPassedOverIsNamed(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{
		"config.toml", "sources.toml", "state.toml", "state.toml.damaged", "notes.txt", "pose.toml", "config.toml.txt", "conifg.toml", "Config.TOML", "source.toml", ".hidden", "poses/a.toml", "poses/b.toml.txt", "poses/c.TOML",
		"Poses/g.toml", "pose/h.toml", "Routines/i.toml", "routine/j.toml", "ruotines/k.toml", "rituals/l.toml",
		"poses/sub/d.toml", "poses/.e.toml", "poses/f", "routines/a.toml",
	} {
		fsys[name] = &fstest.MapFile{}
	}
	const ends = "is passed over; want a name that ends in .toml"
	wantProblems(t, "passed over", Root{FS: fsys, Dir: "me"}.PassedOver(),
		"me/Config.TOML: is passed over; want the name config.toml",
		"me/Poses: is a folder and passed over; want its files in poses",
		"me/Routines: is a folder and passed over; want its files in routines",
		"me/config.toml.txt: is passed over; want the name config.toml",
		"me/conifg.toml: is passed over; want the name config.toml",
		"me/pose: is a folder and passed over; want its files in poses",
		"me/pose.toml: is passed over; want it in poses or routines",
		"me/routine: is a folder and passed over; want its files in routines",
		"me/ruotines: is a folder and passed over; want its files in routines",
		"me/source.toml: is passed over; want the name sources.toml",
		"me/poses/.e.toml: "+"is passed over; want a name that does not begin with a dot",
		"me/poses/b.toml.txt: "+ends,
		"me/poses/c.TOML: "+ends,
		"me/poses/f: "+ends,
		"me/poses/sub: is a folder and passed over; want its files beside it",
	)
}

// Where a disk ignores case, or a link has the other name, the files of a folder are read.
func TestAFolderThatIsReadIsNotPassedOver(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "Poses"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "poses")); err != nil {
		if err := os.Symlink("Poses", filepath.Join(dir, "poses")); err != nil {
			t.Fatal(err)
		}
	}
	wantProblems(t, "passed over", Root{FS: os.DirFS(dir), Dir: dir}.PassedOver())
}

// Forty routines of forty, each of forty, would be 64,000 poses from 3 files.
func TestARoutineOfRoutinesHasAnEnd(t *testing.T) {
	_, problems := load(files{
		"routines/a.toml": with(leastRoutine, `id = "a"`, "items = ["+strings.Repeat(`{ pose = "cat-cow" },`, 40)+"]"),
		"routines/b.toml": including("b", "a", "a", "a", "a", "a"),
		"routines/c.toml": including("c", "b", "a"),
		"routines/d.toml": with(leastRoutine, `id = "d"`, "items = ["+strings.Repeat(`{ pose = "cat-cow" },`, 65)+"]"),
	})
	wantProblems(t, "problems", problems,
		`me/routines/c.toml:3: items: has 240 poses with those of the routines in it; want at most 200`,
		`me/routines/d.toml:3: items: has 65 entries; want at most 64`,
	)
}

// unreadable is a folder with one file, or all of it, that fails.
type unreadable struct {
	fstest.MapFS
	name string
}

func (u unreadable) Open(name string) (fs.File, error) {
	if name == u.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.Open(name)
}

func (u unreadable) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == u.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.MapFS.ReadDir(name)
}

func TestWhatCannotBeReadIsReported(t *testing.T) {
	good := &fstest.MapFile{Data: []byte(leastPose)}
	for _, c := range []struct {
		name string
		fs   fs.FS
		want []string
	}{
		{"a file", unreadable{fstest.MapFS{"poses/a.toml": good, "poses/b.toml": good}, "poses/a.toml"}, []string{"me/poses/a.toml: cannot be read: permission denied"}},
		{"a folder", unreadable{fstest.MapFS{"poses/a.toml": good}, "poses"}, []string{"me/poses: cannot be read: permission denied"}},
		{"a folder that is called like a file", fstest.MapFS{"poses/a.toml/b.toml": good}, []string{"me/poses/a.toml: is not a file; want a TOML file"}},
		{"a pipe", fstest.MapFS{"poses/a.toml": {Mode: fs.ModeNamedPipe}}, []string{"me/poses/a.toml: is not a file; want a TOML file"}},
		{"the sources", fstest.MapFS{"sources.toml": {Data: []byte("a = ")}}, []string{"me/sources.toml:1: a: unexpected EOF; expected value"}},
		{"other files", fstest.MapFS{"poses/a.txt": good, "poses/.#a.toml": {Data: []byte("\xff")}, "a.toml": {Data: []byte("\xff")}}, nil},
		{"no folder", fstest.MapFS{}, nil},
	} {
		lib, problems := Load(Builtin(), Root{FS: c.fs, Dir: "me"})
		wantProblems(t, c.name, problems, c.want...)
		if len(lib.Poses()) < 29 || len(lib.Routines()) != 10 {
			t.Errorf("%s: %d poses and %d routines", c.name, len(lib.Poses()), len(lib.Routines()))
		}
	}
}

func TestFilesOnDiskAreReadLikeThoseInMemory(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"poses/mine.toml": leastPose, "poses/bad.toml": "id = 5\n", "routines/round.toml": leastRoutine} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	lib, problems := Load(Builtin(), Root{FS: os.DirFS(dir), Dir: dir})
	bad := filepath.Join(dir, "poses", "bad.toml")
	if len(problems) != 5 || problems[4].Error() != bad+":1: id: is 5; want a text" {
		t.Errorf("the problems are\n%v", problems)
	}
	if p, err := lib.Pose("mine"); err != nil || p.File != filepath.Join(dir, "poses", "mine.toml") {
		t.Errorf("the pose is in %q, %v", p.File, err)
	}
	if _, problems := Load(Root{FS: os.DirFS(filepath.Join(dir, "none"))}); len(problems) > 0 {
		t.Errorf("a folder that is not there has\n%v", problems)
	}
}
