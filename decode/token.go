package decode

import (
	"strconv"
	"strings"
	"time"
)

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

// key reads a key up to one of the characters and gives its parts, which dots
// separate and quotes may enclose. Plain ones are bare.
func (s *scanner) key(end string) []string {
	if bare := s.bareKey(end); bare != "" {
		return []string{bare}
	}
	parts, from := []string{""}, s.pos
	for s.pos < len(s.text) && !s.isAt(end) {
		switch {
		case s.isAt("."):
			s.pos++
			parts = append(parts, "")
			s.limit(s.depth+len(parts) <= deepest)
		case s.isAt(" \t\r"):
			s.pos++
		default:
			parts[len(parts)-1] += s.keyPart(end)
		}
	}
	written := strings.Trim(s.text[from:s.pos], " \t")
	for _, part := range parts {
		s.expect(part != "" && !strings.ContainsFunc(part, func(r rune) bool { return !isBare(r) }))
	}
	s.expect(written == strings.Join(parts, ".") && len(written) <= longestPath)
	return parts
}

// bareKey reads a key that is one bare word, as nearly all are; "" if it is none.
func (s *scanner) bareKey(end string) string {
	start, at := s.pos, s.pos
	for at < len(s.text) && isBare(rune(s.text[at])) {
		at++
	}
	word := s.text[start:at]
	for at < len(s.text) && (s.text[at] == ' ' || s.text[at] == '\t') {
		at++
	}
	if at == len(s.text) || strings.IndexByte(end, s.text[at]) < 0 || len(word) > longestPath {
		return ""
	}
	s.pos = at
	return word
}

// keyPart reads a part of a key, bare or in quotes.
func (s *scanner) keyPart(end string) string {
	start := s.pos
	if s.isAt(`"'`) {
		s.quoted()
		part, err := strconv.Unquote(s.text[start:s.pos])
		if err != nil || s.text[start] == '\'' {
			part = strings.Trim(s.text[start:s.pos], `"'`)
		}
		return part
	}
	for s.pos < len(s.text) && (isBare(rune(s.text[s.pos])) || !s.isAt(end) && !s.isAt("\"'. \t\r")) {
		s.pos++
	}
	return s.text[start:s.pos]
}

func isBare(c rune) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
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

// quoted reads a text in any of TOML's four kinds of quotes; a plain one has no
// escapes and one line.
func (s *scanner) quoted() string {
	quote := s.text[s.pos : s.pos+1]
	inside, rest, closed := strings.Cut(s.text[s.pos+1:], quote)
	isTriple := inside == "" && strings.HasPrefix(rest, quote)
	if closed && !isTriple && strings.IndexByte(inside, '\\') < 0 && strings.IndexByte(inside, '\n') < 0 {
		s.pos += len(inside) + 2
		return inside
	}
	if s.expect(false); s.lines != nil {
		s.skipQuoted(quote)
	}
	return ""
}

// skipQuoted passes a text that is not plain.
func (s *scanner) skipQuoted(quote string) {
	start := s.pos
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

// word is true, false, a number or a day, in UTC.
func (s *scanner) word(word string) any {
	if word == "true" || word == "false" {
		return word == "true"
	}
	if n, ok := number(word); ok {
		return n
	}
	if day, err := time.Parse(time.DateOnly, word); err == nil {
		return day
	}
	s.expect(false)
	return nil
}

// number reads digits, with a point and more of them or without.
func number(word string) (any, bool) {
	whole, part, isDecimal := strings.Cut(strings.TrimPrefix(word, "-"), ".")
	if !isDigits(whole) || whole[0] == '0' && whole != "0" {
		return nil, false
	}
	if !isDecimal {
		n, err := strconv.ParseInt(word, 10, 64)
		return n, err == nil
	}
	f, err := strconv.ParseFloat(word, 64)
	return f, err == nil && isDigits(part)
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
