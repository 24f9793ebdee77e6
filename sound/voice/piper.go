package voice

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"catcow/sound/mix"
)

// piper is piper, the old program and the new Python module alike: both write a file that they are named, and read the text
// from standard input if there is none among the arguments. Rate is a length scale of 170 ÷ words a minute; it has no
// volume, since it only renders.
func (machine) piper(ctx context.Context, s Settings, p program) (*Engine, error) {
	p.env = []string{"PYTHONUTF8=1"}
	if err := p.isPiper(ctx); err != nil {
		return nil, err
	}
	model, err := s.model()
	if err != nil {
		return nil, err
	}
	p = p.with("--model", model, "--length_scale", strconv.FormatFloat(s.lengthScale(), 'f', 3, 64))
	if s.Name != "" {
		number, err := strconv.ParseUint(s.Name, 10, 16)
		if err != nil {
			return nil, errors.New(speakerText)
		}
		p = p.with("--speaker", strconv.FormatUint(number, 10))
	}
	return &Engine{
		version: filepath.Base(model),
		Render: func(ctx context.Context, text string) (mix.Clip, error) {
			return p.file(ctx, text, "--output_file")
		},
	}, nil
}

// isPiper asks the program who it is: there is a tool for gaming mice of the same name.
func (p program) isPiper(ctx context.Context) error {
	printed, err := p.with("--help").run(ctx, "", 16*mostPrinted)
	if strings.Contains(string(printed), "--model") {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.New(notPiperText)
}

// model is the full path of the model, which no program takes for an option.
func (s Settings) model() (string, error) {
	if s.Model == "" {
		return "", errors.New(noModelText)
	}
	path, err := filepath.Abs(s.Model)
	if err != nil {
		return "", err
	}
	if about, err := os.Stat(path); err != nil || about.IsDir() {
		return "", errors.New(noFileText(path))
	}
	return path, nil
}

// file is what a program writes as a WAV file to the path that an option names, for those that cannot write to a pipe.
func (p program) file(ctx context.Context, text, option string) (mix.Clip, error) {
	folder, err := os.MkdirTemp("", "catcow-voice-")
	if err != nil {
		return mix.Clip{}, err
	}
	defer func() { _ = os.RemoveAll(folder) }() // the system clears it otherwise
	path := filepath.Join(folder, "line.wav")
	if _, err := p.with(option, path).run(ctx, text+"\n", 0); err != nil {
		return mix.Clip{}, err
	}
	about, err := os.Stat(path)
	switch {
	case err != nil:
		return mix.Clip{}, errors.New(muteText)
	case about.Size() > mostSound:
		return mix.Clip{}, errTooMuch
	}
	file, err := os.ReadFile(path)
	if err != nil {
		return mix.Clip{}, err
	}
	return readWAV(file)
}
