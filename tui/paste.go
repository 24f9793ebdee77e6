package tui

import (
	"bytes"
	"io"
	"time"
	"unicode"
	"unicode/utf8"
)

// What the terminal puts around a paste.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

const (
	// mostPaste is more than anybody has to paste here.
	mostPaste = 64 << 10
	// cutMark stands where the rest of a paste was dropped.
	cutMark = "\n…"
	// pasteSilence within a paste is its end.
	pasteSilence = 500 * time.Millisecond
)

// pasteReader ends a paste that the terminal does not end, because the connection
// broke or its text held the end of it: every key would be taken for a part of
// the paste, for ever, ctrl+c too. Of what is pasted only text gets through.
type pasteReader struct {
	from io.Reader
	now  func() time.Time

	in     bool      // between a start and an end
	cut    bool      // the rest of the paste is dropped
	length int       // of the paste
	last   time.Time // when there last was something
	held   []byte    // the beginning of what may be the end
	inside sequence  // where in a sequence the text so far ended
	tail   []byte    // the latest keys, which may be the beginning of a start
}

// Read reads keys and whole pastes.
func (r *pasteReader) Read(p []byte) (int, error) {
	room := len(p) - 2*len(pasteEnd) - len(cutMark) - len(r.held)
	if room <= 0 {
		return 0, io.ErrShortBuffer
	}
	piece := make([]byte, len(r.held)+room)
	n := copy(piece, r.held)
	read, err := r.from.Read(piece[n:])
	if read == 0 {
		return 0, err
	}
	now := r.now()
	out := p[:0]
	if r.in && now.Sub(r.last) >= pasteSilence {
		if !r.cut {
			out = append(r.appendText(out, r.held), pasteEnd...)
		}
		piece, n = piece[n:], 0
		r.in, r.cut = false, false
	}
	r.last, r.held = now, r.held[:0]
	return len(r.take(out, piece[:n+read])), err
}

// take appends what is to be read of a piece.
func (r *pasteReader) take(out, piece []byte) []byte {
	for len(piece) > 0 {
		if r.in {
			out, piece = r.takePaste(out, piece)
		} else {
			out, piece = r.takeKeys(out, piece)
		}
	}
	return out
}

// takeKeys appends the keys before a paste, and gives what is after its start.
func (r *pasteReader) takeKeys(out, piece []byte) (_, rest []byte) {
	before := len(r.tail)
	seen := append(r.tail, piece...)
	if at := bytes.Index(seen, []byte(pasteStart)); at >= 0 {
		whole := at + len(pasteStart) - before
		r.in, r.length, r.tail, r.inside = true, 0, nil, noSequence
		return append(out, piece[:whole]...), piece[whole:]
	}
	r.tail = seen[max(len(seen)-len(pasteStart)+1, 0):]
	return append(out, piece...), nil
}

// takePaste appends what is pasted, and gives what is after its end.
func (r *pasteReader) takePaste(out, piece []byte) (_, rest []byte) {
	text, rest, ended := bytes.Cut(piece, []byte(pasteEnd))
	if !ended {
		whole := len(piece) - max(overlap(piece, pasteEnd), halfLetter(piece))
		r.held = append(r.held, piece[whole:]...)
		return r.pass(out, piece[:whole]), nil
	}
	out = r.pass(out, text)
	if !r.cut {
		out = append(out, pasteEnd...)
	}
	r.in, r.cut = false, false
	return out, rest
}

// pass appends a part of a paste, unless it is more than there may be.
func (r *pasteReader) pass(out, text []byte) []byte {
	if r.cut {
		return out
	}
	if r.length += len(text); r.length > mostPaste {
		r.cut = true
		return append(append(out, cutMark...), pasteEnd...)
	}
	return r.appendText(out, text)
}

// sequence is how far a sequence for the terminal has come, such as one for a colour.
type sequence int

const (
	noSequence sequence = iota
	afterEscape
	inParameters
)

// after is where one is after a letter, and whether the letter belongs to a sequence.
func (s sequence) after(r rune) (_ sequence, belongs bool) {
	const escape, introducer = '\x1b', '\u009b'
	switch {
	case r == escape:
		return afterEscape, true
	case r == introducer, s == afterEscape && r == '[':
		return inParameters, true
	case s == inParameters && r >= ' ' && r < '@':
		return inParameters, true
	case s == inParameters && r >= '@' && r <= '~': // the last of it
		return noSequence, true
	}
	return noSequence, false
}

// appendText appends the part of a paste that is text. What looks like the beginning
// of a terminal's answer would be waited for to end, with all keys that come after.
func (r *pasteReader) appendText(out, paste []byte) []byte {
	for len(paste) > 0 {
		letter, size := utf8.DecodeRune(paste)
		var belongs bool
		r.inside, belongs = r.inside.after(letter)
		if !belongs && letter != utf8.RuneError && (!unicode.IsControl(letter) || unicode.IsSpace(letter)) {
			out = append(out, paste[:size]...)
		}
		paste = paste[size:]
	}
	return out
}

// halfLetter is how much of the end of a piece may be the beginning of a letter.
func halfLetter(piece []byte) int {
	for n := 1; n <= min(utf8.UTFMax-1, len(piece)); n++ {
		if last := piece[len(piece)-n:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return n
		}
	}
	return 0
}

// overlap is how much of the end of a piece may be the beginning of a mark.
func overlap(piece []byte, mark string) int {
	n := min(len(mark)-1, len(piece))
	for n > 0 && !bytes.HasSuffix(piece, []byte(mark[:n])) {
		n--
	}
	return n
}
