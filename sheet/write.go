package sheet

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"catcow/content"
)

// most is the most exercises that one routine may have.
const most = 40

// longestStep is the most characters of one step of a pose.
const longestStep = 90

// File is a file that a sheet becomes, below the folder of the user's own.
type File struct {
	Name string `toml:"name"` // "poses/bridge.toml"
	Text string `toml:"text,multiline"`
}

// Files are the routine that the sheet is, last, and before it the poses of the
// user's own that it needs. from says where the sheet came from.
func (s Sheet) Files(id, name, from string) ([]File, error) {
	all := s.Exercises()
	switch {
	case len(all) == 0:
		return nil, errors.New("no exercise in it was understood")
	case len(all) > most:
		return nil, fmt.Errorf("it has %d exercises; want at most %d in one routine", len(all), most)
	case s.taken[id]:
		return nil, fmt.Errorf("%q is a routine that comes with catcow; want another name, such as %q", id, "my-"+id)
	}
	var files []File
	written := map[string]bool{}
	var b strings.Builder
	fmt.Fprintf(&b, "# Made from a sheet: %s. Edit it as you like; \"catcow check\" looks for mistakes.\n", plain(from))
	fmt.Fprintf(&b, "id = %s\nname = %s\nsummary = %s\n\nitems = [\n", quoted(id), quoted(shortName(plain(name))), quoted("From the sheet that I was given."))
	for _, l := range all {
		comment := ""
		if len(l.Remarks) > 0 {
			comment = " # " + strings.Join(l.Remarks, "; ")
		}
		fmt.Fprintf(&b, "  { pose = %s, dose = %s },%s\n", quoted(l.Pose.ID), quoted(l.Dose.String()), comment)
		if l.Own && !written[l.Pose.ID] {
			written[l.Pose.ID] = true
			files = append(files, File{"poses/" + l.Pose.ID + ".toml", poseText(l)})
		}
	}
	b.WriteString("]\n")
	return append(files, File{"routines/" + id + ".toml", b.String()}), nil
}

// poseText is the file of a pose of the user's own: with words, and no figure.
func poseText(l Line) string {
	var b strings.Builder
	position, isSaid := positionOf(l.name + " " + strings.Join(l.Remarks, " "))
	fmt.Fprintf(&b, "# Made from line %d of a sheet. \"catcow show cobra\" shows what a pose can say.\n", l.N)
	fmt.Fprintf(&b, "id = %s\nname = %s\nposition = %s", quoted(l.Pose.ID), quoted(plain(l.Pose.Name)), quoted(string(position)))
	if !isSaid {
		b.WriteString(" # the sheet does not say; also: standing, chair, all-fours, kneeling, prone, supine, wall")
	}
	fmt.Fprintf(&b, "\nsides = %s\n", quoted(string(l.Pose.Sides)))
	steps := []string{"Get ready for " + plain(l.Pose.Name) + ", as it was shown to you."}
	if l.Pose.Sides != content.NoSides {
		steps = append(steps, "Begin with the {side} side.")
	}
	if name := plain(l.name); name != plain(l.Pose.Name) {
		steps = append(steps, split(name)...)
	}
	for _, r := range l.Remarks {
		steps = append(steps, split(plain(r))...)
	}
	b.WriteString("steps = [\n")
	for _, s := range steps {
		fmt.Fprintf(&b, "  %s,\n", quoted(s))
	}
	fmt.Fprintf(&b, "]\ndose = %s\nsource = [\"The sheet that I was given\"]\n", quoted(l.Dose.String()))
	return b.String()
}

// positionOf is the position that the words of an exercise tell, and whether
// they tell one.
func positionOf(words string) (content.Position, bool) {
	for _, w := range wordsOf(words) {
		switch w {
		case "supine", "bridge", "bridges", "crunch", "crunches", "bug", "bugs", "back":
			return content.Supine, true
		case "prone", "superman", "plank", "stomach", "tummy", "front":
			return content.Prone, true
		case "seated", "sitting", "sit", "chair":
			return content.Chair, true
		case "standing", "stand", "squat", "squats", "lunge", "lunges", "walk", "walking", "step", "heel":
			return content.Standing, true
		case "quadruped", "fours", "bird":
			return content.AllFours, true
		case "kneeling", "kneel":
			return content.Kneeling, true
		case "wall":
			return content.Wall, true
		}
	}
	return content.Supine, false
}

// plain is a text that stands for nothing but itself: braces mean a side.
func plain(text string) string {
	return strings.NewReplacer("{", "(", "}", ")").Replace(strings.TrimSpace(text))
}

// split cuts a text into steps at its words.
func split(text string) []string {
	var steps []string
	for word := range strings.FieldsSeq(text) {
		word = string([]rune(word)[:min(utf8.RuneCountInString(word), longestStep/2)]) // a character takes two cells at most
		last := len(steps) - 1
		if last >= 0 && cells(steps[last])+1+cells(word) <= longestStep {
			steps[last] += " " + word
		} else {
			steps = append(steps, word)
		}
	}
	return steps
}

// cells is at least as many as a text takes.
func cells(text string) int { return min(2*utf8.RuneCountInString(text), len(text)) }

// quoted is a text as TOML has it. What Go escapes otherwise was cleaned away.
func quoted(text string) string { return strconv.Quote(text) }
