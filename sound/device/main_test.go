package device

import (
	"fmt"
	"io"
	"os"
	"testing"
	"time"
)

// TestMain makes a player of this binary: what it does is in its environment.
func TestMain(m *testing.M) {
	switch os.Getenv("CATCOW_TEST_PLAYER") {
	case "":
		os.Exit(m.Run()) //nolint:forbidigo // as every TestMain
	case "plays":
		n, _ := io.Copy(io.Discard, os.Stdin)
		_ = os.WriteFile(os.Getenv("CATCOW_TEST_FILE"), fmt.Append(nil, n), 0o600)
	case "fails":
		fmt.Fprintln(os.Stdout, "\x1b[31mno card\x1b[0m")
		fmt.Fprintln(os.Stderr, "\x1b[31mno card\x1b[0m")
		os.Exit(1) //nolint:forbidigo // it is run as a process of its own
	case "hangs": // it reads nothing and ends by itself long after the test
		time.Sleep(time.Minute)
	case "dies":
		_, _ = io.CopyN(io.Discard, os.Stdin, Rate)
	}
}
