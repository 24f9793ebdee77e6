package voice

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
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

// empty makes sure that nothing is left, soon.
func (s *stage) empty() {
	s.t.Helper()
	var pids []int
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if pids = s.left(); len(pids) == 0 {
			return
		}
	}
	s.t.Errorf("processes left behind: %v", pids)
}

// What a service starts lives on when the program that started it has ended.
func TestServiceIsLeft(t *testing.T) {
	s := newStage(t, "orphan")
	self, _ := s.look("")
	for _, service := range []bool{false, true} {
		ctx, cancel := context.WithCancel(t.Context())
		p := program{path: self, service: service}
		if _, err := p.run(ctx, "", 0); err != nil {
			t.Fatal(err)
		}
		if !service {
			s.empty()
		} else if len(s.left()) == 0 {
			t.Error("what a service started is gone")
		}
		cancel()
	}
	for _, pid := range s.left() {
		process, err := os.FindProcess(pid)
		if err == nil {
			_ = process.Kill()
		}
	}
}
