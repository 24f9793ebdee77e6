package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/sampletest"

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

// What runs on Linux runs on Windows, as far as Wine is one: every command, the log,
// and sessions by lines and on screens.
func TestWindows(t *testing.T) {
	t.Parallel()
	sampletest.Whole(t)
	w := newWine(t)
	t.Run("commands", w.commands)
	t.Run("log", w.log)
	t.Run("no log", w.noLog)
	t.Run("session", w.session)
	t.Run("menu", w.menu)
	t.Run("ctrl+c", w.interrupt)
	t.Run("speaker", func(t *testing.T) {
		cmd := exec.Command("go", "test", "-exec=wine", "-run=TestOneSpeaker", "./sound/device")
		cmd.Env = append(slices.Clip(w.env), "GOOS=windows", "CGO_ENABLED=0")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	})
}

// commands tries every command, in an order in which one may build on another.
func (w *wine) commands(t *testing.T) {
	home, tried := w.home(), map[string]bool{}
	if err := os.WriteFile(filepath.Join(home, "sheet.txt"), []byte("cat-cow 10 reps\r\nbird dog 5s x5 each side\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		command, says string
		code          int
	}{
		{"version", "catcow", 0},
		{"help", "pose by pose", 0},
		{"routines", "lower-back", 0},
		{"poses --json", `"id": "cat-cow"`, 0},
		{"show supine-twist", "Lie on your back", 0},
		{`show lower-back -o sheet.html`, "sheet.html", 0},
		{"plan lower-back --minutes 10", "in all", 0},
		{"today --minutes 10", "Cat-Cow", 0},
		{"program start", "today", 0},
		{"safety", "Before you begin", 0},
		{"config init", `config.toml`, 0},
		{"config", `config.toml`, 0},
		{"new pose my-pose", `poses\my-pose.toml`, 0},
		{"new routine mine", `routines\mine.toml`, 0},
		{"check", "no problems", 0},
		{"import sheet.txt --name clinic --yes", "clinic", 0},
		{"share clinic -o clinic.toml", "clinic", 0},
		{"start clinic --plain --speed 600", "Well done", 0},
		{"log", "no sessions yet", 0},
		{"stats", "calendar", 0},
		{"status --json", `"sessions"`, 0},
		{"export --format csv", "date,time", 0},
		{"export -o week.ics", "week.ics", 0},
		{"export -o sessions.json", "sessions.json", 0},
		{"import-log sessions.json", "0 ", 0},
		{"sync .", "", 0},
		{"remind --at 10:30", "schtasks", 0},
		{"completion powershell", "Register-ArgumentCompleter", 0},
		{"man", ".TH CATCOW", 0},
		{"doctor --quiet", "windows/amd64", 0},
		{"start", "want a ROUTINE", 2},
		{"start lowerback --plain", "did you mean", 2},
		{"nonsense", "no command", 2},
	} {
		args := strings.Fields(tt.command)
		tried[args[0]] = true
		out, code := w.run(home, "", w.logged, args...)
		if code != tt.code || !strings.Contains(out, tt.says) || strings.Contains(out, "panic") {
			t.Errorf("%s: exit code %d, want %d and %q:\n%s", tt.command, code, tt.code, tt.says, out)
		}
	}
	help, _ := w.run(home, "", w.logged, "help")
	for _, name := range regexp.MustCompile(`(?m)^  ([a-z-]+)`).FindAllStringSubmatch(help, -1) {
		if name[1] != "catcow" && !tried[name[1]] {
			t.Errorf("catcow %s is not tried", name[1])
		}
	}
}

// log leaves a session in its middle and finds it again.
func (w *wine) log(t *testing.T) {
	home := w.home()
	if out, code := w.run(home, "q\ny\n", w.logged, "start", "desk-break", "--plain"); code != 3 {
		t.Errorf("exit code %d:\n%s", code, out)
	}
	if out, _ := w.run(home, "", w.logged, "log"); !strings.Contains(out, "Desk Break") {
		t.Errorf("the log is:\n%s", out)
	}
}

// noLog has a session where the database does not open: it is led, one line says what
// is wrong, and what was done is taken in once there is a log.
func (w *wine) noLog(t *testing.T) {
	if w.logged == w.binary {
		t.Skip("the log opens here")
	}
	home := w.home()
	out, code := w.run(home, "q\ny\n", w.binary, "start", "desk-break", "--plain")
	if code != 3 || strings.Count(out, "cannot be opened") != 1 || strings.Contains(out, "goroutine") {
		t.Errorf("exit code %d:\n%s", code, out)
	}
	if out, code := w.run(home, "", w.binary, "log"); code != 1 || strings.Count(out, "\n") != 1 {
		t.Errorf("log: exit code %d:\n%s", code, out)
	}
	if out, _ := w.run(home, "", w.logged, "log"); !strings.Contains(out, "Desk Break") {
		t.Errorf("what waited was not taken in:\n%s", out)
	}
}

// session plays one to its end, in a window that changes its size.
func (w *wine) session(t *testing.T) {
	c := w.screens(t, "start", "desk-break", "--speed", "60", "--silent")
	c.until("1 of 4") // it stands for a second only
	for _, size := range []pty.Winsize{{Rows: 12, Cols: 40}, {Rows: 3, Cols: 10}, {Rows: 40, Cols: 200}} {
		if err := pty.Setsize(c.term, &size); err != nil {
			t.Fatal(err)
		}
	}
	c.until("closes by itself")
	if code := c.ends(); code != 0 {
		t.Errorf("exit code %d, want 0; seen:\n%s", code, c.screen())
	}
}

// menu goes through the screens. Wine keeps an escape for itself until something
// follows it, so none goes back.
func (w *wine) menu(t *testing.T) {
	for _, tt := range []struct{ keys, shows string }{
		{"desk\r", "space on or off"},
		{"\t", "All poses"},
	} {
		c := w.screens(t)
		c.shows("tab all poses")
		c.press(tt.keys)
		c.until(tt.shows) // as it is written: the screen has what Wine broke off of the one before
		c.press("\x03")
		if code := c.ends(); code != 130 {
			t.Errorf("%q: exit code %d, want 130; seen:\n%s", tt.keys, code, c.screen())
		}
	}
}

func (w *wine) interrupt(t *testing.T) {
	c := w.screens(t, "start", "lower-back", "--silent")
	c.until("1 of 4")
	c.press("\x03")
	if code := c.ends(); code != 130 {
		t.Errorf("exit code %d, want 130", code)
	}
	c.until("interrupted")
}
