package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"catcow/sampletest"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// What a monkey may do to the program in a terminal: every key, text pasted with
// and without an end, the mouse, bytes that are no key, other sizes, signals, stops,
// a clock that jumps, a terminal that takes nothing. Whatever it does there is no
// panic, what is counted down goes with the clock, a redraw changes nothing, and the
// terminal is left whole.
//
// MONKEY is the number of actions, for all the monkeys that are at it side by side;
// MONKEY_SEED says which:
//
//	MONKEY=100000 go test -run TestMonkey -timeout 3h -v .
func TestMonkey(t *testing.T) {
	actions := numberOf(t, "MONKEY", 0)
	if actions == 0 {
		sampletest.Whole(t) // a minute
		actions = 1200
	}
	seed := numberOf(t, "MONKEY_SEED", time.Now().UnixNano())
	t.Logf("MONKEY=%d MONKEY_SEED=%d", actions, seed)
	copies := min(monkeys, int(actions+99)/100)
	each := (int(actions) + copies - 1) / copies
	var group sync.WaitGroup
	for i := range copies {
		group.Go(func() {
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				(&monkey{
					t: t, random: rand.New(rand.NewPCG(uint64(seed), uint64(i))), home: home(t),
				}).play(each)
			})
		})
	}
	group.Wait()
}

// monkeys is how many are at it side by side: each waits most of the time.
const monkeys = 20

func numberOf(t *testing.T, name string, usual int64) int64 {
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
	last   syscall.Signal // by which it was asked to end

	control time.Time // when a key was last pressed that is a signal to who leaves

	starts, looks, redraws, broken int

	mu      sync.Mutex
	vt      *vt.SafeEmulator
	width   int
	height  int
	tail    []byte     // of what was written
	wrote   time.Time  // when it last wrote
	clears  int        // how often the screen was cleared
	gate    sync.Mutex // held while the terminal takes nothing
	witness witness
}

// play does so many things.
func (m *monkey) play(actions int) {
	m.before = newTerminal(m.t)
	for i := range actions {
		if m.cmd == nil {
			m.start()
		}
		m.act()
		if i%25 == 24 {
			m.look()
		}
		if i%250 == 249 {
			m.t.Logf("%d actions", i+1)
		}
		if m.t.Failed() {
			m.t.Fatalf("at action %d, after %q; on the screen:\n%s", i, m.done, m.screen())
		}
	}
	m.leave()
	m.t.Logf("%d actions, %d starts, %d looks, %d redraws, %d emulators broken, %d sleeps; countdowns watched while they ran for %v, while they stood for %v",
		actions, m.starts, m.looks, m.redraws, m.broken, m.witness.sleeps, m.witness.ran.Round(time.Second), m.witness.stood.Round(time.Second))
}

