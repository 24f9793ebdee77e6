package content

import (
	"fmt"
	"strings"
)

// lineIndex maps every key and array element of a TOML text to the line it
// stands on: "steps", "steps[2]", "variant[0].name", "items[1].dose". The text
// is known to parse; on one that does not, the index may be short, never wrong
// enough to panic.
func lineIndex(src string) map[string]int {
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
	return s.at
}

type lineScanner struct {
	src    string
	pos    int
	line   int
	at     map[string]int
	tables map[string]int // how many [[name]] were seen
}

func (s *lineScanner) note(path string) {
	if _, ok := s.at[path]; !ok {
		s.at[path] = s.line
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
func (s *lineScanner) until(chars string) string {
	start := s.pos
	if i := strings.IndexAny(s.src[s.pos:], chars); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
	return s.src[start:s.pos]
}

// header reads "[name]" or "[[name]]" and gives the prefix of the keys below.
func (s *lineScanner) header() string {
	open := 1
	if strings.HasPrefix(s.src[s.pos:], "[[") {
		open = 2
	}
	s.pos += open
	name := strings.TrimSpace(s.until("]\n"))
	s.pos = min(s.pos+open, len(s.src))
	if open == 2 {
		n := s.tables[name]
		s.tables[name]++
		name = fmt.Sprintf("%s[%d]", name, n)
	}
	s.note(name)
	return name + "."
}

// pair reads "key = value".
func (s *lineScanner) pair(prefix string) {
	key := strings.Trim(strings.TrimSpace(s.until("=\n}")), `"'`)
	if s.pos >= len(s.src) || s.src[s.pos] != '=' {
		return
	}
	s.pos++
	s.note(prefix + key)
	s.value(prefix + key)
}

func (s *lineScanner) value(path string) {
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
			element := fmt.Sprintf("%s[%d]", path, i)
			s.note(element)
			s.value(element)
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
		switch {
		case s.src[s.pos] == '\\' && quote[0] == '"':
			s.pos++
		case s.src[s.pos] == '\n':
			s.line++
		}
		s.pos++
	}
	s.pos = min(s.pos+len(quote), len(s.src))
}
