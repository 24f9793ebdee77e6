package content

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var texts = flag.String("texts", "", "a folder with the texts of sources, to write testdata/runs.txt anew")

const (
	// copied is how many words in a row that are another's make a borrowed sentence.
	copied = 7
	// witness is no source's. It is among the runs, so that the test can be seen to find one.
	witness = "eleven patient cats arch over one very round cow"
)

// runsOf is every run of so many words in a line, as a number.
func runsOf(line string) []uint64 {
	line = strings.NewReplacer("’", "'", "-", " ", "–", " ", "—", " ").Replace(strings.ToLower(line))
	words := regexp.MustCompile(`[\p{L}\p{N}']+`).FindAllString(line, -1)
	var runs []uint64
	for i := 0; i+copied <= len(words); i++ {
		h := fnv.New64a()
		for _, w := range words[i : i+copied] {
			h.Write([]byte(strings.Trim(w, "'") + " "))
		}
		runs = append(runs, h.Sum64()&0xff_ffff_ffff)
	}
	return runs
}

// sourceRuns is the runs of words in the texts of sources. Only numbers are kept of
// them: the texts are not ours.
func sourceRuns(t *testing.T) map[uint64]bool {
	t.Helper()
	const file = "testdata/runs.txt"
	if *texts != "" {
		writeRuns(t, file)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	runs := map[uint64]bool{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		run, err := strconv.ParseUint(line, 16, 64)
		if err != nil {
			t.Fatal(err)
		}
		runs[run] = true
	}
	return runs
}

func writeRuns(t *testing.T, file string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(*texts, "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts in %s: %v", *texts, err)
	}
	all := runsOf(witness)
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			all = append(all, runsOf(line)...)
		}
	}
	slices.Sort(all)
	var b strings.Builder
	fmt.Fprintf(&b, "# Every run of %d words in the texts of the sources, as a number, to find a copied one by.\n"+
		"# Written by: go test ./content -run NoRunIsCopied -texts FOLDER\n", copied)
	for _, run := range slices.Compact(all) {
		fmt.Fprintf(&b, "%010x\n", run)
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Facts are taken from the sources, sentences are not: no seven words in a row. The
// questions of the PEG are, as published.
func TestNoRunIsCopied(t *testing.T) {
	runs := sourceRuns(t)
	check := func(what string, lines ...string) (found int) {
		for _, line := range lines {
			for _, side := range []string{"right", "left"} {
				for _, run := range runsOf(FillSide(line, side, "other")) {
					if runs[run] {
						found++
						if what != "" {
							t.Errorf("%s: %q has seven words in a row that are a source's", what, line)
						}
						break
					}
				}
			}
		}
		return found
	}
	lib := loadBuiltin(t)
	for _, p := range lib.Poses() {
		check(p.ID, allLines(p)...)
	}
	for _, r := range lib.Routines() {
		check(r.ID, r.Summary)
	}
	for _, c := range Conditions() {
		check(c.ID, c.Name, c.Ask)
	}
	check("the safety page", safetyLines(SafetyPage())...)
	if n := check("", "Now "+witness+".", "A line that is all our own, and long enough to have some runs in it."); n != 2 {
		t.Errorf("a copied run is found %d times; want once a side", n)
	}
	if len(runs) < 5000 {
		t.Errorf("%d runs of the sources", len(runs))
	}
}
