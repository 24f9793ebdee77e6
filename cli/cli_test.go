package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/guide"
	"catcow/tui"
)

// run is the program called with arguments, in an empty home.
func run(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	var out, errs bytes.Buffer
	p := Env{
		Version: func() string { return "v0" },
		Stdout:  &out,
		Stderr:  &errs,
		Play:    func(context.Context, tui.Options) (tui.Result, error) { return tui.Result{}, nil },
	}
	code = Exit(&errs, p.Run(t.Context(), args))
	return out.String(), errs.String(), code
}

func TestHelpFitsAScreen(t *testing.T) {
	var all func(c *cobra.Command) []string
	all = func(c *cobra.Command) []string {
		paths := []string{strings.TrimPrefix(c.CommandPath(), "catcow")}
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() && sub.Parent().Name() != "completion" { // those are cobra's own
				paths = append(paths, all(sub)...)
			}
		}
		return paths
	}
	root := (&app{}).root(true)
	for _, path := range all(root) {
		out, errs, code := run(t, append(strings.Fields(path), "--help")...)
		if code != 0 || errs != "" {
			t.Errorf("%s: code %d, %q", path, code, errs)
		}
		most := 24 // a screen of them
		if path == "" {
			most = 38 // there are so many commands
		}
		if n := strings.Count(out, "\n"); n > most || n < 3 {
			t.Errorf("%s: %d lines, want %d at most:\n%s", path, n, most, out)
		}
		for line := range strings.SplitSeq(out, "\n") {
			if len([]rune(line)) > 80 {
				t.Errorf("%s: wider than a screen: %q", path, line)
			}
		}
	}
}

func TestExitCodes(t *testing.T) {
	t.Cleanup(xdg.Reload)
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	xdg.Reload()
	stack, report := []byte("main.go:\n\trun()\n"), filepath.Join(xdg.StateHome, "catcow", "crash.txt")
	problems := decode.Problems{{File: "config.toml", Line: 3, Text: "is wrong"}, {File: "config.toml", Line: 4, Text: "is worse"}}
	for _, c := range []struct {
		err  error
		code int
		says string
	}{
		{nil, 0, ""},
		{errors.New("broken"), 1, "catcow: broken\n"},
		{misused("no such thing"), 2, "catcow: no such thing\n"},
		{fmt.Errorf("start: %w", misused("no such thing")), 2, "catcow: start: no such thing\n"},
		{problems, 2, "catcow: config.toml:3: is wrong\ncatcow: config.toml:4: is worse\n"},
		{quiet(codeEndedEarly), 3, ""},
		{exitOf(tui.Result{End: guide.Interrupted}), 130, "catcow: interrupted\n"},
		{exitOf(tui.Result{End: guide.Interrupted, Routine: "Lower Back"}), 130, "catcow: interrupted\n"}, // at a question before it began
		{&tui.CrashError{Value: "boom", Stack: stack}, 1, "catcow: something went wrong: boom; the report is in " + report + "\n"},
		{errors.New("odd \x1b[2J name"), 1, "catcow: odd \uFFFD[2J name\n"},
	} {
		var out bytes.Buffer
		if code := Exit(&out, c.err); code != c.code || out.String() != c.says {
			t.Errorf("%v: code %d, %q; want %d, %q", c.err, code, out.String(), c.code, c.says)
		}
	}
	if kept, err := os.ReadFile(report); err != nil || !bytes.Equal(kept, stack) {
		t.Errorf("the report holds %q, error %v", kept, err)
	}
}

// A disk that is full must not look like a list that is short.
func TestWriteErrorsAreReported(t *testing.T) {
	var errs bytes.Buffer
	p := Env{Version: func() string { return "v0" }, Stdout: full{}, Stderr: &errs}
	if code := Exit(&errs, p.Run(t.Context(), []string{"version"})); code != 1 || errs.String() != "catcow: cannot write: disk full\n" {
		t.Errorf("code %d, %q", code, errs.String())
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// The terminal goes away in the middle: the session was interrupted, whatever
// the screens make of it.
func TestHangupCountsAsInterrupted(t *testing.T) {
	ctx, hangup := context.WithCancel(t.Context())
	a := newApp(Env{Play: func(context.Context, tui.Options) (tui.Result, error) {
		hangup()
		return tui.Result{}, errors.New("killed")
	}})
	err := a.play(ctx, config.Config{}, how{silent: true}, tui.Options{})
	if exit, ok := errors.AsType[exitError](err); !ok || exit.code != codeInterrupted || exit.Error() != "interrupted" {
		t.Errorf("%v", err)
	}
}

// Names in any spelling a person may choose find the same thing.
func TestFindPrefersWhatIsSpelledOut(t *testing.T) {
	lib, problems := content.Load(content.Builtin())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct{ name, pose, routine string }{
		{"cobra", "cobra", ""},
		{"Cat-Cow", "cat-cow", ""},
		{" cat cow ", "cat-cow", ""},
		{"restorative", "", "restorative"},
		{"Lower Back", "", "lower-back"},
		{"2", "", "low-back-restorative"},
		{"neck", "neck-flexion", "neck-and-shoulders"},
		{"neck-flexion", "neck-flexion", ""},
		{"childs-pose/wide", "childs-pose", ""},
		{"cobra/", "cobra", ""},
	} {
		found, err := find(lib, c.name)
		if err != nil {
			t.Errorf("%q: %v", c.name, err)
			continue
		}
		pose, routine := "", ""
		if found.pose != nil {
			pose = found.pose.ID
		}
		if found.routine != nil {
			routine = found.routine.ID
		}
		if pose != c.pose || routine != c.routine {
			t.Errorf("%q: pose %q, routine %q; want %q, %q", c.name, pose, routine, c.pose, c.routine)
		}
	}
	for _, name := range []string{"", "zzz", "99", "0", "-1", "supported", "cobra/none", "/"} {
		if found, err := find(lib, name); err == nil {
			t.Errorf("%q found %+v", name, found)
		}
	}
}

func TestEveryConditionAndPlaceHasWords(t *testing.T) {
	lib, _ := content.Load(content.Builtin())
	for _, p := range lib.Poses() {
		lines := append(cautionsText(p.Avoid), positionText(p.Position), regionsText(p.Regions))
		if slices.ContainsFunc(lines, func(s string) bool { return strings.Contains(s, "With worse") || s == "" }) {
			t.Errorf("%s: %q", p.ID, lines)
		}
	}
	for _, r := range lib.Routines() {
		if r.Place().Text() == string(r.Place()) {
			t.Errorf("%s: place %q has no words", r.ID, r.Place())
		}
	}
}
