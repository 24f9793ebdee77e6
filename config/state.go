package config

import (
	"bytes"
	"errors"
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
	Profile time.Time `toml:"profile,omitempty"` // what to avoid
}

// SaidProfile is what a person said about themselves on the screen.
type SaidProfile struct {
	Avoid []string `toml:"avoid"` // some of [Conditions]
	Set   bool     `toml:"set"`   // the question was answered, be it with nothing to avoid
}

// LoadState returns the remembered state, the empty one if there is none or if
// it cannot be read: forgetting is no reason not to start.
func LoadState() State {
	text, wrong := readFile(statePath())
	if wrong != "" {
		return State{}
	}
	var s State
	if _, fault := parse(text, &s); fault != nil || s.Routine != plain(s.Routine) {
		return State{}
	}
	return s
}

// Save remembers the state for the next start. The file changes as a whole: a
// program that is killed here leaves the old state behind.
func (s State) Save() error {
	path := statePath()
	var text bytes.Buffer
	if err := toml.NewEncoder(&text).Encode(s); err != nil {
		return notWritten(path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return noFolder(filepath.Dir(path), err)
	}
	if err := replace(path, text.Bytes()); err != nil {
		return notWritten(path, err)
	}
	return nil
}

func statePath() string {
	return filepath.Join(xdg.StateHome, app, "state.toml")
}

// replace writes a file beside the one at path and renames it over it.
func replace(path string, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), "state-*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}
