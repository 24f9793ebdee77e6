package config

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"
)

// State is what the program remembers between two starts and nobody edits. It
// lives in $XDG_STATE_HOME/catcow/state.toml.
type State struct {
	Routine string       `toml:"routine"` // the id of the routine that was last chosen
	Due     bool         `toml:"due"`     // the safety page is shown again at the next start
	Sound   SoundState   `toml:"sound"`
	Close   bool         `toml:"close"` // the player is seen from close by
	Safety  Acknowledged `toml:"safety"`
	Asked   Asked        `toml:"asked"`
	Profile SaidProfile  `toml:"profile"`
}

// SoundState is what was changed about the sound during sessions. What is nil
// was never changed and follows the settings.
type SoundState struct {
	Muted  bool     `toml:"muted"`
	Volume *float64 `toml:"volume"` // over everything, 0 to 1
	Voice  *bool    `toml:"voice"`  // whether the voice is on
}

// Acknowledged is which safety page was read, and when.
type Acknowledged struct {
	Version string `toml:"version"` // of the text; empty if none was read
	Date    string `toml:"date"`    // YYYY-MM-DD
}

// Asked is when questions were last offered, answered or not. The zero time is
// never.
type Asked struct {
	Weekly  time.Time `toml:"weekly,omitempty"`  // the three questions of the week
	Where   time.Time `toml:"where,omitempty"`   // where it hurts
	Profile time.Time `toml:"profile,omitempty"` // what to avoid
}

// LoadState returns what is remembered: the empty state if there is none or if it
// cannot be read, since forgetting is no reason not to start. The error then says
// why. A damaged file is moved aside, so that it is told only once.
func LoadState() (State, error) {
	s, gone, err := readState()
	if !gone {
		return s, err
	}
	release, locked := lock(lockPath())
	if locked != nil {
		return s, err
	}
	defer release()
	return freshState()
}

// UpdateState changes what is remembered: change gets it as it is now, and what
// it leaves there is written. Only one at a time changes it, in this program and
// in others that run, so nothing that another has written is lost; change must
// not call this itself. The file changes as a whole: a program that is killed
// here leaves the old state behind. It waits for two seconds at most.
//
// An error says that nothing was written, or that a damaged file was found and
// moved aside first.
func UpdateState(change func(*State)) error {
	path := statePath()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return noFolder(filepath.Dir(path), err)
	}
	release, err := lock(lockPath())
	if err != nil {
		return notWritten(path, err)
	}
	defer release()
	s, found := freshState()
	if _, err := os.Lstat(path); found != nil && err == nil {
		return found // it may be good; it is only that it cannot be read now
	}
	change(&s)
	s.tidy()
	var text bytes.Buffer
	if err := toml.NewEncoder(&text).Encode(s); err != nil {
		return notWritten(path, err)
	}
	if err := replace(path, text.Bytes()); err != nil {
		return notWritten(path, err)
	}
	return found
}

// freshState reads the state under the lock. What is damaged beyond reading is
// moved out of the way.
func freshState() (State, error) {
	s, gone, err := readState()
	if gone {
		aside := statePath() + ".damaged"
		if moved := os.Rename(statePath(), aside); moved != nil {
			return s, notMoved(err, moved)
		}
		return s, forgotten(err, aside)
	}
	return s, err
}

// readState reads the state, and tells a file that will never be read, however
// often it is tried, from one that cannot be read now.
func readState() (s State, gone bool, err error) {
	path := statePath()
	text, wrong := readFile(path)
	if wrong != "" {
		info, err := os.Stat(path)
		return State{}, err == nil && (!info.Mode().IsRegular() || info.Size() > limit), Problem{File: path, Text: wrong}
	}
	if _, fault := parse(text, &s); fault != nil {
		return State{}, true, Problem{File: path, Line: fault.line, Text: damaged}
	}
	s.tidy()
	return s, false, nil
}

// tidy drops what is not as it should be, and only that. An acknowledgement
// without its date is none.
func (s *State) tidy() {
	if plain(s.Routine) != s.Routine {
		s.Routine = ""
	}
	if v := s.Sound.Volume; v != nil && (math.IsNaN(*v) || *v < 0 || *v > 1) {
		s.Sound.Volume = nil
	}
	if _, err := time.Parse(time.DateOnly, s.Safety.Date); err != nil || plain(s.Safety.Version) != s.Safety.Version {
		s.Safety = Acknowledged{}
	}
	s.Profile.tidy()
}

func statePath() string { return filepath.Join(xdg.StateHome, app, "state.toml") }

// lockPath is a file of its own: the state's is replaced by every change.
func lockPath() string { return filepath.Join(xdg.StateHome, app, "state.lock") }
