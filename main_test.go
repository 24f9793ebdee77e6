package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"catcow/cli"
	"catcow/config"
	"catcow/guide"
	"catcow/sampletest"
	"catcow/session"
	"catcow/tui"
)

func TestMain(m *testing.M) {
	if err := errors.Join(os.Setenv("GORACE", quickExit), flag.Set("test.parallel", atOnce)); err != nil {
		panic(err)
	}
	testscript.Main(m, map[string]func(){
		"catcow":  main,
		"lasting": func() { os.Exit(lasting()) }, //nolint:forbidigo // it is run as a process of its own
		"jumpy":   func() { os.Exit(jumpy()) },   //nolint:forbidigo // it is run as a process of its own
		"staged":  func() { os.Exit(staged()) },  //nolint:forbidigo // it is run as a process of its own
	})
}

// atOnce is how many tests run at the same time: most of them wait for a terminal.
const atOnce = "6"

// quickExit is for the race detector, which otherwise holds every process for a
// second at its end.
const quickExit = "atexit_sleep_ms=1"

// jumpy is the program with a clock that jumps, as it does while a computer sleeps:
// a minute ahead with each byte more of the file that is named first.
func jumpy() int {
	p := program(os.Environ(), os.Stdin, os.Stdout, os.Stderr)
	now := p.Now
	p.Now = func() time.Time {
		info, err := os.Stat(os.Args[1])
		if err != nil {
			return now()
		}
		return now().Add(time.Duration(info.Size()) * time.Minute)
	}
	return run(p, os.Args[2:])
}

// lasting is the program once or more often, in one process that then says what is
// left of it: goroutines, open files and children.
func lasting() int {
	times, _ := strconv.Atoi(os.Args[1])
	before := leftovers()
	for range times {
		if code := run(program(os.Environ(), os.Stdin, os.Stdout, os.Stderr), os.Args[2:]); code != 0 && code != 3 {
			return code
		}
	}
	after := func() []string {
		return slices.DeleteFunc(leftovers(), func(s string) bool { return slices.Contains(before, s) })
	}
	left := after()
	for range 100 { // the last ticks, and what has just been told to end
		if len(left) == 0 {
			break
		}
		time.Sleep(50 * time.Millisecond)
		left = after()
	}
	fmt.Fprintf(os.Stdout, "\nleft: %q\n", left)
	return 0
}

// leftovers is what there is in this process, but for this goroutine and what the
// runtime keeps for itself.
func leftovers() []string {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	var left []string
	for stack := range strings.SplitSeq(string(stacks), "\n\n") {
		if !strings.Contains(stack, ".leftovers(") && !strings.Contains(stack, "os/signal.loop") && !strings.Contains(stack, "runtime.ensureSigM") {
			left = append(left, stack)
		}
	}
	files, _ := filepath.Glob("/proc/self/fd/*")
	for _, file := range files {
		number, _ := strconv.Atoi(filepath.Base(file))
		if to, err := os.Readlink(file); err == nil && number > 2 && !strings.HasPrefix(to, "anon_inode:") {
			left = append(left, to)
		}
	}
	tasks, _ := filepath.Glob("/proc/self/task/*/children")
	for _, task := range tasks {
		if children, _ := os.ReadFile(task); len(children) > 0 {
			left = append(left, "child "+string(children))
		}
	}
	return left
}

