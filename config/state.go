package config

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"
	"github.com/adrg/xdg"
	"github.com/gofrs/flock"

	"catcow/content"
	"catcow/decode"
	"catcow/file"
)

// State is what the program remembers between two starts and nobody edits. It
// lives in $XDG_STATE_HOME/catcow/state.toml.
type State struct {
	Routine string         `toml:"routine"` // the id of the routine that was last chosen
	Due     bool           `toml:"due"`     // the safety page is shown again at the next start
	Sound   SoundState     `toml:"sound"`
	Close   *bool          `toml:"close"` // the player is seen from close by; nil as the settings say
	Safety  Acknowledged   `toml:"safety"`
	Asked   Asked          `toml:"asked"`
	Profile ProfileAnswers `toml:"profile"`
	Program Program        `toml:"program"`
}

// Program is the plan over weeks that runs; none if it has no day that it began on.
type Program struct {
	Started string   `toml:"started"` // YYYY-MM-DD
	Regions []string `toml:"regions"` // some of [content.Regions]
	Place   string   `toml:"place"`   // "desk", "floor", "wall" or "" for any
}

// SoundState is what was changed about the sound during sessions. What is nil
// was never changed and follows the settings.
type SoundState struct {
	Muted  bool     `toml:"muted"`
	Volume *float64 `toml:"volume"` // over everything, 0 to 1
	Voice  *bool    `toml:"voice"`  // whether the voice is on
	Breath *bool    `toml:"breath"` // whether the breath has a tone
	Chimes bool     `toml:"chimes"` // what they mean was heard

	// Paces is how many words a minute each voice really speaks, by what tells it
	// from every other.
	Paces map[string]float64 `toml:"paces,omitempty"`
	// Voiced is which of them spoke latest: plans are made for it.
	Voiced string `toml:"voiced"`
}

// The paces that a voice may have, and how many voices are remembered.
const (
	leastPace  = 20
	mostPace   = 600
	mostVoices = 20
)

// Acknowledged is which safety page was read, and when.
type Acknowledged struct {
	Version string `toml:"version"` // of the text; empty if none was read
	Date    string `toml:"date"`    // YYYY-MM-DD
}

// Asked is when questions were last offered, answered or not. The zero time is
// never.
type Asked struct {
	Weekly time.Time `toml:"weekly,omitempty"` // the three questions of the week
	Where  time.Time `toml:"where,omitempty"`  // where it hurts
}

// IsDue reports whether it is a week since a question was last offered. An instant that is
// still to come was written while the clock was ahead, and says nothing.
func IsDue(asked, now time.Time) bool {
	const week = 7 * 24 * time.Hour
	return now.Sub(asked) >= week || asked.After(now)
}

// LoadState returns what is remembered: the empty state if there is none or if it
// cannot be read, since forgetting is no reason not to start. The error then says
// why. A damaged file is moved aside, so that it is told only once.
func LoadState() (State, error) {
	s, isDamaged, err := readState()
	if !isDamaged {
		return s, err
	}
	unlock, locked := lock()
	if locked != nil {
		return s, err
	}
	defer unlock()
	return freshState()
}

// UpdateState changes what is remembered: each change gets it as it is now, one
// after the other, and what the last leaves there is written. It may be called
// from any goroutine, and by several programs at once: what another has written
// is kept, but for what the changes are about. A change must not call this
// itself. The file changes as a whole: a program that is killed here leaves the
// old state behind. It waits for two seconds at most.
//
// An error says that nothing was written, or that a damaged file was found and
// moved aside first.
func UpdateState(changes ...func(*State)) error {
	path := statePath()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return noFolder(filepath.Dir(path), err)
	}
	unlock, err := lock()
	if err != nil {
		return notWritten(path, err)
	}
	defer unlock()
	s, found := freshState()
	if _, err := os.Lstat(path); found != nil && err == nil {
		return found // it may be good; it is only that it cannot be read now
	}
	for _, change := range changes {
		change(&s)
	}
	s.tidy()
	text, err := toml.Marshal(s)
	if err == nil {
		err = file.Replace(path, text)
	}
	if err != nil {
		return notWritten(path, err)
	}
	return found
}

