package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// seat is a program in a terminal that is measured.
type seat struct {
	t     *table
	cmd   *exec.Cmd
	term  *os.File
	start time.Time
	bytes atomic.Int64
	wrote chan struct{} // there is more in seen

	mu   sync.Mutex
	seen []byte // of late
}

// seenMost is how much is kept of what was seen.
const seenMost = 1 << 20

// sit starts a program of the folder in a terminal of 80 by 24.
func (t *table) sit(home, name string, args ...string) *seat {
	return t.sitAt(home, usualSize(), nil, filepath.Join(t.folder, name), args...)
}

func usualSize() *pty.Winsize { return &pty.Winsize{Rows: 24, Cols: 80} }

// sitAt starts a command in a terminal, one that answers or, by nil, one that does not.
func (t *table) sitAt(home string, size *pty.Winsize, answers *pictureTerminal, name string, args ...string) *seat {
	s := &seat{t: t, start: time.Now(), wrote: make(chan struct{}, 1)}
	s.cmd, s.term = inTerminalSized(t.b, home, size, name, args...)
	go s.read(answers)
	return s
}

func (s *seat) read(answers *pictureTerminal) {
	chunk := make([]byte, 64<<10)
	for {
		n, err := s.term.Read(chunk)
		s.bytes.Add(int64(n))
		if err != nil {
			return
		}
		if answers != nil {
			_, _ = s.term.WriteString(answers.answer(chunk[:n]))
		}
		s.mu.Lock()
		if len(s.seen) > seenMost {
			s.seen = s.seen[:0]
		}
		s.seen = append(s.seen, chunk[:n]...)
		s.mu.Unlock()
		select {
		case s.wrote <- struct{}{}:
		default:
		}
	}
}

// until waits for a text and gives the time since the start.
func (s *seat) until(text string) time.Duration {
	late := time.After(20 * time.Second)
	for {
		s.mu.Lock()
		there := bytes.Contains(s.seen, []byte(text))
		s.mu.Unlock()
		if there {
			return time.Since(s.start)
		}
		select {
		case <-s.wrote:
		case <-late:
			s.t.b.Fatalf("no %q on\n%s", text, s.screen())
		}
	}
}

// screen is what stands in the terminal.
func (s *seat) screen() string {
	screen := vt.NewEmulator(80, 24)
	defer func() { _ = screen.Close() }()
	go func() { _, _ = io.Copy(io.Discard, screen) }() // what it answers
	s.mu.Lock()
	defer s.mu.Unlock()
	_, _ = screen.Write(s.seen)
	return screen.String()
}

func (s *seat) press(keys string) {
	if _, err := s.term.WriteString(keys); err != nil {
		s.t.b.Fatal(err)
	}
}

// key is how long a key takes to change the screen, where nothing else does.
func (s *seat) key(key string) time.Duration {
	time.Sleep(200 * time.Millisecond)
	select {
	case <-s.wrote:
	default:
	}
	from := time.Now()
	s.press(key)
	<-s.wrote
	return time.Since(from)
}

// leave kills it: nothing of its end is measured.
func (s *seat) leave() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.term.Close()
}

// taken is what it has taken so far.
type taken struct {
	at    time.Time
	cpu   time.Duration
	bytes int64
}

func (s *seat) taken() taken {
	cpu := scheduled(s.cmd.Process.Pid, 0)
	if cpu == 0 {
		s.t.b.Fatalf("it has no threads; on the screen:\n%s", s.screen())
	}
	return taken{time.Now(), cpu, s.bytes.Load()}
}

// since is how much of a core and how many bytes a second it has taken since.
func (s *seat) since(before taken) (percent, bytesPerSecond float64) {
	now := s.taken()
	passed := now.at.Sub(before.at).Seconds()
	return 100 * (now.cpu - before.cpu).Seconds() / passed, float64(now.bytes-before.bytes) / passed
}

// usage is how much of a core and how many bytes a second it takes for a while.
func (s *seat) usage(d time.Duration) (percent, bytesPerSecond float64) {
	before := s.taken()
	time.Sleep(d)
	return s.since(before)
}

func (s *seat) mib() float64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		s.t.b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "VmRSS:")
	kib, _ := strconv.Atoi(strings.Fields(rest)[0])
	return float64(kib) / 1024
}
