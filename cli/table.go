package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

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
