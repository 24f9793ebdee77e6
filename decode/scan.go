package decode

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// What nobody writes, and the parser's time and memory grow with the square of.
const (
	deepest     = 50   // tables, lists and parts of a key inside one another
	longestPath = 1000 // bytes of a key with those it stands in
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
	s.keys, s.count = map[string]any{}, map[string]int{}
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

// hasControl reports whether there is a control character that plain TOML has not.
func hasControl(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return true
		}
	}
	return false
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

// skip passes white space, line ends, commas and comments, and counts the commas.
func (s *scanner) skip() (commas int) {
	for ; s.pos < len(s.text); s.pos++ {
		switch s.text[s.pos] {
		case ' ', '\t', '\r':
		case '\n':
			s.line++
		case ',':
			commas++
		case '#':
			s.until("\n")
			s.pos--
		default:
			return commas
		}
	}
	return commas
}

// until moves to the next of the given characters, or to the end.
func (s *scanner) until(chars string) {
	if i := strings.IndexAny(s.text[s.pos:], chars); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.text)
	}
}

// isAt reports whether one of the characters comes next.
func (s *scanner) isAt(chars string) bool {
	return s.pos < len(s.text) && strings.IndexByte(chars, s.text[s.pos]) >= 0
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

// key reads a key up to one of the characters and gives its parts, which dots
// separate and quotes may enclose. Plain ones are bare.
func (s *scanner) key(end string) []string {
	parts, from := []string{""}, s.pos
	for s.pos < len(s.text) && !s.isAt(end) {
		start, last := s.pos, len(parts)-1
		switch {
		case s.isAt(`"'`):
			s.quoted()
			part, err := strconv.Unquote(s.text[start:s.pos])
			if err != nil || s.text[start] == '\'' {
				part = strings.Trim(s.text[start:s.pos], `"'`)
			}
			parts[last] += part
		case s.isAt("."):
			s.pos++
			parts = append(parts, "")
			s.limit(s.depth+len(parts) <= deepest)
		case s.isAt(" \t\r"):
			s.pos++
		default:
			for s.pos < len(s.text) && (isBare(s.text[s.pos]) || !s.isAt(end) && !s.isAt("\"'. \t\r")) {
				s.pos++
			}
			parts[last] += s.text[start:s.pos]
		}
	}
	written := strings.Trim(s.text[from:s.pos], " \t")
	for _, part := range parts {
		s.expect(part != "" && isAllBare(part))
	}
	s.expect(written == strings.Join(parts, ".") && len(written) <= longestPath)
	return parts
}

func isAllBare(s string) bool {
	for i := range len(s) {
		if !isBare(s[i]) {
			return false
		}
	}
	return true
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

// pair reads "key = value" into a table.
func (s *scanner) pair(prefix string, table map[string]any) {
	parts := s.key("=\n}")
	key := strings.Join(parts, ".")
	_, taken := table[key]
	s.expect(len(parts) == 1 && !taken && s.isAt("="))
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

// quoted reads a text in any of TOML's four kinds of quotes; a plain one has no
// escapes and one line.
func (s *scanner) quoted() string {
	start, quote := s.pos, s.text[s.pos:s.pos+1]
	inside, rest, closed := strings.Cut(s.text[s.pos+1:], quote)
	isPlain := closed && strings.IndexByte(inside, '\\') < 0 && strings.IndexByte(inside, '\n') < 0
	if isPlain && !(inside == "" && strings.HasPrefix(rest, quote)) {
		s.pos += len(inside) + 2
		return inside
	}
	if s.expect(false); s.lines == nil {
		return ""
	}
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(s.text[s.pos:], triple) {
		quote = triple
	}
	s.pos += len(quote)
	for s.pos < len(s.text) && !strings.HasPrefix(s.text[s.pos:], quote) {
		if quote[0] == '"' && s.isAt(`\`) {
			s.pos++
		}
		s.pos++
	}
	s.pos = min(s.pos+len(quote), len(s.text))
	for range 2 { // the last three of up to five quotes are the closing ones
		if len(quote) == 3 && s.isAt(quote[:1]) {
			s.pos++
		}
	}
	s.line += strings.Count(s.text[start:s.pos], "\n")
	return ""
}

// word is true, false, a number or a day.
func (s *scanner) word(word string) any {
	switch word {
	case "true":
		return true
	case "false":
		return false
	}
	whole, part, isDecimal := strings.Cut(strings.TrimPrefix(word, "-"), ".")
	isPlain := isDigits(whole) && (whole == "0" || whole[0] != '0') && (!isDecimal || isDigits(part))
	if isPlain && isDecimal {
		if f, err := strconv.ParseFloat(word, 64); err == nil {
			return f
		}
	} else if isPlain {
		if n, err := strconv.ParseInt(word, 10, 64); err == nil {
			return n
		}
	}
	if day, err := time.Parse(time.DateOnly, word); err == nil {
		return day
	}
	s.expect(false)
	return nil
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
