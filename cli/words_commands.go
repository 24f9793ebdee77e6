package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"catcow/content"
	"catcow/decode"
	"catcow/history"
	"catcow/page"
	"catcow/today"
)

// What is said about a program.

const (
	noProgramText      = `no program runs; "catcow program start" begins one today`
	programStoppedText = "the program has ended; your sessions stay in the log"
)

// partText is where a program stands and what the day brings.
func partText(p today.Part) []string {
	if p.Over {
		return []string{fmt.Sprintf("All %d steps are done. Go on as it does you good; three short sessions a week are plenty.", today.Steps)}
	}
	lines := []string{
		fmt.Sprintf("Step %d of %d: %s sessions of %s, %d a week.", p.Number, today.Steps, effortText(p.Effort), page.MinutesText(p.Length), p.Sessions),
		page.Plural(p.ThisWeek, "session", "sessions") + " in the last seven days, " + strconv.Itoa(p.InStep) + " in this step.",
	}
	if p.Easy != today.NoReason {
		lines[0] = fmt.Sprintf("Step %d of %d%s.", p.Number, today.Steps, easyText(p.Easy))
	}
	if p.DoneToday {
		return append(lines, "You have had today's part. Another is up to you.")
	}
	return append(lines, `"catcow today" begins today's part.`)
}

// easyText is why a day is easier than its step.
func easyText(r today.Reason) string {
	return map[today.Reason]string{
		today.AfterHurt:  ": an easy one, since something hurt last time",
		today.AfterBreak: ": an easy one to begin with again",
		today.NoReason:   "",
	}[r]
}

func effortText(e today.Effort) string { return cmp.Or(string(e), "moderate") }

// evidenceText is what a program rests on, and what it does not.
func evidenceText() []string {
	return []string{
		"In the trials that this is modelled on, classes went on for twelve weeks (Saper and others, 2013 and 2017).",
		"After three months of yoga, people whose back had hurt for long were a little better off than those who did no exercise, hardly enough to matter, and about as well off as those who did other exercise for the back (Wieland and others, Cochrane, 2022).",
		"Two classes a week did no more than one, beside practice at home (Saper and others, 2013): more is not better, and a missed day costs nothing.",
		"About four minutes a session for a group of muscles, and ten a week, is as much as stretching needs (Ingram and others, 2025).",
		"Nobody can promise what it does for you. If something gets worse, stop and ask.",
	}
}

// What is said about files of the user's own that cannot be read.

// brokenText explains the mark in place of the number of a routine.
const brokenText = `! your own file of this routine has a mistake; "catcow check" says which`

// brokenPosesText says which of the user's own poses a routine has the built-in ones for,
// and why.
func brokenPosesText(lib *content.Library, r content.Routine) []string {
	var lines []string
	for _, p := range r.Poses() {
		if err := lib.BrokenPose(p.ID); err != nil && !slices.Contains(lines, err.Error()) {
			lines = append(lines, err.Error())
		}
	}
	switch len(lines) {
	case 0:
		return nil
	case 1:
		return append(lines, "you are led through the built-in pose instead")
	}
	return append(lines, "you are led through the built-in poses instead")
}

// What the manual says beside the commands.

const manualName = "gentle yoga for a sore back, in the terminal"

// exitCodes are those that scripts may rely on, and what they mean.
func exitCodes() [][2]string {
	return [][2]string{
		{strconv.Itoa(codeFinished), "What was asked for was done; a session was finished."},
		{strconv.Itoa(codeFailed), "Something failed; a line on the standard error says what."},
		{strconv.Itoa(codeMisused), "A command, a flag, a name or a setting is wrong."},
		{strconv.Itoa(codeEndedEarly), "A session was ended early."},
		{strconv.Itoa(codeInterrupted), "A session was interrupted."},
	}
}

// manualFiles are the files that are read and written.
func manualFiles() [][2]string {
	return [][2]string{
		{"$XDG_CONFIG_HOME/catcow/config.toml", "Your settings."},
		{"$XDG_CONFIG_HOME/catcow/poses, $XDG_CONFIG_HOME/catcow/routines", "Poses and routines of your own."},
		{"$XDG_STATE_HOME/catcow/state.toml", "What is remembered from one start to the next."},
		{"$XDG_DATA_HOME/catcow/history.db", "The log of your sessions."},
	}
}

// What is said about reminders.

const (
	askTimerText    = "Do this? y or n"
	nothingDoneText = "nothing was changed"
	remindOnText    = `you will be reminded; "catcow remind --off" takes it out again`
	remindOffText   = "the reminders are gone"
	noTimerText     = "nothing here keeps reminders; install cron, or use the calendar you have"
)

// What is said about the log.

const moreSessionsText = `there are more; "catcow log --limit 0" lists them all`

func noSessionsText(since time.Time) string {
	if !since.IsZero() {
		return "no sessions since " + date(since)
	}
	return `no sessions yet; "catcow start lower-back" begins one`
}

// whenText is a time on the clock where it was. The zone is named where the clock
// here would have shown another time.
func whenText(t time.Time, here *time.Location) string {
	text := t.Format("2006-01-02 15:04")
	name, there := t.Zone()
	if _, offset := t.In(here).Zone(); offset == there {
		return text
	}
	if name = decode.Printable(name); name == "" {
		name = t.Format("-07:00")
	}
	return text + " " + name
}

// endText is how a session ended. One that says nothing goes on, or was cut off.
func endText(end string) string {
	if end == "" {
		return "not ended"
	}
	return decode.Printable(end)
}

// painText is the pain before and after, and whether it went down a leg; nothing
// if neither was said.
func painText(s *history.Session) string {
	rating := func(r *int) string {
		if r == nil {
			return "?"
		}
		return strconv.Itoa(*r)
	}
	var parts []string
	if s.Before != nil || s.After != nil {
		parts = append(parts, rating(s.Before)+" -> "+rating(s.After))
	}
	if s.Leg {
		parts = append(parts, "leg")
	}
	return strings.Join(parts, ", ")
}

// addedText is what became of a log that was taken in. Its entries are sessions
// and the answers of the week.
func addedText(added, known int) string {
	were := "were"
	if known == 1 {
		were = "was"
	}
	return fmt.Sprintf("%s added, %d %s there already", page.Plural(added, "entry", "entries"), known, were)
}

func exportedText(path string) string { return "wrote your log to " + path }
