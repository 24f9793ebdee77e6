// Package config decodes config.toml over the defaults and checks it.
//
// The rule of the package: whoever mistypes a setting learns all that is wrong
// in one go, each on a line that names the place and says what is wanted, and
// nothing they wrote reaches the terminal raw.
package config

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"time"
)

// Config is all that a person can set. A Config from [Decode] or [Load] is
// complete and within its ranges.
type Config struct {
	Session Session
	Breath  Breath
	Screen  Screen
	Figure  Figure
}

// Session is the table [session]: how a session goes.
type Session struct {
	Level     float64  // the point in the range of a dose, 0 to 1
	FirstSide string   // "right" or "left"
	Pace      int      // words a minute at which steps are given, 80 to 240
	Moment    Duration // time to do a step after it was said, 0 s to 30 s
	Advance   string   // "auto", or "manual": every stage waits for a key
}

// Breath is the table [breath]: how the breath is paced.
type Breath struct {
	Pattern  string            // the name of one of the Patterns
	Patterns map[string]Phases // the built-in ones and the user's own, by name
}

// Phases is one breath pattern. Each phase is 2 s to 12 s long, in tenths of a
// second.
type Phases struct {
	In, Out Duration
}

// Screen is the table [screen]: how it looks.
type Screen struct {
	Theme  string // "auto", "light" or "dark"
	Glyphs string // "auto", "unicode" or "ascii"
	Motion string // "full" or "reduced"
}

// Figure is the table [figure]: how the moving figure is drawn.
type Figure struct {
	Mode   string // "auto", "kitty", "quad", "half", "sextant", "octant", "ansi16", "braille", "ascii" or "none"
	Pixels string // "auto", "always" or "never"
}

// Duration is a length of time that is written as a string with a unit, such as
// "5.5s". A type of its own, because toml reads a bare 45 into a time.Duration
// as 45 nanoseconds.
type Duration time.Duration

// UnmarshalTOML accepts a string that [time.ParseDuration] understands. For any
// other value the error says what is wanted, `want a duration like "45s"`.
func (d *Duration) UnmarshalTOML(value any) error {
	text, ok := value.(string)
	if !ok {
		return errors.New(wrong(describe(value), wantDuration("45s")))
	}
	length, err := time.ParseDuration(text)
	if err != nil {
		return errors.New(wrong(describe(value), wantDuration("45s")))
	}
	*d = Duration(length)
	return nil
}

// Phases returns the phases of the chosen pattern.
func (b Breath) Phases() Phases {
	return b.Patterns[b.Pattern]
}

// Named returns the phases of the pattern called name. The error for a name
// that is none names the nearest pattern, or all of them if none is near.
func (b Breath) Named(name string) (Phases, error) {
	phases, ok := b.Patterns[name]
	if !ok {
		return Phases{}, errors.New(noBreathPattern(name, b.names()))
	}
	return phases, nil
}

// names returns the names of the patterns in alphabetical order.
func (b Breath) names() []string {
	return slices.Sorted(maps.Keys(b.Patterns))
}

// quote makes what someone wrote safe to print: short, and with every control
// character escaped.
func quote(text string) string {
	return strconv.Quote(cut(text, quoted))
}
