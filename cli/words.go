package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"catcow/content"
	"catcow/history"
	"catcow/session"
	"catcow/tui"
)

// plural is a number of things.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}

// clock is a length as minutes and seconds: "17:27".
func clock(d time.Duration) string {
	n := int(d.Round(time.Second) / time.Second)
	return fmt.Sprintf("%d:%02d", n/60, n%60)
}

// minutes is a length to choose a routine by, rounded up: "17 min".
func minutes(d time.Duration) string {
	return fmt.Sprintf("%d min", (d+time.Minute-1)/time.Minute)
}

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// didYouMean names the word that is nearest, or says something else.
func didYouMean(s string, words []string, otherwise string) string {
	if near := content.Nearest(s, words); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return otherwise
}

const (
	sayLists      = `"catcow routines" and "catcow poses" list them`
	sayNoSettings = `there are no settings of your own yet; "catcow config init" writes them`
)

func sayProblems(n int) string {
	return plural(n, "problem") + " in your own files; catcow check lists them"
}

func sayNoTerminal(id string) string {
	return fmt.Sprintf(`a session needs a terminal; "catcow plan %s" prints it as text`, id)
}

func sayNoFiles(dir string) string {
	return "no files of your own yet; they belong in " + dir
}

func sayGood(files int) string { return plural(files, "file") + " checked, no problems" }

func sayWritten(path string) string { return "wrote your settings to " + path }

func sayBoth(r content.Routine, p content.Pose) string {
	name := p.ID
	if name == r.ID {
		name += "/"
	}
	return fmt.Sprintf(`this is the routine; "catcow show %s" shows the pose`, name)
}

// sayInstead names the pose of a routine that may be meant, or all it has.
func sayInstead(name string, r content.Routine) string {
	var ids []string
	for i := range r.Items {
		ids = append(ids, r.Items[i].Ref.String())
	}
	return didYouMean(name, ids, "want "+strings.Join(ids, ", "))
}

// sayResult is what a session leaves in the shell; nothing for one that was
// interrupted, which is said as an error.
func sayResult(r tui.Result) string {
	switch r.End {
	case tui.Finished:
		text := fmt.Sprintf("%s: %d of %s, %s.", r.Routine, r.Done, plural(r.Poses, "pose"), clock(r.Played))
		if r.Done > 0 {
			text += " Well done."
		}
		return text
	case tui.EndedEarly:
		return fmt.Sprintf("%s: ended early after %s, %d of %s done.",
			r.Routine, clock(r.Played), r.Done, plural(r.Poses, "pose"))
	case tui.NoSession, tui.Interrupted:
	}
	return ""
}

func sayInterrupted(r tui.Result) string {
	if r.Routine == "" {
		return "interrupted"
	}
	return fmt.Sprintf("interrupted; %s: %s done, %d of %s", r.Routine, clock(r.Played), r.Done, plural(r.Poses, "pose"))
}

// sayHow is what the times of a plan depend on.
func sayHow(p session.Plan) string {
	return fmt.Sprintf("at level %s, breathing %s s in and %s s out",
		decimal(p.Level), decimal(p.Breath.In.Seconds()), decimal(p.Breath.Out.Seconds()))
}

// saySet is which set of how many, and of how many repetitions.
func saySet(st *session.Stage) string {
	var parts []string
	if st.Works() && st.Sets > 1 {
		parts = append(parts, fmt.Sprintf("set %d of %d", st.Set, st.Sets))
	}
	if st.Reps > 0 {
		parts = append(parts, plural(st.Reps, "rep"))
	}
	return strings.Join(parts, ", ")
}

// sayAwake is why the display stays on, as the system shows it.
const sayAwake = "a yoga session is playing"

// How poses and routines are described.

func sayRegions(regions []string) string {
	return strings.ReplaceAll(strings.Join(regions, ", "), "-", " ")
}

// sayFor is whom a routine is for, and what it takes.
func sayFor(r content.Routine) string {
	text := "for " + sayRegions(r.Regions)
	if props := sayProps(r.Props()); props != "" {
		text += "; with " + props
	}
	return text
}

