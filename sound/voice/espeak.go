package voice

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"catcow/sound/mix"
)

// espeak is espeak-ng: rate in words a minute as they are.
func (machine) espeak(ctx context.Context, s Settings, p program) (*Engine, error) {
	printed, err := p.with("--version").run(ctx, "", mostPrinted)
	if err != nil {
		return nil, err
	}
	version, ok := strings.CutPrefix(quoted(string(printed)), "eSpeak NG text-to-speech: ")
	if !ok {
		return nil, errors.New(notESpeakText)
	}
	version, _, _ = strings.Cut(version, " ")
	// Text as UTF-8 on standard input, without SSML, which -m would ask for.
	p = p.with("--stdout", "--stdin", "-b", "1", "-s", strconv.Itoa(s.wanted())).withVoice("-v", s.Name)
	e := &Engine{version: version, Render: p.sound}
	return e, e.sounds(ctx, s.Name)
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
	clip, err := e.Render(ctx, "a")
	switch {
	case err != nil && strings.Contains(err.Error(), "voice does not exist"):
		return noSuchVoice(name)
	case err == nil && len(trim(clip).Samples) == 0:
		return errors.New(muteText)
	}
	return err
}
