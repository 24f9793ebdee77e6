package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// How long a disk may hold somebody up.
const (
	shortHang = 3 * time.Second
	// openTime is how long a session may wait for what it begins with: 10 s for the log,
	// 2 s for what is remembered.
	openTime = 15 * time.Second
	// keyTime is how long a key may take; much, since every call of the program is followed.
	keyTime = 2 * time.Second
	// leavingTime is how long leaving may take: the log and the state have 2 s each.
	leavingTime = 6 * time.Second
)

// From any operation on the files of somebody on, the disk does not answer, for a while
// or ever. A command waits for it, and a signal ends that. A session waits for nothing
// that it can do without: the countdown goes on, keys are taken, leaving takes its time
// and no more, the terminal is restored. Once the disk answers again nothing is lost.
// FAULTS is how many operations of each are looked at.
func TestEveryFileOperationHangs(t *testing.T) {
	t.Parallel()
	if !canTrace(t) {
		t.Skip("no process can be traced here")
	}
	most := operations(t, 2)
	home := furnished(t)
	commands := map[string]hang{
		"screens": {args: []string{"start", "mine", "--silent"}, lead: leadScreens},
		"lines":   {args: []string{"start", "mine", "--silent", "--plain"}, lead: leadLines},
	}
	for name, args := range fileCommands(home) {
		commands[name] = hang{args: args}
	}
	for name, h := range commands {
		if most == 0 && name != "screens" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h.home = home
			count := h.run(t, 0, 0)
			if count == 0 {
				t.Fatal("no operation")
			}
			t.Logf("%d operations", count)
			times, step := []time.Duration{shortHang, 0}, count
			if most == 0 {
				times = times[:1]
			} else {
				step = max(count/most, 1)
			}
			for at := 1 + rand.IntN(step); at <= count; at += step {
				for _, after := range times {
					t.Run(fmt.Sprintf("%d for %v", at, after), func(t *testing.T) { h.run(t, at, after) })
				}
			}
		})
	}
}

// hang is a command of which the files hang.
type hang struct {
	home string
	args []string
	lead func(*hung) // in a terminal; nil where it leads itself
}

// run has the files hang from an operation on, until after a while, 0 for never. It
// gives how many operations there were.
func (h hang) run(t *testing.T, at int, after time.Duration) int {
	t.Helper()
	r := &traced{t: t, home: copied(t, h.home), args: h.args, at: at, how: hangs, after: after}
	t.Cleanup(func() { // whatever fails the test
		if <-r.over; t.Failed() {
			t.Logf("%v, where operation %d (%s) hangs for %v, 0s for ever", r.args, at, r.what, after)
		}
	})
	if h.lead != nil {
		u := &hung{traced: r}
		u.begin()
		h.lead(u)
		u.end()
	} else {
		r.runHung()
	}
	return r.count
}

// runHung runs a command whose files hang. One that waits for ever is interrupted.
func (r *traced) runHung() {
	r.t.Helper()
	patience := shortHang + leavingTime
	if r.args[0] == "start" {
		patience = openTime + leavingTime
	}
	r.start()
	was := false
	select {
	case <-r.over:
	case <-time.After(patience):
		was = true
		_ = syscall.Kill(r.pid, syscall.SIGTERM)
	}
	r.wait()
	switch {
	case was && r.after > 0:
		r.t.Errorf("it still waits when the files answer again; it said\n%s", r.out)
	case was && r.status.Signaled() && r.status.Signal() == syscall.SIGTERM, was && r.status.ExitStatus() == 130:
		if r.args[0] == "start" && strings.Contains(r.out, "Pose 1") {
			r.t.Errorf("the session waits for the files; it said\n%s", r.out)
		}
		// What names the folders is read before the program begins.
		if n := strings.Count(r.out, "; ctrl+c ends it"); n != 1 && !strings.Contains(r.what, "user-dirs") {
			r.t.Errorf("it says %d times what it waits for; it said\n%s", n, r.out)
		}
	case was:
		r.t.Errorf("SIGTERM does not end it: %x; it said\n%s", int(r.status), r.out)
	case r.after > 0 && r.at > 0:
		r.judge()
	default:
		r.judgeEnd()
	}
}

// judgeEnd fails unless it ended as it should where it can have kept nothing.
func (r *traced) judgeEnd() {
	r.t.Helper()
	if !r.status.Exited() || r.status.ExitStatus() > 3 {
		r.t.Errorf("it ended with %x; it said\n%s", int(r.status), r.out)
	}
	if n := logged(r.t, r.home); n < 1 {
		r.t.Errorf("%d sessions are in the log", n)
	}
}

// hung is a session in a terminal.
type hung struct {
	*traced

	w *watched
}

