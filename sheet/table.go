package sheet

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"catcow/content"
)

// cells are those of a row: between tabs or bars, or between the commas or
// semicolons of a file from a spreadsheet whose head was read.
func (r *reader) cells(raw string) []string {
	if strings.ContainsAny(raw, "\t|") {
		return r.barred(raw)
	}
	for _, comma := range ",;" {
		row := csv.NewReader(strings.NewReader(raw))
		row.Comma, row.LazyQuotes, row.TrimLeadingSpace = comma, true, true
		cells, err := row.Read()
		if err != nil {
			continue
		}
		if isSame := len(cells) == len(r.columns); len(cells) > 2 && (isSame || isHead(cells)) {
			return cells
		}
	}
	return nil
}

// barred are the cells between tabs or bars. One is empty where a column has
// nothing, unless tabs are there only to line the columns up: then the head has
// empty ones as well, or the row has more than the head.
func (r *reader) barred(raw string) []string {
	row := strings.TrimRight(raw, "\r\n \t")
	if strings.Contains(row, "|") {
		row = strings.Trim(strings.TrimSpace(row), "|")
	}
	all := strings.Split(strings.ReplaceAll(row, "|", "\t"), "\t")
	for i, c := range all {
		all[i] = strings.TrimSpace(c)
	}
	filled := slices.DeleteFunc(slices.Clone(all), func(c string) bool { return c == "" })
	if isHead(filled) {
		r.isLinedUp = slices.Contains(all[1:], "")
		r.columns = nil
	}
	if r.isLinedUp || r.columns != nil && len(all) > len(r.columns) {
		return filled
	}
	return all
}

// readHead reports whether the cells are the head of a table of exercises, and
// remembers what its columns hold.
func (r *reader) readHead(cells []string) bool {
	if !isHead(cells) {
		return false
	}
	r.columns = make([]string, len(cells))
	for i, c := range cells {
		r.columns[i] = columnOf(c)
	}
	return true
}

// isHead reports whether cells name columns: the exercise, and how much of it.
func isHead(cells []string) bool {
	hasName, hasDose := false, false
	for _, c := range cells {
		if strings.ContainsFunc(c, unicode.IsDigit) {
			return false
		}
		column := columnOf(c)
		hasName = hasName || column == "name"
		hasDose = hasDose || column != "" && column != "name"
	}
	return hasName && hasDose
}

// columnOf is what a column holds by its head: a unit to write after its number.
func columnOf(head string) string {
	head = strings.ToLower(strings.TrimSpace(head))
	if rest := strings.Replace(head, "hold", "", 1); rest != head {
		return strings.TrimSpace("hold " + columnOf(rest))
	}
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
		{"dur", "time"},
		{"time", "time"},
		{"dos", "dose"},
		{"side", "sides"},
	} {
		if strings.Contains(head, c.word) {
			return c.is
		}
	}
	return ""
}

// row is what the cells of one row say together.
type row struct {
	name, dose, each string
	remarks          []string
	hasGap           bool // a cell is empty
}

// readCells reads a row of a table.
func (r *reader) readCells(l *Line, cells []string) {
	var w row
	for i, c := range cells {
		column := ""
		if i < len(r.columns) {
			column = r.columns[i]
		}
		switch c = strings.TrimSpace(c); {
		case trimmed(c) == "":
			w.hasGap = true
		case i == 0 && column == "" && isInteger(c):
		case column == "":
			w.addRemark(l, c)
		default:
			w.add(c, column)
		}
	}
	switch {
	case w.name != "":
		r.readWords(l, w.name+w.dose+w.each)
	case strings.ContainsFunc(w.dose, unicode.IsDigit):
		l.unread(noNameText)
	default:
		l.Status = Remark
	}
	l.Remarks = append(l.Remarks, w.remarks...)
}

// add takes a cell of a column that the head names.
func (w *row) add(cell, column string) {
	if column == "name" {
		w.name = cell
		return
	}
	if number, rest, ok := strings.Cut(strings.ToLower(cell), " "); ok && isInteger(number) && (rest == "ea" || rest == "each") {
		cell, w.each = number, " each" // of the sides, which come after all the numbers
	}
	w.dose += ", " + withUnit(cell, column)
}

// addRemark takes a cell of any other column, which may say the sides. A number
// there, after an empty cell, may be of the column before.
func (w *row) addRemark(l *Line, cell string) {
	switch {
	case isSides(cell):
		w.dose += ", " + cell
		return
	case isInteger(cell) && w.hasGap:
		l.unread(strayText)
	case isOneSide(cell):
		l.isOneSided = true
	}
	w.remarks = append(w.remarks, cell)
}

// isOneSide reports whether a cell of remarks is a side, or says that it is the only
// one: "L", "right leg only".
func isOneSide(cell string) bool {
	words := wordsOf(cell)
	return slices.ContainsFunc(words, isSideWord) && (len(words) <= 2 || slices.Contains(words, "only"))
}

// isSides reports whether a cell of remarks says nothing but the sides.
func isSides(cell string) bool {
	dose, err := content.ParseDose("1 rep " + cell)
	return err == nil && dose.Sides != content.Once
}

// withUnit is a cell with the unit of its column after its number, where it does
// not say so itself.
func withUnit(cell, column string) string {
	if unit, isHold := strings.CutPrefix(column, "hold"); isHold {
		return "hold " + withUnit(cell, strings.TrimSpace(unit))
	}
	if column == "sides" && slices.Contains([]string{"each", "ea", "r and l", "l and r", "r l", "l r"}, strings.ToLower(strings.Join(strings.FieldsFunc(strings.ReplaceAll(cell, "&", " and "), isNoLetter), " "))) {
		return "each side"
	}
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

// withoutEmpty is a row without the cells that a dash leaves empty, which would be
// the dash of a range: "1", "-", "15 min".
func withoutEmpty(raw string) string {
	cells := strings.Split(strings.TrimSpace(raw), "\t")
	return cells[0] + "\t" + strings.Join(slices.DeleteFunc(cells[1:], func(c string) bool { return trimmed(c) == "" }), "\t")
}

func isNoLetter(c rune) bool { return !unicode.IsLetter(c) }

func isInteger(cell string) bool {
	_, err := strconv.Atoi(trimmed(cell))
	return err == nil
}
