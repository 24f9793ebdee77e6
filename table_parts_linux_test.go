package main

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// parts are the packages whose own benchmarks and tests have rows in the table.
func parts() []string { return []string{"figure", "tui", "history", "session"} }

func (t *table) partFile(name string) string { return filepath.Join(t.folder, name+".test") }

// part runs the tests of a package where they expect to be, and gives what they print.
func (t *table) part(name string, args ...string) string {
	cmd := exec.Command(t.partFile(name), args...)
	cmd.Dir = name
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.b.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// benchmark is what a benchmark of a package says of each run.
func (t *table) benchmark(name, bench string) (microseconds float64, allocs int) {
	out := t.part(name, "-test.run", "^$", "-test.bench", bench, "-test.benchmem")
	m := regexp.MustCompile(`(\S+) ns/op.* (\d+) allocs/op`).FindAllStringSubmatch(out, -1)
	if len(m) != 1 {
		t.b.Fatalf("no single benchmark %s of %s in\n%s", bench, name, out)
	}
	ns, err := strconv.ParseFloat(m[0][1], 64)
	if err != nil {
		t.b.Fatal(err)
	}
	allocs, err = strconv.Atoi(m[0][2])
	if err != nil {
		t.b.Fatal(err)
	}
	return ns / 1000, allocs
}

// frames is how long the figure takes to draw, and to leave as it is.
func (t *table) frames() {
	us, allocs := t.benchmark("figure", "^BenchmarkFrame$/^quad$/^56x18$")
	t.row("a figure frame of 56×18", us, 0, "µs", "≤ 1,000 µs", us <= 1000)
	t.row("allocations in it", float64(allocs), 0, "", "≤ 5", allocs <= 5)
	us, _ = t.benchmark("figure", "^BenchmarkKept$")
	t.row("a kept figure frame", us, 0, "µs", "≤ 20 µs", us <= 20)
	us, _ = t.benchmark("tui", "^BenchmarkFigureKept$")
	t.row("a kept figure frame on the screen of a session", us, 0, "µs", "≤ 20 µs", us <= 20)
}

// sessions is the progress screen of somebody with very many sessions.
func (t *table) sessions() {
	us, _ := t.benchmark("history", "^BenchmarkHundredThousand$/^OpenAndProgress$")
	t.row("progress of 100,000 sessions, and opening their log", us/1000, 0, "ms", "≤ 100 ms", us <= 100_000)
}

// day is how far a session of a day is off; its test says by how much, if at all.
func (t *table) day() {
	const test = "TestADayDriftsZero"
	if out := t.part("session", "-test.run", "^"+test+"$", "-test.v"); !strings.Contains(out, "--- PASS: "+test) {
		t.b.Fatalf("%s does not run:\n%s", test, out)
	}
	t.row("drift of a simulated session of 24 h", 0, 0, "ns", "0", true)
}
