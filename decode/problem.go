package decode

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// longestProblem is the most cells that a file's own keys and words may stretch
// a problem to.
const longestProblem = 500

// Problem is one thing wrong with one file.
type Problem struct {
	File string
	Line int    // from 1; 0 where the file as a whole is meant
	Key  string // such as "steps[2]"; may be empty
	Text string // what is wrong; what is wanted
}

// Error is the problem on one line, "file:line: key: text", with nothing in it
// that a terminal would act on.
func (p Problem) Error() string {
	place := p.File
	if p.Line > 0 {
		place += fmt.Sprintf(":%d", p.Line)
	}
	parts := slices.DeleteFunc([]string{place, p.Key, p.Text}, func(s string) bool { return s == "" })
	return ansi.Truncate(Printable(strings.Join(parts, ": ")), longestProblem, "...")
}

// Problems is everything found wrong.
type Problems []Problem

// Error is one problem a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i := range p {
		lines[i] = p[i].Error()
	}
	return strings.Join(lines, "\n")
}

// Sort puts the problems in the order of files and lines.
func (p Problems) Sort() {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}
