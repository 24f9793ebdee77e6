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

// table is rows of cells in columns.
type table struct {
	rows [][]string
	give []int // the columns that give way where the terminal is too narrow, in order
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) print(w io.Writer, width int) {
	for _, line := range t.lines(width) {
		fmt.Fprintln(w, line)
	}
}

// fits reports whether nothing has to give way; a width of 0 means there is no
// terminal.
func (t *table) fits(width int) bool {
	_, total := t.widths()
	return width == 0 || total <= width
}

// The space between two columns, and the least a column is cut down to.
const (
	gap   = 2
	least = 6
)

// lines are the rows with their columns aligned. Where they are wider than the
// terminal those that give way are cut short; a width of 0 means there is none.
func (t *table) lines(width int) []string {
	widths, total := t.widths()
	for _, i := range t.give {
		if over := total - width; width > 0 && over > 0 {
			cut := min(over, max(widths[i]-least, 0))
			widths[i] -= cut
			total -= cut
		}
	}
	lines := make([]string, len(t.rows))
	for i, row := range t.rows {
		var b strings.Builder
		for j, cell := range row {
			cell = ansi.Truncate(cell, widths[j], "…")
			b.WriteString(cell + strings.Repeat(" ", widths[j]-ansi.StringWidth(cell)+gap))
		}
		lines[i] = strings.TrimRight(b.String(), " ")
		if width > 0 {
			lines[i] = ansi.Truncate(lines[i], width, "…")
		}
	}
	return lines
}

// widths are those of the columns, and of a whole row.
func (t *table) widths() (widths []int, total int) {
	if len(t.rows) == 0 {
		return nil, 0
	}
	widths = make([]int, len(t.rows[0]))
	for i := range widths {
		for _, row := range t.rows {
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
		total += widths[i] + gap
	}
	return widths, total - gap
}

// right is a time in a column of them.
func right(clock string) string { return fmt.Sprintf("%6s", clock) }
