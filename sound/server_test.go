//go:build linux

package sound

import (
	"bytes"
	"encoding/binary"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"
)

// server is a sound server of our own that plays into nothing, and can be heard.
type server struct {
	tb   testing.TB
	dir  string
	auth string // how the server is to know who may play
	cmd  *exec.Cmd
}

// newServer starts a server and has this test find it.
func newServer(tb testing.TB) *server {
	tb.Helper()
	return newServerWith(tb, "auth-anonymous=1")
}

func newServerWith(tb testing.TB, auth string) *server {
	tb.Helper()
	for _, program := range []string{"pulseaudio", "parec", "pactl"} {
		if _, err := exec.LookPath(program); err != nil {
			tb.Skip(program + " is not installed")
		}
	}
	// The path of a socket has at most 107 bytes; t.TempDir gives longer ones.
	dir, err := os.MkdirTemp("", "snd") //nolint:usetesting // see above
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = os.RemoveAll(dir) })
	tb.Setenv("XDG_RUNTIME_DIR", dir)
	tb.Setenv("PULSE_SERVER", "unix:"+filepath.Join(dir, "pulse", "native"))
	tb.Setenv("PULSE_COOKIE", filepath.Join(dir, "cookie"))
	s := &server{tb: tb, dir: dir, auth: auth}
	s.start()
	tb.Cleanup(s.kill)
	return s
}

func (s *server) start() {
	s.tb.Helper()
	if err := os.MkdirAll(filepath.Join(s.dir, "pulse"), 0o700); err != nil {
		s.tb.Fatal(err)
	}
	_ = os.Remove(filepath.Join(s.dir, "pulse", "native"))
	_ = os.Remove(filepath.Join(s.dir, "pulse", "pid"))
	s.cmd = exec.Command("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
		// In this order: whoever gets an answer also finds the sink.
		"--load=module-null-sink sink_name=null rate=48000 norewinds=1",
		"--load=module-native-protocol-unix "+s.auth)
	s.cmd.Env = append(os.Environ(), "HOME="+s.dir, "XDG_CONFIG_HOME="+s.dir)
	var errs bytes.Buffer
	s.cmd.Stderr = &errs
	if err := s.cmd.Start(); err != nil {
		s.tb.Fatal(err)
	}
	for range 100 {
		if exec.Command("pactl", "info").Run() == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	s.kill()
	s.tb.Skip("pulseaudio does not start here: " + errs.String())
}

func (s *server) kill() {
	if s.cmd != nil {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
		s.cmd = nil
	}
}

// tape is what was heard.
type tape struct {
	mu      sync.Mutex
	samples []float64
	cmd     *exec.Cmd
	done    chan struct{}
}

const tapeRate = 48000

// record begins to listen, and returns when it does.
func (s *server) record() *tape {
	s.tb.Helper()
	tp := &tape{done: make(chan struct{})}
	tp.cmd = exec.Command("parec", "--device=null.monitor", "--raw", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=5")
	out, err := tp.cmd.StdoutPipe()
	if err != nil {
		s.tb.Fatal(err)
	}
	if err := tp.cmd.Start(); err != nil {
		s.tb.Fatal(err)
	}
	s.tb.Cleanup(func() { tp.stop() })
	go func() {
		defer close(tp.done)
		buf := make([]byte, 960)
		rest := 0
		for {
			n, err := out.Read(buf[rest:])
			if err != nil {
				return
			}
			n += rest
			tp.mu.Lock()
			for i := 0; i+1 < n; i += 2 {
				tp.samples = append(tp.samples, float64(int16(binary.LittleEndian.Uint16(buf[i:])))/32768)
			}
			tp.mu.Unlock()
			if rest = n % 2; rest == 1 {
				buf[0] = buf[n-1]
			}
		}
	}()
	for range 1000 { // an idle sink lets its listeners wait for two seconds
		if tp.length() > tapeRate/20 {
			return tp
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.tb.Fatal("the monitor gives nothing")
	return nil
}

func (tp *tape) length() int {
	tp.mu.Lock()
	defer tp.mu.Unlock()
	return len(tp.samples)
}

// from gives what was heard since a point of the tape.
func (tp *tape) from(at int) []float64 {
	tp.mu.Lock()
	defer tp.mu.Unlock()
	return append([]float64(nil), tp.samples[min(at, len(tp.samples)):]...)
}

func (tp *tape) stop() {
	_ = tp.cmd.Process.Kill()
	<-tp.done
	_ = tp.cmd.Wait()
}

// freeze has the server hang, or go on.
func (s *server) freeze(on bool) {
	sig := syscall.SIGCONT
	if on {
		sig = syscall.SIGSTOP
	}
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.tb.Fatal(err)
	}
}
