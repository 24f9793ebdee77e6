package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/history"
	"catcow/plain"
	"catcow/tui"
)

// user is somebody at home, who calls the program again and again.
type user struct {
	*testing.T

	app    *app
	stdout *bytes.Buffer
	stderr *bytes.Buffer
}

func newUser(t *testing.T) *user {
	t.Helper()
	a, out := home(t)
	a.Defaults = defaults(t)
	errs := &bytes.Buffer{}
	a.Stderr = errs
	a.Play = func(context.Context, tui.Options) (tui.Result, error) { return tui.Result{}, nil }
	a.Plain = func(context.Context, plain.Options) (tui.Result, error) { return tui.Result{}, nil }
	return &user{t, a, out, errs}
}

// call runs a command and gives its exit code.
func (u *user) call(args ...string) int {
	u.Helper()
	u.stdout.Reset()
	u.stderr.Reset()
	return Exit(u.stderr, u.app.Run(u.Context(), args))
}

// write makes one of the user's own files.
func (u *user) write(name, text string) string {
	u.Helper()
	path := filepath.Join(config.Dir(), name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		u.Fatal(err)
	}
	return path
}

const ownPose = `id = "tree"
name = "Tree"
position = "standing"
regions = ["legs"]
sides = "each"
steps = ["Stand on your {side} leg."]
dose = "30s each side"
`

const ownRoutine = `id = "woods"
name = "Woods"
regions = ["legs"]
items = [{ pose = "tree" }, { pose = "cat-cow", dose = "60s", then = "childs-pose/wide-knees" }]
`

