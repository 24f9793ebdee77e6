package voice

import "context"

// command is a program of the user's own. Its arguments are the place for rate, voice and volume.
func (machine) command(_ context.Context, _ Settings, p program) (*Engine, error) {
	return &Engine{
		version: printable(p.path),
		Speak: func(ctx context.Context, text string) error {
			_, err := p.run(ctx, text+"\n", 0) // so that a program that reads lines has one
			return err
		},
	}, nil
}