func sayPosition(p content.Position) string {
	switch p {
	case content.Standing:
		return "standing"
	case content.Chair:
		return "on a chair"
	case content.AllFours:
		return "on hands and knees"
	case content.Kneeling:
		return "kneeling"
	case content.Prone:
		return "lying on your belly"
	case content.Supine:
		return "lying on your back"
	case content.Wall:
		return "at a wall"
	}
	return string(p)
}

// sayProps lists props in short; optional ones stand in brackets.
func sayProps(props []content.Prop) string {
	words := make([]string, len(props))
	for i, p := range props {
		words[i] = p.Name
		if p.Optional {
			words[i] = "(" + p.Name + ")"
		}
	}
	return strings.Join(words, ", ")
}

// sayNeeds lists props as one would ask for them.
func sayNeeds(props []content.Prop) string {
	words := make([]string, len(props))
	for i, p := range props {
		words[i] = session.SayProp(p)
		if p.Optional {
			words[i] += ", if you like"
		}
	}
	return strings.Join(words, "; ")
}

func sayThen(p content.Pose) string { return "then rest in " + p.Title() }

func sayVariants(p content.Pose) []string {
	var lines []string
	for _, v := range p.Variants {
		if v.ID != p.Variant.ID {
			lines = append(lines, v.Name+`: "catcow show `+p.ID+"/"+v.ID+`"`)
		}
	}
	return lines
}

func sayCautions(cautions []content.Caution) []string {
	lines := make([]string, len(cautions))
	for i, c := range cautions {
		lines[i] = "With " + content.ConditionName(c.With) + ": " + c.Say
	}
	return lines
}

// saySources cites each source, with where and when it was read.
func saySources(sources []content.Source) []string {
	lines := make([]string, len(sources))
	for i, s := range sources {
		lines[i] = s.String()
		if where := s.Where(); where != "" {
			lines[i] += " (" + where + ")"
		}
	}
	return lines
}

// What is said about the log.

const sayMoreSessions = `there are more; "catcow log --limit 0" lists them all`

func sayNoSessions(since *day) string {
	if since.given {
		return "no sessions since " + date(since.start)
	}
	return `no sessions yet; "catcow start lower-back" begins one`
}

// sayWhen is a time on the clock where it was. The zone is named where the clock
// here would have shown another time.
func sayWhen(t time.Time, here *time.Location) string {
	text := t.Format("2006-01-02 15:04")
	name, there := t.Zone()
	if _, offset := t.In(here).Zone(); offset == there {
		return text
	}
	if name = printable(name); name == "" {
		name = t.Format("-07:00")
	}
	return text + " " + name
}

// sayPlayed is how long something took, in minutes.
func sayPlayed(d time.Duration) string {
	if d < time.Minute {
		return "<1 min"
	}
	return strconv.Itoa(int(d.Round(time.Minute)/time.Minute)) + " min"
}

// sayEnd is how a session ended. One that says nothing goes on, or was cut off.
func sayEnd(end string) string {
	if end == "" {
		return "not ended"
	}
	return printable(end)
}

func sayDone(s *history.Session) string { return fmt.Sprintf("%d of %d", s.Done, s.Poses) }

// sayPain is the pain before and after, and whether it went down a leg; nothing
// if neither was said.
func sayPain(s *history.Session) string {
	rating := func(r *int) string {
		if r == nil {
			return "?"
		}
		return strconv.Itoa(*r)
	}
	var parts []string
	if s.Before != nil || s.After != nil {
		parts = append(parts, rating(s.Before)+" → "+rating(s.After))
	}
	if s.Leg {
		parts = append(parts, "leg")
	}
	return strings.Join(parts, ", ")
}

// saySession is all of it but when and which.
func saySession(s *history.Session) string {
	text := fmt.Sprintf("%s, %s, %d of %s", sayPlayed(s.Played), sayEnd(s.End), s.Done, plural(s.Poses, "pose"))
	if pain := sayPain(s); pain != "" {
		text += "; pain: " + pain
	}
	return text
}

// sayAdded is what became of a log that was taken in. Its entries are sessions
// and the answers of the week.
func sayAdded(added, known int) string {
	text := strconv.Itoa(added) + " entries"
	if added == 1 {
		text = "1 entry"
	}
	were := "were"
	if known == 1 {
		were = "was"
	}
	return fmt.Sprintf("%s added, %d %s there already", text, known, were)
}

func sayExported(path string) string { return "wrote your log to " + path }
