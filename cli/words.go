package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"catcow/cli/doctor"
	"catcow/content"
	"catcow/decode"
	"catcow/guide"
	"catcow/page"
	"catcow/session"
	"catcow/tui"
)

// clock is a length as minutes and seconds: "17:27".
func clock(d time.Duration) string {
	n := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", n/60, n%60)
}

// rightClock is a length in a column of them.
func rightClock(d time.Duration) string { return fmt.Sprintf("%6s", clock(d)) }

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// didYouMean names the word that is nearest, or says something else.
func didYouMean(s string, words []string, otherwise string) string {
	if near := decode.Nearest(s, words); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return otherwise
}

const (
	listsText      = `"catcow routines" and "catcow poses" list them`
	noSettingsText = `there are no settings of your own yet; "catcow config init" writes them`
)

// What is said where the shell allows too little.
const (
	fewFilesText     = "too few files can be open at once; allow more, as with ulimit -n 64"
	fewAddressesText = "too little memory can be used; allow more, as with ulimit -v 3000000"
	littleMemoryText = "too little memory can be used; allow more, as with ulimit -d 300000"
	fewThreadsText   = "too few programs can run at once; allow more, as with ulimit -u 1000"
)

const noKeyboardText = `a session needs a keyboard; --plain goes line by line and reads what comes`

func noFilesText(dir string) string {
	return "no files of your own yet; they belong in " + dir
}

// noneCheckedText is said where all that lies in the folder is passed over.
const noneCheckedText = "nothing else to check"

func checkedText(files int) string {
	return page.Plural(files, "file", "files") + " checked, no problems"
}

func settingsWrittenText(path string) string { return "wrote your settings to " + path }

func alsoPoseText(r content.Routine, p content.Pose) string {
	name := p.ID
	if name == r.ID {
		name += "/"
	}
	return fmt.Sprintf(`this is the routine; "catcow show %s" shows the pose`, name)
}

// insteadText names the pose of a routine that may be meant, or all it has.
func insteadText(name string, r content.Routine) string {
	var ids []string
	for i := range r.Items {
		ids = append(ids, r.Items[i].Ref.String())
	}
	return didYouMean(name, ids, "want "+strings.Join(ids, ", "))
}

// resultText is what a session leaves in the shell; nothing for one that was
// interrupted, which is said as an error.
func resultText(r tui.Result) string {
	switch r.End {
	case guide.Finished:
		text := fmt.Sprintf("%s: %d of %s, %s.", r.Routine, r.Done, page.Plural(r.Poses, "pose", "poses"), clock(r.Played))
		if r.Done > 0 {
			text += " Well done."
		}
		return text
	case guide.EndedEarly:
		return fmt.Sprintf("%s: ended early after %s, %d of %s done.",
			r.Routine, clock(r.Played), r.Done, page.Plural(r.Poses, "pose", "poses"))
	case guide.Unended, guide.Interrupted:
	}
	return ""
}

func interruptedText(r tui.Result) string {
	if r.Routine == "" || r.Poses == 0 { // no session had begun
		return "interrupted"
	}
	return fmt.Sprintf("interrupted; %s: %s done, %d of %s", r.Routine, clock(r.Played), r.Done, page.Plural(r.Poses, "pose", "poses"))
}

// paceText is what the times of a plan depend on.
func paceText(p session.Plan) string {
	return fmt.Sprintf("at level %s, breathing %s s in and %s s out",
		decimal(p.Options.Level), decimal(p.Options.Breath.In.Seconds()), decimal(p.Options.Breath.Out.Seconds()))
}

// nearestText is the length of what could not be made to fit.
func nearestText(length time.Duration) string {
	return "as near as its poses and doses come: " + page.MinutesText(length)
}

// starText explains the mark at the length of a routine.
const starText = `* without what does not suit you; "catcow show ROUTINE" says what that is`

// hiddenText explains the mark in place of the number of a routine.
const hiddenText = `- hidden by content.hide in your settings; its id still starts it`

// leftOutText is a pose that does not suit the person, and why.
func leftOutText(out content.LeftOut) string {
	text := "left out for you: "
	if out.Rest {
		text = "left out for you, to rest in: "
	}
	return text + out.Pose.Title() + " (" + strings.Join(content.ReasonTexts(out.Reasons), "; ") + ")"
}

