package awake

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"syscall"
)

func ways() []way { return []way{{"caffeinate", macTodoText, caffeinate}} }

// caffeinate keeps the display (-d) and the computer (-i) from idle sleep, with the
// system's own tool. It ends with us, however we end: it watches for that (-w). It is
// not in our process group, so that a Ctrl-C or a Ctrl-Z meant for us does not reach it.
func caffeinate(context.Context, string) (answered string, release func(), err error) {
	const path = "/usr/bin/caffeinate"
	command := exec.Command(path, "-d", "-i", "-w", strconv.Itoa(os.Getpid())) //nolint:noctx // it is ended by release
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	command.Env = []string{}
	if err := command.Start(); err != nil {
		return "", nil, err
	}
	return path, func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	}, nil
}