// staged is the program with a session that is over at once, in the way that
// the environment says, and that tells what it was given.
func staged() int {
	environ := os.Environ()
	p := program(environ, os.Stdin, os.Stdout, os.Stderr)
	if os.Getenv("STAGE_TERMINAL") != "" {
		p.Typed, p.Shown = true, true
	}
	p.Shown = p.Shown || os.Getenv("STAGE_SHOWN") != ""
	p.Play = func(_ context.Context, o tui.Options) (tui.Result, error) {
		lib, problems := o.Load()
		fmt.Fprintf(os.Stdout, "routines=%d problems=%d last=%s\n", len(lib.Routines()), len(problems), o.State.Routine)
		fmt.Fprintf(os.Stdout, "level=%v breath=%v/%v first=%s pace=%d moment=%v\n", o.Session.Level,
			o.Session.Breath.In, o.Session.Breath.Out, o.Session.First, o.Session.Pace, o.Session.Moment)
		fmt.Fprintf(os.Stdout, "speed=%v manual=%v motion=%s\n", o.Play.Speed, o.Play.Manual, o.Screen.Motion)
		r := tui.Result{End: guide.End(os.Getenv("STAGE_END")), Played: 6*time.Minute + 12*time.Second, Done: 1}
		if o.Routine != nil {
			plan := session.Compile(*o.Routine, o.Session)
			r.Routine, r.Poses = o.Routine.Name, len(o.Routine.Items)
			if r.End == guide.Finished {
				r.Done, r.Played = r.Poses, plan.Length()
			}
			for i, item := range o.Routine.Items {
				fmt.Fprintf(os.Stdout, "item %d %s %s then=%v\n", i, item.Ref, item.Dose, item.Then != nil)
			}
		}
		if id := os.Getenv("STAGE_CHOICE"); id != "" {
			o.Changes.Make(&o.State, func(s *config.State) { s.Routine = id })
			o.Changes.Flush()
		}
		if text := os.Getenv("STAGE_ERROR"); text != "" {
			return r, errors.New(text)
		}
		return r, nil
	}
	return cli.Exit(os.Stderr, p.Run(context.Background(), os.Args[1:]))
}

func TestScript(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("GORACE", quickExit)
			e.Setenv("XDG_CONFIG_HOME", filepath.Join(e.WorkDir, "config"))
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, "state"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"exits": exits},
	})
}

// exits runs a command that must end with an exit code: exits 2 catcow handstand.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// A person who has just typed a command should not feel the program load.
func TestStartup(t *testing.T) {
	sampletest.Whole(t) // builds the program
	const most = 3 * time.Millisecond
	binary := filepath.Join(t.TempDir(), "catcow")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	if out, err := exec.Command("go", "build", "-buildvcs=false", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	least, slowest := time.Hour, ""
	for range 5 {
		cmd := exec.Command(binary, "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace strings.Builder
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v\n%s", err, trace.String())
		}
		if sum := initTime(t, trace.String()); sum < least {
			least, slowest = sum, trace.String()
		}
	}
	t.Logf("package initialisation: %v", least)
	if least > most {
		t.Errorf("package initialisation takes %v, want at most %v:\n%s", least, most, slowest)
	}
}

// initTime sums what the runtime says about the packages' initialisation:
// "init catcow/content @0.5 ms, 0.02 ms clock, 1024 bytes, 3 allocs".
func initTime(t *testing.T, trace string) time.Duration {
	t.Helper()
	found := regexp.MustCompile(`(?m)^init \S+ @\S+ ms, (\S+) ms clock`).FindAllStringSubmatch(trace, -1)
	if len(found) == 0 {
		t.Fatalf("no trace of the initialisation:\n%s", trace)
	}
	var sum time.Duration
	for _, f := range found {
		ms, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		sum += time.Duration(ms * float64(time.Millisecond))
	}
	return sum
}

func TestDescribeVersion(t *testing.T) {
	setting := func(key, value string) debug.BuildSetting { return debug.BuildSetting{Key: key, Value: value} }
	for _, c := range []struct {
		want, version string
		settings      []debug.BuildSetting
	}{
		{"devel", "", nil},
		{"devel", "(devel)", nil},
		{"v1.2.3", "v1.2.3", []debug.BuildSetting{setting("vcs.revision", "0123456789abcdef")}},
		{"devel 0123456789ab", "(devel)", []debug.BuildSetting{setting("vcs.revision", "0123456789abcdef")}},
		{"devel 0123 with changes", "", []debug.BuildSetting{setting("vcs.revision", "0123"), setting("vcs.modified", "true")}},
		{"devel 0123", "", []debug.BuildSetting{setting("vcs.revision", "0123"), setting("vcs.modified", "false")}},
	} {
		info := &debug.BuildInfo{Settings: slices.Clone(c.settings)}
		info.Main.Version = c.version
		if got := describe(info); got != c.want {
			t.Errorf("%q with %v: %q, want %q", c.version, c.settings, got, c.want)
		}
	}
}
