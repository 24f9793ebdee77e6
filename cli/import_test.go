package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"catcow/config"
	"catcow/content"
)

const aSheet = `HOME EXERCISES
1. Pelvic tilts: 3 sets of 10
2. Wall angels x12 each side, twice a day
3. Wall angels 5
`

// files is what there is below a folder.
func files(t *testing.T, dir string) string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			all = append(all, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func (u *user) sheet(name, text string) string {
	u.Helper()
	path := filepath.Join(u.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		u.Fatal(err)
	}
	return path
}

func TestImport_ShowsWhatItUnderstoodAndAsks(t *testing.T) {
	u := newUser(t)
	path := u.sheet("My Sheet.txt", aSheet)
	for _, c := range []struct {
		terminal    bool
		stdin, want string
	}{
		{false, "y\n", "--yes writes it\nnothing was written\n"},
		{true, "n\n", "y or n: nothing was written\n"},
		{true, "", "y or n: nothing was written\n"},
	} {
		u.app.Typed, u.app.Shown, u.app.Stdin = c.terminal, c.terminal, strings.NewReader(c.stdin)
		if code := u.call("import", path); code != 0 || !strings.HasSuffix(u.stdout.String(), c.want) || files(t, config.Dir()) != "" {
			t.Errorf("%q: code %d, %s%s, files %s", c.stdin, code, u.stdout, u.stderr, files(t, config.Dir()))
		}
	}
	for _, want := range []string{
		"  2  1. Pelvic tilts: 3 sets of 10\n     Pelvic Tilt, 10 reps x3\n",
		"     Wall angels, 12 reps each side, \"twice a day\" (a pose of your own)\n",
		"  4  3. Wall angels 5\n     NOT UNDERSTOOD: ",
		"2 exercises, 1 line not understood\nwrite it as 2 files? y or n: ",
	} {
		if !strings.Contains(u.stdout.String(), want) {
			t.Errorf("%q is not in\n%s", want, u.stdout)
		}
	}
	u.app.Stdin = strings.NewReader("yes\n")
	if code := u.call("import", path); code != 0 || files(t, config.Dir()) != "poses/wall-angels.toml routines/my-sheet.toml" {
		t.Fatalf("code %d, %s%s, files %s", code, u.stdout, u.stderr, files(t, config.Dir()))
	}
	if code := u.call("plan", "my-sheet"); code != 0 || !strings.Contains(u.stdout.String(), "Wall angels") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if code := u.call("check"); code != 0 {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	if code := u.call("import", path, "--yes"); code != 0 {
		t.Errorf("again: code %d, %s%s", code, u.stdout, u.stderr)
	}
}

func TestImport_WritesAllOrNothing(t *testing.T) {
	u := newUser(t)
	path := u.sheet("a.txt", aSheet)
	u.write("routines/a.toml", "# mine\n")
	if code := u.call("import", path, "--yes"); code != 1 || !strings.Contains(u.stderr.String(), "a.toml is already there; want another name") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if got := files(t, config.Dir()); got != "routines/a.toml" {
		t.Errorf("there is now %s", got)
	}
	if code := u.call("import", path, "--yes", "--name", "My Knees"); code != 2 || !strings.Contains(u.stderr.String(), `such as "my-knees"`) {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("import", path, "--yes", "--name", "knees"); code != 0 || files(t, config.Dir()) != "poses/wall-angels.toml routines/a.toml routines/knees.toml" {
		t.Errorf("code %d, %s%s, files %s", code, u.stdout, u.stderr, files(t, config.Dir()))
	}
}

func TestImport_SaysWhatItCannotRead(t *testing.T) {
	u := newUser(t)
	for _, c := range []struct{ path, want string }{
		{u.sheet("a.pdf", "%PDF-1.7"), "is a PDF; want plain text: copy the lines out of it"},
		{u.sheet("b", "\x00\x01\x02"), "is not text; want a sheet of exercises, one a line"},
		{u.sheet("c", "Bring your card.\n"), "no exercise in it was understood"},
		{u.sheet("d", strings.Repeat("Cobra 10x\n", 41)), "it has 41 exercises; want at most 40 in one routine"},
		{t.TempDir(), "is not a file"},
		{filepath.Join(t.TempDir(), "none"), "cannot be read: "},
	} {
		if code := u.call("import", c.path, "--yes"); code != 1 || !strings.Contains(u.stderr.String(), c.path+": "+c.want) {
			t.Errorf("code %d, %s; want %s", code, u.stderr, c.want)
		}
	}
	if got := files(t, config.Dir()); got != "" {
		t.Errorf("there is now %s", got)
	}
}

func TestImport_PrintsJSON(t *testing.T) {
	u := newUser(t)
	u.app.Stdin = strings.NewReader(aSheet + "Knee to chest 5 breaths x2\nHold 10-20s x 3 alternating marches\n")
	if code := u.call("import", "-", "--json"); code != 0 || files(t, config.Dir()) != "" {
		t.Fatalf("code %d, %s", code, u.stderr)
	}
	var got sheetJSON
	if err := json.Unmarshal(u.stdout.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	why := got.Lines[3].Why
	want := []sheetLineJSON{
		{N: 1, Text: "HOME EXERCISES", Remarks: []string{}, Status: "heading"},
		{N: 2, Text: "1. Pelvic tilts: 3 sets of 10", Remarks: []string{}, Status: "exercise", Pose: "pelvic-tilt", Dose: "10 reps x3", Reps: 10, Sets: 3},
		{N: 3, Text: "2. Wall angels x12 each side, twice a day", Remarks: []string{"twice a day"}, Status: "exercise", Pose: "wall-angels", Own: true, Dose: "12 reps each side", Reps: 12, Sets: 1, Sides: "each", Why: "a pose of your own"},
		{N: 4, Text: "3. Wall angels 5", Remarks: []string{}, Status: "unread", Why: why},
		{N: 5, Text: "Knee to chest 5 breaths x2", Remarks: []string{}, Status: "exercise", Pose: "single-knee-to-chest", Dose: "5 breaths x2 each side", Breaths: 5, Sets: 2, Sides: "each", Why: "each side, since the pose has two"},
		{N: 6, Text: "Hold 10-20s x 3 alternating marches", Remarks: []string{}, Status: "exercise", Pose: "marches", Own: true, Dose: "10-20s x3 alternating", Hold: 10, Sets: 3, Sides: "alternate", Why: "a pose of your own; counted for each side"},
	}
	if got.Routine != "sheet" || len(got.Lines) != len(want) || why == "" {
		t.Fatalf("got %+v", got)
	}
	for i := range want {
		if !reflect.DeepEqual(got.Lines[i], want[i]) {
			t.Errorf("got  %+v\nwant %+v", got.Lines[i], want[i])
		}
	}
	u.app.Stdin = strings.NewReader(aSheet)
	if code := u.call("import", "-", "--json", "--yes"); code != 0 || !json.Valid(u.stdout.Bytes()) || files(t, config.Dir()) == "" {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

func TestShare_IsTakenInBySomebodyElse(t *testing.T) {
	u := newUser(t)
	u.write("poses/tree.toml", ownPose)
	u.write("poses/other.toml", strings.ReplaceAll(ownPose, "tree", "other"))
	u.write("routines/inner.toml", strings.ReplaceAll(ownRoutine, "woods", "inner"))
	woods := "id = \"woods\"\nname = '''“Woods” \"\"\" \\ '''\nitems = [{ routine = \"inner\" }, { routine = \"neck-and-shoulders\" }]\n"
	u.write("routines/woods.toml", woods)
	path := filepath.Join(t.TempDir(), "shared.toml")
	if code := u.call("share", "woods", "-o", path); code != 0 {
		t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if code := u.call("share", "lower-back"); code != 2 || !strings.Contains(u.stderr.String(), "comes with catcow") {
		t.Errorf("code %d, %s", code, u.stderr)
	}

	other := newUser(t)
	if code := other.call("import", path); code != 0 || files(t, config.Dir()) != "" {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}
	if code := other.call("import", path, "--yes"); code != 0 || files(t, config.Dir()) != "poses/tree.toml routines/inner.toml routines/woods.toml" {
		t.Fatalf("code %d, %s%s, files %s", code, other.stdout, other.stderr, files(t, config.Dir()))
	}
	if b, err := os.ReadFile(filepath.Join(config.Dir(), "routines", "woods.toml")); err != nil || string(b) != woods {
		t.Errorf("got %q, %v", b, err)
	}
	if code := other.call("import", path, "--yes", "--name", "mine"); code != 2 || !strings.Contains(other.stderr.String(), "was shared, and has a name") {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}
	if code := other.call("import", path, "--json"); code != 2 || !strings.Contains(other.stderr.String(), "was shared, and is taken in as it is") {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}
	if code := other.call("import", path, "--yes"); code != 0 || other.stdout.String() != "" {
		t.Errorf("again: code %d, %s%s", code, other.stdout, other.stderr)
	}

	for text, want := range map[string]string{
		"share = 2\n[[file]]\nname = \"poses/a.toml\"\ntext = \"\"\n": "was made by a newer catcow, or is damaged",
		"share = \"a\"\n": "is damaged",
		"share = 1\n[[file]]\nname = \"../a.toml\"\ntext = \"\"\n":          `has a file "../a.toml"; want one in poses or routines`,
		"share = 1\n[[file]]\nname = \"poses/a.toml\"\ntext = \"id = 5\"\n": "id: is 5; want a text",
	} {
		if code := other.call("import", other.sheet("a", text), "--yes"); code == 0 || !strings.Contains(other.stderr.String(), want) {
			t.Errorf("code %d, %s; want %s", code, other.stderr, want)
		}
	}
}

func TestNew_WritesWhatPassesTheChecks(t *testing.T) {
	u := newUser(t)
	for _, args := range []string{"new pose tree-2", "new routine evening", "new routine evening", "check", "show tree-2", "plan evening"} {
		if code := u.call(strings.Fields(args)...); code != 0 {
			t.Errorf("%s: code %d, %s%s", args, code, u.stdout, u.stderr)
		}
	}
	path := u.write("poses/mine.toml", "# mine\n")
	for args, want := range map[string]string{
		"new":                    `want "pose" or "routine", and an id`,
		"new pose":               `want "pose" or "routine", and an id`,
		"new figure tree":        `want "pose" or "routine", and an id`,
		"new pose Tree":          `such as "tree"`,
		"new pose ../a":          `such as "a"`,
		"new pose cat-cow":       `cat-cow comes with catcow, and a pose of that id would take its place everywhere; want another, such as "my-cat-cow"`,
		"new routine lower-back": `lower-back comes with catcow, and a routine of that id would take its place everywhere; want another, such as "my-lower-back"`,
		"new pose mine":          path + " is already there; want another name, or move it away first",
	} {
		if code := u.call(strings.Fields(args)...); code == 0 || !strings.Contains(u.stderr.String(), want) {
			t.Errorf("%s: code %d, %s", args, code, u.stderr)
		}
	}
}

// No file of one's own takes the place of what comes with the program by chance.
func TestNewAndImport_TakeThePlaceOfNothing(t *testing.T) {
	u := newUser(t)
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, p := range lib.AllPoses() {
		if code := u.call("new", "pose", p.ID); code != 2 {
			t.Errorf("new pose %s: code %d", p.ID, code)
		}
	}
	for _, r := range lib.AllRoutines() {
		if code := u.call("new", "routine", r.ID); code != 2 {
			t.Errorf("new routine %s: code %d", r.ID, code)
		}
		if code := u.call("import", u.sheet(r.ID+".txt", aSheet), "--yes"); code != 1 || !strings.Contains(u.stderr.String(), `want another name, such as "my-`+r.ID+`"`) {
			t.Errorf("import of %s.txt: code %d, %s", r.ID, code, u.stderr)
		}
	}
	if got := files(t, config.Dir()); got != "" {
		t.Errorf("there is now %s", got)
	}
}

// A folder that cannot be written leaves nothing behind.
func TestImport_LeavesNothingWhereItCannotWrite(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file cannot stand in the way of a folder in the same way there")
	}
	u := newUser(t)
	path := u.sheet("a.txt", aSheet)
	u.write("routines", "a file where a folder should be")
	if code := u.call("import", path, "--yes"); code != 1 || files(t, config.Dir()) != "routines" {
		t.Errorf("code %d, %s%s, files %s", code, u.stdout, u.stderr, files(t, config.Dir()))
	}
}

// What was asked for, or nothing: not the pose or the routine whose name begins
// in the same way.
func TestCommands_DoNotAnswerWithANearNameForABrokenFile(t *testing.T) {
	u := newUser(t)
	path := u.write("routines/neck.toml", "id = ")
	for _, command := range []string{"show", "start", "plan", "share"} {
		if code := u.call(command, "neck"); code != 2 || !strings.Contains(u.stderr.String(), `your own routine "neck" cannot be used: `+path+":1: ") || u.stdout.Len() > 0 {
			t.Errorf("%s: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
	}
}
