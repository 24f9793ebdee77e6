package cli

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"catcow/config"
)

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

		{"show cobra", 0, `(?s)Cobra Stretch.*Take care.*Steps.*Sources.*sore wrists[^-]*Reasoned`, `^$`},
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
		{"log --since 3000-01-01", 2, `^$`, `--since: want a day from 1970-01-01 to 2199-12-31`},
		{"log --since 2199-12-31", 0, `no sessions since 2199-12-31`, `^$`},
		{"log --since 1970-01-01", 0, `Lower Back`, `^$`},
		{"export --since 1970-01-01", 0, `1 Jan 1970 to`, `^$`},
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
