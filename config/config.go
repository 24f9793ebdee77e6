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
	"time"

	"catcow/decode"
)

// Config is all that a person can set. A Config from [Decode] or [Load] is
// complete and within its ranges.
type Config struct {
	Session Session
	Breath  Breath
	Voice   Voice
	Chime   Chime
	Screen  Screen
	Figure  Figure
	Profile Profile
	Goal    Goal
	Content Content
	History History
	Hooks   Hooks
}

// Session is the table [session]: how a session goes.
type Session struct {
	Level     Level         // the point in the range of a dose
	FirstSide string        // "right" or "left"
	Words     string        // "full", "brief" or "auto": how much of the way into a pose is told
	Pace      int           // words a minute at which steps are given, 80 to 240
	Moment    time.Duration // time to do a step after it was said, 0 s to 30 s
	Advance   string        // "auto", or "manual": every stage waits for a key
	CheckIn   bool          // asks how much it hurts, before a session and after it
}

// Level is the point in the range of a dose: one for all poses, or for each pose
// its own, found as it goes.
type Level struct {
	Auto  bool
	Value float64 // 0 to 1; 0 if Auto
}

// Breath is the table [breath]: how the breath is paced.
type Breath struct {
	Pattern  string            // the name of one of the Patterns
	Patterns map[string]Phases // the built-in ones and the user's own, by name
}

// Phases is one breath pattern. Each phase is 2 s to 12 s long, in tenths of a
// second.
type Phases struct {
	In, Out time.Duration
}

// Voice is the table [voice]: what is said aloud, and by whom.
type Voice struct {
	Say     string   // "all", "names" or "none"
	Engine  string   // "auto", "command", "piper", "say", "rhvoice", "powershell", "spd-say", "espeak-ng" or "none"
	Command []string // a program and its arguments; it speaks what it reads; empty for none
	Piper   []string // how piper is called, the program first; never empty
	Model   string   // the path of a voice for piper, the home folder written out; empty for none
	Name    string   // one of the engine's voices; empty for its own choice
	Rate    int      // words a minute, 80 to 240
	Volume  float64  // 0 to 1
	Seconds bool     // counts the last three seconds
}

// Chime is the table [chime]: the sounds that are not words.
type Chime struct {
	GetReady     bool    // the next pose is coming
	Start        bool    // a hold begins
	Switch       bool    // the other side
	Halfway      bool    // the middle of a hold of a minute or more
	End          bool    // a hold is over
	AllDone      bool    // the session is over
	Volume       float64 // 0 to 1
	Breath       bool    // a tone that rises and falls with the breath
	BreathVolume float64 // 0 to 1
}

// Screen is the table [screen]: how it looks.
type Screen struct {
	Theme  string // "auto", "light", "dark" or "contrast"
	Glyphs string // "auto", "unicode" or "ascii"
	Motion string // "auto", "full" or "reduced"
	Plain  bool   // line by line, with nothing drawn
	Flash  bool   // flashes at changes
	Awake  bool   // keeps the display from sleeping while a session plays
	Close  bool   // sessions are seen from close by, not from the mat
}

// Figure is the table [figure]: how the moving figure is drawn.
type Figure struct {
	Mode   string // "auto", "kitty", "sixel", "quad", "half", "sextant", "octant", "ansi16", "braille", "ascii" or "none"
	Pixels string // "auto", "always" or "never"
}

// Profile is the table [profile]: what a person has said about themselves.
type Profile struct {
	Avoid   []string // some of [content.Conditions], by their ids
	Set     bool     // Avoid was given by the settings, and counts more than what was said on the screen
	Regions []string // some of [content.Regions]: where it hurts
	Props   []string // some of [content.Props]: what is at hand
}

// Goal is the table [goal]: what to aim at in a week.
type Goal struct {
	Sessions int // a week, 1 to 14
	Minutes  int // a week, 5 to 1000
}

// Content is the table [content]: what there is to choose from.
type Content struct {
	Hide []string // poses and routines, by their ids; whoever has those checks them
	// HideAt is where Hide was set, for what is found wrong with it.
	HideAt decode.Problem
}

// History is the table [history]: what becomes of the log.
type History struct {
	Sync string // the folder in which machines come together; "" for none
}

// Hooks is the table [hooks]: a program and its arguments each, empty for none.
type Hooks struct {
	Start []string // when a session starts
	Stage []string // after a stage of it
	End   []string // when it ends
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
		return Phases{}, errors.New(noPattern("breath pattern", name, b.names()))
	}
	return phases, nil
}

// names returns the names of the patterns in alphabetical order.
func (b Breath) names() []string {
	return slices.Sorted(maps.Keys(b.Patterns))
}
