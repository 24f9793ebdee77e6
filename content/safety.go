package content

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

//go:embed safety.toml
var safetyText string

// Safety is every word about health that does not belong to one pose: the page
// that is read and acknowledged before the first session, and what is said when
// something hurts.
type Safety struct {
	// Version changes when any word of the page does: an acknowledgement is
	// remembered by it. It does not change with the date or the sources.
	Version  string    `toml:"-"`
	Reviewed time.Time // the day, at midnight
	Title    string
	Is       Notice // what catcow is
	IsNot    Notice `toml:"is-not"`
	// Emergency and Urgent are the signs that need a person, not a program. The
	// facts are those of the NHS.
	Emergency, Urgent Notice
	Before            Notice // who should ask a doctor first
	During            Notice // the rules while moving
	Credit            string // whose facts the signs are, for below them

	Legs     Notice // when a leg hurts further down, or is newly numb or weak
	EaseOff  Saying `toml:"ease-off"` // for a rating above 5 of 10 (NHS Inform)
	Rose     Saying // for a rating after that is 3 or more above the one before
	NoChange Notice `toml:"no-change"` // after four weeks without a meaningful change (Ostelo 2008)
	Scale    Scale  // of every rating of pain
	PEG      PEG
	Sources  []Source `toml:"-"`
}

// Notice is a few lines under a title. Call says whom to ask; it may be empty.
type Notice struct {
	Title  string
	Lines  []string
	Call   string
	Source []string // ids, as all sources of the parts
}

// Saying is a line that is said at its moment.
type Saying struct {
	Line   string
	Source []string
}

// Scale is what the ends of a rating mean.
type Scale struct {
	Low  string // 0
	High string // 10
}

// PEG is three questions about the past week, each rated 0 to 10: average pain,
// and how much it interfered with enjoyment of life and with general activity
// (Krebs and others, 2009). Its score is the mean of the three.
type PEG struct {
	Lead      string
	Questions []Question `toml:"question"`
	Source    []string
}

// Question is one of the PEG.
type Question struct {
	ID  string // pain, enjoyment or activity
	Ask string
	Scale
}

// SafetyPage reads the safety page that comes with the program.
func SafetyPage() Safety {
	s, _ := readSafety(safetyText) // it comes with the program, so what could be wrong is seen by its tests
	return s
}

// readSafety reads the safety page. Its error names a key or a source that is not known.
func readSafety(text string) (Safety, error) {
	var s Safety
	meta, err := toml.Decode(text, &s)
	if err != nil {
		return s, err
	}
	for _, key := range meta.Undecoded() {
		err = errors.Join(err, fmt.Errorf("unknown key %q", key))
	}
	known := map[string]Source{}
	for _, f := range Builtin().files("sources.toml") {
		f.readSources(known)
	}
	for _, id := range s.sourceIDs() {
		source, ok := known[id]
		if !ok {
			err = errors.Join(err, fmt.Errorf("no source %q", id))
		}
		if !slices.Contains(s.Sources, source) {
			s.Sources = append(s.Sources, source)
		}
	}
	s.Version = s.version()
	return s, err
}

// sourceIDs is what the page rests on in the order it names them, and what its
// conditions rest on after that.
func (s Safety) sourceIDs() []string {
	var ids []string
	for _, n := range append(s.Sections(), s.Legs) {
		ids = append(ids, n.Source...)
	}
	ids = slices.Concat(ids, s.EaseOff.Source, s.Rose.Source, s.NoChange.Source, s.PEG.Source)
	for _, c := range Conditions() {
		ids = append(ids, c.Source...)
	}
	return ids
}

// Sections is the page in the order it is read: each a title, lines, and whom
// to call.
func (s Safety) Sections() []Notice {
	return []Notice{s.Is, s.IsNot, s.Emergency, s.Urgent, s.Before, s.During}
}

// ForLegs is what is read when a leg hurts further down, or is newly numb or
// weak: to stop, the signs that need help now, and those that need it soon.
func (s Safety) ForLegs() []Notice {
	return []Notice{s.Legs, s.Emergency, s.Urgent}
}

// version is a short hash of all that is read and acknowledged.
func (s Safety) version() string {
	words := []string{s.Title, s.Credit}
	for _, n := range s.Sections() {
		words = append(words, n.Title, n.Call)
		words = append(words, n.Lines...)
	}
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return hex.EncodeToString(sum[:6])
}
