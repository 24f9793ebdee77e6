package main

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// What a monkey may do to the program in a terminal: every key, text pasted with
// and without an end, the mouse, bytes that are no key, other sizes, signals, stops,
// a terminal that takes nothing. Whatever it does there is no panic, what is counted
// down goes with the clock, a redraw changes nothing, and the terminal is left whole.
//
// MONKEY is the number of actions, MONKEY_SEED says which:
//
//	MONKEY=100000 go test -run TestMonkey -timeout 3h -v .
func TestMonkey(t *testing.T) {
	actions := monkeyNumber(t, "MONKEY", 0)
	if actions == 0 {
		slow(t) // a minute
		actions = 1200
	}
	seed := monkeyNumber(t, "MONKEY_SEED", time.Now().UnixNano())
	t.Logf("MONKEY=%d MONKEY_SEED=%d", actions, seed)
	m := &monkey{t: t, random: rand.New(rand.NewPCG(uint64(seed), 0)), home: home(t)}
	for i := range actions {
		if m.cmd == nil {
			m.start()
		}
		m.act()
		if i%50 == 49 {
			m.check()
		}
		if t.Failed() {
			t.Fatalf("at action %d of MONKEY_SEED=%d, after %q; on the screen:\n%s", i, seed, m.done, m.screen())
		}
	}
	m.leave()
	t.Logf("%d sessions, %d countdowns and %d redraws looked at", m.starts, m.countdowns, m.redraws)
}

func monkeyNumber(t *testing.T, name string, usual int64) int64 {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return n
}

// monkey is at the keys of one program after the other.
type monkey struct {
	t      *testing.T
	random *rand.Rand
	home   string
	done   []string // lately

	cmd    *exec.Cmd
	term   *os.File
	before unix.Termios // of the terminal
	over   chan error

	starts, countdowns, redraws int

	mu   sync.Mutex
	vt   *vt.SafeEmulator
	tail []byte     // of what was written
	gate sync.Mutex // held while the terminal takes nothing
}

func (m *monkey) start() {
	m.t.Helper()
	var args []string
	if m.random.IntN(2) == 0 {
		args = []string{"start", "lower-back"}
	}
	m.starts++
	m.vt, m.tail, m.over = vt.NewSafeEmulator(80, 24), nil, make(chan error, 1)
	m.cmd, m.term = inTerminalAt(m.t, m.home, 80, "catcow", args...)
	mode, err := unix.IoctlGetTermios(int(m.term.Fd()), unix.TCGETS)
	if err != nil {
		m.t.Fatal(err)
	}
	if m.starts == 1 { // later it may be raw already
		m.before = *mode
	}
	go func() { _, _ = io.Copy(m.term, m.vt) }() // the answers of the terminal
	go m.read(m.cmd, m.term)
	m.wait(func(screen string) bool { return strings.TrimSpace(screen) != "" })
}

func (m *monkey) read(cmd *exec.Cmd, term *os.File) {
	chunk := make([]byte, 32<<10)
	for {
		m.gate.Lock()
		m.gate.Unlock() //nolint:staticcheck // it only waits
		n, err := term.Read(chunk)
		m.mu.Lock()
		_, _ = m.vt.Write(chunk[:n])
		m.tail = append(m.tail, chunk[:n]...)
		if len(m.tail) > 64<<10 {
			m.tail = slices.Clone(m.tail[32<<10:])
		}
		m.mu.Unlock()
		if err != nil {
			m.over <- cmd.Wait()
			return
		}
	}
}

func (m *monkey) screen() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.vt.String()
}

// wait looks until the screen is as it should be, or the program has left.
func (m *monkey) wait(there func(screen string) bool) bool {
	for range 500 {
		if there(m.screen()) {
			return true
		}
		if m.ended() {
			return false
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}

// ended looks after a program that has left.
func (m *monkey) ended() bool {
	if m.cmd == nil {
		return true
	}
	select {
	case err := <-m.over:
		m.look(err)
		return true
	default:
		return false
	}
}

// look looks at what a program leaves behind.
func (m *monkey) look(err error) {
	m.t.Helper()
	code := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	}
	out := string(m.tail)
	if !slices.Contains([]int{0, 3, 130}, code) {
		m.t.Errorf("exit code %d; it said %q", code, out[max(len(out)-600, 0):])
	}
	if strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
		m.t.Error("the screen is not given back")
	}
	for _, bad := range []string{"panic", "goroutine ", "fatal error", "went wrong"} {
		if strings.Contains(out, bad) {
			m.t.Errorf("it said %q", bad)
		}
	}
	if mode, err := unix.IoctlGetTermios(int(m.term.Fd()), unix.TCGETS); err == nil && mode.Lflag != m.before.Lflag {
		m.t.Errorf("the terminal is left with %x, it had %x", mode.Lflag, m.before.Lflag)
	}
	_ = m.vt.Close()
	_ = m.term.Close()
	m.cmd = nil
}

