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
//
// A field with a key is a setting, and is declared here alone: how a file and a
// variable are read, and what is said of a wrong value, follows from its type and
// its tags. They are, beside the key,
//
//	range     the least and the most of a number or a duration
//	like      a duration, as an example
//	one       the words of which a text is one
//	is        what another text is
//	path      what a path leads to; ~ is the home folder
//	argument  what a text is that is handed to a program
//	any       the vocabulary from which the words of a list are
//	list      a list of names, as an example
//	program   a program and its arguments, as an example
//	needed    a list that may not be empty
//
// Its default is in config.toml, beside the comment that explains it.
type Config struct {
	Session Session `toml:"session"`
	Breath  Breath  `toml:"breath"`
	Voice   Voice   `toml:"voice"`
	Chime   Chime   `toml:"chime"`
	Screen  Screen  `toml:"screen"`
	Figure  Figure  `toml:"figure"`
	Profile Profile `toml:"profile"`
	Goal    Goal    `toml:"goal"`
	Content Content `toml:"content"`
	History History `toml:"history"`
	Hooks   Hooks   `toml:"hooks"`
}

// Session is how a session goes.
type Session struct {
	Level     Level         `toml:"level" range:"0 to 1"` // the point in the range of a dose
	FirstSide string        `toml:"first_side" one:"right left"`
	Words     string        `toml:"words" one:"auto full brief"`        // how much of the way into a pose is told
	Pace      int           `toml:"pace" range:"80 to 240"`             // words a minute at which steps are given
	Moment    time.Duration `toml:"moment" range:"0s to 30s" like:"3s"` // to do a step after it was said
	Advance   string        `toml:"advance" one:"auto manual"`          // manual: every stage waits for a key
	CheckIn   bool          `toml:"check_in"`                           // asks how much it hurts, before a session and after it
}

// Level is the point in the range of a dose: one for all poses, or for each pose
// its own, found as it goes.
type Level struct {
	Auto  bool
	Value float64 // 0 if Auto
}

// Breath is how the breath is paced.
type Breath struct {
	Pattern  string            `toml:"pattern" is:"the name of a pattern"` // of one of the Patterns
	Patterns map[string]Phases `toml:"patterns"`                           // the built-in ones and the user's own, by name
}

// Phases is one breath pattern.
type Phases struct {
	In  time.Duration `toml:"in" range:"2s to 12s in tenths of a second" like:"5.5s"`
	Out time.Duration `toml:"out" range:"2s to 12s in tenths of a second" like:"5.5s"`
}

// Voice is what is said aloud, and by whom.
type Voice struct {
	Say     string   `toml:"say" one:"all names none"`
	Engine  string   `toml:"engine" one:"auto command piper say rhvoice powershell spd-say espeak-ng none"`
	Command []string `toml:"command" program:"espeak-ng --stdin"`        // speaks what it reads; empty for none
	Piper   []string `toml:"piper" program:"piper" needed:"true"`        // how piper is called
	Model   string   `toml:"model" path:"the path of a voice for piper"` // empty for none
	Name    string   `toml:"name" argument:"the name of a voice"`        // one of the engine's; empty for its own choice
	Rate    int      `toml:"rate" range:"80 to 240"`                     // words a minute
	Volume  float64  `toml:"volume" range:"0 to 1"`
	Seconds bool     `toml:"seconds"` // counts the last three seconds
}

// Chime is the sounds that are not words.
type Chime struct {
	GetReady     bool    `toml:"get_ready"` // the next pose is coming
	Start        bool    `toml:"start"`     // a hold begins
	Switch       bool    `toml:"switch"`    // the other side
	Halfway      bool    `toml:"halfway"`   // the middle of a hold of a minute or more
	End          bool    `toml:"end"`       // a hold is over
	AllDone      bool    `toml:"all_done"`  // the session is over
	Volume       float64 `toml:"volume" range:"0 to 1"`
	Breath       bool    `toml:"breath"` // a tone that rises and falls with the breath
	BreathVolume float64 `toml:"breath_volume" range:"0 to 1"`
}

// Screen is how it looks.
type Screen struct {
	Theme  string `toml:"theme" one:"auto light dark contrast"`
	Glyphs string `toml:"glyphs" one:"auto unicode ascii"`
	Motion string `toml:"motion" one:"auto full reduced"`
	Plain  bool   `toml:"plain"` // line by line, with nothing drawn
	Flash  bool   `toml:"flash"` // flashes at changes
	Awake  bool   `toml:"awake"` // keeps the display from sleeping while a session plays
	Close  bool   `toml:"close"` // sessions are seen from close by, not from the mat
}

// Figure is how the moving figure is drawn.
type Figure struct {
	Mode   string `toml:"mode" one:"auto kitty sixel quad half sextant octant ansi16 braille ascii none"`
	Pixels string `toml:"pixels" one:"auto always never"`
}

// Profile is what a person has said about themselves.
type Profile struct {
	Avoid   []string `toml:"avoid" any:"conditions"` // by their ids
	Set     bool     // Avoid was given by the settings, and counts more than what was said on the screen
	Regions []string `toml:"regions" any:"regions"` // where it hurts
	Props   []string `toml:"props" any:"props"`     // what is at hand
}

// Goal is what to aim at in a week.
type Goal struct {
	Sessions int `toml:"sessions" range:"1 to 14"`
	Minutes  int `toml:"minutes" range:"5 to 1000"`
}

// Content is what there is to choose from.
type Content struct {
	Hide []string `toml:"hide" list:"restorative cobra"` // poses and routines, by their ids; whoever has those checks them
	// HideAt is where Hide was set, for what is found wrong with it.
	HideAt decode.Problem
}

// History is what becomes of the log.
type History struct {
	Sync string `toml:"sync" path:"the path of a folder"` // the folder in which machines come together; "" for none
}

// Hooks is a program and its arguments each, empty for none.
type Hooks struct {
	Start []string `toml:"start" program:"/home/me/bin/lights off"` // when a session starts
	Stage []string `toml:"stage" program:"/home/me/bin/lights off"` // after a stage of it
	End   []string `toml:"end" program:"/home/me/bin/lights off"`   // when it ends
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
