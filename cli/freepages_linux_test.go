package cli

import (
	"os"
	"strings"
	"testing"
)

// What is given back of the program comes back when it is needed.
func TestFreeProgram(t *testing.T) {
	before := resident(t)
	freeProgram()
	if after := resident(t); before > 0 && after >= before { // some kernels do not say
		t.Errorf("%d kB of files before, %d after", before, after)
	}
}

// resident is how many kilobytes of files are mapped and in memory.
func resident(t *testing.T) (kilobytes int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	_, rest, _ := strings.Cut(string(status), "RssFile:")
	for _, r := range strings.TrimSpace(rest) {
		if r < '0' || r > '9' {
			break
		}
		kilobytes = 10*kilobytes + int(r-'0')
	}
	return kilobytes
}
