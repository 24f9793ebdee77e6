package awake

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"
)

// keep runs the system's own tool until the context ends. It ends with us, however
// we end: it watches for that.
func keep(ctx context.Context, _ string) {
	command := caffeinate(ctx, "-w", strconv.Itoa(os.Getpid()))
	_ = command.Run()
}

// caffeinate keeps the display (-d) and the computer (-i) from idle sleep. It is
// not in our process group, so that a Ctrl-C or a Ctrl-Z meant for us does not
// reach it.
func caffeinate(ctx context.Context, args ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, "/usr/bin/caffeinate", append([]string{"-d", "-i"}, args...)...)
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Env = []string{}
	command.WaitDelay = mostRelease / 2
	return command
}

func ways(ctx context.Context) []Way {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	if err := caffeinate(ctx, "/usr/bin/true").Run(); err != nil {
		return []Way{{Name: wayCaffeinate, Why: err.Error(), Todo: "switch the display's sleep off in System Settings"}}
	}
	return []Way{{Name: wayCaffeinate, Works: true, Why: "/usr/bin/caffeinate"}}
}