// Every command, with what it must say and how it ends. A pattern that begins
// with ! must not be there.
func TestCommands(t *testing.T) {
	mute(t)
	u := newUser(t)
	u.write("poses/tree.toml", ownPose)
	u.write("routines/woods.toml", ownRoutine)
	play(t, u.app)
	for _, c := range []struct {
		args     string
		code     int
		out, err string
	}{
		{"man", 0, `(?s)\.TH CATCOW 1.*\.SH COMMANDS.*\.SS catcow program start.*\.SS catcow today.*\\-\\-region.*\.SH FILES`, `^$`},
		{"version", 0, `^catcow v0\n$`, `^$`},
		{"--version", 0, `^catcow v0\n$`, `^$`},
		{"help", 0, `usage: catcow`, `^$`},
		{"help plan", 0, `usage: catcow plan ROUTINE`, `^$`},
		{"help nothing", 2, `^$`, `no command "nothing"`},
		{"completion", 0, `let the tab key|what your shell needs`, `^$`},
		{"completion bash", 0, `bash completion`, `^$`},
		{"completion bash zsh", 2, `^$`, `want nothing after it, not "zsh"`},

		{"routines", 0, `(?m)^3 +Lower Back +lower-back +\d+ min +floor`, `^$`},
		{"routines --json", 0, `"id": "lower-back"`, `^$`},
		{"poses", 0, `(?m)^cat-cow +Cat-Cow`, `^$`},
		{"poses --json", 0, `"id": "cat-cow"`, `^$`},

		{"show cobra", 0, `(?s)Cobra Stretch.*Steps.*Take care.*Sources`, `^$`},
		{"show supine-twist/shifted-hips", 0, `(?s)Supine Twist, hips shifted.*right, slowly.*Other ways`, `^$`},
		{"show tree", 0, `(?s)Stand on your right leg.*Your own file.*tree.toml`, `^$`},
		{"show cobra --json", 0, `"sanskrit": "Bhujangasana"`, `^$`},
		{"show restorative", 0, `(?s)Restorative.*then rest in Child's Pose, wide knees.*Take care in Cat-Cow`, `^$`},
		{"show woods", 0, `(?s)Woods.* 1\. Tree.*Your own file`, `^$`},
		{"show neck", 0, `Neck and Shoulders`, `this is the routine; "catcow show neck-flexion"`},
		{"show restorative --json", 0, `"then": "childs-pose/wide-knees"`, `^$`},
		{"show cobrra", 2, `^$`, `no pose or routine "cobrra"; did you mean "cobra"`},
		{"show 99", 2, `^$`, `no routine 99`},
		{"show supported", 2, `^$`, `could be supported-savasana or supported-shoulder-stand`},

		{"plan lower-back", 0, `(?s)Lower Back\n.*We begin with.*in all`, `^$`},
		{"plan lower-back --json", 0, `"kind": "transition"`, `^$`},
		{"plan lower-back --level 1", 0, `30 reps`, `^$`},
		{"plan lower-back --level 2", 2, `^$`, `--level: want a number from 0 to 1, or auto`},
		{"plan lower-back --breath short", 0, `breathing 4 s in and 4 s out`, `^$`},
		{"plan lower-back --breath odd", 2, `^$`, `--breath: no breath pattern "odd"`},
		{"plan lower-back --only cobra", 0, `!Piriformis`, `^$`},
		{"plan restorative --without childs-pose", 0, `!Child`, `^$`},
		{"plan lower-back --only sphinx", 2, `^$`, `--only: no "sphinx" in lower-back; want`},
		{"plan lower-back --without cbra", 2, `^$`, `no pose "cbra"; did you mean "cobra"`},
		{"plan desk-break --without neck-f,lateral,shoulder,chair", 2, `^$`, `nothing of desk-break is left`},
		{"plan nothing", 2, `^$`, `no routine "nothing"`},
		{"plan", 2, `^$`, `want a ROUTINE`},
		{"plan a b", 2, `^$`, `want one ROUTINE, not "a b"`},
		{"plan lower-back --levl 1", 2, `^$`, `no flag "--levl"; did you mean "--level"`},
		{"plan lower-back -x", 2, `^$`, `no flag "-x"; "catcow plan --help" lists them`},
		{"plan lower-back --level", 2, `^$`, `--level: want a value after it`},
		{"plan lower-back --json=perhaps", 2, `^$`, `--json: want true or false`},

		{"plan lower-back --minutes 10", 0, `(?s)instead of 3.*in all`, `^$`},
		{"plan lower-back --minutes 10 --json", 0, `"changes": \[\n +"`, `^$`},
		{"plan lower-back --minutes 90", 0, `as near as its poses and doses come: \d+ min`, `^$`},
		{"plan four-inversions --minutes 1", 2, `^$`, `--minutes: 1 minute is too short; the shortest is \d minutes`},
		{"plan lower-back --minutes 0", 2, `^$`, `--minutes: want a whole number from 1 to 180`},
		{"plan lower-back --minutes -5", 2, `^$`, `--minutes: want a whole number from 1 to 180`},
		{"plan lower-back --minutes 1e9", 2, `^$`, `--minutes: want a whole number from 1 to 180`},

		{"today", 0, `(?s)^Today\nFor your lower back.*Poses`, `^$`},
		{"today --region neck,shoulders --minutes 5 --place desk", 0, `at a desk.*\n.*\n?.*\n?  time +[45]:`, `^$`},
		{"today --json", 0, `(?s)"id": "today".*"why": "For your`, `^$`},
		{"today --region elbow", 2, `^$`, `--region: no region "elbow"; want lower-back`},
		{"today --region lower-bck", 2, `^$`, `did you mean "lower-back"`},
		{"today --place bed", 2, `^$`, `--place: want desk, floor or wall`},
		{"today --region hips --place desk", 2, `^$`, `nothing for the hips suits you at a desk`},
		{"today --minutes 1 --region glutes", 2, `^$`, `too short`},
		{"__complete today --region neck,low", 0, `neck,lower-back`, ``},

		{"status", 0, `^3 of 3 sessions and \d+ of 45 minutes this week`, `^$`},
		{"status --json", 0, `(?s)"running": .*"today": 0,.*"text": "`, `^$`},
		{"remind", 2, `^$`, `want either --at TIMES or --off`},
		{"remind --off --at 10:00", 2, `^$`, `want either --at TIMES or --off`},
		{"remind --at noon", 2, `^$`, `--at: want times such as 10:30,15:00`},
		{"remind --at 10:00 --days monday", 2, `^$`, `--days: want days such as mon-fri`},

		{"program", 0, `(?s)no program runs.*What is known.*Cochrane`, `^$`},
		{"program --json", 0, `"runs": false`, `^$`},
		{"program begn", 2, `^$`, `no command "program begn"; "catcow program --help" lists them`},

		{"start nothing", 2, `^$`, `no routine "nothing"`},
		{"start lower-back --speed 601", 2, `^$`, `--speed: want a number from 0.25 to 600`},
		{"strt", 2, `^$`, `no command "strt"; did you mean "start"`},
		{"--odd thing", 2, `^$`, `no flag "--odd"`},

		{"log", 0, `(?s)when +routine.*Lower Back +7 min +finished`, `^$`},
		{"log --limit 1", 0, `Hals`, `there are more`},
		{"log --limit x", 2, `^$`, `--limit: want a whole number`},
		{"log --since tomorrow", 2, `^$`, `no day "tomorrow"; want one like`},
		{"log --since yesterdy", 2, `^$`, `did you mean "yesterday"`},
		{"log --since today", 0, `no sessions since 2026-11-21`, `^$`},
		{"log --json", 0, `"end": "ended early"`, `^$`},
		{"stats", 0, `week`, `^$`},
		{"stats --json", 0, `"goal"`, `^$`},
		{"stats --weeks 0", 2, `^$`, `--weeks: want a whole number from 1 to 520`},
		{"export", 0, `Lower Back`, `^$`},
		{"export --format csv --since 3d", 0, `lower-back`, `^$`},
		{"export --format pdf", 2, `^$`, `no format "pdf"`},
		{"export --force", 2, `^$`, `--force: want -o FILE beside it`},
		{"import-log no-such.json", 1, `^$`, `no-such.json: cannot be read`},
		{"import-log .", 1, `^$`, `is a folder`},
		{"import-log -", 1, `^$`, `standard input: `},

		{"check", 0, `2 files checked, no problems`, `^$`},
		{"check no-such.toml", 1, `no-such.toml: cannot be read`, `^$`},
		{"config", 0, `config.toml`, `there are no settings of your own yet`},
		{"config int", 2, `^$`, `no command "config int"; did you mean "config init"`},
		{"safety", 0, `(?s)Sources.*Reviewed`, `^$`},
		{"doctor --quiet", 0, `(?s)catcow    ok .*terminal  note.*log +ok +3 sessions`, `^$`},
		{"doctor --quiet --json", 0, `"ways": \[\]`, `^$`},

		{"__complete show co", 0, `cobra\tCobra Stretch`, ``},
		{"__complete show childs-pose/w", 0, `childs-pose/wide-knees`, ``},
		{"__complete plan lower-back --only cobra,pel", 0, `cobra,pelvic-tilt`, ``},
		{"__complete plan lower-back --breath e", 0, `even`, ``},
		{"__complete plan lower", 0, `lower-back`, ``},
		{"__complete plan lower-back x", 0, `!x`, ``},
		{"__complete log --since y", 0, `yesterday`, ``},
		{"__complete import-log l", 0, `json`, ``},
	} {
		t.Run(c.args, func(t *testing.T) {
			if code := u.call(strings.Fields(c.args)...); code != c.code {
				t.Errorf("exit code %d, want %d", code, c.code)
			}
			for _, s := range []struct{ text, want string }{{u.stdout.String(), c.out}, {u.stderr.String(), c.err}} {
				want, not := strings.CutPrefix(s.want, "!")
				if regexp.MustCompile(want).MatchString(s.text) == not {
					t.Errorf("want %s, got\n%s", s.want, s.text)
				}
			}
		})
	}
}

