package voice

import (
	"encoding/binary"
	"fmt"
	"math"
)

// The kinds of sound in a WAV file, from the registry in RFC 2361 and Microsoft's WAVEFORMATEXTENSIBLE.
const (
	kindPCM      = 1
	kindFloat    = 3
	kindExtended = 0xfffe // the kind is in the first two bytes of a longer description
)

const (
	leastHz      = 4000
	mostHz       = 192000
	mostChannels = 8
)

// layout is how the samples of a WAV file are written.
type layout struct {
	kind, channels, bits, hz int
}

// readWAV reads a WAV file of integers of 8, 16, 24 or 32 bits, or of floats of 32; several channels become one. A program
// that writes to a pipe does not know how much there will be: a size that is 0 or too large means all that follows.
func readWAV(file []byte) (Clip, error) {
	if len(file) < 12 || string(file[:4]) != "RIFF" || string(file[8:12]) != "WAVE" {
		return Clip{}, errNotWAV
	}
	var how layout
	for rest := file[12:]; len(rest) >= 8; {
		name, size := string(rest[:4]), uint64(binary.LittleEndian.Uint32(rest[4:]))
		rest = rest[8:]
		if name == "data" {
			if size > 0 && size < uint64(len(rest)) {
				rest = rest[:size]
			}
			return how.read(rest)
		}
		if size > uint64(len(rest)) {
			break
		}
		if name == "fmt " {
			how = readLayout(rest[:size])
		}
		size += size % 2 // chunks start at even bytes
		rest = rest[min(size, uint64(len(rest))):]
	}
	return Clip{}, errNotWAV
}

// readLayout is the zero layout, which nothing can be read by, if the description is too short.
func readLayout(chunk []byte) layout {
	if len(chunk) < 16 {
		return layout{}
	}
	word := func(at int) int { return int(binary.LittleEndian.Uint16(chunk[at:])) }
	how := layout{kind: word(0), channels: word(2), bits: word(14)}
	if hz := binary.LittleEndian.Uint32(chunk[4:]); hz <= mostHz {
		how.hz = int(hz)
	}
	if how.kind == kindExtended && len(chunk) >= 26 {
		how.kind = word(24)
	}
	return how
}

// read reads whole frames; what is left of a frame at the end is dropped.
func (l layout) read(data []byte) (Clip, error) {
	sample := l.sample()
	if sample == nil || l.channels < 1 || l.channels > mostChannels || l.hz < leastHz {
		return Clip{}, fmt.Errorf("%w of 8 to 32 bits, not kind %d, %d bits, %d channels at %d Hz",
			errNotWAV, l.kind, l.bits, l.channels, l.hz)
	}
	width := l.bits / 8
	samples := make([]float32, len(data)/(width*l.channels))
	for i := range samples {
		var sum float64
		for range l.channels {
			sum += sample(data)
			data = data[width:]
		}
		samples[i] = float32(max(-1, min(1, sum/float64(l.channels))))
	}
	return Clip{Rate: l.hz, Samples: samples}, nil
}

// sample gives how to read one sample, of -1 to 1; nil where nobody knows.
func (l layout) sample() func([]byte) float64 {
	little := binary.LittleEndian
	switch {
	case l.kind == kindFloat && l.bits == 32:
		return func(b []byte) float64 {
			value := float64(math.Float32frombits(little.Uint32(b)))
			if math.IsNaN(value) {
				return 0
			}
			return max(-1, min(1, value)) // two infinities must not meet in a sum
		}
	case l.kind != kindPCM:
		return nil
	case l.bits == 8: // the only one without a sign
		return func(b []byte) float64 { return (float64(b[0]) - 128) / 128 }
	case l.bits == 16:
		return func(b []byte) float64 { return float64(int16(little.Uint16(b))) / (1 << 15) }
	case l.bits == 24:
		return func(b []byte) float64 {
			return float64(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24)) / (1 << 31)
		}
	case l.bits == 32:
		return func(b []byte) float64 { return float64(int32(little.Uint32(b))) / (1 << 31) }
	}
	return nil
}
