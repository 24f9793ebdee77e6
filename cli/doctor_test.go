package cli

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"catcow/cli/doctor"
)

func TestFindingsFitTheTerminal(t *testing.T) {
	all := []doctor.Finding{
		{What: "settings", State: doctor.Mend, Found: "/home/a/very/long/path/that/goes/on/and/on/config.toml", Todo: "config.toml:2: session.pace: is wrong\x1b"},
		{What: "voice", State: doctor.Note, Found: "nothing here speaks", Ways: []doctor.Way{{Name: "piper", Why: "no program piper is installed"}, {Name: "espeak-ng", Works: true, Why: "1.51"}}},
	}
	for _, width := range []int{0, 30, 50, 80, 200} {
		var out bytes.Buffer
		a := &app{Env: Env{Width: width}, out: bufio.NewWriter(&out)}
		a.printFindings(all)
		if err := a.out.Flush(); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "\x1b") {
			t.Errorf("%d columns: an escape: %q", width, out.String())
		}
		for _, word := range []string{"settings", "mend", "session.pace", "voice", "note", "works", "1.51"} {
			if !strings.Contains(out.String(), word) {
				t.Errorf("%d columns: no %q in\n%s", width, word, out.String())
			}
		}
		for line := range strings.SplitSeq(out.String(), "\n") {
			if w := ansi.StringWidth(line); w > max(width, pageWidth) || width > 0 && w > width {
				t.Errorf("%d columns: %d cells: %q", width, w, line)
			}
		}
	}
}

// mute takes away all that could make a sound.
func mute(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("sound is part of this system, and nothing takes it away")
	}
	nowhere := t.TempDir()
	t.Setenv("PATH", nowhere)
	t.Setenv("XDG_RUNTIME_DIR", nowhere)
	t.Setenv("PULSE_RUNTIME_PATH", nowhere)
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(nowhere, "none"))
}

// Nothing can be heard, and nothing is broken by that.
func TestDoctorWithoutSound(t *testing.T) {
	mute(t)
	a, out := home(t)
	a.Now = time.Now
	a.Defaults = defaults(t)
	if err := a.Run(t.Context(), []string{"doctor"}); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, line := range []string{"listen: a chime, and then a voice", "sound     note", "voice     note", "heard     note  nothing"} {
		if !strings.Contains(out.String(), "\n"+line) && !strings.HasPrefix(out.String(), line) {
			t.Errorf("no line %q in\n%s", line, out)
		}
	}
}

// defaults are the settings as they come.
func defaults(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
