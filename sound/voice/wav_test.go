package voice

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
)

// pcm is a layout without what follows from the rest.
func pcm(kind, channels, bits uint16, hz uint32) layout {
	return layout{Kind: kind, Channels: channels, Bits: bits, Hz: hz}
}

// wav writes a file of one format.
func wav(how layout, size uint32, data []byte) []byte {
	var b bytes.Buffer
	b.WriteString("RIFF\x00\x00\x00\x00WAVELIST\x03\x00\x00\x00odd\x00")
	b.WriteString("fmt \x10\x00\x00\x00")
	_ = binary.Write(&b, binary.LittleEndian, how)
	b.WriteString("data")
	_ = binary.Write(&b, binary.LittleEndian, size)
	b.Write(data)
	return b.Bytes()
}

func TestReadWAV(t *testing.T) {
	tests := []struct {
		name string
		how  layout
		data string
		size uint32
		want []float32
	}{
		{"16 bits", pcm(1, 1, 16, 22050), "\x00\x80\x00\x00\x00\x40", 6, []float32{-1, 0, 0.5}},
		{"two channels", pcm(1, 2, 16, 22050), "\x00\x40\x00\x00\x00\x80\x00\x80", 8, []float32{0.25, -1}},
		{"half a frame", pcm(1, 2, 16, 22050), "\x00\x40\x00\x00\x00", 5, []float32{0.25}},
		{"a size that is too large", pcm(1, 1, 16, 22050), "\x00\x40", 0xffffffff, []float32{0.5}},
		{"a size of 0", pcm(1, 1, 16, 22050), "\x00\x40", 0, []float32{0.5}},
		{"more after it", pcm(1, 1, 16, 22050), "\x00\x40LIST", 2, []float32{0.5}},
		{"nothing", pcm(1, 1, 16, 22050), "", 0, []float32{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			clip, err := readWAV(wav(test.how, test.size, []byte(test.data)))
			if err != nil || clip.Rate != int(test.how.Hz) || !slices.Equal(clip.Samples, test.want) {
				t.Errorf("%v, %v, want %v at %d", clip, err, test.want, test.how.Hz)
			}
		})
	}
}

func TestReadNoWAV(t *testing.T) {
	good := wav(pcm(1, 1, 16, 22050), 2, []byte("\x00\x40"))
	tests := map[string][]byte{
		"empty":              nil,
		"text":               []byte("Error: no sound card found, sorry about that"),
		"another kind":       bytes.Replace(good, []byte("WAVE"), []byte("AVI "), 1),
		"no data":            good[:len(good)-10],
		"no format":          bytes.Replace(good, []byte("fmt "), []byte("fnt "), 1),
		"a short format":     []byte("RIFF\x00\x00\x00\x00WAVEfmt \x02\x00\x00\x00\x01\x00data\x00\x00\x00\x00"),
		"a format too large": []byte("RIFF\x00\x00\x00\x00WAVEfmt \xff\xff\xff\xff\x01\x00data\x00\x00\x00\x00"),
		"compressed":         wav(pcm(0x55, 1, 16, 22050), 2, []byte("\x00\x40")),
		"8 bits":             wav(pcm(1, 1, 8, 22050), 2, []byte("\x00\x40")),
		"floats":             wav(pcm(3, 1, 32, 22050), 4, []byte("\x00\x00\x00\x40")),
		"12 bits":            wav(pcm(1, 1, 12, 22050), 2, []byte("\x00\x40")),
		"no channels":        wav(pcm(1, 0, 16, 22050), 2, []byte("\x00\x40")),
		"1 Hz":               wav(pcm(1, 1, 16, 1), 2, []byte("\x00\x40")),
		"1 GHz":              wav(pcm(1, 1, 16, 1e9), 2, []byte("\x00\x40")),
	}
	for name, file := range tests {
		if clip, err := readWAV(file); !errors.Is(err, errNotWAV) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, %v", name, clip, err)
		}
	}
}

func FuzzReadWAV(f *testing.F) {
	f.Add(tone(3))
	f.Add(wav(pcm(1, 2, 16, 44100), 12, []byte("abcdefghijkl")))
	f.Add(wav(pcm(kindPCM, 1, 16, 8000), 0xffffffff, []byte("\x00\x80")))
	f.Fuzz(func(t *testing.T, file []byte) {
		clip, err := readWAV(file)
		if err != nil {
			return
		}
		if clip.Rate < leastHz || clip.Rate > mostHz || len(clip.Samples) > len(file) {
			t.Fatalf("%d samples at %d Hz of %d bytes", len(clip.Samples), clip.Rate, len(file))
		}
		for i, sample := range clip.Samples {
			if !(sample >= -1 && sample <= 1) {
				t.Fatalf("sample %d is %v", i, sample)
			}
		}
		if short := trim(clip); short.Length() > clip.Length() || short.Rate != clip.Rate {
			t.Fatalf("%v of %v left", short.Length(), clip.Length())
		}
	})
}
