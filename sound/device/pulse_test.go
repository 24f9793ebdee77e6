//go:build unix && !darwin

package device

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

func TestAddresses(t *testing.T) {
	for server, want := range map[string]address{
		"unix:/run/x/native":              {"unix", "/run/x/native"},
		"/run/x/native":                   {"unix", "/run/x/native"},
		"{8f3a9c}unix:/run/x/native":      {"unix", "/run/x/native"},
		"tcp:host":                        {"tcp", "host:4713"},
		"tcp:host:1234":                   {"tcp", "host:1234"},
		"tcp4:10.0.0.1":                   {"tcp4", "10.0.0.1:4713"},
		"tcp6:[::1]:99":                   {"tcp6", "[::1]:99"},
		"tcp6:::1":                        {"tcp6", "[::1]:4713"},
		"host":                            {"tcp", "host:4713"},
		"host:99":                         {"tcp", "host:99"},
		"{":                               {"tcp", "{:4713"},
		"{x}":                             {"tcp", ":4713"},
		"unix:relative/is/left/as/it/is/": {"unix", "relative/is/left/as/it/is/"},
	} {
		if got := parseAddress(server); got != want {
			t.Errorf("%q: %v, want %v", server, got, want)
		}
	}
	t.Setenv("PULSE_SERVER", "  /a   tcp:b ")
	if got := addresses(); len(got) != 2 || got[0].at != "/a" || got[1].at != "b:4713" {
		t.Errorf("%v", got)
	}
	t.Setenv("PULSE_SERVER", "")
	t.Setenv("PULSE_RUNTIME_PATH", "/p")
	t.Setenv("XDG_RUNTIME_DIR", "/x")
	if got := addresses(); len(got) != 2 || got[0].at != "/p/native" || got[1].at != "/x/pulse/native" {
		t.Errorf("%v", got)
	}
}

func TestCookie(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("PULSE_COOKIE", "")
	if c := cookie(); len(c) != cookieSize || c[0] != 0 {
		t.Error("without a cookie there is one")
	}
	write := func(name string, c byte, n int) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(strings.Repeat(string(c), n)), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write(".pulse-cookie", 'b', cookieSize)
	if c := cookie(); c[0] != 'b' {
		t.Error("the old place is not looked at")
	}
	write("pulse/cookie", 'a', cookieSize)
	if c := cookie(); c[0] != 'a' {
		t.Error("the usual place is not looked at")
	}
	t.Setenv("PULSE_COOKIE", write("broken", 'c', 7))
	if c := cookie(); c[0] != 'a' {
		t.Error("a cookie of the wrong size is taken")
	}
}

// badServer listens where the sound server should, and does this with whoever
// calls.
func badServer(t *testing.T, do func(net.Conn)) {
	t.Helper()
	// The path of a socket has at most 107 bytes; t.TempDir gives longer ones.
	dir, err := os.MkdirTemp("", "snd") //nolint:usetesting // see above
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	path := filepath.Join(dir, "native")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			do(c)
			_ = c.Close()
		}
	}()
	t.Cleanup(func() {
		_ = l.Close()
		<-done
	})
	t.Setenv("PULSE_SERVER", "unix:"+path)
}

// message is one as a server sends it.
func message(channel, op uint32, length int) []byte {
	out := make([]byte, headSize+length)
	binary.BigEndian.PutUint32(out, uint32(length))
	binary.BigEndian.PutUint32(out[4:], channel)
	if length >= leastSize {
		out[headSize] = 'L'
		binary.BigEndian.PutUint32(out[headSize+opOffset:], op)
		out[headSize+5] = 'L'
	}
	return out
}

// Whatever listens there, opening it is an error soon, and nothing more.
func TestServersThatAreNone(t *testing.T) {
	read := func(c net.Conn) { _, _ = c.Read(make([]byte, 4096)) }
	answer := func(b []byte) func(net.Conn) {
		return func(c net.Conn) {
			read(c)
			_, _ = c.Write(b)
		}
	}
	for name, do := range map[string]func(net.Conn){
		"hangs up":            func(net.Conn) {},
		"listens, hangs up":   read,
		"speaks HTTP":         answer([]byte("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")),
		"speaks zeros":        answer(make([]byte, 4096)),
		"sends no end":        answer(message(control, 2, mostLength+1)),
		"sends sound":         answer(message(7, 2, 100)),
		"breaks off":          answer(message(control, 2, 100)[:30]),
		"sends a short one":   answer(message(control, 2, 3)),
		"says unknown things": answer(append(message(control, 999, 50), message(control, 998, 10)...)),
		"refuses":             answer(message(control, 0, 15)),
	} {
		badServer(t, do)
		before := runtime.NumGoroutine()
		begun := time.Now()
		if d, err := openPulse(t.Context(), nil, nil); err == nil {
			d.Close()
			t.Errorf("%s: opened", name)
		}
		if took := time.Since(begun); took > answerTime+200*time.Millisecond {
			t.Errorf("%s: takes %v", name, took)
		}
		if _, err := lookPulse(t.Context()); err == nil || err.Error() != serverRefusesText {
			t.Errorf("%s: %v", name, err)
		}
		settle(t, name, before)
	}
}

// The client is shown only what it understands.
func TestWire(t *testing.T) {
	known := message(control, proto.OpReply, 40)
	for name, c := range map[string]struct{ sent, want []byte }{
		"a reply":      {known, known},
		"unknown":      {append(message(control, proto.OpStarted, 15), known...), known},
		"of most size": {message(control, proto.OpReply, mostLength), message(control, proto.OpReply, mostLength)},
		"too long":     {append(message(control, proto.OpReply, mostLength+1), known...), nil},
		"too short":    {append(message(control, proto.OpReply, leastSize-1), known...), nil},
		"sound":        {append(message(3, proto.OpReply, 40), known...), nil},
		"half of one":  {known[:30], nil},
	} {
		ours, theirs := net.Pipe()
		go func() {
			_, _ = theirs.Write(c.sent)
			_ = theirs.Close()
		}()
		got, err := io.ReadAll(&wire{conn: ours})
		if err != nil || !bytes.Equal(got, c.want) {
			t.Errorf("%s: %d bytes and %v, want %d", name, len(got), err, len(c.want))
		}
		_ = ours.Close()
		if _, err := (&wire{conn: ours}).Read(make([]byte, 9)); !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v of a connection that is closed, want io.EOF", name, err)
		}
	}
}

// settle waits until no more goroutines are there than before.
func settle(t *testing.T, name string, before int) {
	t.Helper()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%s: %d goroutines, %d before", name, runtime.NumGoroutine(), before)
}

func TestServerThatSaysNothing(t *testing.T) {
	release := make(chan struct{})
	badServer(t, func(net.Conn) { <-release })
	defer close(release)
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begun := time.Now()
	if _, err := openPulse(ctx, nil, nil); err == nil {
		t.Error("opened")
	}
	if took := time.Since(begun); took > 300*time.Millisecond {
		t.Errorf("its context was over after 0.1 s, and it takes %v", took)
	}
	settle(t, "silence", before)
}

func TestNoServer(t *testing.T) {
	t.Setenv("PULSE_SERVER", "unix:"+filepath.Join(t.TempDir(), "none"))
	if _, err := lookPulse(t.Context()); err == nil || err.Error() != noServerText {
		t.Errorf("%v", err)
	}
}
