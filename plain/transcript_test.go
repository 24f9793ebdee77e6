package plain

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the transcripts anew")

// Two transcripts to be read aloud: is it kind, short, and enough? One is untouched,
// in the other somebody has a sore day.
func TestTranscripts(t *testing.T) {
	t.Parallel()
	for name, script := range map[string][]typed{
		"desk-break": nil,
		"upper-back": {
			{at: 5 * time.Second, line: "7\n"}, // how much it hurts, and
			{at: 8 * time.Second, line: "3\n"}, // as gently as it goes
			{at: 50 * time.Second, line: "x\n"},
			{at: 55 * time.Second, line: "6\n"},
			{at: 60 * time.Second, line: "\n"},
			{at: 75 * time.Second, line: "space\n"},
			{at: 120 * time.Second, line: "s\n"},
			{at: 150 * time.Second, line: "where\n"},
			{at: 200 * time.Second, line: "q\n"},
			{at: 204 * time.Second, line: "q\n"},
			{at: 210 * time.Second, line: "5\n"},
		},
	} {
		o := builtin(t, name)
		o.CheckIn = script != nil
		all, _ := play(t, o, script, true)
		got := ""
		for _, p := range all {
			if p.text == "" {
				got += "\n"
				continue
			}
			got += fmt.Sprintf("%2d:%02d  %s\n", int(p.at.Minutes()), int(p.at.Seconds())%60, p.text)
		}
		file := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is now\n%s\n(-update writes it)", name, got)
		}
	}
}