// nothingLeftText is what is said of a routine of which nothing suits the person: what
// its poses advise instead, and where else to look.
func nothingLeftText(left []content.LeftOut) []string {
	var lines []string
	for _, out := range left {
		for _, r := range out.Reasons {
			if r.Caution != "" && !slices.Contains(lines, r.Caution) {
				lines = append(lines, r.Caution)
			}
		}
	}
	return append(lines, noneLeftText)
}

// noneLeftText is where else to look.
const noneLeftText = `nothing of it is left for you; "catcow today" finds what suits you`

// setText is which set of how many, and of how many repetitions.
func setText(st *session.Stage) string {
	var parts []string
	if st.Works() && st.Sets > 1 {
		parts = append(parts, fmt.Sprintf("set %d of %d", st.Set, st.Sets))
	}
	if reps := st.Reps(); reps > 0 {
		parts = append(parts, page.Plural(reps, "rep", "reps"))
	}
	return strings.Join(parts, ", ")
}

const listenText = "listen: a chime, and then a voice"

// findingText is what stands before what the doctor found.
func findingText(what string, s doctor.State) string {
	return fmt.Sprintf("%-9s %-4s  ", what, string(s))
}

func wayText(w doctor.Way) string {
	switch {
	case !w.Works:
		return w.Name + ": " + w.Why
	case w.Why == "":
		return w.Name + ": works"
	}
	return w.Name + ": works, " + w.Why
}

// awakeText is why the display stays on, as the system shows it.
const awakeText = "a yoga session is playing"

// How poses and routines are described.

func regionsText(regions []string) string {
	return page.Words(strings.Join(regions, ", "))
}

func positionText(p content.Position) string {
	return map[content.Position]string{
		content.Standing: "standing",
		content.Chair:    "on a chair",
		content.AllFours: "on hands and knees",
		content.Kneeling: "kneeling",
		content.Prone:    "lying on your belly",
		content.Supine:   "lying on your back",
		content.Wall:     "at a wall",
	}[p]
}

// propsText lists props in short; optional ones stand in brackets.
func propsText(props []content.Prop) string {
	words := make([]string, len(props))
	for i, p := range props {
		words[i] = p.Name
		if p.Optional {
			words[i] = "(" + p.Name + ")"
		}
	}
	return strings.Join(words, ", ")
}

// needsText lists props as one would ask for them.
func needsText(props []content.Prop) string {
	words := make([]string, len(props))
	for i, p := range props {
		words[i] = session.PropText(p)
		if p.Optional {
			words[i] += ", if you like"
		}
	}
	return strings.Join(words, "; ")
}

func restText(p content.Pose) string { return "then rest in " + p.Title() }

func variantsText(p content.Pose) []string {
	var lines []string
	for _, v := range p.Variants {
		if v.ID != p.Variant.ID {
			lines = append(lines, v.Name+`: "catcow show `+p.ID+"/"+v.ID+`"`)
		}
	}
	return lines
}

func cautionsText(cautions []content.Caution) []string {
	lines := make([]string, len(cautions))
	for i, c := range cautions {
		lines[i] = "With " + content.ConditionName(c.With) + ": " + c.Say
	}
	return lines
}

// conditionSourcesText cites what the cautions for conditions rest on, each source once
// with the conditions it is for.
func conditionSourcesText(lib *content.Library, conditions []string) []string {
	var sources []content.Source
	names := map[content.Source][]string{}
	for _, id := range conditions {
		for _, s := range lib.ConditionSources(id) {
			if names[s] == nil {
				sources = append(sources, s)
			}
			names[s] = append(names[s], content.ConditionName(id))
		}
	}
	lines := sourcesText(sources)
	for i, s := range sources {
		lines[i] = "With " + strings.Join(names[s], ", ") + ": " + lines[i]
	}
	return lines
}

// sourcesText cites each source, with where and when it was read.
func sourcesText(sources []content.Source) []string {
	lines := make([]string, len(sources))
	for i, s := range sources {
		lines[i] = s.String()
		if where := s.Where(); where != "" {
			lines[i] += " (" + where + ")"
		}
	}
	return lines
}
