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

// layout is how the samples of a WAV file are written, in the order in which the file has it. By the zero layout nothing
// can be read.
type layout struct {
	Kind, Channels   uint16
	Hz, BytesASecond uint32
	FrameBytes, Bits uint16
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
			if _, err := binary.Decode(rest[:size], binary.LittleEndian, &how); err != nil {
				return mix.Clip{}, errNotWAV
			}
		}
		size += size % 2 // chunks start at even bytes
		rest = rest[min(size, uint64(len(rest))):]
	}
	return mix.Clip{}, errNotWAV
}

// read reads whole frames of 16-bit samples; what is left of a frame at the end is dropped.
func (l layout) read(data []byte) (mix.Clip, error) {
	if l.Kind != kindPCM || l.Bits != 16 || l.Channels < 1 || l.Channels > mostChannels || l.Hz < leastHz || l.Hz > mostHz {
		return mix.Clip{}, fmt.Errorf("%w of 16 bits, not kind %d, %d bits, %d channels at %d Hz",
			errNotWAV, l.Kind, l.Bits, l.Channels, l.Hz)
	}
	channels := int(l.Channels)
	frame := 2 * channels
	samples := make([]float32, len(data)/frame)
	for i := range samples {
		sum := 0
		for c := range channels {
			sum += int(int16(binary.LittleEndian.Uint16(data[i*frame+2*c:])))
		}
		samples[i] = float32(sum) / float32(channels) / (1 << 15)
	}
	return mix.Clip{Rate: int(l.Hz), Samples: samples}, nil
}
