package tui

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// typed gives its pieces one after the other, each after a pause.
type typed struct {
	now    time.Time
	pieces []string
	pauses []time.Duration
}

func (k *typed) Read(p []byte) (int, error) {
	if len(k.pieces) == 0 {
		return 0, io.EOF
	}
	n := copy(p, k.pieces[0])
	k.now = k.now.Add(k.pauses[0])
	if k.pieces[0] = k.pieces[0][n:]; k.pieces[0] == "" {
		k.pieces, k.pauses = k.pieces[1:], k.pauses[1:]
	} else {
		k.pauses[0] = 0
	}
	return n, nil
}

// readKeys is what a pasteReader makes of pieces, each after a pause.
func readKeys(t *testing.T, pause time.Duration, pieces ...string) string {
	t.Helper()
	k := &typed{pieces: pieces}
	for range pieces {
		k.pauses = append(k.pauses, pause)
	}
	r := &pasteReader{from: k, now: func() time.Time { return k.now }}
	var out bytes.Buffer
	for {
		p := make([]byte, 256)
		n, err := r.Read(p)
		out.Write(p[:n])
		if err != nil {
			return out.String()
		}
	}
}

func TestAPasteEnds(t *testing.T) {
	const short, long = 10 * time.Millisecond, time.Second
	for _, c := range []struct {
		name   string
		pause  time.Duration
		pieces []string
		want   string
	}{
		{"keys", short, []string{"n", "b", "\x1b", "\x1b[A"}, "nb\x1b\x1b[A"},
		{"a whole paste", short, []string{"\x1b[200~text\x1b[201~n"}, "\x1b[200~text\x1b[201~n"},
		{"in pieces", short, []string{"\x1b[2", "00~te", "xt\x1b[20", "1~", "n"}, "\x1b[200~text\x1b[201~n"},
		{"an end that is none", short, []string{"\x1b[200~te\x1b[", "1;31mxt\x1b[201~n"}, "\x1b[200~text\x1b[201~n"},
		{"colours", short, []string{"\x1b[200~foo\x1b[31m bar\x1b[0m \u009b1mx\x1b[38;5", ";1mz [31m\x1b[201~n"}, "\x1b[200~foo bar xz [31m\x1b[201~n"},
		{"a sequence that stops", short, []string{"\x1b[200~a\x1b[31\nb\x1b[3\x1b[201~m\x1b[200~m\x1b[201~"}, "\x1b[200~a\nb\x1b[201~m\x1b[200~m\x1b[201~"},
		{"what only looks like an answer", short, []string{"\x1b[200~a\x1b]0;b\x90\x1bPc\x9d\x98\xc2\x9dd\x03\n\x1b[201~n"}, "\x1b[200~a]0;bPcd\n\x1b[201~n"},
		{"letters in pieces", short, []string{"\x1b[200~\xe2\x99", "\xa5\xf0\x9f\x98", "\x80\xe2\x1b[201~n"}, "\x1b[200~♥😀\x1b[201~n"},
		{"no end, and a key after it", long, []string{"\x1b[200~text", "\x03", "n"}, "\x1b[200~text\x1b[201~\x03n"},
		{"an end that stops half-way", long, []string{"\x1b[200~text\x1b[20", "n"}, "\x1b[200~text\x1b[201~n"},
		{
			"more than there may be", short,
			[]string{"\x1b[200~", strings.Repeat("x", mostPaste), "yyy", "\x1b[201~n"},
			"\x1b[200~" + strings.Repeat("x", mostPaste) + cutMark + "\x1b[201~n",
		},
		{"too much, without an end", long, []string{"\x1b[200~" + strings.Repeat("x", 2*mostPaste), "n"}, ""},
	} {
		got := readKeys(t, c.pause, c.pieces...)
		if c.want != "" && got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if c.want == "" && !strings.HasSuffix(got, "\x1b[201~n") {
			t.Errorf("%s: the key is lost in %d bytes", c.name, len(got))
		}
	}
}

// However what is typed comes in pieces, it is read the same.
func TestPiecesDoNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"n", "\x1b", "[2", "00~", "\x1b[200~", "\x1b[201~", "\x1b[A", "text "}
	for range 2000 {
		var all strings.Builder
		var pieces []string
		for range random.IntN(12) {
			word := words[random.IntN(len(words))]
			all.WriteString(word)
			cut := random.IntN(len(word) + 1)
			pieces = append(pieces, word[:cut]+"", word[cut:])
		}
		pieces = append(pieces, "\x1b[201~") // nothing is left in between
		all.WriteString("\x1b[201~")
		var full []string
		for _, p := range pieces {
			if p != "" {
				full = append(full, p)
			}
		}
		if got, want := readKeys(t, time.Millisecond, full...), readKeys(t, 0, all.String()); got != want {
			t.Fatalf("%q became %q, want %q", full, got, want)
		}
	}
}
