package content

import (
	"slices"
	"strconv"
	"testing"
)

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

// The number of a routine is no way round to the built-in one under a broken file.
func TestANumberOfABrokenFileIsAnsweredWithWhatIsWrongWithIt(t *testing.T) {
	lib, _ := load(files{"routines/lower.toml": with(leastRoutine, `id = "lower-back"`, `name = 5`)})
	for i, r := range lib.Routines() {
		want := ""
		if r.ID == "lower-back" {
			want = `your own routine "lower-back" cannot be used: me/routines/lower.toml:2: name: is 5; want a text`
		}
		if _, err := lib.Routine(strconv.Itoa(i + 1)); text(err) != want || text(lib.BrokenRoutine(r.ID)) != want {
			t.Errorf("%d, %s: got %q; want %q", i+1, r.ID, text(err), want)
		}
	}
}

func TestWhatStandsInForABrokenFileIsNamed(t *testing.T) {
	lib, _ := load(files{
		"routines/lower.toml": with(leastRoutine, `id = "lower-back"`, `name = 5`), "poses/bridge.toml": with(leastPose, `id = "bridge"`, `name = 5`),
	})
	for _, r := range lib.Routines() {
		var want []string
		if r.ID == "lower-back" {
			want = append(want, "Lower Back is the built-in one: your own file of it has a mistake")
		}
		if slices.ContainsFunc(r.Poses(), func(p *Pose) bool { return p.ID == "bridge" }) {
			want = append(want, "Bridge is the built-in one: your own file of it has a mistake")
		}
		if got := lib.StandIns(r); !slices.Equal(got, want) {
			t.Errorf("%s: got %q; want %q", r.ID, got, want)
		}
	}
	if p, _ := loadBuiltin(t).Pose("bridge"); len(lib.StandIns(Alone(p))) != 1 {
		t.Error("not of the pose alone")
	}
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
