//go:build unix

package pixels

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"catcow/config"
)

// A terminal that is not in raw mode keeps its answers until the line ends, and shows
// them. What it shows goes to the far end, as the questions do.
func TestProbeInARealTerminal(t *testing.T) {
	far, near, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = near.Close(), far.Close() }()
	seen := make(chan string, 1)
	go func() {
		var all bytes.Buffer
		defer func() { seen <- all.String() }()
		chunk := make([]byte, 4096)
		terminal := answering{name: "kitty(0.41.1)", cell: "\x1b[6;20;10t", attributes: "\x1b[?62;c", kitty: "\x1b_Gi=31;OK\x1b\\", in: far}
		for {
			n, err := far.Read(chunk)
			if err != nil {
				return
			}
			if all.Write(chunk[:n]); bytes.Contains(all.Bytes(), []byte("the end")) {
				return
			}
			_, _ = terminal.Write(chunk[:n])
		}
	}()
	environ := []string{"TERM=xterm-kitty"}
	if got := Probe(t.Context(), config.Figure{Mode: "auto", Pixels: "auto"}, environ, near, near); got != Placeholders {
		t.Errorf("%v, want %v", got, Placeholders)
	}
	if _, err := near.WriteString("the end"); err != nil {
		t.Fatal(err)
	}
	select {
	case out := <-seen:
		if strings.Contains(out, "kitty(") || strings.Contains(out, "62;c") {
			t.Errorf("the terminal shows its own answers: %q", out)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("nothing is shown")
	}
}
