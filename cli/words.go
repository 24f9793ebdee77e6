package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"catcow/content"
	"catcow/decode"
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
	if near := decode.Nearest(s, words); near != "" {
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
