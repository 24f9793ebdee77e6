package voice

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// left are the processes of the fake that run: those with its mark in their environment.
func (s *stage) left() []int {
	environments, _ := filepath.Glob("/proc/[0-9]*/environ")
	var pids []int
	for _, path := range environments {
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte(fakeMark+"="+s.mark)) {
			continue
		}
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		if pid != os.Getpid() {
			pids = append(pids, pid)
		}
	}
	return pids
}

// empty makes sure that nothing is left, a second from now at the latest.
func (s *stage) empty() {
	s.t.Helper()
	var pids []int
	for deadline := time.Now().Add(time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if pids = s.left(); len(pids) == 0 {
			return
		}
	}
	s.t.Errorf("processes left behind: %v", pids)
}
