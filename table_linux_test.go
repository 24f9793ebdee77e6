package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/creack/pty"
)

// BenchmarkTable measures the whole program at a terminal, next to an empty Bubble
// Tea program and an empty Go program from the same go.mod, all as they are released,
// and prints a table for the README. It wants a machine that does nothing else:
//
//	go test -run '^$' -bench Table -benchtime 1x .
//
// The parts are measured where they are, in figure, history and tui.
func BenchmarkTable(b *testing.B) {
	for range b.N {
		t := &table{b: b, folder: b.TempDir()}
		for name, pkg := range map[string]string{"catcow": ".", "empty": "./testdata/empty", "nothing": "./testdata/nothing"} {
			t.build(name, pkg)
		}
		t.measure()
		w := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', 0)
		fmt.Fprintf(w, "| what\t| catcow\t| beside it\t| ratio\t| to reach\t|\t|\n|---\t|---\t|---\t|---\t|---\t|---\t|\n")
		for _, row := range t.rows {
			fmt.Fprintf(w, "| %s\t|\n", strings.ReplaceAll(row, "\t", "\t| "))
		}
		_ = w.Flush()
		fmt.Fprintf(os.Stdout, "\n"+processorNote, emptyPercent)
	}
}

type table struct {
	b      *testing.B
	folder string
	rows   []string
}

// build builds a program as it is released.
func (t *table) build(name, pkg string) {
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", filepath.Join(t.folder, name), pkg)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.b.Fatalf("%v\n%s", err, out)
	}
}

// emptyPercent is what the empty program takes of a core where the percentages to reach
// were set.
const emptyPercent = 0.6

const processorNote = `The percentages to reach were set on a machine where the empty program takes %.1f %% of a
core. Where it takes more, everything does: there a line is met by as many times the
empty program's.
`

// processor is the row of what is taken of a core; that it is met by the ratio, and not
// by the percentage, stands in it.
func (t *table) processor(what string, ours, theirs, most float64) {
	times := most / emptyPercent
	t.row(what, ours, theirs, "%", fmt.Sprintf("≤ %.1f %% or %.1f ×", most, times), ours <= most || ours <= times*theirs)
	if ours > most && ours <= times*theirs {
		t.rows[len(t.rows)-1] += "met by the ratio"
	}
}

// row is a line of the table: it says where what is to be reached is missed.
func (t *table) row(what string, ours, theirs float64, unit, reach string, met bool) {
	beside, ratio, verdict := "", "", "missed"
	if theirs > 0 {
		beside, ratio = fmt.Sprintf("%.1f %s", theirs, unit), fmt.Sprintf("%.2f", ours/theirs)
	}
	if met {
		verdict = ""
	}
	t.rows = append(t.rows, fmt.Sprintf("%s\t%.1f %s\t%s\t%s\t%s\t%s", what, ours, unit, beside, ratio, reach, verdict))
}

// seat is a program in a terminal that is measured.
type seat struct {
	t     *table
	cmd   *exec.Cmd
	term  *os.File
	start time.Time
	bytes atomic.Int64
	seen  chan []byte
}

// sit starts a program of the folder in a terminal of 80 by 24.
func (t *table) sit(home, name string, args ...string) *seat {
	s := &seat{t: t, start: time.Now(), seen: make(chan []byte, 4096)}
	s.cmd, s.term = inTerminalSized(t.b, home, &pty.Winsize{Rows: 24, Cols: 80}, filepath.Join(t.folder, name), args...)
	go func() {
		defer close(s.seen)
		for {
			chunk := make([]byte, 64<<10)
			n, err := s.term.Read(chunk)
			s.bytes.Add(int64(n))
			if err != nil {
				return
			}
			select {
			case s.seen <- chunk[:n]:
			default: // nobody looks
			}
		}
	}()
	return s
}

// until waits for a text and gives the time since the start.
func (s *seat) until(text string) time.Duration {
	late := time.After(20 * time.Second)
	var all []byte
	for !bytes.Contains(all, []byte(text)) {
		select {
		case chunk := <-s.seen:
			all = append(all, chunk...)
		case <-late:
			s.t.b.Fatalf("no %q in %q", text, all)
		}
	}
	return time.Since(s.start)
}

func (s *seat) press(keys string) {
	if _, err := s.term.WriteString(keys); err != nil {
		s.t.b.Fatal(err)
	}
}

// leave kills it: nothing of its end is measured.
func (s *seat) leave() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	_ = s.term.Close()
}

// usage is how much of a core and how many bytes a second it takes for a while.
func (s *seat) usage(d time.Duration) (percent, bytesPerSecond float64) {
	cpu, written, from := s.cpu(), s.bytes.Load(), time.Now()
	time.Sleep(d)
	passed := time.Since(from).Seconds()
	return 100 * (s.cpu() - cpu).Seconds() / passed, float64(s.bytes.Load()-written) / passed
}

// cpu is the time that it has had of the processors, to the nanosecond.
func (s *seat) cpu() time.Duration {
	sum := scheduled(s.cmd.Process.Pid, 0)
	if sum == 0 {
		s.t.b.Fatal("no threads")
	}
	return sum
}

func (s *seat) mib(name string) float64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		s.t.b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), name+":")
	kib, _ := strconv.Atoi(strings.Fields(rest)[0])
	return float64(kib) / 1024
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// median of two things measured in turns, so that both meet the same weather.
func median(times int, ours, theirs func() time.Duration) (a, b float64) {
	var as, bs []time.Duration
	for range times {
		as, bs = append(as, ours()), append(bs, theirs())
	}
	slices.Sort(as)
	slices.Sort(bs)
	return ms(as[times/2]), ms(bs[times/2])
}

