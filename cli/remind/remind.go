// Package remind writes reminders for the timer that a system has of its own: a
// systemd user timer, a launchd agent, a task of Windows' scheduler or lines for
// cron. It only says what is to be written and which programs are to be run; the
// caller shows that first, and does it.
package remind

import (
	"embed"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"
)

// Plan is when to be reminded. Without times, what is set up is taken out again.
type Plan struct {
	Times []time.Time // of the day
	Days  []time.Weekday
}

// File is a file that is written, or taken away.
type File struct{ Path, Text string }

// Command is a program that is run, with a text on its standard input.
type Command struct {
	Args  []string
	Stdin string
}

func (c Command) String() string { return strings.Join(c.Args, " ") }

// Change is what is to be done: the files are written and then the commands are run;
// or, where that is off, the commands are run and then the files are removed.
type Change struct {
	Off      bool
	Files    []File
	Commands []Command
}

// MayFail reports whether the commands may fail: what is off already cannot be turned
// off. Lines for cron can always be written.
func (c Change) MayFail() bool { return c.Off && len(c.Files) > 0 }

// change is what a plan comes to, with the commands for either way.
func (p Plan) change(files []File, on []Command, off Command) Change {
	if len(p.Times) == 0 {
		return Change{Off: true, Files: files, Commands: []Command{off}}
	}
	return Change{Files: files, Commands: on}
}

func command(args ...string) Command { return Command{Args: args} }

// The notice that is shown.
const (
	title = "catcow"
	text  = "Time to get up and move a little: catcow start desk-break"
	name  = "catcow-remind"
)

// ParseTimes reads times of the day with commas between them.
func ParseTimes(s string) ([]time.Time, error) {
	var all []time.Time
	for part := range strings.SplitSeq(s, ",") {
		t, err := time.Parse("15:04", strings.TrimSpace(part))
		if err != nil {
			return nil, errors.New("want times such as 10:30,15:00")
		}
		all = append(all, t)
	}
	slices.SortFunc(all, time.Time.Compare)
	return slices.Compact(all), nil
}

// dayNames are the days as they are asked for, Monday first.
func dayNames() []string { return []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"} }

// ParseDays reads days of the week, one by one or from one to another.
func ParseDays(s string) ([]time.Weekday, error) {
	wrong := errors.New("want days such as mon-fri or mon,wed,sat")
	var on [7]bool
	for part := range strings.SplitSeq(strings.ToLower(s), ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		if !isRange {
			to = from
		}
		a, b := slices.Index(dayNames(), from), slices.Index(dayNames(), to)
		if a < 0 || b < a {
			return nil, wrong
		}
		for ; a <= b; a++ {
			on[a] = true
		}
	}
	var all []time.Weekday
	for i, is := range on {
		if is {
			all = append(all, time.Weekday((i+1)%7))
		}
	}
	return all, nil
}

// templates is the files of the systems, with places for a plan.
//
//go:embed systemd.service systemd.timer launchd.plist task.xml
var templates embed.FS

// fill is a template with the plan put in. A task needs a day of the calendar to begin at.
func (p Plan) fill(file string, today time.Time) string {
	var b strings.Builder
	// The templates come with the program, so what could be wrong is seen by its tests.
	_ = template.Must(template.ParseFS(templates, file)).Execute(&b, struct {
		Plan

		Name, Title, Text, Today string
	}{p, name, title, text, today.Format(time.DateOnly)})
	return b.String()
}

// Systemd is a timer of the user's own, in the folder of their settings.
func Systemd(p Plan, config string) Change {
	folder := filepath.Join(config, "systemd", "user")
	return p.change([]File{
		{filepath.Join(folder, name+".service"), p.fill("systemd.service", time.Time{})},
		{filepath.Join(folder, name+".timer"), p.fill("systemd.timer", time.Time{})},
	}, []Command{
		command("systemctl", "--user", "daemon-reload"),
		command("systemctl", "--user", "enable", "--now", name+".timer"),
	}, command("systemctl", "--user", "disable", "--now", name+".timer"))
}

// Launchd is an agent of the user's own, in their home.
func Launchd(p Plan, home string) Change {
	path := filepath.Join(home, "Library", "LaunchAgents", name+".plist")
	return p.change([]File{{path, p.fill("launchd.plist", time.Time{})}},
		[]Command{command("launchctl", "load", "-w", path)}, command("launchctl", "unload", "-w", path))
}

// Windows is a task for the scheduler, described in a file that is kept in a
// folder. Its days of the week begin at a day of the calendar.
func Windows(p Plan, folder string, now time.Time) Change {
	path := filepath.Join(folder, name+".xml")
	return p.change([]File{{path, p.fill("task.xml", now)}},
		[]Command{command("schtasks", "/Create", "/F", "/TN", name, "/XML", path)},
		command("schtasks", "/Delete", "/F", "/TN", name))
}

// mark is at the end of our lines among those of cron.
const mark = "# " + name

// Cron is the user's lines for cron with ours among them.
func Cron(p Plan, lines string) Change {
	var kept []string
	for line := range strings.Lines(lines) {
		if line = strings.TrimRight(line, "\n"); !strings.HasSuffix(line, mark) {
			kept = append(kept, line)
		}
	}
	days := make([]string, len(p.Days))
	for i, d := range p.Days {
		days[i] = dayNames()[(d+6)%7]
	}
	for _, t := range p.Times {
		kept = append(kept, fmt.Sprintf("%d %d * * %s DISPLAY=:0 DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus notify-send \"%s\" \"%s\" %s",
			t.Minute(), t.Hour(), strings.Join(days, ","), title, text, mark))
	}
	stdin := strings.Join(kept, "\n")
	if stdin != "" {
		stdin += "\n"
	}
	set := Command{Args: []string{"crontab", "-"}, Stdin: stdin}
	return p.change(nil, []Command{set}, set)
}
