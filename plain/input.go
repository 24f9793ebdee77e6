package plain

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// longestLine is what is read of a line that does not end.
const longestLine = 4096

// interruptError ends a run. cut says that nobody chose to.
type interruptError struct{ cut bool }

func (interruptError) Error() string { return "interrupted" }

// input is what is typed.
type input struct {
	chunks  <-chan []byte // nil after the end
	rest    []byte        // what came and was not taken yet
	ended   bool
	signals <-chan os.Signal
	gone    <-chan struct{} // closed with the terminal

	keyboard *keyboard // nil where lines are all there is
}

func newInput(ctx context.Context, r io.Reader, keys bool, signals <-chan os.Signal) *input {
	in := &input{chunks: chunksOf(ctx, r), signals: signals, gone: ctx.Done()}
	if keys {
		in.keyboard = newKeyboard(r)
	}
	return in
}

// chunksOf is what comes from a reader, as it comes.
func chunksOf(ctx context.Context, r io.Reader) <-chan []byte {
	chunks := make(chan []byte)
	go func() {
		defer close(chunks)
		buffer := make([]byte, longestLine)
		for {
			n, err := r.Read(buffer)
			if n > 0 {
				select {
				case chunks <- bytes.Clone(buffer[:n]):
				case <-ctx.Done():
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return chunks
}

// line is the next line, without what no key types; io.EOF after the last.
func (in *input) line() (string, error) {
	in.byKey(false)
	for {
		if line, ok := in.takeLine(); ok {
			return strings.ToLower(strings.TrimSpace(clean(line))), nil
		}
		if in.ended {
			return "", io.EOF
		}
		if _, err := in.wait(nil); err != nil {
			return "", err
		}
	}
}

// key is the next key by its name: "n", "space", "enter". Without a keyboard it is
// the next line: a key, or a word that stands for it. It is "" where the time has
// passed before one came, which is never for a time of 0. After the end of the
// input there are none.
func (in *input) key(wait time.Duration) (string, error) {
	in.byKey(true)
	timer := after(wait)
	for {
		if key, ok := in.takeKey(); ok {
			return key, nil
		}
		if passed, err := in.wait(timer); passed || err != nil {
			return "", err
		}
	}
}

// until waits until something is done.
func (in *input) until(done <-chan struct{}) error {
	select {
	case <-done:
		return nil
	case s := <-in.signals:
		return interruptError{cut: s != os.Interrupt}
	case <-in.gone:
		return interruptError{cut: true}
	}
}

// wait waits for more to be typed, or for a time.
func (in *input) wait(timer <-chan time.Time) (passed bool, err error) {
	select {
	case chunk, more := <-in.chunks:
		if in.rest = append(in.rest, chunk...); !more {
			in.chunks, in.ended = nil, true
			return true, nil // somebody may have to know
		}
		return false, nil
	case s := <-in.signals:
		return false, interruptError{cut: s != os.Interrupt}
	case <-in.gone:
		return false, interruptError{cut: true}
	case <-timer:
		return true, nil
	}
}

// takeLine takes a line from what has come.
func (in *input) takeLine() (string, bool) {
	end := bytes.IndexByte(in.rest, '\n')
	switch {
	case end >= 0:
	case len(in.rest) > longestLine, in.ended && len(in.rest) > 0:
		line := string(in.rest)
		in.rest = nil
		return line, true
	default:
		return "", false
	}
	line := string(in.rest[:end])
	in.rest = in.rest[end+1:]
	return line, true
}

// takeKey takes a key from what has come.
func (in *input) takeKey() (string, bool) {
	if in.keyboard == nil {
		line, ok := in.takeLine()
		if line = strings.TrimRight(clean(line), "\r"); ok && line == " " {
			return "space", true
		}
		if line = strings.ToLower(strings.TrimSpace(line)); ok && line == "" {
			return "enter", true
		}
		return line, ok
	}
	for len(in.rest) > 0 {
		key, n := decodeKey(in.rest)
		if in.rest = in.rest[n:]; key != "" {
			return key, true
		}
	}
	return "", false
}

// decodeKey is the key that typed begins with, and how many bytes it has; "" for one
// that means nothing here.
func decodeKey(typed []byte) (key string, n int) {
	const escape, erase = 0x1b, 0x7f
	if typed[0] == escape && len(typed) > 1 && (typed[1] == '[' || typed[1] == 'O') {
		return decodeSequence(typed)
	}
	switch typed[0] {
	case escape:
		return "esc", 1
	case '\r', '\n':
		return "enter", 1
	case ' ':
		return "space", 1
	case '\t':
		return "tab", 1
	case erase, '\b':
		return "backspace", 1
	}
	r, n := utf8.DecodeRune(typed)
	if !unicode.IsPrint(r) {
		return "", n
	}
	return strings.ToLower(string(r)), n
}

// decodeSequence is a key that a terminal tells by several bytes.
func decodeSequence(typed []byte) (key string, n int) {
	end := bytes.IndexFunc(typed[2:], func(r rune) bool { return r >= '@' && r <= '~' })
	if end < 0 {
		return "", len(typed)
	}
	if end == 0 && typed[2] == 'B' {
		return "down", 3
	}
	return "", end + 3
}

// clean is a line without what no key types.
func clean(line string) string {
	return strings.Map(func(r rune) rune {
		if r != ' ' && !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, line)
}

// byKey has each key come at once and not shown, or leaves a line to be written and
// mended in the terminal's own way.
func (in *input) byKey(single bool) {
	if in.keyboard != nil {
		in.keyboard.set(single)
	}
}
