package sheet

import (
	"fmt"
	"slices"
	"strings"

	"catcow/content"
)

// Status says what a line is taken for.
type Status string

// What a line can be.
const (
	Exercise Status = "exercise"
	Heading  Status = "heading"
	Remark   Status = "remark"
	Unread   Status = "unread"
)

// Line is a line of a sheet that is not blank.
type Line struct {
	N       int    // from 1
	Text    string // as it stands there
	Status  Status
	Pose    content.Pose // of an exercise; one of the user's own has no steps yet
	Own     bool         // the pose is not known and becomes the user's own
	Dose    content.Dose
	Remarks []string // the words beside the dose
	Why     string   // why it is unread, or what is to be known about it

	text       string // what is read of it
	name       string
	dosage     string // the words of its dose, as they stand there
	listed     bool   // it has a bullet or a number before it
	isBoth     bool   // it is for both sides, at once or one after the other
	isOneSided bool   // it is for the left or the right side
	isAside    bool   // it tells how often, or how long to rest
	total      int    // the number of both sides together, where it says one
}

// Sheet is what was understood of a sheet.
type Sheet struct {
	Lines []Line

	taken map[string]bool // the ids of the routines that come with catcow
}

// Exercises is the lines that are exercises.
func (s Sheet) Exercises() []Line { return s.linesOf(Exercise) }

func (s Sheet) linesOf(status Status) []Line {
	return slices.DeleteFunc(slices.Clone(s.Lines), func(l Line) bool { return l.Status != status })
}

// IsLikely reports whether a text is a sheet, and no other text with the name of a
// pose in it: there is an exercise with its dose, or more than one.
func (s Sheet) IsLikely() bool {
	all := s.Exercises()
	return len(all) > 1 || len(all) == 1 && all[0].dosage != ""
}

// mostLines is the most lines of a sheet: what is longer was meant for something
// else.
const mostLines = 2000

// Read reads a sheet in any encoding. The library has the poses that are known.
// An error says that it is no text.
func Read(b []byte, lib *content.Library) (Sheet, error) { return newGrammar(lib).read(b) }

func (g *grammar) read(b []byte) (Sheet, error) {
	text, err := decodeText(b)
	if err != nil {
		return Sheet{}, err
	}
	if n := strings.Count(text, "\n"); n > mostLines {
		return Sheet{}, fmt.Errorf("has %d lines; want at most %d, an exercise each", n, mostLines)
	}
	return Sheet{newReader(g).read(text), g.taken}, nil
}

// read reads the text of a sheet.
func (r *reader) read(text string) []Line {
	n := 0
	for raw := range strings.Lines(text) {
		n++
		if strings.TrimSpace(raw) == "" {
			continue
		}
		l := r.readLine(raw)
		l.N = n
		r.lines = append(r.lines, l)
		r.joinDose(len(r.lines) - 1)
	}
	for i := range r.lines {
		r.classify(&r.lines[i])
		r.checkRemarks(&r.lines[i])
		r.checkShared(&r.lines[i])
		if i > 0 {
			r.checkBelow(&r.lines[i-1], &r.lines[i])
		}
		r.classifyAvoided(&r.lines[i])
	}
	r.findTitle()
	return r.lines
}
