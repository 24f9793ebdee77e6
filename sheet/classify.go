package sheet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"catcow/content"
)

// classify decides what a line is, when those around it are known.
func (r *reader) classify(l *Line) {
	pose, known := r.find(l)
	switch {
	case l.Status != "":
	case l.dosage == "" && !known:
		r.classifyWords(l)
	case l.isOneSided, l.dosage == "" && pose.Sides != content.NoSides && r.isForOneSide(l.text):
		l.unread(oneSideText)
	case l.dosage == "":
		l.Status, l.Pose, l.Dose = Exercise, pose, pose.Dose
		l.Why = "it has no dose; this is the pose's own"
	case !known && isOfSheet(*l):
		l.Status = Remark
	default:
		r.classifyDosed(l, pose, known)
	}
}

// isOfSheet reports whether a line with a number is about the sheet.
func isOfSheet(l Line) bool {
	return isImprint(l.text) || isTopic(l.name) && (!l.listed || isTopic(withoutKind(l.name))) || isTitle(l.name)
}

// isForOneSide reports whether words keep an exercise to one of the sides.
func (r *reader) isForOneSide(text string) bool {
	return r.oneOnly.MatchString(r.oneFirst.ReplaceAllString(text, ""))
}

// find is the pose that a line names, by a name that stands for one side too where
// its dose is for each.
func (r *reader) find(l *Line) (pose content.Pose, known bool) {
	pose, known = r.poses.find(l.name)
	dose, err := content.ParseDose(l.dosage)
	if !known && err == nil && (dose.Sides == content.EachSide || dose.Sides == content.EachLeg) {
		return r.poses.findSided(l.name)
	}
	return pose, known
}

// classifyDosed makes an exercise of a line with a name and a dose.
func (r *reader) classifyDosed(l *Line, pose content.Pose, known bool) {
	hasSides := known && pose.Sides != content.NoSides
	if isCounted(l.name, pose, known) || r.rounds.MatchString(l.dosage) && r.inBreath.MatchString(l.text) {
		l.dosage = r.countBare(r.rounds.ReplaceAllString(l.dosage, "$1 reps"))
	}
	if r.product.MatchString(l.dosage) && isHeld(l.name, pose, known) {
		l.unread(`one of its numbers could be seconds or times; want "30s x3" or "10 reps x3"`)
		return
	}
	dose, err := parseDose(l.dosage, known, hasSides || !known && isOfOneSide(l.name))
	if err != nil {
		l.unread(err.Error())
		return
	}
	if l.total > 0 {
		r.shareTotal(l, pose, dose)
		return
	}
	r.takeDose(l, pose, dose)
}

// takeDose makes an exercise of a line with its dose.
func (r *reader) takeDose(l *Line, pose content.Pose, dose content.Dose) {
	known := pose.ID != ""
	hasSides := known && pose.Sides != content.NoSides
	if dose.Sides == content.Once && (hasSides || !known) {
		dose.Sides = r.sidesIn(*l, known)
	}
	if why := r.unclear(*l, dose, hasSides); why != "" {
		l.unread(why)
		return
	}
	if _, err := content.ParseDose(dose.String()); err != nil { // said in words it may pass a limit
		l.unread(err.Error())
		return
	}
	l.Status, l.Pose, l.Own, l.Dose = Exercise, pose, !known, dose
	if known {
		r.fitSides(l)
	} else {
		l.Pose, l.Dose = r.ownPose(*l, dose)
		l.Why = r.whyOwn(l.name)
	}
	if dose.Sides == content.Alternating {
		r.noteSides(l)
	}
}

// isRepeatOpen reports whether a line says to repeat all of it, and not how often.
func (r *reader) isRepeatOpen(text string, dose content.Dose) bool {
	return r.repeated.MatchString(text) && (isSingle(dose) || r.afresh.MatchString(text))
}

// unclear is what keeps a dose that was read from being taken, if anything.
func (r *reader) unclear(l Line, dose content.Dose, hasSides bool) string {
	isTwoSided := hasSides || dose.Sides != content.Once
	switch {
	case r.isRepeatOpen(l.text, dose):
		return "it says to repeat, and not how often"
	case isTwoSided && r.isForOneSide(l.text):
		return oneSideText
	case r.totalTime.MatchString(l.text) && (isTwoSided || dose.Count.To > 1):
		return "its length is of all sets and sides together; want that of one"
	case !hasSides && dose.Sides == content.Once && l.isBoth:
		return `it is for both sides, at once or one after the other; want "each side" for the second`
	}
	return ""
}

