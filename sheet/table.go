package sheet

import (
	"slices"
	"strings"
	"unicode"
)

// readHead reports whether the cells are the head of a table of exercises, and
// remembers what its columns hold.
func (r *reader) readHead(cells []string) bool {
	if len(cells) < 2 {
		return false
	}
	columns := make([]string, len(cells))
	for i, c := range cells {
		columns[i] = columnOf(c)
	}
	dosed := slices.ContainsFunc(columns, func(c string) bool { return c != "" && c != "name" })
	if !slices.Contains(columns, "name") || !dosed || slices.ContainsFunc(cells, func(c string) bool { return strings.ContainsFunc(c, unicode.IsDigit) }) {
		return false
	}
	r.columns = columns
	return true
}

// columnOf is what a column holds by its head: a unit to write after its number.
func columnOf(head string) string {
	head = strings.ToLower(strings.TrimSpace(head))
	for _, c := range []struct{ word, is string }{
		{"exercise", "name"},
		{"name", "name"},
		{"movement", "name"},
		{"set", "sets"},
		{"rep", "reps"},
		{"second", "sec"},
		{"sec", "sec"},
		{"(s)", "sec"},
		{"minute", "min"},
		{"hold", "hold"},
		{"dur", "hold"},
		{"time", "hold"},
		{"dose", "dose"},
		{"side", "sides"},
	} {
		if strings.Contains(head, c.word) {
			return c.is
		}
	}
	return ""
}

// readCells reads a row of a table.
func (r *reader) readCells(l *Line, cells []string) {
	name, dose := "", ""
	var remarks []string
	for i, c := range cells {
		c = strings.TrimSpace(c)
		column := ""
		if i < len(r.columns) {
			column = r.columns[i]
		}
		switch {
		case trimmed(c) == "":
		case column == "name":
			name = c
		case column == "":
			remarks = append(remarks, c)
		default:
			dose += ", " + withUnit(c, column)
		}
	}
	if name == "" {
		l.Status = Remark
		return
	}
	r.readWords(l, name+dose)
	l.remarks = append(l.remarks, remarks...)
}

// withUnit is a cell with the unit of its column after its number, where it does
// not say so itself.
func withUnit(cell, column string) string {
	if !slices.Contains([]string{"sets", "reps", "sec", "min"}, column) {
		return cell
	}
	end := strings.IndexFunc(cell, unicode.IsLetter)
	if end < 0 {
		return cell + " " + column
	}
	if strings.HasPrefix(strings.ToLower(cell[end:]), column[:1]) {
		return cell
	}
	return cell[:end] + " " + column + " " + cell[end:]
}
