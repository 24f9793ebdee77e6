package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// BenchmarkTable measures the whole program at a terminal, next to an empty Bubble
// Tea program and an empty Go program from the same go.mod, all as they are released,
// and prints a table for the README. It takes some four minutes, and wants a machine
// that does nothing else:
//
//	go test -run '^$' -bench Table -benchtime 1x .
func BenchmarkTable(b *testing.B) {
	for range b.N {
		t := &table{b: b, folder: b.TempDir()}
		t.build()
		func() {
			defer t.print() // what there is, if the rest cannot be measured
			t.measure()
		}()
	}
}

type table struct {
	b      *testing.B
	folder string
	rows   []string

	idle, idleMiB float64 // what the empty program takes of a core, and of memory
}

// build builds the programs as they are released, and the benchmarks of the parts:
// nothing is built while anything is measured.
func (t *table) build() {
	for name, pkg := range map[string]string{"catcow": ".", "empty": "./testdata/empty", "nothing": "./testdata/nothing"} {
		t.compile("build", "-trimpath", "-buildvcs=false", "-ldflags", "-s -w", "-o", filepath.Join(t.folder, name), pkg)
	}
	for _, name := range parts() {
		t.compile("test", "-c", "-o", t.partFile(name), "./"+name)
	}
}

func (t *table) compile(args ...string) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.b.Fatalf("%v\n%s", err, out)
	}
}

// measure measures everything, in the order of what there is to reach.
func (t *table) measure() {
	t.b.Setenv("COLORTERM", "truecolor")
	t.b.Setenv("CATCOW_SESSION_CHECK_IN", "false")
	t.b.Setenv("PATH", t.folder+":"+os.Getenv("PATH")) // a command is the program as it is released
	t.starts()
	t.lists()
	t.beside()
	silent := t.silent()
	voice := t.voice()
	t.processor("processor in a still hold", silent.percent, 1.5)
	t.processor("processor in a still hold with a voice (programs that take what they read stand for the voice and the player)", voice.percent, 2)
	moving, sent := t.moving()
	t.processor("processor while the figure moves, the most", moving, 4)
	t.row("bytes while the figure moves, the most", sent/1000, 0, "kB/s", "≤ 60 kB/s", sent <= 60_000)
	t.pictures()
	t.row("processor while paused", silent.paused.percent, t.idle, "%", "as beside it", silent.paused.percent <= 1.2*t.idle)
	t.row("bytes while paused", silent.paused.bytes, 0, "B/s", "0", silent.paused.bytes == 0)
	t.screens()
	t.row("bytes in a still hold", silent.bytes/1000, 0, "kB/s", "≤ 20 kB/s", silent.bytes <= 20_000)
	t.frames()
	t.row("memory in a still hold", silent.mib, t.idleMiB, "MiB", "≤ 24 MiB", silent.mib <= 24)
	t.row("memory with a voice", voice.mib, 0, "MiB", "≤ 28 MiB", voice.mib <= 28)
	t.sizes()
	t.row("a key to the changed frame", ms(silent.key), 0, "ms", "≤ 50 ms", ms(silent.key) <= 50)
	t.keyWhileTheDiskHangs()
	t.ownFiles()
	t.sessions()
	t.day()
}

// emptyPercent is what the empty program takes of a core where the percentages to reach
// were set.
const emptyPercent = 0.6

const processorNote = `The percentages to reach were set on a machine where the empty program takes %.1f %% of a
core. Where it takes more, everything does: there a line is met by as many times the
empty program's.
`

func (t *table) print() {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', 0)
	fmt.Fprintf(w, "| what\t| catcow\t| beside it\t| ratio\t| to reach\t|\t|\n|---\t|---\t|---\t|---\t|---\t|---\t|\n")
	for _, row := range t.rows {
		fmt.Fprintf(w, "| %s\t|\n", strings.ReplaceAll(row, "\t", "\t| "))
	}
	_ = w.Flush()
	fmt.Fprintf(os.Stdout, "\n"+processorNote, emptyPercent)
}

// processor is the row of what is taken of a core; that it is met by the ratio, and not
// by the percentage, stands in it.
func (t *table) processor(what string, ours, most float64) {
	times := most / emptyPercent
	t.row(what, ours, t.idle, "%", fmt.Sprintf("≤ %.1f %% or %.1f ×", most, times), ours <= most || ours <= times*t.idle)
	if ours > most && ours <= times*t.idle {
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

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// median of some times.
func median(times int, measure func() time.Duration) time.Duration {
	var all []time.Duration
	for range times {
		all = append(all, measure())
	}
	slices.Sort(all)
	return all[times/2]
}

// medians of two things measured in turns, so that both meet the same weather.
func medians(times int, ours, theirs func() time.Duration) (a, b float64) {
	var as, bs []time.Duration
	for range times {
		as, bs = append(as, ours()), append(bs, theirs())
	}
	slices.Sort(as)
	slices.Sort(bs)
	return ms(as[times/2]), ms(bs[times/2])
}
