package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
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
	t.Parallel()
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

	cmd    *exec.Cmd // the program, or the shell that it was started by
	behind bool      // it is a shell
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
func newTerminal(tb testing.TB) unix.Termios {
	tb.Helper()
	ours, theirs, err := pty.Open()
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _, _ = ours.Close(), theirs.Close() }()
	mode, err := unix.IoctlGetTermios(int(theirs.Fd()), unix.TCGETS)
	if err != nil {
		tb.Fatal(err)
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
	m.behind = m.random.IntN(2) == 0
	if m.behind {
		m.cmd, m.term = inTerminalAt(m.t, m.home, 80, "sh", append([]string{"-mc", impatientShell, "jumpy"}, args...)...)
	} else {
		m.cmd, m.term = inTerminalAt(m.t, m.home, 80, "jumpy", args...)
	}
	m.answer()
	over := make(chan struct{})
	go m.read(m.cmd, m.term, over)
	go m.watch(m.cmd, m.behind, over)
	m.wait(func(screen string) bool { return strings.TrimSpace(screen) != "" })
}

// impatientShell is a shell that brings a program that was stopped back at once. The
// kernel stops nobody who has no shell to go to.
const impatientShell = `trap : INT QUIT
"$0" "$@"
while code=$?; kill -0 %% 2>/dev/null; do
	sleep 0.2
	fg >/dev/null
done
exit $code`

// programOf is the process that a command started or, behind a shell, that the shell did;
// 0 where it has left, or has yet to begin.
func programOf(cmd *exec.Cmd, behind bool) int {
	pid := cmd.Process.Pid
	if behind {
		children, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
		first, _, _ := strings.Cut(string(children), " ")
		pid, _ = strconv.Atoi(first)
	}
	return pid
}

func (m *monkey) signal(s syscall.Signal) {
	if pid := programOf(m.cmd, m.behind); pid > 0 {
		_ = syscall.Kill(pid, s)
	}
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
	pressed := time.Since(m.control) < 2*time.Second
	if state, ok := m.cmd.ProcessState.Sys().(syscall.WaitStatus); ok && state.Signaled() &&
		(state.Signal() == m.last || pressed && state.Signal() == syscall.SIGINT) {
		code = 0 // it was on its way out, and has put things in order
	}
	if m.behind && m.last != 0 && code == 128+int(m.last) {
		code = 0 // as a shell says the same
	}
	out := string(m.tail)
	refused := code == 2 && strings.Contains(out, "suits you here") // after what was said in "About you"
	if !refused && !slices.Contains([]int{0, 3, 130}, code) {
		m.t.Errorf("exit code %d; it said %q", code, out[max(len(out)-600, 0):])
	}
	// The keys of signals, pressed while a program leaves, make the terminal drop what
	// was written last.
	if !pressed && strings.LastIndex(out, "\x1b[?1049l") < strings.LastIndex(out, "\x1b[?1049h") {
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
