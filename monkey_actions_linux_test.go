package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/creack/pty"
)

// act does one thing.
func (m *monkey) act() {
	defer m.ended()
	n := m.random.IntN(1000)
	switch {
	case n < 900:
		m.press(m.keys())
	case n < 930:
		m.press(m.noise())
	case n < 960:
		m.resize()
	case n < 985:
		s := []syscall.Signal{syscall.SIGWINCH, syscall.SIGCONT, syscall.SIGTSTP}[m.random.IntN(3)]
		m.did(s.String())
		m.touch()
		m.signal(s)
	case n < 987:
		m.jump()
	case n < 990:
		m.stop(time.Duration(m.random.IntN(3500)) * time.Millisecond)
	case n < 994:
		m.block(time.Duration(m.random.IntN(1000)) * time.Millisecond)
	case n < 996:
		m.press("\x03")
	case n < 998:
		m.end([]syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGHUP}[m.random.IntN(4)])
	default:
		time.Sleep(time.Second)
	}
	time.Sleep(time.Duration(m.random.IntN(8)) * time.Millisecond)
}

// end asks the program to end, once: the second signal would end it as it is.
func (m *monkey) end(s syscall.Signal) {
	m.did(s.String())
	m.touch()
	if m.last == 0 {
		m.last = s
		m.signal(s)
	}
}

func (m *monkey) keys() string {
	named := []string{
		" ", "\r", "\x1b", "\t", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F",
		"\x1bOP", "\x0c", "\x1a", "n", "b", "b", "s", "x", "f", "o", "?", "+", "-", "[", "]", "m",
	}
	if m.random.IntN(3) == 0 {
		return string(rune(' ' + m.random.IntN(95)))
	}
	return named[m.random.IntN(len(named))]
}

// noise is what comes from a terminal and is no key.
func (m *monkey) noise() string {
	switch m.random.IntN(7) {
	case 0:
		return "\x1b[200~knees \x07\x1b]0;to chest\x1b[201~"
	case 1:
		return "\x1b[200~without an end"
	case 5:
		return strings.Repeat("b", m.random.IntN(200))
	case 6:
		b := make([]byte, m.random.IntN(20))
		for i := range b {
			b[i] = byte(m.random.IntN(256))
		}
		return string(b)
	}
	return m.harmless()
}

// harmless is what a session's clock does not mind.
func (m *monkey) harmless() string {
	switch m.random.IntN(6) {
	case 0:
		return fmt.Sprintf("\x1b[<%d;%d;%dM", m.random.IntN(70), m.random.IntN(200), m.random.IntN(100))
	case 1:
		return "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
	case 2:
		return "\x1b[I\x1b[O\x1b[?62;22c\x1b[?2026;2$y\x1b[24;80R"
	}
	return []string{"f", "c", "m", "t", "<", ">", "\x0c", "!"}[m.random.IntN(8)]
}

func (m *monkey) press(keys string) {
	if strings.ContainsAny(keys, "\x03\x1a\x1c") {
		m.control = time.Now()
	}
	m.did(keys)
	m.touch()
	_, _ = m.term.WriteString(keys) // it may have left
}

func (m *monkey) resize() {
	sizes := [][2]int{{80, 24}, {80, 24}, {40, 12}, {1, 1}, {120, 40}, {200, 60}, {79, 23}, {20, 50}, {300, 10}}
	size := sizes[m.random.IntN(len(sizes))]
	m.did(fmt.Sprint(size))
	m.resizeTo(size[0], size[1])
}

func (m *monkey) resizeTo(w, h int) {
	m.mu.Lock()
	m.vt.Resize(w, h)
	m.width, m.height = w, h
	m.mu.Unlock()
	_ = pty.Setsize(m.term, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
}

// stop stops the program for a while, as a lid that is shut does.
func (m *monkey) stop(d time.Duration) {
	m.did("stopped for " + d.String())
	m.touch()
	m.signal(syscall.SIGSTOP)
	time.Sleep(d)
	m.touch()
	m.signal(syscall.SIGCONT)
}

// jump sets the program's clock a minute ahead, as it is after a sleep.
func (m *monkey) jump() {
	m.did("the clock jumps")
	m.touch()
	f, err := os.OpenFile(m.jumps(), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		m.t.Fatal(err)
	}
	_, _ = f.WriteString("m")
	_ = f.Close()
}

func (m *monkey) jumps() string { return filepath.Join(m.home, "jumps") }

// block has the terminal take nothing for a while, as a network does. The session
// minds nothing.
func (m *monkey) block(d time.Duration) {
	m.did("takes nothing for " + d.String())
	m.mu.Lock()
	m.witness.away = time.Now().Add(d + time.Second)
	m.mu.Unlock()
	m.gate.Lock()
	time.Sleep(d)
	m.gate.Unlock()
}
