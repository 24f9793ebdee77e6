package voice

import (
	"context"
	"errors"
)

// command is a program of the user's own. Its arguments are the place for rate, voice and volume.
func (m machine) command(_ context.Context, s Settings) (*Engine, error) {
	if len(s.Command) == 0 {
		return nil, errors.New(noCommandText)
	}
	path, err := m.path(s.Command[0])
	if err != nil {
		return nil, err
	}
	p := program{path: path, args: s.Command[1:]}
	return &Engine{
		version: printable(path),
		speak: func(ctx context.Context, text string) error {
			_, err := p.run(ctx, text+"\n", 0) // so that a program that reads lines has one
			return err
		},
	}, nil
}
