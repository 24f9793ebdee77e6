package decode

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// EncodingError says that something is no text.
type EncodingError struct {
	Line int // the first line that is none, from 1
}

func (EncodingError) Error() string { return "is not UTF-8 text" }

// Text is the text of a file: UTF-8 or UTF-16, with or without a mark that says
// so, its lines ending in any system's way, its spaces plain. An error is an
// [EncodingError].
func Text(b []byte) (string, error) {
	text := string(b)
	if order := utf16Order(b); order != nil {
		text = fromUTF16(b, order)
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if !utf8.ValidString(text) {
		return "", EncodingError{firstInvalid(text)}
	}
	return plainSpaces(text), nil
}

// plainSpaces makes spaces and line ends plain: what is copied from a web page has
// spaces that do not break, or have no width, where a parser wants others.
func plainSpaces(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !hasOddSpace(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !isOddSpace(r):
			return r
		case isInvisible(r):
			return -1
		}
		return ' '
	}, text)
}

func hasOddSpace(text string) bool {
	for i := range len(text) { // thousands of files may be read, most of them plain
		if text[i] >= utf8.RuneSelf {
			return strings.ContainsFunc(text[i:], isOddSpace)
		}
	}
	return false
}

// isOddSpace reports whether a character is a space, or nothing, that no parser takes for
// one.
func isOddSpace(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.Is(unicode.Zs, r) || isInvisible(r))
}

// firstInvalid is the number of the first line that is not UTF-8.
func firstInvalid(text string) int {
	line := 0
	for l := range strings.Lines(text) {
		if line++; !utf8.ValidString(l) {
			break
		}
	}
	return line
}

// utf16Order is the order of the bytes of UTF-16, nil if the text is none. One
// without a mark shows in two letters of English: every second byte is zero.
func utf16Order(b []byte) binary.ByteOrder {
	if len(b) < 4 || len(b)%2 != 0 {
		return nil
	}
	mark, zeros := string(b[:2]), [4]bool{b[0] == 0, b[1] == 0, b[2] == 0, b[3] == 0}
	switch {
	case mark == "\xff\xfe", zeros == [4]bool{false, true, false, true}:
		return binary.LittleEndian
	case mark == "\xfe\xff", zeros == [4]bool{true, false, true, false}:
		return binary.BigEndian
	}
	return nil
}

func fromUTF16(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// Clean is one line of text without what web pages and word processors put into
// it: spaces that do not break and breaks of lines of theirs become plain spaces, soft
// hyphens, marks without a width and the tags that make a flag of a region go, and the
// joiners that hold letters and emoji together stay. The error names a character that could steer a terminal, turn the line round, or
// not be shown.
func Clean(s string) (string, error) {
	if isPlain(s) {
		return s, nil
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == zeroWidthNonJoiner || r == zeroWidthJoiner || unicode.IsPrint(r) && r != unicode.ReplacementChar:
			b.WriteRune(r)
		case unicode.Is(unicode.Zs, r), isLineBreak(r):
			b.WriteByte(' ')
		case isInvisible(r), isTag(r):
		default:
			return "", fmt.Errorf("has a character that cannot be shown, %U", r)
		}
	}
	return b.String(), nil
}

// Printable is a text with everything replaced that a terminal would act on.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// isPlain reports whether there is nothing but printing ASCII.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// isInvisible reports whether a character may go unseen: a soft hyphen, a space
// or a joiner without a width, a mark of direction that turns nothing round.
func isInvisible(r rune) bool {
	return strings.ContainsRune("\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060\ufeff", r)
}

// isLineBreak reports whether a character breaks a line where a web page or a
// mainframe says so: the next line, the separators of lines and of paragraphs.
func isLineBreak(r rune) bool { return r == '\u0085' || r == '\u2028' || r == '\u2029' }

// isTag reports whether a character says after a black flag whose it is.
func isTag(r rune) bool { return r >= '\U000e0020' && r <= '\U000e007f' }
