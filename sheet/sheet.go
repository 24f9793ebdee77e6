package sheet

import (
	"fmt"
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
	N      int // from 1
	Text   string
	Status Status
	Pose   content.Pose // of an exercise; one of the user's own has no steps yet
	Own    bool         // the pose is not known and becomes the user's own
	Dose   content.Dose
	Why    string // why it is unread, or what is to be known about it

	name    string
	dosage  string // the words of its dose, as they stand there
	remarks []string
	listed  bool // it has a bullet or a number before it
	isBoth  bool // it is for both sides, at once or one after the other
	isAside bool // it tells how often, or how long to rest
	isTotal bool // its number is of both sides together
}

// Sheet is what was understood of a sheet.
type Sheet struct {
	Lines []Line
}

// Exercises is the lines that are exercises.
func (s Sheet) Exercises() []Line {
	var all []Line
	for _, l := range s.Lines {
		if l.Status == Exercise {
			all = append(all, l)
		}
	}
	return all
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

// farthest is how many lines of remarks may stand between a name and its dose.
const farthest = 12

// Read reads a sheet in any encoding. The library has the poses that are known.
// An error says that it is no text.
func Read(b []byte, lib *content.Library) (Sheet, error) {
	return newReader(lib).read(b)
}

func (r *reader) read(b []byte) (Sheet, error) {
	text, err := decodeText(b)
	if err != nil {
		return Sheet{}, err
	}
	if n := strings.Count(text, "\n"); n > mostLines {
		return Sheet{}, fmt.Errorf("has %d lines; want at most %d, an exercise each", n, mostLines)
	}
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
		r.classifyAvoided(&r.lines[i])
	}
	r.findTitle()
	return Sheet{r.lines}, nil
}

// joined is a dose with more of it from another line, which may want more still: the
// sets and the sides may come first.
func joined(dosage, more string) (string, bool) {
	all := strings.TrimSpace(dosage + ", " + more)
	if isCountedTwice(dosage, more) {
		return all, false
	}
	for _, rest := range []string{"", ", 10 reps", ", 10 s"} {
		if isDose(all + rest) {
			return all, true
		}
	}
	return all, false
}

// isCountedTwice reports whether a hold that has its times gets more of them, which
// are not called sets.
func isCountedTwice(dosage, more string) bool {
	d, err := content.ParseDose(dosage)
	return err == nil && d.Unit != content.Reps && d.Count.To > 1 && hasNumber(more) && !strings.Contains(strings.ToLower(more), "set")
}

// joinDose gives a line that is nothing but a dose to the exercise above it.
func (r *reader) joinDose(at int) {
	l := &r.lines[at]
	if l.Status != "" || l.name != "" || l.dosage == "" {
		return
	}
	for i := at - 1; i >= max(0, at-farthest); i-- {
		above := &r.lines[i]
		switch {
		case above.Status == Remark, above.dosage == "" && r.isRemark(*above):
			continue
		case above.Status != "" || above.name == "" || above.dosage == "" && isPart(above.Text):
			l.unread("there is no exercise above it")
			return
		}
		dosage, ok := joined(above.dosage, l.dosage)
		if !ok {
			break
		}
		above.dosage = dosage
		above.remarks = append(above.remarks, l.remarks...)
		l.Status, l.Why = Remark, fmt.Sprintf("the dose of line %d", above.N)
		return
	}
	l.unread("there is no exercise above it")
}