func (t *table) measure() {
	t.b.Setenv("COLORTERM", "truecolor")
	t.starts()
	t.lists()
	t.holds()
}

func (t *table) starts() {
	place := home(t.b)
	first := func(name, text string) func() time.Duration {
		return func() time.Duration {
			s := t.sit(place, name)
			defer s.leave()
			return s.until(text)
		}
	}
	ours, theirs := median(15, first("catcow", "gentle yoga"), first("empty", "empty"))
	t.row("start to the first full frame", ours, theirs, "ms", "≤ 1.10 ×", ours <= 1.10*theirs)
}

// run is how long a whole command takes.
func (t *table) run(home, name string, args ...string) time.Duration {
	cmd := exec.Command(filepath.Join(t.folder, name), args...)
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home, "XDG_DATA_HOME="+home)
	from := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.b.Fatalf("%s: %v\n%s", args, err, out)
	}
	return time.Since(from)
}

func (t *table) lists() {
	place := home(t.b)
	nothing := func() time.Duration { return t.run(place, "nothing") }
	ours, theirs := median(15, func() time.Duration { return t.run(place, "catcow", "routines") }, nothing)
	t.row("catcow routines", ours, theirs, "ms", "≤ 10 ms more", ours <= theirs+10)

	pose, err := os.ReadFile("content/poses/cobra.toml")
	if err != nil {
		t.b.Fatal(err)
	}
	for _, folder := range []string{"poses", "routines"} {
		if err := os.MkdirAll(filepath.Join(place, "catcow", folder), 0o700); err != nil {
			t.b.Fatal(err)
		}
	}
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(place, "catcow", name), []byte(text), 0o600); err != nil {
			t.b.Fatal(err)
		}
	}
	for i := range 5000 {
		id := fmt.Sprintf("own-%d", i)
		write("poses/"+id+".toml", strings.Replace(string(pose), `id = "cobra"`, fmt.Sprintf("id = %q", id), 1))
	}
	for i := range 1000 {
		id := fmt.Sprintf("own-%d", i)
		write("routines/"+id+".toml", fmt.Sprintf("id = %q\nname = \"Own %d\"\nitems = [{ pose = \"own-%d\" }]\n", id, i, i))
	}
	list := func() time.Duration { return t.run(place, "catcow", "routines") }
	ours, _ = median(3, list, nothing)
	t.row("5,000 own poses, 1,000 routines", ours, 0, "ms", "≤ 500 ms", ours <= 500)
}

// holds is a session: still, on the move, paused.
func (t *table) holds() {
	const long = 12 * time.Second
	e := t.sit(home(t.b), "empty")
	defer e.leave()
	e.until("empty")
	time.Sleep(2 * time.Second)
	idle, _ := e.usage(long)

	place := home(t.b)
	if err := os.WriteFile(filepath.Join(place, "catcow", "state.toml"), farState(), 0o600); err != nil {
		t.b.Fatal(err)
	}
	s := t.sit(place, "catcow", "start", "low-back-restorative")
	defer s.leave()
	s.until("Child's Pose")
	time.Sleep(3 * time.Second)
	s.press("n")
	time.Sleep(200 * time.Millisecond)
	s.press("n")
	time.Sleep(6 * time.Second) // the figure has arrived
	cpu, bytes := s.usage(long)
	t.processor("processor in a still hold", cpu, idle, 1.5)
	t.row("bytes in a still hold", bytes/1000, 0, "kB/s", "≤ 20 kB/s", bytes <= 20_000)
	t.row("memory in a still hold", s.mib("VmRSS"), e.mib("VmRSS"), "MiB", "≤ 24 MiB", s.mib("VmRSS") <= 24)

	s.press(" ")
	time.Sleep(2 * time.Second)
	cpu, bytes = s.usage(long / 2)
	t.row("processor while paused", cpu, idle, "%", "as beside it", cpu <= 1.2*idle)
	t.row("bytes while paused", bytes, 0, "B/s", "0", bytes == 0)
	key, _ := median(15, func() time.Duration { return s.answer("c") }, func() time.Duration { return 0 })
	t.row("a key to the changed frame", key, 0, "ms", "≤ 50 ms", key <= 50)

	s.press(" ")
	time.Sleep(4 * time.Second)
	var most, bytesMost float64
	for range 12 { // each the way into the next pose, or out of it
		s.press("n")
		cpu, bytes := s.usage(1500 * time.Millisecond)
		most, bytesMost = max(most, cpu), max(bytesMost, bytes)
	}
	t.processor("processor while the figure moves, the most", most, idle, 4)
	t.row("bytes while the figure moves, the most", bytesMost/1000, 0, "kB/s", "≤ 60 kB/s", bytesMost <= 60_000)
}

// answer is how long a key takes to change the screen.
func (s *seat) answer(key string) time.Duration {
	time.Sleep(200 * time.Millisecond)
	for len(s.seen) > 0 {
		<-s.seen
	}
	from := time.Now()
	s.press(key)
	<-s.seen
	return time.Since(from)
}

// farState is kept by somebody who sits far away.
func farState() []byte { return []byte(strings.Replace(stateText(), "close = true\n", "", 1)) }
