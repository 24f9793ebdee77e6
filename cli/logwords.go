package cli

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"catcow/history"
)

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

func alreadyThere(path string) error {
	return fmt.Errorf("%s is already there; --force replaces it", path)
}

func isFolder(path string) error { return fmt.Errorf("%s is a folder; want a file", path) }

func notAFile(path string) error { return fmt.Errorf("%s is not a file; want another name", path) }

func notWritten(path string, err error) error {
	return fmt.Errorf("cannot write %s: %w", path, cause(err))
}

func unreadable(file string, err error) error {
	return fmt.Errorf("%s: cannot be read: %w", file, cause(err))
}

func notTaken(file string, err error) error { return fmt.Errorf("%s: %w", file, err) }
