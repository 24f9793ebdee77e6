package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// page is the width of a page of text, and narrow the least it is laid out for.
const (
	page   = 80
	narrow = 30
)

// sheet is a page of text in the making.
type sheet struct {
	w     io.Writer
	width int
}

// sheet is as wide as the terminal, if there is one and it is not wider than
// text should be.
func (a *app) sheet() sheet {
	if a.Width == 0 {
		return sheet{a.out, page}
	}
	return sheet{a.out, min(max(a.Width, narrow), page)}
}

// text prints a text after a prefix, its further lines under its first.
func (s sheet) text(prefix, text string) {
	indent := ansi.StringWidth(prefix)
	for i, line := range fold(text, s.width-indent) {
		if i > 0 {
			prefix = strings.Repeat(" ", indent)
		}
		fmt.Fprintln(s.w, prefix+line)
	}
}

// fact prints a name and what stands to it, if anything.
func (s sheet) fact(name, text string) {
	if text != "" {
		s.text(fmt.Sprintf("  %-9s ", name), text)
	}
}

// title prints a heading.
func (s sheet) title(text string) {
	fmt.Fprintln(s.w)
	s.text("", text)
}

// section prints a heading over lines, if there are any.
func (s sheet) section(title, prefix string, lines ...string) {
	if len(lines) == 0 || len(lines) == 1 && lines[0] == "" {
		return
	}
	s.title(title)
	for _, line := range lines {
		s.text(prefix, line)
	}
}

// numbered is a section whose lines are counted.
func (s sheet) numbered(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	s.title(title)
	for i, line := range lines {
		s.text(fmt.Sprintf("  %2d. ", i+1), line)
	}
}

// fold breaks a text between words. It is done here because ansi.Wrap breaks
// after hyphens, and then a little late.
func fold(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = word
		case ansi.StringWidth(line)+1+ansi.StringWidth(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
		for ansi.StringWidth(line) > width && width > 1 {
			lines = append(lines, ansi.Truncate(line, width, ""))
			line = ansi.TruncateLeft(line, width, "")
		}
	}
	return append(lines, line)
}
