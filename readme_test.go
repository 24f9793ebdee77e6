package main

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

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

// From the start to the first hold it takes no longer than the README says, nor much
// less: for somebody who is new to the first pose or knows it, without conditions and
// with each of them.
func TestTheReadmeSaysWhenTheFirstHoldBegins(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	lib, _ := content.Load(content.Builtin())
	var longest [4]time.Duration // new, known; and the same with a condition
	for i := range longest {
		o := session.DefaultOptions()
		o.Words = []session.Words{session.FullWords, session.BriefWords}[i%2]
		conditions := []string{""}
		if i >= 2 {
			conditions = content.ConditionIDs()
		}
		for _, c := range conditions {
			o.Conditions = []string{c}
			for _, r := range lib.Routines() {
				suits, _ := r.Without(o.Conditions)
				longest[i] = max(longest[i], firstHold(session.Compile(suits, o)))
			}
		}
	}
	text := strings.Join(strings.Fields(string(data)), " ")
	m := regexp.MustCompile(`to its first hold: (\d+) seconds at most, (\d+) once you know its first pose; .* (\d+) and (\d+) `).FindStringSubmatch(text)
	if m == nil {
		t.Fatal("the README does not say it")
	}
	for i, took := range longest {
		said, err := time.ParseDuration(m[i+1] + "s")
		if err != nil || took > said || took < said-5*time.Second {
			t.Errorf("%d: %v, and the README says %v", i, took, said)
		}
	}
}

// firstHold is when the first hold of a plan begins.
func firstHold(p session.Plan) (at time.Duration) {
	for i := range p.Stages {
		if p.Stages[i].Works() {
			return at
		}
		at += p.Stages[i].Length
	}
	return 0
}
