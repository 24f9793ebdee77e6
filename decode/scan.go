package decode

import (
	"strings"
	"unicode/utf8"
)

// What nobody writes, and the parser's time and memory grow with the square of.
const (
	deepest     = 50   // tables, lists and parts of a key inside one another
	longestPath = 1000 // bytes of a key with those it stands in
)

// How many keys a pose has at most, and a table in one, as a rule: as many as a map has
// room for that is no larger than it need be.
const (
	usualKeys = 28
	fewKeys   = 8
)

// scanner walks through a text and finds what its keys hold, or on which lines they
// stand.
//
// It knows the values of plain TOML only: bare keys, texts without escapes, numbers,
// days, lists and tables as poses and routines are written. That takes it a fifth of
// the parser's time. What it does not know makes a text one that is not plain, be it
// right or wrong, and the parser decides: so that one place knows what TOML is.
//
// It finds the lines in any text. If that is no TOML it may find few, but comes to an
// end.
type scanner struct {
	text  string
	pos   int
	line  int
	depth int

	plain  bool
	keys   map[string]any            // of a plain text
	tables map[string]map[string]any // those with a header, by their path
	count  map[string]int            // how many [[name]] were seen

	lines map[string]int // nil where only the values are wanted
	deep  bool           // deeper than deepest; the rest was left unread
}

// scanKeys gives what a text holds, if it is plain.
func scanKeys(text string) (keys map[string]any, plain bool) {
	s := &scanner{text: text}
	s.scan()
	return s.keys, s.plain
}

// scanLines maps every key and list element of a text to the line it stands on:
// "steps", "steps[2]", "variant[0].name". The parser knows the lines of keys only, and
// of several tables in a list only the last one's. Deep says that tables, lists or
// dotted keys go deeper than anything a person writes.
func scanLines(text string) (lines map[string]int, deep bool) {
	s := &scanner{text: text, lines: map[string]int{}}
	s.scan()
	return s.lines, s.deep
}

func (s *scanner) scan() {
	s.line, s.plain = 1, true
	s.keys, s.count = make(map[string]any, usualKeys), map[string]int{}
	s.tables = map[string]map[string]any{"": s.keys}
	s.expect(utf8.ValidString(s.text) && !hasControl(s.text))
	prefix, table := "", s.keys
	for s.expect(s.skip() == 0); s.pos < len(s.text); {
		start := s.pos
		if s.isAt("[") {
			prefix, table = s.header()
		} else {
			s.pair(prefix, table)
		}
		end := s.line
		commas := s.skip()
		s.expect(commas == 0 && (s.line > end || s.pos == len(s.text)))
		if s.pos == start { // not TOML
			break
		}
	}
}

// expect is told whether the text is plain so far. Where only values are wanted, there
// is no use in going on with one that is not.
func (s *scanner) expect(plain bool) {
	if plain {
		return
	}
	if s.plain = false; s.lines == nil {
		s.pos = len(s.text)
	}
}

// limit goes to the end of a text that is not within what a person writes.
func (s *scanner) limit(isWithin bool) {
	if !isWithin {
		s.plain, s.deep, s.pos = false, true, len(s.text)
	}
}

// note keeps the line of a path and of all it stands in, the first of each.
func (s *scanner) note(path string) {
	if s.lines == nil {
		return
	}
	s.limit(len(path) <= longestPath)
	for end := len(path); end > 0 && !s.deep; end = strings.LastIndexAny(path[:end], ".[") {
		if _, there := s.lines[path[:end]]; there {
			break
		}
		s.lines[path[:end]] = s.line
	}
}

// header reads "[name]" or "[[name]]" and gives the prefix of the keys below and the
// table that they go to.
func (s *scanner) header() (prefix string, table map[string]any) {
	open := "["
	if strings.HasPrefix(s.text[s.pos:], "[[") {
		open = "[["
	}
	s.pos += len(open)
	parts := s.key("]\n")
	s.expect(strings.HasPrefix(s.text[s.pos:], "]]"[:len(open)]))
	s.pos = min(s.pos+len(open), len(s.text))
	name := ""
	for i, part := range parts {
		above := name
		name = strings.TrimPrefix(name+"."+part, ".")
		isList := i == len(parts)-1 && open == "[["
		if isList {
			s.count[name]++
		}
		if n := s.count[name]; n > 0 { // below a [[name]] stands what belongs to the last of them
			name = Element(name, n-1)
		}
		if i == len(parts)-1 || s.tables[name] == nil {
			s.tables[name] = s.add(s.tables[above], part, isList)
		}
	}
	s.note(name)
	return name + ".", s.tables[name]
}

// add puts a new table under a key, or at the end of a list of tables there.
func (s *scanner) add(parent map[string]any, key string, isList bool) map[string]any {
	table := map[string]any{}
	before, taken := parent[key]
	list, ok := before.([]map[string]any)
	if s.expect(!taken || isList && ok); isList {
		parent[key] = append(list, table)
	} else {
		parent[key] = table
	}
	return table
}

// pair reads "key = value" into a table.
func (s *scanner) pair(prefix string, table map[string]any) {
	key := s.bareKey("=\n}")
	if key == "" {
		parts := s.key("=\n}")
		key = strings.Join(parts, ".")
		s.expect(len(parts) == 1)
	}
	_, taken := table[key]
	s.expect(!taken && s.isAt("="))
	if s.isAt("=") {
		s.pos++
		path := ""
		if s.lines != nil {
			path = prefix + key
			s.note(path)
		}
		table[key] = s.value(path)
	}
}

func (s *scanner) value(path string) any {
	s.depth++
	s.limit(s.depth <= deepest)
	defer func() { s.depth-- }()
	line := s.line
	s.expect(s.skip() == 0 && s.line == line)
	switch {
	case s.isAt(`"'`):
		return s.quoted()
	case s.isAt("["):
		return s.list(path)
	case s.isAt("{"):
		return s.inline(path)
	}
	start := s.pos
	s.until(",]}\n#")
	return s.word(strings.TrimRight(s.text[start:s.pos], " \t"))
}

// list reads "[value, …]".
func (s *scanner) list(path string) []any {
	list := []any{}
	for s.pos++; s.hasMore("]", len(list)); {
		element := ""
		if s.lines != nil {
			element = Element(path, len(list))
			s.note(element)
		}
		list = append(list, s.value(element))
	}
	return list
}

// inline reads "{ key = value, … }", which plain TOML has on one line.
func (s *scanner) inline(path string) map[string]any {
	table, line := map[string]any{}, s.line
	for s.pos++; s.hasMore("}", len(table)); {
		s.pair(path+".", table)
	}
	s.expect(s.line == line)
	return table
}

// hasMore skips to the next element, or past the closing bracket. A wrong bracket
// is passed, so that the walk comes to an end.
func (s *scanner) hasMore(closing string, before int) bool {
	commas := s.skip()
	isEnd := s.isAt(closing)
	switch {
	case before == 0:
		s.expect(commas == 0)
	case isEnd:
		s.expect(commas == 0 || commas == 1 && closing == "]")
	default:
		s.expect(commas == 1)
	}
	if s.isAt("]}") {
		s.expect(isEnd)
		s.pos++
	}
	s.expect(isEnd || s.pos < len(s.text))
	return !isEnd && s.pos < len(s.text)
}
