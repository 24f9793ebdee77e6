package content

import (
	"io/fs"
	"os"
	"path/filepath"
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

func TestTheUsersOwnTakesThePlaceOfABuiltinOne(t *testing.T) {
	lib, problems := load(files{
		"poses/cow.toml":      with(leastPose, `id = "cat-cow"`, `name = "My Cow"`),
		"routines/lower.toml": with(leastRoutine, `id = "lower-back"`, `name = "My Back"`),
		"sources.toml":        "[relief]\ntitle = \"Mine\"\n[own]\ntitle = \"Own\"\nauthor = \"Me\"\nyear = 2026\n",
		"poses/cited.toml":    with(leastPose, `source = ["own", "relief", "A Leaflet, my physio"]`),
	})
	wantProblems(t, "problems", problems)
	before := loadBuiltin(t)
	if p, _ := lib.Pose("cat-cow"); p.Name != "My Cow" || p.Builtin || len(lib.Poses()) != len(before.Poses())+1 {
		t.Errorf("cat-cow is %q of %d poses", p.Name, len(lib.Poses()))
	}
	if r, _ := lib.Routine("lower-back"); r.Name != "My Back" || r.Builtin || len(lib.Routines()) != len(before.Routines()) {
		t.Errorf("lower-back is %q of %d routines", r.Name, len(lib.Routines()))
	}
	if r, _ := lib.Routine("upper-back"); r.Items[1].Pose.Name != "My Cow" {
		t.Errorf("the built-in routine has the pose %q", r.Items[1].Pose.Name)
	}
	p, _ := lib.Pose("mine")
	var cited []string
	for _, s := range p.Source {
		cited = append(cited, s.ID+": "+s.String())
	}
	if want := []string{"own: Own, Me, 2026", "relief: Mine", ": A Leaflet, my physio"}; !slices.Equal(cited, want) {
		t.Errorf("the sources are %q; want %q", cited, want)
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

// What was asked for, or nothing: never the built-in one under a broken file, or
// one whose name is near.
func TestANameOfABrokenFileIsAnsweredWithWhatIsWrongWithIt(t *testing.T) {
	lib, _ := load(files{
		"poses/cow.toml":      with(leastPose, `id = "cat-cow"`, `name = 5`),
		"poses/cobr.toml":     "id = ",
		"poses/down-dog.toml": "id = ", // another name of a built-in one
		"routines/lower.toml": with(leastRoutine, `id = "lower-back"`, `name = 5`),
		"routines/neck.toml":  "name = ",
		"routines/desk.toml":  with(leastRoutine, `id = "desk-break"`, `items = [{ pose = "nap" }]`),
		"routines/good.toml":  with(leastRoutine, `id = "good"`, `items = [{ pose = "cobra" }]`),
		"routines/bad.toml":   with(leastRoutine, `id = "good"`, `items = [{ pose = "cobra" }]`),
		"routines/asks.toml":  with(leastRoutine, `id = "asks"`, `items = [{ pose = "cat-cow" }, { routine = "neck" }]`),
	})
	for _, c := range []struct{ kind, name, want string }{
		{"pose", "cat-cow", `your own pose "cat-cow" cannot be used: me/poses/cow.toml:2: name: is 5; want a text`},
		{"pose", "Cat Cow", `your own pose "cat-cow" cannot be used: me/poses/cow.toml:2: name: is 5; want a text`},
		{"pose", "cobr", `your own pose "cobr" cannot be used: me/poses/cobr.toml:1: id: unexpected EOF; expected value`},
		{"pose", "down dog", `your own pose "down-dog" cannot be used: me/poses/down-dog.toml:1: id: unexpected EOF; expected value`},
		{"pose", "cobra", ""},
		{"routine", "lower-back", `your own routine "lower-back" cannot be used: me/routines/lower.toml:2: name: is 5; want a text`},
		{"routine", "neck", `your own routine "neck" cannot be used: me/routines/neck.toml:1: name: unexpected EOF; expected value`},
		{"routine", "nec", `"nec" could be neck or neck-and-shoulders; want more letters`},
		{"routine", "neck-", ""},
		{"routine", "desk-break", `your own routine "desk-break" cannot be used: me/routines/desk.toml:3: items[0].pose: no pose "nap"`},
		{"routine", "good", ""}, // the first of two with one id
		{"routine", "asks", `your own routine "asks" cannot be used: me/routines/asks.toml:3: items[0].pose: "cat-cow" has problems of its own; want one that is whole`},
	} {
		var err error
		if c.kind == "pose" {
			_, err = lib.Pose(c.name)
		} else {
			_, err = lib.Routine(c.name)
		}
		if text(err) != c.want {
			t.Errorf("%s %s: got %q; want %q", c.kind, c.name, text(err), c.want)
		}
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
		"config.toml", "sources.toml", "state.toml", "state.toml.damaged", "notes.txt", "pose.toml", "config.toml.txt", ".hidden", "poses/a.toml", "poses/b.toml.txt", "poses/c.TOML",
		"poses/sub/d.toml", "poses/.e.toml", "poses/f", "routines/a.toml",
	} {
		fsys[name] = &fstest.MapFile{}
	}
	const ends = "is passed over; want a name that ends in .toml"
	wantProblems(t, "passed over", Root{FS: fsys, Dir: "me"}.PassedOver(),
		"me/config.toml.txt: "+ends,
		"me/pose.toml: is passed over; want it in poses or routines",
		"me/poses/.e.toml: "+"is passed over; want a name that does not begin with a dot",
		"me/poses/b.toml.txt: "+ends,
		"me/poses/c.TOML: "+ends,
		"me/poses/f: "+ends,
		"me/poses/sub: is a folder and passed over; want its files beside it",
	)
}

func TestTwoFilesOfTheUsersCannotHaveOneID(t *testing.T) {
	lib, problems := load(files{
		"poses/a.toml":    with(leastPose, `name = 5`),
		"poses/b.toml":    with(leastPose, `name = "B"`),
		"poses/c.toml":    with(leastPose, `name = "C"`),
		"poses/d.toml":    with(leastPose, `name = "D"`),
		"routines/a.toml": with(leastRoutine, `name = "A"`),
		"routines/b.toml": with(leastRoutine, `name = "B"`),
	})
	wantProblems(t, "problems", problems,
		`me/poses/a.toml:2: name: is 5; want a text`,
		`me/poses/c.toml:1: id: "mine" is taken by me/poses/b.toml; want another id`,
		`me/poses/d.toml:1: id: "mine" is taken by me/poses/b.toml; want another id`,
		`me/routines/b.toml:1: id: "round" is taken by me/routines/a.toml; want another id`,
	)
	if p, _ := lib.Pose("mine"); p.Name != "B" {
		t.Errorf("the pose is %q", p.Name)
	}
	if r, _ := lib.Routine("round"); r.Name != "A" {
		t.Errorf("the routine is %q", r.Name)
	}
}

// including is a routine of the user's with only routines in it.
func including(id string, others ...string) string {
	items := make([]string, len(others))
	for i, o := range others {
		items[i] = "  { routine = \"" + o + "\" },"
	}
	return with(leastRoutine, `id = "`+id+`"`, "items = [\n"+strings.Join(items, "\n")+"\n]")
}

func TestARoutineThatLeadsBackToItselfIsReportedOnce(t *testing.T) {
	const want = "; want a routine that does not lead back here"
	for _, c := range []struct {
		name string
		list files
		want []string
	}{
		{"itself", files{"routines/a.toml": including("a", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, a" + want,
		}},
		{"itself twice", files{"routines/a.toml": including("a", "a", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, a" + want,
			"me/routines/a.toml:5: items[1].routine: goes in a circle: a, a" + want,
		}},
		{"two", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "upper-back", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, b, a" + want,
			"me/routines/b.toml:5: items[1].routine: goes in a circle: b, a, b" + want,
		}},
		{"three", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "c"), "routines/c.toml": including("c", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, b, c, a" + want,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: b, c, a, b" + want,
			"me/routines/c.toml:4: items[0].routine: goes in a circle: c, a, b, c" + want,
		}},
		{"one that leads into two", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "c"), "routines/c.toml": including("c", "b")}, []string{
			`me/routines/a.toml:4: items[0].routine: "b" has problems of its own; want one that is whole`,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: b, c, b" + want,
			"me/routines/c.toml:4: items[0].routine: goes in a circle: c, b, c" + want,
		}},
		{"two circles through one item", files{"routines/a.toml": including("a", "b"), "routines/b.toml": including("b", "a", "c"), "routines/c.toml": including("c", "a")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: a, b, a" + want,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: b, a, b" + want,
			"me/routines/b.toml:5: items[1].routine: goes in a circle: b, c, a, b" + want,
			"me/routines/c.toml:4: items[0].routine: goes in a circle: c, a, b, c" + want,
		}},
		{"one laid over the built-in one it leads to", files{"routines/a.toml": including("lower-back", "x"), "routines/b.toml": including("x", "lower-back")}, []string{
			"me/routines/a.toml:4: items[0].routine: goes in a circle: lower-back, x, lower-back" + want,
			"me/routines/b.toml:4: items[0].routine: goes in a circle: x, lower-back, x" + want,
		}},
	} {
		lib, problems := load(c.list)
		wantProblems(t, c.name, problems, c.want...)
		if n := len(lib.Routines()); n != 10 {
			t.Errorf("%s: %d routines; want the built-in ones", c.name, n)
		}
	}
}

func TestAProblemInsideARoutineIsSaidOnceWhereItIs(t *testing.T) {
	_, problems := load(files{
		"routines/a.toml": including("a", "c"),
		"routines/b.toml": including("b", "c", "a"),
		"routines/c.toml": with(leastRoutine, `id = "c"`, `items = [{ pose = "nap" }, { pose = "doze" }]`),
		"routines/d.toml": including("d", "c"),
	})
	wantProblems(t, "problems", problems,
		`me/routines/a.toml:4: items[0].routine: "c" has problems of its own; want one that is whole`,
		`me/routines/b.toml:4: items[0].routine: "c" has problems of its own; want one that is whole`,
		`me/routines/b.toml:5: items[1].routine: "a" has problems of its own; want one that is whole`,
		`me/routines/c.toml:3: items[0].pose: no pose "nap"`,
		`me/routines/c.toml:3: items[1].pose: no pose "doze"`,
		`me/routines/d.toml:4: items[0].routine: "c" has problems of its own; want one that is whole`,
	)
}

func TestARoutineInsideAnotherGivesItsPoses(t *testing.T) {
	lib, problems := load(files{
		"routines/a.toml": including("a", "neck-and-shoulders", "b", "b"),
		"routines/b.toml": with(leastRoutine, `id = "b"`, `items = [{ pose = "childs-pose" }, { pose = "cat-cow", dose = "20s", then = "childs-pose/wide-knees" }]`),
	})
	wantProblems(t, "problems", problems)
	r, _ := lib.Routine("a")
	b := []string{"childs-pose 60-120s", "cat-cow 20s then childs-pose/wide-knees"}
	want := slices.Concat([]string{"neck-flexion 30s x3", "lateral-neck-flexion 30s x3 each side"}, b, b)
	if got := itemsOf(r); !slices.Equal(got, want) {
		t.Errorf("the items are %q; want %q", got, want)
	}
	if r.Items[2].Pose.Variant.ID != "arms-forward" {
		t.Errorf("the first way of childs-pose is %q", r.Items[2].Pose.Variant.ID)
	}
	if !slices.Equal(r.Regions, []string{"neck", "shoulders"}) {
		t.Errorf("the regions are %v; want those of the first pose", r.Regions)
	}
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

func TestPlaceAndPropsFollowFromThePoses(t *testing.T) {
	for _, c := range []struct {
		items string
		place Place
		props string
	}{
		{`{ pose = "neck-flexion" }`, Desk, "chair?"},
		{`{ pose = "neck-flexion" }, { pose = "standing-forward-fold" }, { pose = "chair-forward-fold" }`, Desk, "chair"},
		{`{ pose = "cat-cow" }`, Floor, ""},
		{`{ pose = "neck-flexion" }, { pose = "sphinx" }`, Floor, "chair?"},
		{`{ pose = "neck-flexion", then = "childs-pose/knees-together" }`, Floor, "chair? block? bolster?"},
		{`{ pose = "supported-savasana" }, { pose = "legs-up-the-wall" }`, AtAWall, "wall block? bolster?"},
		{`{ pose = "cat-cow", then = "supported-shoulder-stand" }`, AtAWall, "wall"},
		{`{ routine = "restorative" }`, AtAWall, "wall block? bolster?"},
	} {
		lib, problems := load(files{"routines/round.toml": with(leastRoutine, "items = ["+c.items+"]")})
		wantProblems(t, c.items, problems)
		r, _ := lib.Routine("round")
		var props []string
		for _, p := range r.Props() {
			props = append(props, p.String())
		}
		if got := strings.Join(props, " "); r.Place() != c.place || got != c.props {
			t.Errorf("%s: %s with %q; want %s with %q", c.items, r.Place(), got, c.place, c.props)
		}
	}
}

func TestAPoseForNoRegionMakesARoutineForNone(t *testing.T) {
	lib, problems := load(files{
		"poses/mine.toml":     leastPose,
		"routines/round.toml": with(leastRoutine, `items = [{ pose = "mine" }]`),
		"poses/sitting.toml":  with(leastPose, `id = "sitting"`, `name = "Sitting"`, "[[variant]]\nid = \"low\"\nname = \"Ärmel hoch\"\nsteps = [\"x\"]"),
	})
	wantProblems(t, "problems", problems)
	if r, err := lib.Routine("round"); err != nil || len(r.Regions) != 0 {
		t.Errorf("the regions are %v, %v", r.Regions, err)
	}
	if p, _ := lib.Pose("sitting/low"); p.Title() != "Sitting, ärmel hoch" {
		t.Errorf("the title is %q", p.Title())
	}
}

// A pose laid over a built-in one must keep the variants and sides that the
// routines ask for: what does not fit is said, and only that routine goes.
func TestABuiltinRoutineKeepsItsPoseWhereTheUsersDoesNotFit(t *testing.T) {
	lib, problems := load(files{"poses/mine.toml": with(leastPose, `id = "supine-twist"`)})
	const keeps = ", which keeps the built-in pose; want another id, or a pose that fits"
	wantProblems(t, "problems", problems,
		`me/poses/mine.toml: has sides = "none", which do not go with "6 breaths each side" of the routine "back-pain-relief"`+keeps,
		`me/poses/mine.toml: has no variant "shifted-hips" of the routine "low-back-restorative"`+keeps,
		`me/poses/mine.toml: has sides = "none", which do not go with "60-120s each side" of the routine "restorative"`+keeps,
	)
	if n := len(lib.Routines()); n != 10 {
		t.Errorf("%d routines; want 10", n)
	}
	if p, err := lib.Pose("supine-twist"); err != nil || p.Builtin {
		t.Errorf("the pose is built in: %v, error %v; want the user's", p.Builtin, err)
	}
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