// leave ends the program and looks after it.
func (m *monkey) leave() {
	if m.cmd == nil {
		return
	}
	_ = m.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case err := <-m.over:
		m.look(err)
	case <-time.After(20 * time.Second):
		m.t.Error("it does not leave")
	}
}

// did keeps what was done lately, for the report.
func (m *monkey) did(what string) {
	m.done = append(m.done[max(len(m.done)-30, 0):], what)
}

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
		s := []syscall.Signal{syscall.SIGWINCH, syscall.SIGCONT, syscall.SIGTSTP, syscall.SIGWINCH}[m.random.IntN(4)]
		m.did(s.String())
		_ = m.cmd.Process.Signal(s)
	case n < 990:
		m.stop(time.Duration(m.random.IntN(3500)) * time.Millisecond)
	case n < 994:
		m.did("takes nothing")
		m.gate.Lock()
		time.Sleep(time.Duration(m.random.IntN(1000)) * time.Millisecond)
		m.gate.Unlock()
	case n < 996:
		m.press("\x03")
	case n < 998:
		s := []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGHUP}[m.random.IntN(4)]
		m.did(s.String())
		_ = m.cmd.Process.Signal(s)
	default:
		time.Sleep(time.Second)
	}
	time.Sleep(time.Duration(m.random.IntN(8)) * time.Millisecond)
}

func (m *monkey) keys() string {
	named := []string{
		" ", "\r", "\x1b", "\t", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F",
		"\x1bOP", "\x0c", "\x1a", "n", "n", "n", "b", "s", "x", "f", "o", "?", "q", "q", "y", "+", "-", "[", "]", "m",
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
	case 2:
		return fmt.Sprintf("\x1b[<%d;%d;%dM", m.random.IntN(70), m.random.IntN(200), m.random.IntN(100))
	case 3:
		return "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
	case 4:
		return "\x1b[I\x1b[O\x1b[?62;22c\x1b[?2026;2$y\x1b[24;80R"
	case 5:
		return strings.Repeat("b", m.random.IntN(200))
	}
	b := make([]byte, m.random.IntN(20))
	for i := range b {
		b[i] = byte(m.random.IntN(256))
	}
	return string(b)
}

func (m *monkey) press(keys string) {
	m.did(keys)
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
	m.mu.Unlock()
	_ = pty.Setsize(m.term, &pty.Winsize{Cols: uint16(w), Rows: uint16(h)})
}

// stop stops the program for a while, as a lid that is shut does.
func (m *monkey) stop(d time.Duration) {
	m.did("stopped for " + d.String())
	_ = m.cmd.Process.Signal(syscall.SIGSTOP)
	time.Sleep(d)
	_ = m.cmd.Process.Signal(syscall.SIGCONT)
}

// left is what the header says is left of the session.
func left(screen string) (time.Duration, bool) {
	found := regexp.MustCompile(`(\d+):(\d\d) left`).FindStringSubmatch(screen)
	if found == nil {
		return 0, false
	}
	minutes, _ := strconv.Atoi(found[1])
	seconds, _ := strconv.Atoi(found[2])
	return time.Duration(60*minutes+seconds) * time.Second, true
}

// check keeps its hands off for a moment and looks.
func (m *monkey) check() {
	if m.cmd == nil {
		return
	}
	time.Sleep(700 * time.Millisecond) // a paste without an end ends
	m.resizeTo(80, 24)
	time.Sleep(500 * time.Millisecond)
	if strings.Contains(m.screen(), "╭") {
		m.press("\x1b")
		time.Sleep(500 * time.Millisecond)
	}
	start, before := time.Now(), m.screen()
	switch from, ok := left(before); {
	case strings.Contains(before, "paused"):
		m.redraws++
		m.press("\x0c")
		time.Sleep(500 * time.Millisecond)
		if after := m.screen(); after != before && strings.Contains(after, "paused") && !m.ended() {
			m.t.Errorf("a redraw changes the screen; it was:\n%s", before)
		}
		m.press(" ") // and on
	case ok && runs(before):
		time.Sleep(2 * time.Second)
		after := m.screen()
		to, ok := left(after)
		passed := time.Since(start)
		if !ok || !runs(after) {
			break
		}
		m.countdowns++
		if off := (from - to - passed).Abs(); off > 1500*time.Millisecond {
			m.t.Errorf("%v pass, what is left goes from %v to %v", passed, from, to)
		}
	}
	m.ended()
}

// runs reports whether a session is shown whose time runs: nothing lies over it.
func runs(screen string) bool {
	return strings.Contains(screen, "space pause") && !strings.Contains(screen, "on in") && !strings.Contains(screen, "╭")
}
