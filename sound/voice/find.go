package voice

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Find finds the engine that the settings ask for, and makes sure that it works. With [Auto] that is the first that does, in
// the order of how they sound; what the settings name and cannot be had is passed over, the name of a voice too, and told by
// Engine.Skipped.
//
// It takes some 20 ms with espeak-ng, and seconds with programs that start slowly. [errors.Is] the error [ErrNone] if
// nothing is there or [None] is asked for; another error says why what the settings name cannot be used.
func Find(ctx context.Context, s Settings) (*Engine, error) { return thisMachine().find(ctx, s) }

func (m machine) find(ctx context.Context, s Settings) (*Engine, error) {
	switch s.Engine {
	case None:
		return nil, ErrNone
	case Auto, "":
		return m.first(ctx, s)
	}
	for _, k := range m.engines(s) {
		if k.name == s.Engine {
			e, err := m.try(ctx, k, s)
			if err != nil {
				return nil, k.fault(err)
			}
			return e, nil
		}
	}
	return nil, ErrNone // the settings know no other name
}

// try is one kind of engine, if it works here.
func (m machine) try(ctx context.Context, k kind, s Settings) (*Engine, error) {
	if !k.on(m.system) {
		return nil, errors.New(notHereText(home(k)))
	}
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	p, err := m.program(k)
	if err != nil {
		return nil, err
	}
	if s.Name != "" && !named(s.Name) && k.name != Command && k.name != Piper {
		return nil, errVoiceName
	}
	e, err := k.find(m, ctx, s, p)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, errLate
	case err != nil:
		return nil, err
	}
	e.Name, e.ID = k.name, s.id(k.name)
	e.guard()
	return e, nil
}

// fault is why a kind of engine cannot be had.
func (k kind) fault(err error) error { return fmt.Errorf("%s: %w", k.name, err) }

// id is what tells a voice from every other.
func (s Settings) id(engine string) string {
	parts := []string{engine, strconv.Itoa(s.wanted())}
	switch {
	case engine == Command:
		parts = append(parts, s.Command...)
	case engine == Piper:
		parts = append(parts, filepath.Base(s.Model), s.Name)
	case s.Name != "":
		parts = append(parts, s.Name)
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}

// home is the system that an engine is a part of.
func home(k kind) string {
	return map[string]string{"darwin": "macOS", "windows": "Windows", "linux": "Linux"}[k.systems[0]]
}

// first is the first kind of engine that works here.
func (m machine) first(ctx context.Context, s Settings) (*Engine, error) {
	var past failures
	for _, k := range m.kinds(s) {
		if k.name == Piper && s.Model == "" {
			continue
		}
		e, err := m.try(ctx, k, s)
		if err == nil {
			e.Skipped = strings.Join(past.asked, "; ")
			return e, nil
		}
		if ctx.Err() != nil {
			return nil, k.fault(errLate)
		}
		past.add(k, k.fault(err))
	}
	if s.Name != "" { // better another voice than none
		s.Name = ""
		if e, err := m.first(ctx, s); err == nil {
			e.Skipped = strings.Join(slices.Concat(past.asked, past.unnamed), "; ")
			return e, nil
		}
	}
	return nil, past.verdict()
}

// failures are the engines that were tried in vain.
type failures struct {
	looked  []string
	asked   []string // about what the settings name
	unnamed []string // about the name of the voice, which another engine may have
	broken  []string // about what is there and does not work
}

func (f *failures) add(k kind, err error) {
	f.looked = append(f.looked, k.name)
	var voice noSuchVoice
	var missing notInstalled
	switch {
	case k.name == Command, k.name == Piper:
		f.asked = append(f.asked, err.Error())
	case errors.As(err, &voice), errors.Is(err, errVoiceName):
		f.unnamed = append(f.unnamed, err.Error())
	case !errors.As(err, &missing):
		f.broken = append(f.broken, err.Error())
	}
}

// verdict is why there is no voice.
func (f *failures) verdict() error {
	switch {
	case len(f.asked)+len(f.unnamed) > 0:
		return errors.New(strings.Join(slices.Concat(f.asked, f.unnamed, f.broken), "; "))
	case len(f.broken) > 0:
		return fmt.Errorf("%w: %s", ErrNone, strings.Join(f.broken, "; "))
	}
	return fmt.Errorf("%w: %s", ErrNone, lookedForText(f.looked))
}