func (u *hung) begin() {
	u.t.Helper()
	ours, theirs, err := pty.Open()
	if err != nil {
		u.t.Fatal(err)
	}
	u.t.Cleanup(func() {
		_ = ours.Close()
		select {
		case <-u.over:
		default:
			_ = syscall.Kill(u.pid, syscall.SIGKILL)
		}
	})
	_ = pty.Setsize(ours, &pty.Winsize{Rows: 24, Cols: 80})
	cmd := u.command()
	cmd.Env = append(cmd.Env, "TERM=xterm-256color")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = theirs, theirs, theirs
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	u.trace(cmd, time.Minute)
	_ = theirs.Close()
	u.w = &watched{t: u.t, cmd: cmd, term: ours, wrote: make(chan struct{}), patience: openTime}
	go u.w.read()
}

// isStuck reports whether the files hang, or have.
func (r *traced) isStuck() bool {
	select {
	case <-r.stuck:
		return true
	default:
		return false
	}
}

// comes waits for a text. Where the files hang for ever, and nothing is shown yet that
// could be led, ctrl+c ends it.
func (u *hung) comes(text string) bool {
	u.t.Helper()
	seen := func() bool { return strings.Contains(u.w.seen(), text) }
	late := time.After(openTime)
	for !seen() {
		u.w.mu.Lock()
		wrote := u.w.wrote
		u.w.mu.Unlock()
		select {
		case <-wrote:
		case <-u.over:
			u.t.Errorf("it is over before %q; seen:\n%q", text, u.w.seen())
			return false
		case <-late:
			if !u.isStuck() || u.after > 0 || strings.Contains(u.w.seen(), "\x1b[?1049h") {
				u.t.Errorf("no %q; seen:\n%q", text, u.w.seen())
			}
			u.w.press("\x03")
			u.ends(130, -1)
			return false
		}
	}
	return true
}

// ends waits for the end and fails unless it is one of those: -1 is by a signal.
func (u *hung) ends(codes ...int) {
	u.t.Helper()
	start := time.Now()
	select {
	case <-u.over:
	case <-time.After(leavingTime):
		u.t.Errorf("it has not left after %v; seen:\n%q", leavingTime, tail(u.w.seen()))
		_ = syscall.Kill(u.pid, syscall.SIGKILL)
		<-u.over
		return
	}
	code := -1
	if u.status.Exited() {
		code = u.status.ExitStatus()
	}
	if !slices.Contains(codes, code) {
		u.t.Errorf("exit code %d, want one of %v; seen:\n%q", code, codes, tail(u.w.seen()))
	}
	if os.Getenv("HANGS") != "" {
		u.t.Logf("%d (%s) %v: left in %v with %d", u.at, u.what, u.after, time.Since(start).Round(time.Millisecond), code)
	}
}

func tail(s string) string { return s[max(len(s)-1500, 0):] }

// key presses a key, and the screen has to follow.
func (u *hung) key(key string) {
	u.t.Helper()
	u.w.patience = keyTime
	n := len(u.w.seen())
	u.w.press(key)
	u.w.wait("answer to "+key, func() bool { return len(u.w.seen()) > n })
}

// leadScreens goes into a hold, sees it run, and ends it.
func leadScreens(u *hung) {
	if !u.comes("get ready") {
		return
	}
	u.w.patience = keyTime
	u.w.press("n")
	u.w.until("set up")
	u.w.press("n")
	u.w.until("breathe")
	u.w.more(5) // it is drawn, second after second
	u.answers()
	u.key("q")
	u.w.press("y")
	u.ends(3)
	u.w.restored()
}

// leadLines does the same line by line.
func leadLines(u *hung) {
	if !u.comes("Pose 1") {
		return
	}
	u.key(" ")
	u.key(" ")
	u.answers()
	u.key("q")
	u.w.press("y")
	u.ends(3)
}

// answers waits until the files answer again, where they do.
func (u *hung) answers() {
	if u.isStuck() && u.after > 0 {
		select {
		case <-u.back:
		case <-u.over:
		}
	}
}

// end fails unless the terminal is as it was and nothing is lost.
func (u *hung) end() {
	u.t.Helper()
	if u.t.Failed() {
		return
	}
	mode, err := unix.IoctlGetTermios(int(u.w.term.Fd()), unix.TCGETS)
	if fresh := newTerminal(u.t); err != nil || mode.Lflag != fresh.Lflag || mode.Iflag != fresh.Iflag {
		u.t.Errorf("the terminal is not as it was: %v, %+v", err, mode)
	}
	want := 2
	if said := u.w.seen(); u.at > 0 && u.after == 0 || strings.Contains(said, "does not answer") {
		want = 1
	}
	if n := logged(u.t, u.home); n < want {
		u.t.Errorf("%d sessions are in the log, want %d; seen:\n%q", n, want, tail(u.w.seen()))
	}
	for _, text := range []string{"panic", "goroutine ", "went wrong"} {
		if strings.Contains(u.w.seen(), text) {
			u.t.Errorf("it says %q:\n%q", text, tail(u.w.seen()))
		}
	}
}