// shareTotal makes an exercise of a line whose number is of both sides together.
func (r *reader) shareTotal(l *Line, pose content.Pose, dose content.Dose) {
	if pose.ID == "" && dose.Sides == content.Once && r.sidesIn(*l, false) == content.Once || pose.ID != "" && pose.Sides == content.NoSides {
		r.takeDose(l, pose, dose) // it has no sides
		return
	}
	if dose.Sides == content.EachSide || dose.Sides == content.EachLeg {
		if e := dose.At(0); e.Sets != 1 || l.total != 2*e.Reps {
			l.unread("its number is in all and for each side; want one of the two")
			return
		}
		r.takeDose(l, pose, dose)
		return
	}
	half, ok := halved(dose)
	if !ok {
		l.unread("half of it for each side is no number of repetitions")
		return
	}
	if r.takeDose(l, pose, half); l.Status == Exercise {
		l.Why = "half of them for each side"
	}
}

// noteSides says how an alternating exercise is counted where the sheet does not:
// its number may be for each side or in all.
func (r *reader) noteSides(l *Line) {
	if l.Status == Exercise && !r.perSide.MatchString(l.text) {
		l.Why = strings.TrimPrefix(l.Why+"; counted for each side", "; ")
	}
}

// sidesIn is the sides that the words about an exercise tell, besides its dose.
func (r *reader) sidesIn(l Line, known bool) content.DoseSides {
	switch {
	case isAlternating(l):
		return content.Alternating
	case known:
	case r.eachLimb.MatchString(strings.Join(l.Remarks, ";")), l.isBoth && isOneSided(r.lying.ReplaceAllString(l.name, "side-lying")):
		return content.EachSide
	}
	return content.Once
}

// countBare gives the unit to a number for each side of what is counted: "10 each
// way". Of more than a few it could be seconds all the same.
func (r *reader) countBare(dosage string) string {
	const few = 20
	m := r.bare.FindStringSubmatch(dosage)
	if m == nil {
		return dosage
	}
	if most, err := strconv.Atoi(cmp.Or(m[2], m[1])); err != nil || most > few {
		return dosage
	}
	if counted := strings.TrimSuffix(m[1]+"-"+m[2], "-") + " reps " + m[3]; isDose(counted) {
		return counted
	}
	return dosage
}

func isDose(text string) bool {
	_, err := content.ParseDose(text)
	return err == nil
}

// isCounted reports whether an exercise is known to be done so many times, not so
// long: by its own dose or, where it is unknown, by its name.
func isCounted(name string, pose content.Pose, known bool) bool {
	if known {
		return pose.Dose.Unit == content.Reps || pose.Sides == content.AlternateSides
	}
	return isMoved(name)
}

// isHeld reports whether an exercise is held so long, by the last word of its name
// before those of where it is done.
func isHeld(name string, pose content.Pose, known bool) bool {
	if known && pose.Dose.Unit == content.Reps {
		return false
	}
	name, _, _ = strings.Cut(name, ",")
	return slices.ContainsFunc([]string{name, pose.Name}, func(n string) bool {
		words := wordsOf(n)
		if at := slices.IndexFunc(words, func(w string) bool { return slices.Contains([]string{"on", "against", "at", "from", "over", "in"}, w) }); at > 0 {
			words = words[:at]
		}
		return len(words) > 0 && slices.Contains([]string{"plank", "stretch", "str", "hold", "hang", "balanc", "pos"}, stem(words[len(words)-1]))
	})
}

// parseDose reads a dose. That of a known pose may end in "each": of the sides
// where the pose has some, and of the times where it has none.
func parseDose(text string, known, hasSides bool) (content.Dose, error) {
	dose, err := content.ParseDose(text)
	if err == nil || !known && !hasSides {
		return dose, err
	}
	text = strings.TrimRight(text, " .")
	before := strings.TrimSuffix(strings.TrimSuffix(text, "each"), "ea")
	if before == text {
		return content.Dose{}, err
	}
	if hasSides {
		before += " each side"
	}
	if dose, again := content.ParseDose(before); again == nil && (known || isSingle(dose)) {
		return dose, nil
	}
	return content.Dose{}, err
}

// isSingle reports whether a dose is one hold, so that "each" is of the sides.
func isSingle(d content.Dose) bool {
	return d.Unit != content.Reps && d.Count.To == 1 && d.Sets.To <= 1
}

// whyOwn says what is known about an unknown name.
func (r *reader) whyOwn(name string) string {
	why, there := r.whys[name]
	if !there {
		why = r.poses.nearest(name)
		r.whys[name] = why
	}
	return why
}

// isAlternating reports whether the words about an exercise say that the sides
// change.
func isAlternating(l Line) bool {
	return slices.ContainsFunc(wordsOf(l.name+" "+strings.Join(l.Remarks, " ")), func(w string) bool {
		return w == "alt" || strings.HasPrefix(w, "alternat")
	})
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
