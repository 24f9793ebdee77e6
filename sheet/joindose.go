package sheet

import (
	"fmt"
	"strings"

	"catcow/content"
)

// farthest is how many lines of remarks may stand between a name and its dose.
const farthest = 12

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

// isBrokenDose reports whether a line that is not understood is the dose of another.
func isBrokenDose(l Line) bool {
	return l.Status == Unread && !l.listed && (startsWithDigit(l.text) || isDoseAlone(l))
}

func isDoseAlone(l Line) bool { return l.name == "" && l.dosage != "" }

// isWaiting reports whether a line is an exercise that more of its dose may follow.
func (l *Line) isWaiting() bool {
	return l.Status == "" && l.name != "" && (l.dosage != "" || !isPart(l.text))
}

// spoil reports an exercise without a dose whose dose, below it, is not understood:
// it must not get that of its pose.
func (l *Line) spoil() {
	if l.dosage == "" && l.name != "" {
		l.unread("the dose below it is not understood")
	}
}

// joinDose gives a line that is nothing but a dose to the exercise above it.
func (r *reader) joinDose(at int) {
	l := &r.lines[at]
	if at > 0 && isBrokenDose(*l) {
		r.lines[at-1].spoil()
	}
	if l.Status != "" || !isDoseAlone(*l) {
		return
	}
	for i := at - 1; i >= max(0, at-farthest); i-- {
		above := &r.lines[i]
		if above.Status == Remark || above.dosage == "" && r.isRemark(*above) {
			continue
		}
		dosage, ok := joined(above.dosage, l.dosage)
		if !ok || !above.isWaiting() {
			break
		}
		above.dosage = dosage
		above.Remarks = append(above.Remarks, l.Remarks...)
		l.Status, l.Why = Remark, fmt.Sprintf("the dose of line %d", above.N)
		return
	}
	l.unread(noneAbove)
}

// noneAbove is what is wrong with a dose that stands alone.
const noneAbove = "there is no exercise above it"
