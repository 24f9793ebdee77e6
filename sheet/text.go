package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"catcow/decode"
)

// decodeText gives the text of a sheet: in UTF-8, UTF-16, or what Windows used
// before.
func decodeText(b []byte) (string, error) {
	kinds := map[string]string{"%PDF": "a PDF", "PK\x03\x04": "a document of a word processor", "{\\rtf": "rich text", "\xd0\xcf\x11\xe0": "a document of a word processor"}
	for start, kind := range kinds {
		if bytes.HasPrefix(b, []byte(start)) {
			return "", fmt.Errorf("is %s; want plain text: copy the lines out of it", kind)
		}
	}
	text, err := decode.Text(b)
	if err != nil {
		text = fromWindows(b)
	}
	controls := strings.Count(text, "\x00")
	for _, r := range text {
		if r < ' ' && !strings.ContainsRune("\t\n\r\v\f", r) {
			controls++
		}
	}
	if controls > len(text)/100 {
		return "", errors.New("is not text; want a sheet of exercises, one a line")
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\v", "\n", "\f", "\n").Replace(text), nil
}

// fromWindows decodes Windows-1252: Latin-1 with quotes, dashes and bullets
// where that has nothing.
func fromWindows(b []byte) string {
	high := []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")
	var out strings.Builder
	for _, c := range b {
		r := rune(c)
		if c >= 0x80 && c < 0xa0 {
			r = high[c-0x80]
		}
		out.WriteRune(r)
	}
	return strings.ReplaceAll(out.String(), "\r\n", "\n")
}

// ID is a name as an id: lower case letters, digits and dashes.
func ID(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '\'' || r == '’':
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	id := strings.Trim(b.String(), "-")
	if id == "" {
		return "exercise"
	}
	return strings.Trim(id[:min(len(id), 36)], "-") // a number may come after it
}

// shortName is a name that fits where names stand.
func shortName(name string) string {
	const longest = 40
	if utf8.RuneCountInString(name) <= longest {
		return name
	}
	short := ""
	for word := range strings.FieldsSeq(name) {
		if utf8.RuneCountInString(short)+utf8.RuneCountInString(word)+2 > longest {
			break
		}
		short = strings.TrimSpace(short + " " + word)
	}
	if short == "" {
		short = string([]rune(name)[:longest-1])
	}
	return strings.TrimRight(short, ",;:-–") + "…"
}

// cleaned is a line without the signs of a typesetter, and with one sign for a
// bullet.
func cleaned(raw string) (string, error) {
	return decode.Clean(strings.TrimSpace(withoutKeycap(strings.NewReplacer(
		"\t", " ", "\n", " ", "**", "", "__", "", "`", "", " b4 ", " before ", "B/L", "bilateral", "b/l", "bilateral", "\uf0b7", "•", "\uf0a7", "•", "\ufe0f\u20e3", ". ", "\u20e3", ". ", "🔟", "10. ",
	).Replace(raw))))
}

// withoutKeycap is a line that begins with a number in a circle, with that number.
func withoutKeycap(raw string) string {
	raw = strings.TrimSpace(raw)
	first, size := utf8.DecodeRuneInString(raw)
	for _, from := range "①❶➀➊" {
		if n := int(first-from) + 1; n >= 1 && n <= 10 {
			return fmt.Sprintf("%d. %s", n, raw[size:])
		}
	}
	return raw
}
