package content

import (
	"strconv"
	"strings"
)

// lineIndex maps every key and array element of a TOML text to the line it
// stands on: "steps", "steps[2]", "variant[0].name", "items[1].dose". The text
// is known to parse; on one that does not, the index may be short, never wrong
// enough to panic.
func lineIndex(src string) map[string]int { return scanLines(src).at }

// tooDeep reports whether tables, lists or dotted keys go deeper than anything
// a person writes: the decoder's time and memory grow with the square of it.
func tooDeep(src string) bool { return scanLines(src).deep }

func scanLines(src string) *lineScanner {
	s := &lineScanner{src: src, line: 1, at: map[string]int{}, tables: map[string]int{}}
	prefix := ""
	for s.skip(); s.pos < len(s.src); s.skip() {
		start := s.pos
		if s.src[s.pos] == '[' {
			prefix = s.header()
		} else {
			s.pair(prefix)
		}
		if s.pos == start { // not TOML: give up rather than stay
			break
		}
	}
	return s
}

type lineScanner struct {
	src    string
	pos    int
	line   int
	at     map[string]int
	tables map[string]int // how many [[name]] were seen
	depth  int
	deep   bool // more than deepest; the rest was left unread
}

// note keeps the line of a path and of all it stands in, the first of each.
func (s *lineScanner) note(path string) {
	if len(path) > longestPath {
		s.deep, s.pos = true, len(s.src)
		return
	}
	for i := range len(path) {
		if path[i] == '.' || path[i] == '[' {
			s.first(path[:i])
		}
	}
	s.first(path)
}

func (s *lineScanner) first(path string) {
	if _, ok := s.at[path]; !ok {
		s.at[path] = s.line
	}
}

// descend goes one or more levels down, or to the end of a text that is too
// deep.
func (s *lineScanner) descend(levels int) {
	s.depth += levels
	if s.depth > deepest {
		s.deep, s.pos = true, len(s.src)
	}
}

// skip passes white space, line ends, commas and comments.
func (s *lineScanner) skip() {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case '\n':
			s.line++
			s.pos++
		case ' ', '\t', '\r', ',':
			s.pos++
		case '#':
			s.until("\n")
		default:
			return
		}
	}
}

// until moves to the next of the given characters, or to the end.
func (s *lineScanner) until(chars string) {
	if i := strings.IndexAny(s.src[s.pos:], chars); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
}

// header reads "[name]" or "[[name]]" and gives the prefix of the keys below.
func (s *lineScanner) header() string {
	open := 1
	if strings.HasPrefix(s.src[s.pos:], "[[") {
		open = 2
	}
	s.pos += open
	parts := s.key("]\n")
	if s.deep {
		return ""
	}
	s.pos = min(s.pos+open, len(s.src))
	name := ""
	for i, part := range parts {
		name = strings.TrimPrefix(name+"."+part, ".")
		n := s.tables[name]
		if i == len(parts)-1 && open == 2 {
			s.tables[name]++
			n++
		}
		if n > 0 { // below a [[name]] stands what belongs to the last of them
			name = element(name, n-1)
		}
	}
	s.note(name)
	return name + "."
}

// key reads a key up to one of the characters and gives its parts, which dots
// separate and quotes may enclose.
func (s *lineScanner) key(end string) []string {
	var parts []string
	var part strings.Builder
	for s.pos < len(s.src) && strings.IndexByte(end, s.src[s.pos]) < 0 {
		start := s.pos
		switch s.src[s.pos] {
		case '"', '\'':
			s.text()
			text := strings.Trim(s.src[start:s.pos], `"'`)
			if plain, err := strconv.Unquote(s.src[start:s.pos]); err == nil && s.src[start] == '"' {
				text = plain
			}
			part.WriteString(text)
		case '.':
			parts = append(parts, part.String())
			part.Reset()
			s.pos++
		case ' ', '\t', '\r':
			s.pos++
		default:
			part.WriteByte(s.src[s.pos])
			s.pos++
		}
	}
	parts = append(parts, part.String())
	s.descend(len(parts))
	s.depth -= len(parts)
	return parts
}

// pair reads "key = value".
func (s *lineScanner) pair(prefix string) {
	key := strings.Join(s.key("=\n}"), ".")
	if s.pos >= len(s.src) || s.src[s.pos] != '=' {
		return
	}
	s.pos++
	s.note(prefix + key)
	s.value(prefix + key)
}

func (s *lineScanner) value(path string) {
	s.descend(1)
	defer func() { s.depth-- }()
	s.skip()
	if s.pos >= len(s.src) {
		return
	}
	switch s.src[s.pos] {
	case '"', '\'':
		s.text()
	case '[':
		s.pos++
		for i := 0; s.more(']'); i++ {
			at := element(path, i)
			s.note(at)
			start := s.pos
			s.value(at)
			if s.pos == start { // not TOML
				break
			}
		}
	case '{':
		s.pos++
		for s.more('}') {
			s.pair(path + ".")
		}
	default:
		s.until(",]}\n#")
	}
}

// more skips to the next element, or past the closing bracket.
func (s *lineScanner) more(closing byte) bool {
	start := s.pos
	s.skip()
	if s.pos >= len(s.src) {
		return false
	}
	if s.src[s.pos] == closing {
		s.pos++
		return false
	}
	return s.pos > start || s.src[s.pos-1] == '[' || s.src[s.pos-1] == '{'
}

// text passes a string of any of TOML's four kinds.
func (s *lineScanner) text() {
	quote := s.src[s.pos : s.pos+1]
	if triple := strings.Repeat(quote, 3); strings.HasPrefix(s.src[s.pos:], triple) {
		quote = triple
	}
	s.pos += len(quote)
	for s.pos < len(s.src) && !strings.HasPrefix(s.src[s.pos:], quote) {
		if s.src[s.pos] == '\\' && quote[0] == '"' {
			s.pos++
		}
		if s.pos < len(s.src) && s.src[s.pos] == '\n' {
			s.line++
		}
		s.pos++
	}
	s.pos = min(s.pos+len(quote), len(s.src))
	for range 2 { // the last three of up to five quotes are the closing ones
		if len(quote) == 3 && strings.HasPrefix(s.src[s.pos:], quote[:1]) {
			s.pos++
		}
	}
}