// newTerminal is how a terminal is that nobody has used yet.
func newTerminal(t *testing.T) unix.Termios {
	t.Helper()
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = ours.Close(), theirs.Close() }()
	mode, err := unix.IoctlGetTermios(int(theirs.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	return *mode
}

func (m *monkey) start() {
	m.t.Helper()
	ways := [][]string{
		{},
		{"start", "lower-back"},
		{"start", "lower-back"},
		{"start", "low-back-restorative"},
		{"today", "--minutes", "8"},
		{"start", "lower-back", "--speed", "2"},
	}
	args := ways[m.random.IntN(len(ways))]
	m.starts++
	m.vt, m.tail, m.over, m.last = vt.NewSafeEmulator(80, 24), nil, make(chan error, 1), 0
	m.width, m.height = 80, 24
	m.witness.begin(slices.Contains(args, "--speed"))
	args = append([]string{m.jumps()}, args...)
	m.cmd, m.term = inTerminalAt(m.t, m.home, 80, "jumpy", args...)
	m.answer()
	over := make(chan struct{})
	go m.read(m.cmd, m.term, over)
	go m.watch(m.cmd.Process.Pid, over)
	m.wait(func(screen string) bool { return strings.TrimSpace(screen) != "" })
}

func (m *monkey) read(cmd *exec.Cmd, term *os.File, over chan struct{}) {
	defer close(over)
	chunk := make([]byte, 32<<10)
	for {
		m.gate.Lock()
		m.gate.Unlock() //nolint:staticcheck // it only waits
		n, err := term.Read(chunk)
		m.mu.Lock()
		m.feed(chunk[:n])
		m.wrote = time.Now()
		m.tail = append(m.tail, chunk[:n]...)
		m.clears += bytes.Count(m.tail[max(len(m.tail)-n-len(clearText)+1, 0):], []byte(clearText))
		if len(m.tail) > 64<<10 {
			m.tail = shorten(m.tail)
		}
		m.mu.Unlock()
		if err != nil {
			m.over <- cmd.Wait()
			return
		}
	}
}

// answer sends on what the emulator answers.
func (m *monkey) answer() {
	from, to := m.vt, m.term
	go func() { _, _ = io.Copy(to, from) }()
}

// feed writes to the emulator. It panics now and then as it scrolls after a resize,
// which is no fault of ours: another takes its place.
func (m *monkey) feed(written []byte) {
	defer func() {
		if recover() != nil {
			m.broken++
			m.vt = vt.NewSafeEmulator(m.width, m.height)
			m.answer()
		}
	}()
	_, _ = m.vt.Write(written)
}

// shorten keeps the newer half of what was written, and before it what was last
// written of the screen that is taken and of the progress.
func shorten(written []byte) []byte {
	var kept []byte
	old := written[:len(written)/2]
	for _, mark := range []string{"\x1b[?1049h", "\x1b[?1049l", progressText} {
		if i := bytes.LastIndex(old, []byte(mark)); i >= 0 {
			kept = append(kept, written[i:i+len(mark)+1]...)
			if mark == "\x1b[?1049l" && i < bytes.LastIndex(old, []byte("\x1b[?1049h")) {
				kept = kept[:len(kept)-len(mark)-1]
			}
		}
	}
	return append(kept, written[len(old):]...)
}

// watch has the witness look at the screen, many times a second.
func (m *monkey) watch(pid int, over chan struct{}) {
	ticks := time.NewTicker(glance)
	defer ticks.Stop()
	waited, sampled := time.Duration(0), time.Time{}
	for {
		select {
		case <-over:
			return
		case <-ticks.C:
		}
		m.mu.Lock()
		now := time.Now()
		if now.Sub(sampled) > time.Second/2 {
			sofar := scheduled(pid, 1)
			if sofar-waited > time.Second/5 {
				m.witness.stalled = now
			}
			waited, sampled = sofar, now
		}
		wrong := ""
		if now.Sub(m.wrote) < 1100*time.Millisecond || !m.playing() { // it is let run
			wrong = m.witness.see(now, m.vt.String(), m.tail)
		}
		screen := ""
		if wrong != "" {
			screen = m.vt.String()
		}
		m.mu.Unlock()
		if wrong != "" {
			m.t.Errorf("%s; on the screen:\n%s", wrong, screen)
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
		m.inspect(err)
		return true
	default:
		return false
	}
}

// inspect looks at what a program leaves behind.
func (m *monkey) inspect(err error) {
	m.t.Helper()
	code := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	}
	if state, ok := m.cmd.ProcessState.Sys().(syscall.WaitStatus); ok && state.Signaled() && state.Signal() == m.last {
		code = 0 // it was on its way out, and has put things in order
	}
	out := string(m.tail)
	refused := code == 2 && strings.Contains(out, "suits you here") // after what was said in "About you"
	if !refused && !slices.Contains([]int{0, 3, 130}, code) {
		m.t.Errorf("exit code %d; it said %q", code, out[max(len(out)-600, 0):])
	}
	// The keys of signals, pressed while a program leaves, make the terminal drop what
	// was written last.
	dropped := time.Since(m.control) < 2*time.Second
	if !dropped && strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
		m.t.Errorf("the screen is not given back: %s", m.cmd.ProcessState)
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
	m.end(syscall.SIGTERM)
	select {
	case err := <-m.over:
		m.inspect(err)
	case <-time.After(20 * time.Second):
		m.t.Error("it does not leave")
	}
}

// did keeps what was done lately, for the report.
func (m *monkey) did(what string) {
	m.done = append(m.done[max(len(m.done)-30, 0):], what)
}

// touch says that what is done may change what is counted down.
func (m *monkey) touch() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.witness.touch()
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
		s := []syscall.Signal{syscall.SIGWINCH, syscall.SIGCONT, syscall.SIGTSTP}[m.random.IntN(3)]
		m.did(s.String())
		m.touch()
		_ = m.cmd.Process.Signal(s)
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
		_ = m.cmd.Process.Signal(s)
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
	_ = m.cmd.Process.Signal(syscall.SIGSTOP)
	time.Sleep(d)
	m.touch()
	_ = m.cmd.Process.Signal(syscall.SIGCONT)
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

// look brings a session back into sight, keeps its hands off what its clock minds,
// and leaves it to the witness.
func (m *monkey) look() {
	if m.cmd == nil {
		return
	}
	time.Sleep(700 * time.Millisecond) // a paste without an end ends
	m.resizeTo(80, 24)
	if !m.fence() {
		return
	}
	if _, ok := left(m.screen()); !ok {
		m.press("\x1b")                    // out of what lies over it
		time.Sleep(700 * time.Millisecond) // or it belongs to the next key
		if !m.fence() {
			return
		}
	}
	if _, ok := left(m.screen()); !ok { // far from any session
		if m.random.IntN(2) == 0 {
			m.leave()
		}
		return
	}
	m.looks++
	if m.stands() && m.random.IntN(6) == 0 {
		m.redraw()
	} else if m.stands() {
		m.press(" ") // and on
		if !m.fence() {
			return
		}
	}
	for range 14 + m.random.IntN(20) {
		time.Sleep(250 * time.Millisecond)
		switch n := m.random.IntN(24); {
		case m.ended():
			return
		case n == 0:
			m.resize()
		case n == 1 && m.random.IntN(4) == 0:
			m.block(time.Duration(m.random.IntN(5000)) * time.Millisecond)
		case n < 6:
			m.resizeTo(80, 24)
		case n < 10:
			keys := m.harmless()
			m.did(keys)
			_, _ = m.term.WriteString(keys)
		}
	}
}

const clearText = "\x1b[2J"

// fence waits until all that was done has taken effect: the screen is drawn anew
// after it, and then no more. It fails if it is not, or the program has left.
func (m *monkey) fence() bool {
	m.mu.Lock()
	before := m.clears
	m.mu.Unlock()
	calm, cleared := 0, false
	for i := range 1000 {
		if !cleared && i%200 == 0 { // one may be taken for a part of what is before it
			m.press("\x0c")
		}
		time.Sleep(30 * time.Millisecond)
		if m.ended() {
			return false
		}
		m.mu.Lock()
		if calm++; m.clears > before {
			before, calm, cleared = m.clears, 0, true
		}
		done := cleared && calm > 25
		if done {
			m.witness.trust()
		}
		m.mu.Unlock()
		if done {
			return true
		}
	}
	_, _ = m.term.WriteString("\x03")
	time.Sleep(3 * time.Second)
	m.t.Errorf("it does not answer within 30 s, to ctrl+c: %v", m.ended())
	return false
}

// stands reports whether the program says that time stands.
func (m *monkey) stands() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	playing, known := plays(m.tail)
	return known && !playing
}

// playing reports whether it says that time runs. The caller holds the lock.
func (m *monkey) playing() bool {
	playing, _ := plays(m.tail)
	return playing
}

// redraw has what stands drawn anew.
func (m *monkey) redraw() {
	time.Sleep(14 * time.Second) // what was said for a moment goes
	if !m.fence() {              // and what was said until the next key
		return
	}
	before := m.screen()
	if strings.Contains(before, "There is no shell") { // it had waited behind another line, and the key takes it away
		return
	}
	m.redraws++
	if m.fence() && m.stands() {
		if after := m.screen(); after != before {
			m.t.Errorf("a redraw changes the screen; it was:\n%s\nand is:\n%s", before, after)
		}
	}
}
