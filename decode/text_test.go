package decode

import (
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// inUTF16 is a text in UTF-16, with its mark if that is in it.
func inUTF16(text string, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}

func TestText_TakesWhatPeopleHave(t *testing.T) {
	const want = "a = \"größer 猫 🧘\"\nb = 1\n"
	windows := strings.ReplaceAll(want, "\n", "\r\n")
	for name, b := range map[string][]byte{
		"UTF-8":                      []byte(want),
		"UTF-8 with a mark":          []byte("\ufeff" + want),
		"Windows":                    []byte("\ufeff" + windows),
		"a web page":                 []byte(strings.ReplaceAll(want, " = ", "\u200b\u00a0=\u00a0")),
		"UTF-16, little end first":   inUTF16("\ufeff"+windows, binary.LittleEndian),
		"UTF-16, big end first":      inUTF16("\ufeff"+want, binary.BigEndian),
		"UTF-16 without a mark":      inUTF16(want, binary.LittleEndian),
		"UTF-16 without one, turned": inUTF16(want, binary.BigEndian),
	} {
		if got, err := Text(b); got != want || err != nil {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	if got, err := Text(nil); got != "" || err != nil {
		t.Errorf("nothing: got %q, %v", got, err)
	}
}

func TestText_SaysWhichLineIsNone(t *testing.T) {
	for text, want := range map[string]int{"\x89PNG\r\n": 1, "ok\n\ncaf\xe9\n": 3, "�\n\xff": 2, "\x00\x01\x02\xff": 1} {
		_, err := Text([]byte(text))
		if e, ok := errors.AsType[EncodingError](err); !ok || e.Line != want || e.Error() != "is not UTF-8 text" {
			t.Errorf("%q: got %v on line %d; want line %d", text, err, e.Line, want)
		}
	}
}

func TestClean_TakesTextFromWebPagesAndWordProcessors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "Lie down.", "Lie down."},
		{"spaces that do not break", "Hold\u00a030\u202fs,\u2007rest", "Hold 30 s, rest"},
		{"soft hyphens", "shoul\u00adder", "shoulder"},
		{"spaces and joiners without a width", "a\u200bb\u2060c\ufeffd", "abcd"},
		{"marks of direction", "a\u200eb\u200fc\u061cd", "abcd"},
		{"Persian", "می\u200cشود", "می\u200cشود"},
		{"Hindi", "क्\u200dष", "क्\u200dष"},
		{"a family and a heart", "👨‍👩‍👧 ❤️", "👨‍👩‍👧 ❤️"},
		{"quotes and dashes", "“Don’t” – 3 × 10…", "“Don’t” – 3 × 10…"},
		{"breaks of lines", "Lie down.\u2028Breathe\u2029out\u0085slowly.", "Lie down. Breathe out slowly."},
		{"the flag of a region", "bridge \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "bridge 🏴"},
		{"letters of two parts", "gro\u0308ßer", "gro\u0308ßer"},
	} {
		if got, err := Clean(c.text); got != c.want || err != nil {
			t.Errorf("%s: got %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestClean_RefusesWhatCouldSteerATerminalOrTurnALine(t *testing.T) {
	for _, r := range "\x00\t\n\r\x1b\x7f\u0084\u009b\u202a\u202e\u2066\u2069\ufffd\ue000\U000e0001" {
		if got, err := Clean("a" + string(r) + "b"); err == nil || got != "" || !strings.HasPrefix(err.Error(), "has a character that cannot be shown, U+") {
			t.Errorf("%U: got %q, %v", r, got, err)
		}
	}
}
