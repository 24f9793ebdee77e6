package preference

import (
	"context"
	"os/exec"
	"strings"
)

// readMotion asks for "Reduce motion", which is not there until somebody has
// switched it once.
func readMotion(ctx context.Context) Motion {
	cmd := exec.CommandContext(ctx, "/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion")
	cmd.WaitDelay = mostAsking / 10
	out, err := cmd.Output()
	if err != nil {
		return Motion{}
	}
	return Motion{Reduced: strings.TrimSpace(string(out)) == "1", From: "com.apple.universalaccess reduceMotion"}
}
