package voice

import (
	"encoding/binary"
	"fmt"

	"catcow/sound/mix"
)

const (
	kindPCM      = 1 // integers, in the registry of RFC 2361
	leastHz      = 4000
	mostHz       = 192000
	mostChannels = 8
)

// layout is how the samples of a WAV file are written.
type layout struct {
	kind, channels, bits, hz int
}

// readWAV reads a WAV file of 16-bit integers, as every engine writes them; several channels become one. A program that
// writes to a pipe does not know how much there will be: a size that is 0 or too large means all that follows.
func readWAV(file []byte) (mix.Clip, error) {
	if len(file) < 12 || string(file[:4]) != "RIFF" || string(file[8:12]) != "WAVE" {
		return mix.Clip{}, errNotWAV
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
	return mix.Clip{}, errNotWAV
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
	return how
}

// read reads whole frames of 16-bit samples; what is left of a frame at the end is dropped.
func (l layout) read(data []byte) (mix.Clip, error) {
	if l.kind != kindPCM || l.bits != 16 || l.channels < 1 || l.channels > mostChannels || l.hz < leastHz {
		return mix.Clip{}, fmt.Errorf("%w of 16 bits, not kind %d, %d bits, %d channels at %d Hz",
			errNotWAV, l.kind, l.bits, l.channels, l.hz)
	}
	frame := 2 * l.channels
	samples := make([]float32, len(data)/frame)
	for i := range samples {
		sum := 0
		for c := range l.channels {
			sum += int(int16(binary.LittleEndian.Uint16(data[i*frame+2*c:])))
		}
		samples[i] = float32(sum) / float32(l.channels) / (1 << 15)
	}
	return mix.Clip{Rate: l.hz, Samples: samples}, nil
}