// A session is what the flags and the settings make of it, and its end is the
// exit code.
func TestStart(t *testing.T) {
	for _, c := range []struct {
		end  guide.End
		err  error
		code int
		out  string
		errs string
	}{
		{guide.Finished, nil, 0, "Lower Back: 3 of 4 poses, 6:00. Well done.\n", ""},
		{guide.EndedEarly, nil, 3, "Lower Back: ended early after 6:00, 3 of 4 poses done.\n", ""},
		{guide.Interrupted, nil, 130, "", "catcow: interrupted; Lower Back: 6:00 done, 3 of 4 poses\n"},
		{guide.Unended, nil, 0, "", ""},
		{guide.Finished, errors.New("broken"), 1, "Lower Back: 3 of 4 poses, 6:00. Well done.\n", "catcow: broken\n"},
	} {
		u := newUser(t)
		u.app.Terminal = true
		u.app.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
			if o.Routine == nil || o.Routine.ID != "lower-back" || o.Session.Level != 0.5 || o.Auto || o.Play.Speed != 2 || o.CheckIn {
				t.Errorf("not what was asked for: %+v", o)
			}
			if lib, problems := o.Load(); len(lib.Routines()) < 8 || len(problems) > 0 {
				t.Errorf("%d routines, %v", len(lib.Routines()), problems)
			}
			if past := o.Past(); past.Log == nil || past.Sound != nil || !past.Weekly || past.Trouble != nil {
				t.Errorf("%+v", past)
			}
			o.Keep(func(s *config.State) { s.Routine = "lower-back" })
			return tui.Result{End: c.end, Routine: "Lower Back", Poses: 4, Done: 3, Played: 6 * 60e9}, c.err
		}
		code := u.call("start", "lower", "--level", "0.5", "--speed", "2", "--silent", "--no-check-in")
		if code != c.code || u.stdout.String() != c.out || u.stderr.String() != c.errs {
			t.Errorf("%q, %v: code %d, %q, %q", c.end, c.err, code, u.stdout, u.stderr)
		}
		if s, err := config.LoadState(); err != nil || s.Routine != "lower-back" {
			t.Errorf("not remembered: %+v, %v", s.Routine, err)
		}
	}
}

