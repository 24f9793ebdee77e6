package history

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// utf8Text is text that a shell may have written anew in its own way, as UTF-8: it
// may be UTF-16, and begin with a mark that says so.
func utf8Text(raw []byte) []byte {
	var order binary.ByteOrder
	switch {
	case len(raw) < 2:
		return raw
	case raw[0] == 0xff && raw[1] == 0xfe, raw[0] != 0 && raw[1] == 0:
		order = binary.LittleEndian
	case raw[0] == 0xfe && raw[1] == 0xff, raw[0] == 0 && raw[1] != 0:
		order = binary.BigEndian
	default:
		return bytes.TrimPrefix(raw, []byte("\ufeff"))
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = order.Uint16(raw[2*i:])
	}
	return bytes.TrimPrefix([]byte(string(utf16.Decode(units))), []byte("\ufeff"))
}
