package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"catcow/sampletest"
)

// The package that .ci/packages made is installed below a folder of the test, run, and
// removed without a trace.
func TestDebianPackage(t *testing.T) {
	sampletest.Whole(t)
	for _, program := range []string{"dpkg", "dpkg-deb"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip("there is no " + program)
		}
	}
	if os.Geteuid() != 0 {
		t.Skip("dpkg installs as root only")
	}
	debs, err := filepath.Glob(filepath.Join("dist", "catcow_*_"+runtime.GOARCH+".deb"))
	if err != nil || len(debs) != 1 {
		t.Skipf("one package wanted, %d there: run .ci/packages", len(debs))
	}
	root := t.TempDir()
	for _, dir := range []string{"info", "updates", "triggers"} {
		if err := os.MkdirAll(filepath.Join(root, "var/lib/dpkg", dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	run := func(program string, args ...string) string {
		t.Helper()
		cmd := exec.Command(program, args...)
		cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+root, "XDG_STATE_HOME="+root, "XDG_DATA_HOME="+root)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", program, args, err, out)
		}
		return string(out)
	}
	dpkg := func(args ...string) {
		t.Helper()
		run("dpkg", append([]string{"--root=" + root, "--log="}, args...)...)
	}

	dpkg("--install", debs[0])
	catcow := filepath.Join(root, "usr/bin/catcow")
	version := strings.TrimSpace(run("dpkg-deb", "--field", debs[0], "Version"))
	if got, want := run(catcow, "version"), "catcow v"+strings.Replace(version, "~", "-", 1)+"\n"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if got := run(catcow, "plan", "lower-back"); !strings.Contains(got, "Knees to Chest") {
		t.Errorf("the plan is\n%s", got)
	}
	for _, file := range []string{
		"share/man/man1/catcow.1.gz", "share/doc/catcow/copyright", "share/bash-completion/completions/catcow",
		"share/zsh/vendor-completions/_catcow", "share/fish/vendor_completions.d/catcow.fish",
		"share/doc/catcow/THIRD_PARTY.md",
	} {
		if info, err := os.Stat(filepath.Join(root, "usr", file)); err != nil || info.Size() == 0 || info.Mode().Perm() != 0o644 {
			t.Errorf("%s: %v, %v", file, info, err)
		}
	}

	dpkg("--purge", "catcow")
	_ = filepath.WalkDir(filepath.Join(root, "usr"), func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.Contains(path, "catcow") {
			t.Errorf("%s is left behind", path)
		}
		return nil
	})
}
