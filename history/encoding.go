package history

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// newTextReader reads UTF-8 or UTF-16, with or without a mark that says so, as
// UTF-8: a shell may have written a file anew in its own way.
func newTextReader(r io.Reader) io.Reader {
	in := bufio.NewReader(r)
	head, _ := in.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = in.Discard(3) // which were peeked at
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), len(head) > 1 && head[0] != 0 && head[1] == 0:
		return &utf16Reader{from: in, order: binary.LittleEndian}
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}), len(head) > 1 && head[0] == 0 && head[1] != 0:
		return &utf16Reader{from: in, order: binary.BigEndian}
	}
	return in
}

type utf16Reader struct {
	from  io.Reader
	order binary.ByteOrder
	ready []byte // read and not given yet
	high  uint16 // the first half of a pair, whose second is to come; or 0
	begun bool
}

// Read gives the text as UTF-8.
func (u *utf16Reader) Read(into []byte) (int, error) {
	for len(u.ready) == 0 {
		var unit [2]byte
		if _, err := io.ReadFull(u.from, unit[:]); err != nil {
			return 0, err
		}
		u.add(u.order.Uint16(unit[:]))
	}
	n := copy(into, u.ready)
	u.ready = u.ready[n:]
	return n, nil
}

func (u *utf16Reader) add(unit uint16) {
	r := rune(unit)
	switch {
	case u.high != 0:
		r = utf16.DecodeRune(rune(u.high), r)
		u.high = 0
	case utf16.IsSurrogate(r):
		u.high = unit
		return
	case r == '\ufeff' && !u.begun:
		u.begun = true
		return
	}
	u.begun = true
	u.ready = utf8.AppendRune(u.ready[:0], r)
}
