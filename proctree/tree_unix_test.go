//go:build unix

package proctree

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// start starts a shell in a tree. What it and its children print is read from out, which
// ends when all of them have.
func start(t *testing.T, script string, files ...*os.File) (tree *Tree, cmd *exec.Cmd, out *os.File) {
	t.Helper()
	out, printed, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	cmd = exec.Command("sh", "-c", script)
	cmd.Stdout, cmd.ExtraFiles = printed, files
	if tree, err = New(cmd); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(cmd.Start(), tree.Tie(), printed.Close()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = tree.Kill() })
	return tree, cmd, out
}

// ended reads to the end, which comes only when nobody is left.
func ended(t *testing.T, out *os.File) {
	t.Helper()
	if err := out.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, out); err != nil {
		t.Errorf("somebody is left: %v", err)
	}
}

func TestKillEndsTheChildrenToo(t *testing.T) {
	t.Parallel()
	tree, cmd, out := start(t, "sleep 1000 & echo started; wait")
	if _, err := io.ReadFull(out, make([]byte, len("started\n"))); err != nil {
		t.Fatal(err)
	}
	if err := tree.Kill(); err != nil {
		t.Error(err)
	}
	_ = cmd.Wait()
	ended(t, out)
}

func TestKillWhatHasEnded(t *testing.T) {
	t.Parallel()
	tree, cmd, _ := start(t, "exit 0")
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if err := tree.Kill(); !errors.Is(err, os.ErrProcessDone) {
		t.Errorf("got %v", err)
	}
}

func TestReleaseEndsWhatIsLeftBehind(t *testing.T) {
	t.Parallel()
	tree, cmd, out := start(t, "sleep 1000 & exit 0")
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	tree.Release()
	ended(t, out)
}

func TestLeaveLetsItLive(t *testing.T) {
	t.Parallel()
	heard, said, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	tree, cmd, out := start(t, "(read line; echo $line) <&3 & exit 0", heard)
	if err := errors.Join(cmd.Wait(), heard.Close()); err != nil {
		t.Fatal(err)
	}
	tree.Leave()
	if _, err := io.WriteString(said, "alive\n"); err != nil {
		t.Error(err)
	}
	if text, err := io.ReadAll(out); err != nil || strings.TrimSpace(string(text)) != "alive" {
		t.Errorf("it says %q, %v", text, err)
	}
	_ = said.Close()
}

func TestReleaseBeforeTheStart(t *testing.T) {
	t.Parallel()
	tree, err := New(exec.Command("nothing"))
	if err != nil {
		t.Fatal(err)
	}
	tree.Release()
}
