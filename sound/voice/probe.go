package voice

import (
	"context"
	"runtime"
)

// Found is one engine that was looked for.
type Found struct {
	Name    string // as in the settings
	Version string // what is there, in its own words; "" if it cannot be used
	Why     string // why it cannot be used; "" if it can
}

// Installed looks for every engine that this platform can have, in the order in which [Auto] tries them. It runs each of
// them, one after the other, and so may take some seconds.
func Installed(ctx context.Context) []Found { return thisMachine().installed(ctx) }

func (m machine) installed(ctx context.Context) []Found {
	var all []Found
	for _, k := range kinds() {
		if !k.on(m.system) || k.name == Command {
			continue
		}
		all = append(all, m.probe(ctx, k))
	}
	return all
}

func (m machine) probe(ctx context.Context, k kind) Found {
	e, err := m.try(ctx, k, Settings{})
	if err != nil {
		return Found{Name: k.name, Why: about("", err).Error()}
	}
	defer func() { _ = e.Close() }()
	return Found{Name: k.name, Version: e.version}
}

// Hint is what to do on this platform to have a voice: one line.
func Hint() string { return sayHint(runtime.GOOS) }