func TestMenu(t *testing.T) {
	u := newUser(t)
	u.app.Terminal = true
	u.app.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
		if o.Routine != nil || !o.Auto || o.Play.Speed != 1 || !o.CheckIn || o.Awake == nil {
			t.Errorf("%+v", o)
		}
		if lib, _ := o.Load(); len(lib.Routines()) == 0 {
			t.Error("no routines")
		}
		return tui.Result{End: guide.EndedEarly}, nil
	}
	if code := u.call(); code != 3 || u.stderr.Len() > 0 {
		t.Errorf("code %d, %s", code, u.stderr)
	}
}

// What is written by one command is read by another.
func TestFilesGoRound(t *testing.T) {
	u := newUser(t)
	play(t, u.app)
	file := filepath.Join(t.TempDir(), "log.json")
	if code := u.call("export", "-o", file); code != 0 || !strings.Contains(u.stdout.String(), "wrote your log to") {
		t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if code := u.call("export", "-o", file); code != 1 || !strings.Contains(u.stderr.String(), "is already there") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("export", "-o", file, "--force"); code != 0 {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	other := newUser(t)
	if code := other.call("import-log", file); code != 0 || other.stdout.String() != "3 entries added, 0 were there already\n" {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	other.app.Stdin = bytes.NewReader(text)
	if code := other.call("import-log", "-"); code != 0 || other.stdout.String() != "0 entries added, 3 were there already\n" {
		t.Errorf("code %d, %s%s", code, other.stdout, other.stderr)
	}

	if code := u.call("config", "init"); code != 0 || u.stderr.Len() > 0 {
		t.Fatalf("code %d, %s", code, u.stderr)
	}
	if code := u.call("config", "init"); code == 0 {
		t.Error("the settings were written over")
	}
	if code := u.call("config"); code != 0 || strings.TrimSpace(u.stdout.String()) != config.Path() || u.stderr.Len() > 0 {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

// Every mistake is a line that says where it is, in files of one's own and in
// those that are named.
func TestCheckNamesMistakes(t *testing.T) {
	u := newUser(t)
	if code := u.call("check"); code != 0 || !strings.Contains(u.stdout.String(), "no files of your own yet") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	pose := u.write("poses/tree.toml", ownPose+"odd = 1\n")
	settings := u.write("config.toml", "[session]\npace = \"fast\"\n")
	if code := u.call("check"); code != 1 || strings.Count(u.stdout.String(), "\n") != 2 {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	if code := u.call("routines"); code != 2 || !strings.Contains(u.stderr.String(), "config.toml:2: session.pace") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("doctor", "--quiet"); code != 1 || !strings.Contains(u.stdout.String(), "settings  mend") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	if err := os.Remove(settings); err != nil {
		t.Fatal(err)
	}
	if code := u.call("poses"); code != 0 || !strings.Contains(u.stderr.String(), "1 problem in your own files; catcow check lists them") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	elsewhere := filepath.Join(t.TempDir(), "tree.toml")
	if err := os.Rename(pose, elsewhere); err != nil {
		t.Fatal(err)
	}
	if code := u.call("check", elsewhere); code != 1 || !strings.HasPrefix(u.stdout.String(), elsewhere+":8: odd: ") {
		t.Errorf("code %d, %s", code, u.stdout)
	}
	routine := filepath.Join(t.TempDir(), "woods.toml")
	if err := os.WriteFile(routine, []byte(ownRoutine), 0o600); err != nil {
		t.Fatal(err)
	}
	if code := u.call("check", routine); code != 1 || !strings.Contains(u.stdout.String(), `"tree"`) {
		t.Errorf("code %d, %s", code, u.stdout)
	}
}

// Programs can read what --json prints.
func TestJSONIsJSON(t *testing.T) {
	u := newUser(t)
	play(t, u.app)
	for _, args := range []string{"routines", "poses", "show cobra", "show lower-back", "plan lower-back", "log", "stats", "doctor --quiet"} {
		if code := u.call(append(strings.Fields(args), "--json")...); code != 0 || !json.Valid(u.stdout.Bytes()) {
			t.Errorf("%s: code %d, %s%s", args, code, u.stdout, u.stderr)
		}
	}
}

// Where nothing of a routine suits a person, every command says so, and what does.
func TestARoutineOfWhichNothingSuitsOffersAnother(t *testing.T) {
	u := newUser(t)
	if err := config.UpdateState(func(s *config.State) {
		s.Profile = config.ProfileAnswers{Avoid: []string{"pregnancy"}, Set: true}
	}); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"plan lower-back":             noneLeftText,
		"plan lower-back --minutes 5": noneLeftText,
		"show lower-back":             noneLeftText,
		"routines":                    "lower-back            none *",
		"today":                       "Poses",
	} {
		code := u.call(strings.Fields(args)...)
		got := strings.Join(strings.Fields(u.stdout.String()), " ")
		if code != 0 || !strings.Contains(got, strings.Join(strings.Fields(want), " ")) || strings.Contains(got, "0:00 in all") || strings.Contains(got, "0 min") {
			t.Errorf("%s: code %d, want %q:\n%s%s", args, code, want, u.stdout, u.stderr)
		}
	}
}

// What a person says of themselves counts for every command, as it does for a
// session.
func TestTheProfileCountsEverywhere(t *testing.T) {
	u := newUser(t)
	if err := config.UpdateState(func(s *config.State) {
		s.Profile = config.ProfileAnswers{Avoid: []string{"sore-wrists", "osteoporosis"}, Props: []string{"chair"}, Set: true}
	}); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"plan restorative":              "left out for you: Downward-Facing Dog (puts weight on the wrists",
		"plan restorative --minutes 15": "left out for you: Downward-Facing Dog (",
		"plan restorative --json":       `"left out for you: `,
		"show restorative":              "left out for you: Downward-Facing Dog (",
		"show restorative --json":       `"left_out": [` + "\n    {\n      \"pose\": \"downward-dog\"",
		"routines":                      `"catcow show ROUTINE" says what that is`,
		"routines --json":               `"pose": "downward-dog"`,
		"poses":                         "left out for you: puts weight on the wrists",
		"poses --json":                  `"left_out": [` + "\n      \"",
		"show downward-dog":             "Left out for you",
		"show downward-dog --json":      `"left_out": [` + "\n    \"",
		"today --region shoulders,spine,hips --minutes 20": "Poses",
	} {
		if code := u.call(strings.Fields(args)...); code != 0 || !strings.Contains(u.stdout.String(), want) {
			t.Errorf("%s: code %d, want %q:\n%s%s", args, code, want, u.stdout, u.stderr)
		}
		if strings.HasPrefix(args, "plan") && strings.Contains(u.stdout.String(), "hold        Downward") ||
			strings.HasPrefix(args, "today") && strings.Contains(u.stdout.String(), "Downward") {
			t.Errorf("%s: the dog is there:\n%s", args, u.stdout)
		}
	}
	if u.call("show", "cat-cow"); strings.Contains(u.stdout.String(), "With sore knees") || !strings.Contains(u.stdout.String(), "With sore wrists") {
		t.Errorf("not the cautions of this person:\n%s", u.stdout)
	}
}

// What was done lately is done less, and what hurt is left alone.
func TestTodayKnowsTheLog(t *testing.T) {
	u := newUser(t)
	l, err := u.app.history(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s := history.Session{ID: history.NewID(), Routine: "x", Name: "X", Poses: 1, End: history.Finished, Started: u.app.Now().AddDate(0, 0, -2)}
	s.Hurts = []history.Hurt{{Pose: "single-knee-to-chest", Pain: 5, Choice: history.Skipped, At: s.Started}}
	s.Stages = []history.Stage{{Kind: "hold", Pose: "cat-cow", Last: true, Planned: time.Minute, Played: time.Minute, At: s.Started}}
	l.Save(s)
	if err := l.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if code := u.call("today", "--minutes", "20"); code != 0 || !strings.Contains(strings.Join(strings.Fields(u.stdout.String()), " "), "Without Single Knee to Chest, which hurt lately.") {
		t.Errorf("code %d:\n%s%s", code, u.stdout, u.stderr)
	}
}

func TestTodayStarts(t *testing.T) {
	u := newUser(t)
	u.app.Terminal = true
	u.app.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
		if o.Routine == nil || o.Routine.ID != "today" || len(o.Routine.Items) == 0 || o.Auto || o.Session.Level != 0 {
			t.Errorf("%+v", o.Routine)
		}
		return tui.Result{End: guide.Finished, Routine: "Today", Poses: 3, Done: 3}, nil
	}
	if code := u.call("today", "--silent"); code != 0 || !strings.HasPrefix(u.stdout.String(), "For your lower back") || !strings.HasSuffix(u.stdout.String(), "Well done.\n") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	u.app.Play = func(context.Context, tui.Options) (tui.Result, error) { return tui.Result{}, nil }
	if code := u.call("start", "lower-back", "--minutes", "10"); code != 0 || !strings.Contains(u.stdout.String(), "instead of 3") {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
}

// A program lasts from one start to the next, and what is done shows in it.
func TestProgramRuns(t *testing.T) {
	u := newUser(t)
	if code := u.call("program", "start", "--region", "neck", "--place", "desk"); code != 0 || !strings.Contains(u.stdout.String(), "Step 1 of 12: restful sessions of 10 min, 3 a week.") {
		t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	if code := u.call("program", "start"); code != 2 || !strings.Contains(u.stderr.String(), "a program runs already") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if code := u.call("today", "--json"); code != 0 || !strings.Contains(u.stdout.String(), `"why": "Step 1 of 12 of your program. For your neck`) || !strings.Contains(u.stdout.String(), `"place": "desk"`) {
		t.Errorf("code %d, %s%s", code, u.stdout, u.stderr)
	}
	began := u.app.Now()
	now := began
	u.app.Now = func() time.Time { return now }
	for day := range 9 {
		now = began.AddDate(0, 0, day)
		if day%2 > 0 {
			continue
		}
		l, err := u.app.history(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s := history.Session{ID: history.NewID(), Routine: "today", Name: "Today", Poses: 1, End: history.Finished, Started: now}
		s.Stages = []history.Stage{{Kind: "hold", Pose: "neck-flexion", Last: true, Planned: time.Minute, Played: time.Minute, At: now.Add(time.Minute)}}
		if day == 8 {
			s.Hurts = []history.Hurt{{Pose: "neck-flexion", Pain: 3, Choice: history.Eased, At: now}}
		}
		l.Save(s)
		if err := l.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	now = now.Add(time.Hour)
	if u.call("program"); !strings.Contains(u.stdout.String(), "Step 2 of 12") || !strings.Contains(u.stdout.String(), "You have had today's part.") {
		t.Errorf("%s%s", u.stdout, u.stderr)
	}
	now = now.AddDate(0, 0, 1)
	if u.call("program"); !strings.Contains(u.stdout.String(), "an easy one, since something hurt last time") {
		t.Errorf("%s%s", u.stdout, u.stderr)
	}
	if code := u.call("program", "stop"); code != 0 {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	if u.call("program", "--json"); !strings.Contains(u.stdout.String(), `"runs": false`) {
		t.Errorf("%s", u.stdout)
	}
}

// A sheet is one file: nothing in it has to be fetched, and everything is in it.
func TestShowWritesASheet(t *testing.T) {
	u := newUser(t)
	u.write("poses/tree.toml", strings.Replace(ownPose, "Tree", "Tree <b>&amp;", 1))
	u.write("routines/woods.toml", ownRoutine)
	folder := t.TempDir()
	read := func(name, file string) string {
		t.Helper()
		path := filepath.Join(folder, file)
		if code := u.call("show", name, "-o", path); code != 0 || u.stdout.String() != "wrote "+path+"\n" {
			t.Fatalf("code %d, %s%s", code, u.stdout, u.stderr)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	page := read("restorative", "sheet.html")
	for _, want := range []string{
		"<h1>Restorative</h1>", "about 2", "Cat-Cow", "Then rest in Child&#39;s Pose, wide knees.", "The right side first",
		"With sore wrists: ", "<h3>Sources</h3>", "Printed by catcow on 21 November 2026.", " × 3", `src="data:image/png;base64,`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the sheet", want)
		}
	}
	if n := strings.Count(page, "<img "); n != 6 {
		t.Errorf("%d pictures, want 6", n)
	}
	for _, far := range []string{`src="http`, `href=`, "<script", "@import", "url("} {
		if strings.Contains(page, far) {
			t.Errorf("%q has to be fetched", far)
		}
	}
	if own := read("woods", "woods.html"); !strings.Contains(own, "Tree &lt;b&gt;&amp;amp;") || strings.Contains(own, "<b>") {
		t.Error("the words of one's own file are not escaped")
	}
	if one := read("cobra", "cobra.HTML"); strings.Count(one, "<article>") != 1 {
		t.Error("a pose alone is not one pose")
	}
	if code := u.call("show", "cobra", "-o", filepath.Join(folder, "cobra.HTML")); code != 1 || !strings.Contains(u.stderr.String(), "is already there") {
		t.Errorf("code %d, %s", code, u.stderr)
	}
	for args, want := range map[string]string{
		"show cobra -o sheet.pdf": "want a name that ends in .html", "show cobra --force": "want -o FILE beside it",
		"show cobrra -o x.html": `did you mean "cobra"`,
	} {
		if code := u.call(strings.Fields(args)...); code != 2 || !strings.Contains(u.stderr.String(), want) {
			t.Errorf("%s: code %d, %s", args, code, u.stderr)
		}
	}
}

func TestPaperDose(t *testing.T) {
	for text, want := range map[string]string{
		"30s x3 each side": "30 s × 3 each side", "60-120s": "60-120 s", "5m": "5 m", "5s x20-30": "5 s × 20-30", "6 breaths": "6 breaths", "10 reps": "10 reps",
	} {
		d, err := content.ParseDose(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := paperDose(d); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

func TestHide_IsHonouredByEveryList(t *testing.T) {
	u := newUser(t)
	u.write("config.toml", "[content]\nhide = [\n  \"restorative\", \"cobra\", \"cobr\",\n]\n")
	for _, command := range []string{"routines", "poses", "routines --json", "poses --json", "today --show --region spine", "__complete start ", "__complete show "} {
		args := strings.Split(command, " ")
		if code := u.call(args...); code != 0 || regexp.MustCompile(`(?m) restorative  |^restorative\b|"id": "(restorative|cobra)"|^cobra\b|Cobra Stretch {2}`).MatchString(u.stdout.String()) {
			t.Errorf("%s: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
		if !strings.HasPrefix(command, "__") && !strings.Contains(u.stderr.String(), "1 problem") {
			t.Errorf("%s: %s", command, u.stderr)
		}
	}
	for command, want := range map[string]string{
		"routines --all":        "- hidden by content.hide in your settings",
		"poses --all":           "hidden",
		"routines --all --json": `"hidden": true`,
		"poses --all --json":    `"hidden": true`,
		"show cobra":            "Cobra Stretch",
		"plan restorative":      "Restorative",
	} {
		if code := u.call(strings.Fields(command)...); code != 0 || !strings.Contains(u.stdout.String(), want) {
			t.Errorf("%s: code %d, %s%s", command, code, u.stdout, u.stderr)
		}
	}
	if code := u.call("check"); code != 1 || !strings.Contains(u.stdout.String(), `config.toml:2: content.hide: no pose or routine "cobr"; did you mean "cobra"?`) {
		t.Errorf("check: code %d, %s", code, u.stdout)
	}
	if code := u.call("start", "restorat"); code != 2 {
		t.Errorf("the beginning of a hidden id: code %d, %s", code, u.stderr)
	}
}
