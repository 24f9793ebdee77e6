package voice

import (
	"context"
	"strconv"
	"strings"

	"catcow/sound/mix"
)

// say is the voice of macOS: rate in words a minute as they are.
func (machine) say(ctx context.Context, s Settings, p program) (*Engine, error) {
	printed, err := p.with("-v", "?").run(ctx, "", 1<<20)
	if err != nil {
		return nil, err
	}
	// Each line is a name, its language and an example: "Samantha            en_US    # Hello! …".
	voices := strings.FieldsFunc(string(printed), func(r rune) bool { return r == '\n' })
	if s.Name != "" && !anyNamed(voices, s.Name) {
		return nil, noSuchVoice(s.Name)
	}
	p = p.with("-r", strconv.Itoa(s.wanted())).withVoice("-v", s.Name).with("--file-format=WAVE", "--data-format=LEI16@22050", "-f", "-")
	return &Engine{
		version: voicesText(len(voices)),
		Render: func(ctx context.Context, text string) (mix.Clip, error) {
			return p.file(ctx, text, "-o")
		},
	}, nil
}

// anyNamed says that one of the lines starts with the name, in capitals or not.
func anyNamed(lines []string, name string) bool {
	for _, line := range lines {
		if len(line) > len(name) && strings.EqualFold(line[:len(name)], name) && (line[len(name)] == ' ' || line[len(name)] == '\t') {
			return true
		}
	}
	return false
}
