package voice

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// rhVoiceNatural is the words a minute of RHVoice's English voices by themselves.
const rhVoiceNatural = 180

// rhVoice is RHVoice, by the program that it is tried with: text on standard input, a WAV file to any path. Rate is in
// percent of the voice's own.
func (m machine) rhVoice(ctx context.Context, s Settings, p program) (*Engine, error) {
	// It speaks with another voice where there is none of that name, and says nothing about that.
	if s.Name != "" && !m.hasRHVoice(p.path, s.Name) {
		return nil, noSuchVoice(s.Name)
	}
	p = p.with("-o", "/dev/stdout", "-r", strconv.Itoa(100*s.wanted()/rhVoiceNatural)).withVoice("-p", s.Name)
	e := &Engine{version: p.path, Render: p.sound}
	return e, e.sounds(ctx, s.Name)
}

// hasRHVoice says that a voice has a folder among the data that belong to the program, or to the system.
func (m machine) hasRHVoice(program, name string) bool {
	for _, prefix := range []string{filepath.Dir(filepath.Dir(program)), m.getenv("RHVOICEDATAPATH"), "/usr", "/usr/local"} {
		for _, data := range []string{"share/RHVoice/voices", "voices"} {
			if about, err := os.Stat(filepath.Join(prefix, data, strings.ToLower(name))); err == nil && about.IsDir() {
				return true
			}
		}
	}
	return false
}
