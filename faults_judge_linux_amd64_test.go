package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// judge fails unless the command took it as it should.
func (r *traced) judge() {
	r.t.Helper()
	bad := func(format string, args ...any) {
		r.t.Helper()
		r.t.Errorf("%v, where operation %d (%s) %s: %s; it said\n%s", r.args, r.at, r.what, r.how, fmt.Sprintf(format, args...), r.out)
	}
	if !r.status.Exited() || !slices.Contains([]int{0, 1, 2, 3}, r.status.ExitStatus()) {
		bad("it ended with %x", int(r.status))
	}
	for _, text := range []string{"panic", "goroutine ", "fatal error", "went wrong", "SIG"} {
		if strings.Contains(r.out, text) {
			bad("it says %q", text)
		}
	}
	if r.status.ExitStatus() == 1 && !strings.Contains(r.out, "catcow: ") && r.args[0] != "check" {
		bad("it does not say why it failed")
	}
	for _, text := range r.untrue() {
		if strings.Contains(strings.ToLower(r.out), text) {
			bad("it says %q, which is not so", text)
		}
	}
	if r.args[0] == "config" {
		r.judgeSettings(bad)
		return
	}
	want := 1
	if r.args[0] == "start" && r.status.ExitStatus() != 1 && r.status.ExitStatus() != 2 && !strings.Contains(r.out, "lost") {
		want = 2
	}
	if n := logged(r.t, r.home); n < want {
		bad("%d sessions are in the log, want %d", n, want)
	}
}

// untrue is what is not to be said, since something else went wrong.
func (r *traced) untrue() []string {
	var all []string
	if r.how != full {
		all = append(all, "make some space", "is full", "be full")
	}
	if r.how != another {
		all = append(all, "removed or replaced")
	}
	if !slices.Contains([]string{"start", "sync", "config", "new", "import", "share", "import-log", "program"}, r.args[0]) { // which write
		all = append(all, "written", "be logged", "goes on")
	}
	return all
}

// judgeSettings fails unless the settings are those that were there, or all that are
// written where there are none, or none.
func (r *traced) judgeSettings(bad func(string, ...any)) {
	r.t.Helper()
	path := filepath.Join(r.home, "catcow", "config.toml")
	if text, err := os.ReadFile(path); err == nil {
		out, _ := at(r.home, "check").CombinedOutput()
		if len(text) == 0 || !strings.HasSuffix(string(text), "\n") || strings.Contains(string(out), "config.toml:") {
			bad("the settings are not whole: %d bytes; %s", len(text), out)
		}
	}
}
