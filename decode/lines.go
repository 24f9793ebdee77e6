package decode

import (
	"strconv"
	"strings"
)

// What nobody writes, and the parser's time and memory grow with the square of.
const (
	deepest     = 50   // tables, lists and parts of a key inside one another
	longestPath = 1000 // bytes of a key with those it stands in
)

// lineIndex maps every key and list element of a TOML text to the line it stands
// on: "steps", "steps[2]", "variant[0].name". The parser knows the lines of keys
// only, and of several tables in a list only the last one's.
func lineIndex(text string) map[string]int { return scan(text).lines }

// tooDeep reports whether tables, lists or dotted keys go deeper than anything a
// person writes.
func tooDeep(text string) bool { return scan(text).deep }

// scanner walks through a text that may not be TOML: then what it finds may be
// short, but it comes to an end.
type scanner struct {
	text   string
	pos    int
	line   int
	lines  map[string]int
	tables map[string]int // how many [[name]] were seen
	depth  int
	deep   bool // deeper than deepest; the rest was left unread
}

func scan(text string) *scanner {
	s := &scanner{text: text, line: 1, lines: map[string]int{}, tables: map[string]int{}}
	prefix := ""
	for s.skip(); s.pos < len(text); s.skip() {
		start := s.pos
		if s.isAt("[") {
			prefix = s.header()
		} else {
			s.pair(prefix)
		}
		if s.pos == start { // not TOML
			break
		}
	}
	return s
}

// limit goes to the end of a text that is not within what a person writes.
func (s *scanner) limit(isWithin bool) {
	if !isWithin {
		s.deep, s.pos = true, len(s.text)
	}
}

// note keeps the line of a path and of all it stands in, the first of each.
func (s *scanner) note(path string) {
	s.limit(len(path) <= longestPath)
	for end := len(path); end > 0 && !s.deep; end = strings.LastIndexAny(path[:end], ".[") {
		if _, there := s.lines[path[:end]]; there {
			break
		}
		s.lines[path[:end]] = s.line
	}
}

// skip passes white space, line ends, commas and comments.
func (s *scanner) skip() {
	for s.isAt(" \t\r\n,#") {
		if s.isAt("#") {
			s.until("\n")
			continue
		}
		if s.isAt("\n") {
			s.line++
		}
		s.pos++
	}
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

// header reads "[name]" or "[[name]]" and gives the prefix of the keys below.
func (s *scanner) header() string {
	open := 1
	if strings.HasPrefix(s.text[s.pos:], "[[") {
		open = 2
	}
	s.pos += open
	parts := s.key("]\n")
	s.pos = min(s.pos+open, len(s.text))
	name := ""
	for i, part := range parts {
		name = strings.TrimPrefix(name+"."+part, ".")
		if i == len(parts)-1 && open == 2 {
			s.tables[name]++
		}
		if n := s.tables[name]; n > 0 { // below a [[name]] stands what belongs to the last of them
			name = Element(name, n-1)
		}
	}
	s.note(name)
	return name + "."
}

// key reads a key up to one of the characters and gives its parts, which dots
// separate and quotes may enclose.
func (s *scanner) key(end string) []string {
	parts := []string{""}
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
			s.until(end + "\"'. \t\r")
			parts[last] += s.text[start:s.pos]
		}
	}
	return parts
}

// pair reads "key = value".
func (s *scanner) pair(prefix string) {
	path := prefix + strings.Join(s.key("=\n}"), ".")
	if s.isAt("=") {
		s.pos++
		s.note(path)
		s.value(path)
	}
}

func (s *scanner) value(path string) {
	s.depth++
	s.limit(s.depth <= deepest)
	defer func() { s.depth-- }()
	s.skip()
	switch {
	case s.isAt(`"'`):
		s.quoted()
	case s.isAt("["):
		s.pos++
		for i := 0; s.hasMore("]"); i++ {
			s.note(Element(path, i))
			s.value(Element(path, i))
		}
	case s.isAt("{"):
		s.pos++
		for s.hasMore("}") {
			s.pair(path + ".")
		}
	default:
		s.until(",]}\n#")
	}
}

// hasMore skips to the next element, or past the closing bracket. A wrong bracket
// is passed, so that the walk comes to an end.
func (s *scanner) hasMore(closing string) bool {
	s.skip()
	isEnd := s.isAt(closing)
	if s.isAt("]}") {
		s.pos++
	}
	return !isEnd && s.pos < len(s.text)
}

// quoted passes a string of any of TOML's four kinds.
func (s *scanner) quoted() {
	start, quote := s.pos, s.text[s.pos:s.pos+1]
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
}
