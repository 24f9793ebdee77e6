package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// pageWidth is the width of a page of text, and narrowest the least it is laid
// out for.
const (
	pageWidth = 80
	narrowest = 30
)

// printer lays text out for reading.
type printer struct {
	w     io.Writer
	width int
}

// printer is as wide as the terminal, if there is one and it is not wider than text
// should be.
func (a *app) printer() printer {
	if a.Width == 0 {
		return printer{a.out, pageWidth}
	}
	return printer{a.out, min(max(a.Width, narrowest), pageWidth)}
}

// text prints a text after a prefix, its further lines under its first.
func (p printer) text(prefix, text string) {
	for _, line := range hang(prefix, text, p.width) {
		fmt.Fprintln(p.w, line)
	}
}

// fact prints a name and what stands to it, if anything.
func (p printer) fact(name, text string) {
	if text != "" {
		p.text(fmt.Sprintf("  %-9s ", name), text)
	}
}

// title prints a heading.
func (p printer) title(text string) {
	fmt.Fprintln(p.w)
	p.text("", text)
}

// section prints a heading over lines, if there are any.
func (p printer) section(title, prefix string, lines ...string) {
	if strings.Join(lines, "") == "" {
		return
	}
	p.title(title)
	for _, line := range lines {
		p.text(prefix, line)
	}
}

// hang puts a prefix before a text and lets its further lines hang under its
// first.
func hang(prefix, text string, width int) []string {
	indent := ansi.StringWidth(prefix)
	lines := wrap(text, width-indent)
	for i := range lines {
		if i > 0 {
			prefix = strings.Repeat(" ", indent)
		}
		lines[i] = prefix + lines[i]
	}
	return lines
}

// wrap breaks a text between words. It is done here because ansi.Wrap breaks
// after hyphens, and then a little late.
func wrap(text string, width int) []string {
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
	lead int // cells that begin a row where it does not fit on one line

	least []int // widths of the columns, nil for as wide as the cells
}

// gap is the space between two columns.
const gap = 2

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) print(w io.Writer, width int) {
	for _, lines := range t.lines(width) {
		for _, line := range lines {
			fmt.Fprintln(w, line)
		}
	}
}

// flush prints the rows so far. Those after them are as wide at least.
func (t *table) flush(w io.Writer, width int) {
	t.print(w, width)
	t.least, _ = t.widths()
	t.rows = nil
}

// lines are those of each row: one with the columns aligned or, where the
// terminal is too narrow for that, the first cells and under them the others. A
// width of 0 means there is no terminal.
func (t *table) lines(width int) [][]string {
	widths, total := t.widths()
	all := make([][]string, len(t.rows))
	for i, row := range t.rows {
		if width > 0 && total > width {
			all[i] = t.narrow(row, width)
			continue
		}
		var b strings.Builder
		for j, cell := range row {
			b.WriteString(cell + strings.Repeat(" ", widths[j]-ansi.StringWidth(cell)+gap))
		}
		all[i] = []string{strings.TrimRight(b.String(), " ")}
	}
	return all
}

// narrow is a row on a narrow terminal.
func (t *table) narrow(row []string, width int) []string {
	trim := func(cells []string) (out []string) {
		for _, cell := range cells {
			if cell = strings.TrimSpace(cell); cell != "" {
				out = append(out, cell)
			}
		}
		return out
	}
	lines := hang("", strings.Join(trim(row[:t.lead]), "  "), width)
	if rest := trim(row[t.lead:]); len(rest) > 0 {
		lines = append(lines, hang("    ", strings.Join(rest, ", "), width)...)
	}
	return lines
}

// widths are those of the columns, and of a whole row.
func (t *table) widths() (widths []int, total int) {
	if len(t.rows) == 0 {
		return t.least, 0
	}
	widths = make([]int, len(t.rows[0]))
	copy(widths, t.least)
	for i := range widths {
		for _, row := range t.rows {
			widths[i] = max(widths[i], ansi.StringWidth(row[i]))
		}
		total += widths[i] + gap
	}
	return widths, total - gap
}