// freshState reads the state under the lock. What is damaged beyond reading is
// moved out of the way.
func freshState() (State, error) {
	s, isDamaged, err := readState()
	if isDamaged {
		aside := statePath() + ".damaged"
		if moved := os.Rename(statePath(), aside); moved != nil {
			return s, fmt.Errorf("%w; what was remembered is forgotten, move the file away: %w", err, decode.Cause(moved))
		}
		return s, fmt.Errorf("%w; what was remembered is forgotten, the file is kept as %s", err, filepath.Base(aside))
	}
	return s, err
}

// readState reads the state, and tells a file that will never be read, however
// often it is tried, from one that cannot be read now.
func readState() (s State, isDamaged bool, err error) {
	path := statePath()
	b, err := readFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return State{}, false, nil
	}
	if err != nil {
		_, isLarge := errors.AsType[decode.SizeError](err)
		return State{}, isLarge || errors.Is(err, decode.ErrNotFile), unreadable(path, err)
	}
	text, err := decode.Text(b)
	if encoding, ok := errors.AsType[decode.EncodingError](err); ok {
		return State{}, true, decode.Problem{File: path, Line: encoding.Line, Text: damaged}
	}
	if doc := decode.Parse(path, text); doc.Keys == nil {
		return State{}, true, decode.Problem{File: path, Line: doc.Problems[0].Line, Text: damaged}
	}
	if _, err := toml.Decode(text, &s); err != nil {
		return State{}, true, decode.Problem{File: path, Text: damaged}
	}
	s.tidy()
	return s, false, nil
}

// isPlain reports whether all of a text can be seen.
func isPlain(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) })
}

func (s *SoundState) tidy() {
	if v := s.Volume; v != nil && (math.IsNaN(*v) || *v < 0 || *v > 1) {
		s.Volume = nil
	}
	maps.DeleteFunc(s.Paces, func(voice string, pace float64) bool {
		return !isPlain(voice) || !(pace >= leastPace && pace <= mostPace)
	})
	if n := len(s.Paces); n == 0 || n > mostVoices {
		s.Paces = nil
	}
	if !isPlain(s.Voiced) {
		s.Voiced = ""
	}
}

// tidy drops what is not as it should be, and only that. An acknowledgement
// without its date is none.
func (s *State) tidy() {
	if !isPlain(s.Routine) {
		s.Routine = ""
	}
	s.Sound.tidy()
	if _, err := time.Parse(time.DateOnly, s.Safety.Date); err != nil || !isPlain(s.Safety.Version) {
		s.Safety = Acknowledged{}
	}
	s.Profile.tidy()
	known := len(knownOf(s.Program.Regions, content.Regions())) == len(s.Program.Regions)
	if _, err := time.Parse(time.DateOnly, s.Program.Started); err != nil || !known ||
		!slices.Contains([]string{"", "desk", "floor", "wall"}, s.Program.Place) {
		s.Program = Program{}
	}
}

func statePath() string { return filepath.Join(xdg.StateHome, app, "state.toml") }

// patience is how long others may keep us waiting.
const (
	patience = 2 * time.Second
	pause    = 5 * time.Millisecond
)

// lock keeps everyone else from changing the state until unlock is called: other
// programs and other goroutines alike. It ends with the program, however that
// ends. Where the file system knows no locks there is none. The state's own file
// is replaced by every change, so another is locked.
func lock() (unlock func(), err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	l := flock.New(filepath.Join(xdg.StateHome, app, "state.lock"), flock.SetPermissions(0o600))
	_, err = l.TryLockContext(ctx, pause)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, errors.New("another catcow is busy with it; try again")
	}
	if _, notMade := errors.AsType[*fs.PathError](err); notMade {
		return nil, err
	}
	return func() { _ = l.Close() }, nil
}
