package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

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

// farthest is how many lines of remarks may stand between a name and its dose.
const farthest = 12

// Read reads a sheet in any encoding. The library has the poses that are known.
// An error says that it is no text.
func Read(b []byte, lib *content.Library) (Sheet, error) {
	text, err := decodeText(b)
	if err != nil {
		return Sheet{}, err
	}
	r := newReader(lib)
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
		r.settle(&r.lines[i])
	}
	return Sheet{r.lines}, nil
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
		case above.Status != "" || above.name == "" || above.dosage == "" && isTopic(above.Text):
			l.Status, l.Why = Unread, "there is no exercise above it"
			return
		}
		dosage := strings.TrimSpace(above.dosage + ", " + l.dosage)
		if _, err := content.ParseDose(dosage); err != nil {
			break
		}
		above.dosage = dosage
		above.remarks = append(above.remarks, l.remarks...)
		l.Status, l.Why = Remark, fmt.Sprintf("the dose of line %d", above.N)
		return
	}
	l.Status, l.Why = Unread, "there is no exercise above it"
}

// settle decides what a line is, when those around it are known.
func (r *reader) settle(l *Line) {
	if l.Status != "" {
		return
	}
	pose, known := r.poses.find(l.name)
	switch {
	case l.dosage == "" && !known:
		r.settleWords(l)
		return
	case l.dosage == "":
		l.Status, l.Pose, l.Dose = Exercise, pose, pose.Dose
		l.Why = "it has no dose; this is the pose's own"
		return
	}
	if !known && isTopic(l.name) {
		l.Status = Remark
		return
	}
	dose, err := content.ParseDose(l.dosage)
	if err != nil && known && strings.Contains(err.Error(), "each of what") {
		if withSide, again := content.ParseDose(l.dosage + " side"); again == nil && pose.Sides != content.NoSides {
			dose, err = withSide, nil
		}
	}
	if err != nil {
		l.Status, l.Why = Unread, err.Error()
		return
	}
	if isAlternating := slices.ContainsFunc(wordsOf(l.name+" "+strings.Join(l.remarks, " ")), func(w string) bool {
		return w == "alt" || strings.HasPrefix(w, "alternat")
	}); isAlternating && dose.Sides == content.Once && (!known || pose.Sides != content.NoSides) {
		dose.Sides = content.Alternating
	}
	if l.isBoth && dose.Sides == content.Once && (!known || pose.Sides == content.NoSides) {
		l.Status, l.Why = Unread, `it is for both sides, at once or one after the other; want "each side" for the second`
		return
	}
	l.Status, l.Pose, l.Own, l.Dose = Exercise, pose, !known, dose
	if !known {
		l.Pose, l.Dose = r.ownPose(*l, dose)
		if _, there := r.whys[l.name]; !there {
			r.whys[l.name] = r.poses.nearest(l.name)
		}
		l.Why = r.whys[l.name]
		return
	}
	r.fitSides(l)
}

// isRemark reports whether a line without a dose tells about an exercise.
func (r *reader) isRemark(l Line) bool {
	if _, known := r.poses.find(l.name); known {
		return false
	}
	r.settleWords(&l)
	return l.Status == Remark
}

// settleWords decides what words without a dose are.
func (r *reader) settleWords(l *Line) {
	switch words := len(wordsOf(l.Text)); {
	case l.isAside:
		l.Status = Remark
	case isHeading(*l):
		l.Status = Heading
	case words > 1 && !l.listed && !strings.ContainsFunc(l.Text, unicode.IsDigit) && slices.Contains([]string{"repeat", "relax", "keep", "breathe", "return", "remember", "avoid", "stop", "don", "switch"}, wordsOf(l.Text)[0]):
		l.Status = Remark
	case words > 7 || strings.HasSuffix(l.Text, "."):
		l.Status = Remark
	default:
		l.Status, l.Why = Unread, `it says no dose; want one such as "10 reps" or "30s x3"`
	}
}

// fitSides makes the sides of a dose those of a known pose. A sheet may leave
// out what goes without saying, but it must not say something else.
func (r *reader) fitSides(l *Line) {
	said := l.Dose.Sides
	switch l.Pose.Sides {
	case content.EachOfTwo:
		l.Dose.Sides = content.EachSide
		if said == content.Once {
			l.Why = "each side, since the pose has two"
		}
		if said == content.Alternating {
			l.Why = "one side after the other, as the pose is done"
		}
	case content.AlternateSides:
		if said == content.Once || said == content.EachSide {
			l.Dose.Sides = content.EachLeg
		}
		if said == content.Once {
			l.Why = "each leg, since the pose has two sides"
		}
	case content.NoSides:
		if said != content.Once {
			l.Status, l.Why = Unread, fmt.Sprintf("%s has no sides; want no %q", l.Pose.Name, said)
		}
	}
}

// ownPose is what becomes a pose of the user's own.
func (r *reader) ownPose(l Line, dose content.Dose) (content.Pose, content.Dose) {
	p := content.Pose{Name: shortName(l.name), Sides: content.NoSides}
	switch dose.Sides {
	case content.EachSide, content.EachLeg:
		p.Sides, dose.Sides = content.EachOfTwo, content.EachSide
	case content.Alternating:
		p.Sides = content.AlternateSides
	case content.Once:
	}
	p.Dose = dose
	p.ID = r.newID(p)
	return p, dose
}

// newID is the id of a pose of the user's own: the one of the same name and
// sides in this sheet, or one that nobody has.
func (r *reader) newID(p content.Pose) string {
	base := ID(p.Name)
	for n := 1; ; n++ {
		id := base
		if n > 1 {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		first, here := r.own[id]
		if here && first.Name == p.Name && first.Sides == p.Sides {
			return id
		}
		if !here && !r.poses.has(id) {
			r.own[id] = p
			return id
		}
	}
}
