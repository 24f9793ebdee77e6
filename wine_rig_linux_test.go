package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// wine runs programs for Windows, in a Windows of its own.
type wine struct {
	t      *testing.T
	dir    string
	env    []string
	binary string // catcow for Windows, as it is released
	logged string // one whose log opens here
}

// newWine makes an empty Windows and builds catcow for it.
func newWine(t *testing.T) *wine {
	t.Helper()
	if _, err := exec.LookPath("wine"); err != nil {
		t.Skip("there is no wine")
	}
	w := &wine{t: t, dir: t.TempDir()}
	w.env = append(os.Environ(), "WINEPREFIX="+filepath.Join(w.dir, "windows"), "WINEDEBUG=-all", "DISPLAY=",
		"WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe,winealsa.drv,winepulse.drv=", "WINEPATH="+w.dir, "NO_COLOR=1")
	if err := os.Mkdir(filepath.Join(w.dir, "windows"), 0o700); err != nil {
		t.Fatal(err)
	}
	// What stays runs on with what it was given to write to, so it is started first.
	w.start("wineserver", "--persistent")
	t.Cleanup(func() { w.start("wineserver", "--kill") })
	w.start("wine", "wineboot", "--init")
	w.binary = w.build("catcow.exe")
	if out, _ := w.run(w.home(), "", w.binary, "version"); strings.Contains(out, "bcryptprimitives.dll") {
		w.addRandomness()
	}
	w.logged = w.binary
	if out, code := w.run(w.home(), "", w.binary, "log"); code != 0 {
		if !strings.Contains(out, "Invalid parameter") {
			t.Fatalf("log: %d\n%s", code, out)
		}
		w.logged = w.buildWithOtherMemory()
	}
	return w
}

// start runs a program that leaves others behind.
func (w *wine) start(name string, args ...string) {
	w.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	if err := cmd.Run(); err != nil {
		w.t.Fatalf("%s %v: %v", name, args, err)
	}
}

// command runs a program that has to succeed.
func (w *wine) command(name string, args ...string) {
	w.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = w.env
	if out, err := cmd.CombinedOutput(); err != nil {
		w.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
}

func (w *wine) build(name string, flags ...string) string {
	w.t.Helper()
	out := filepath.Join(w.dir, name)
	cmd := exec.Command("go", append(append([]string{"build", "-o", out}, flags...), ".")...)
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		w.t.Fatalf("go build: %v\n%s", err, text)
	}
	return out
}

// addRandomness adds the one library that Go needs and an older Wine has not.
func (w *wine) addRandomness() {
	w.t.Helper()
	compiler, err := exec.LookPath("x86_64-w64-mingw32-gcc")
	if err != nil {
		w.t.Skip("this Wine has no bcryptprimitives.dll, and there is no mingw to make one")
	}
	source := filepath.Join(w.dir, "random.c")
	text := "#include <windows.h>\n#include <ntsecapi.h>\n" +
		"BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T length) { return RtlGenRandom(to, (ULONG)length); }\n"
	if err := os.WriteFile(source, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.command(compiler, "-shared", "-o", filepath.Join(w.dir, "windows/drive_c/windows/system32/bcryptprimitives.dll"), source, "-ladvapi32")
}

// buildWithOtherMemory builds catcow with a database driver that does without
// placeholders in its memory, which Windows has since 2018 and Wine 8 refuses, and so
// without files that are mapped into it.
func (w *wine) buildWithOtherMemory() string {
	w.t.Helper()
	const module = "github.com/ncruces/go-sqlite3"
	found, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		w.t.Fatal(err)
	}
	driver := filepath.Join(w.dir, "driver")
	if err := os.CopyFS(driver, os.DirFS(strings.TrimSpace(string(found)))); err != nil {
		w.t.Fatal(err)
	}
	w.command("chmod", "-R", "u+w", driver)
	w.edit(filepath.Join(driver, "internal/sqlite3_wrap/sys_windows.go"), "return procVirtualAlloc2", "return false && procVirtualAlloc2")
	w.edit(filepath.Join(driver, "vfs/os_dotlk.go"), `name + ".lock"`, `name + ".held"`) // ours is .lock
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(name)
		if err != nil {
			w.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(w.dir, name), text, 0o600); err != nil {
			w.t.Fatal(err)
		}
	}
	w.command("go", "mod", "edit", "-replace="+module+"="+driver, filepath.Join(w.dir, "go.mod"))
	return w.build("logged.exe", "-trimpath", "-modfile="+filepath.Join(w.dir, "go.mod"), "-tags=sqlite3_dotlk")
}

func (w *wine) edit(file, from, to string) {
	w.t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		w.t.Fatal(err)
	}
	if !strings.Contains(string(text), from) {
		w.t.Fatalf("%s: no %q", file, from)
	}
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(string(text), from, to)), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

// home is a new folder where somebody lives who has read the safety page.
func (w *wine) home() string {
	w.t.Helper()
	return home(w.t)
}

// at is the environment that has programs for Windows at home in a folder.
func (w *wine) at(home string) []string {
	home = `Z:` + strings.ReplaceAll(home, "/", `\`)
	return append(slices.Clip(w.env), "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home,
		"CATCOW_SESSION_CHECK_IN=false", "CATCOW_VOICE_SAY=none", "CATCOW_CHIME_VOLUME=0")
}

// run is what a program says, and its exit code.
func (w *wine) run(home, input, program string, args ...string) (out string, code int) {
	w.t.Helper()
	// A file and no pipe, which what Wine starts beside the program would hold open.
	said, err := os.Create(filepath.Join(w.dir, "said"))
	if err != nil {
		w.t.Fatal(err)
	}
	defer func() { _ = said.Close() }()
	cmd := exec.Command("wine", append([]string{program}, args...)...)
	cmd.Dir = home
	cmd.Env, cmd.Stdin, cmd.Stdout, cmd.Stderr = w.at(home), strings.NewReader(input), said, said
	err = cmd.Run()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		w.t.Fatal(err)
	}
	text, err := os.ReadFile(said.Name())
	if err != nil {
		w.t.Fatal(err)
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n"), code
}

// screens starts a program in a console. It is a wide one without colours: Wine
// counts what a terminal only obeys as letters, and breaks lines where they are full.
func (w *wine) screens(t *testing.T, args ...string) *watched {
	t.Helper()
	home := w.home()
	all := []string{"-i"}
	for _, e := range w.at(home) {
		if name, _, _ := strings.Cut(e, "="); name != "" {
			all = append(all, e)
		}
	}
	all = append(all, "wine", w.binary)
	c := watchSized(t, home, &pty.Winsize{Rows: 40, Cols: 200}, "env", append(all, args...)...)
	c.patience = time.Minute
	return c
}

// screen is what stands on the console.
func (w *watched) screen() string {
	screen := vt.NewEmulator(200, 40)
	defer func() { _ = screen.Close() }()
	go func() { _, _ = io.Copy(io.Discard, screen) }() // what it answers
	_, _ = screen.WriteString(w.seen())
	return screen.String()
}

func (w *watched) shows(text string) {
	w.t.Helper()
	w.wait("screen with "+text, func() bool { return strings.Contains(w.screen(), text) })
}
