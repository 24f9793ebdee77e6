package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"catcow/sampletest"

	"github.com/creack/pty"
)

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
