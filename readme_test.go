package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"catcow/content"
	"catcow/page"
	"catcow/session"
)

// What the README counts is there, and every command that it names exists.
func TestReadme(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	lib, _ := content.Load(content.Builtin())
	shortest, longest := 1000, 0
	for _, r := range lib.Routines() {
		n := page.Minutes(session.Compile(r, session.DefaultOptions()).Length())
		shortest, longest = min(shortest, n), max(longest, n)
	}
	want := fmt.Sprintf("%d poses, %d routines of %d to %d minutes", len(lib.Poses()), len(lib.Routines()), shortest, longest)
	if !strings.Contains(readme, want) {
		t.Errorf("the README does not say %q", want)
	}
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = null.Close() }()
	commands := regexp.MustCompile(`(?m)^    catcow ([a-z][a-z-]*(?: \| [a-z]+)*)`).FindAllStringSubmatch(readme, -1)
	if len(commands) < 12 {
		t.Errorf("%d commands, want those of the README", len(commands))
	}
	for _, c := range commands {
		for name := range strings.SplitSeq(c[1], " | ") {
			p := program([]string{"TERM=dumb"}, null, null, null)
			if err := p.Run(context.Background(), []string{name, "--help"}); err != nil {
				t.Errorf("catcow %s: %v", name, err)
			}
		}
	}
	for _, m := range regexp.MustCompile(`\]\(([a-zA-Z][^):]*)\)`).FindAllStringSubmatch(readme, -1) {
		if _, err := os.Stat(m[1]); err != nil {
			t.Errorf("the README links to %s, which is not there", m[1])
		}
	}
}
