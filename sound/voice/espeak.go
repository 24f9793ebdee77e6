package voice

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"catcow/sound/mix"
)

// espeak is espeak-ng: rate in words a minute as they are.
func (m machine) espeak(ctx context.Context, s Settings) (*Engine, error) {
	path, err := m.path(ESpeak)
	if err != nil {
		return nil, err
	}
	printed, err := program{path: path, args: []string{"--version"}}.run(ctx, "", mostPrinted)
	if err != nil {
		return nil, err
	}
	version, ok := strings.CutPrefix(quoted(string(printed)), "eSpeak NG text-to-speech: ")
	if !ok {
		return nil, errors.New(notESpeakText)
	}
	version, _, _ = strings.Cut(version, " ")
	name, err := s.voice()
	if err != nil {
		return nil, err
	}
	// Text as UTF-8 on standard input, without SSML, which -m would ask for.
	args := []string{"--stdout", "--stdin", "-b", "1", "-s", strconv.Itoa(s.wanted())}
	if name != "" {
		args = append(args, "-v", name)
	}
	p := program{path: path, args: args}
	e := &Engine{version: version, render: p.sound}
	return e, e.sounds(ctx, name)
}

// sound is what a program prints as a WAV file.
func (p program) sound(ctx context.Context, text string) (mix.Clip, error) {
	file, err := p.run(ctx, text, mostSound)
	if err != nil {
		return mix.Clip{}, err
	}
	return readWAV(file)
}

// sounds tries an engine with a word: its data, or the voice of that name, may be missing.
func (e *Engine) sounds(ctx context.Context, name string) error {
	clip, err := e.render(ctx, "a")
	if said, ok := errors.AsType[*Error](err); ok && strings.Contains(said.Printed, "voice does not exist") {
		return noSuchVoice(name)
	}
	if err != nil {
		return err
	}
	if len(trim(clip).Samples) == 0 {
		return errors.New(muteText)
	}
	return nil
}
