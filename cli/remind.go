package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"catcow/cli/remind"
)

// timerTime is how long the programs that set a timer may take.
const timerTime = 20 * time.Second

func (a *app) remindCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "remind",
		Short: "reminders to move, by your system's own timer",
		Long: `Be reminded to get up and move, by the timer that your system has: systemd,
launchd, the Task Scheduler or cron. What will be written is shown first, and
written if you say yes. With --off it is taken out again.`,
		Example: `  catcow remind --at 10:30,15:00
  catcow remind --at 11:00 --days mon,wed,fri --yes
  catcow remind --off`,
	}
	p := remind.Plan{}
	p.Days, _ = remind.ParseDays("mon-fri")
	c.Flags().Func("at", "at these `TIMES`, such as 10:30,15:00", func(s string) (err error) {
		p.Times, err = remind.ParseTimes(s)
		return err
	})
	c.Flags().Func("days", "on these `DAYS`, such as mon,wed; unless told, mon-fri", func(s string) (err error) {
		p.Days, err = remind.ParseDays(s)
		return err
	})
	off := c.Flags().Bool("off", false, "take the reminders out again")
	yes := c.Flags().Bool("yes", false, "do it without asking")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if *off == (len(p.Times) > 0) {
			return misused("remind: want either --at TIMES or --off; %s", seeHelp(c))
		}
		return a.remind(c.Context(), p, *yes)
	}
	return c
}

func (a *app) remind(ctx context.Context, p remind.Plan, yes bool) error {
	change, err := timer(ctx, p, a.Now())
	if err != nil {
		return err
	}
	a.printChange(change)
	if !yes {
		if a.print(askTimerText); !a.readYes(ctx) {
			a.print(nothingDoneText)
			return nil
		}
	}
	if len(change.Files) > 0 {
		defer a.waiting.await(change.Files[0].Path)()
	}
	if err := changeTimer(ctx, change); err != nil {
		return err
	}
	if change.Off {
		a.print(remindOffText)
	} else {
		a.print(remindOnText)
	}
	return nil
}

// timer is what is to be done on this system.
func timer(ctx context.Context, p remind.Plan, now time.Time) (remind.Change, error) {
	ctx, cancel := context.WithTimeout(ctx, timerTime)
	defer cancel()
	switch runtime.GOOS {
	case "darwin":
		return remind.Launchd(p, xdg.Home), nil
	case "windows":
		return remind.Windows(p, filepath.Join(xdg.StateHome, "catcow"), now), nil
	}
	if _, err := exec.LookPath("systemctl"); err == nil && timerProgram(ctx, "systemctl", "--user", "show-environment").Run() == nil {
		return remind.Systemd(p, xdg.ConfigHome), nil
	}
	if _, err := exec.LookPath("crontab"); err != nil {
		return remind.Change{}, errors.New(noTimerText)
	}
	var lines, trouble bytes.Buffer
	list := timerProgram(ctx, "crontab", "-l")
	list.Stdout, list.Stderr = &lines, &trouble
	if err := list.Run(); err != nil && !strings.Contains(trouble.String(), "no crontab") {
		return remind.Change{}, fmt.Errorf("crontab -l: %s", lastLine(trouble.String(), err))
	}
	return remind.Cron(p, lines.String()), nil
}

// timerProgram is a program that is over when its time is, whatever it has started.
func timerProgram(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.WaitDelay = time.Second
	return cmd
}

// printChange shows what is to be done, all of it.
func (a *app) printChange(c remind.Change) {
	for _, f := range c.Files {
		if c.Off {
			a.print("remove " + f.Path)
			continue
		}
		a.print("write " + f.Path)
		for line := range strings.Lines(f.Text) {
			a.print("    " + strings.ReplaceAll(strings.TrimRight(line, "\n"), "\t", "  "))
		}
	}
	for _, cmd := range c.Commands {
		a.print("run " + cmd.String())
		for line := range strings.Lines(cmd.Stdin) {
			a.print("    " + strings.TrimRight(line, "\n"))
		}
	}
}

// changeTimer does what was agreed to. Files go after the commands that know them.
func changeTimer(ctx context.Context, c remind.Change) error {
	ctx, cancel := context.WithTimeout(ctx, timerTime)
	defer cancel()
	if !c.Off {
		for _, f := range c.Files {
			if err := os.MkdirAll(filepath.Dir(f.Path), 0o755); err != nil {
				return notWritten(f.Path, err)
			}
			if err := putFile(f.Path, true, func(w io.Writer) error { _, err := io.WriteString(w, f.Text); return err }); err != nil {
				return err
			}
		}
	}
	for _, cmd := range c.Commands {
		run := timerProgram(ctx, cmd.Args...)
		run.Stdin = strings.NewReader(cmd.Stdin)
		if out, err := run.CombinedOutput(); err != nil && !c.MayFail() {
			return fmt.Errorf("%s: %s", cmd, lastLine(string(out), err))
		}
	}
	if c.Off {
		for _, f := range c.Files {
			if err := os.Remove(f.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return notWritten(f.Path, err)
			}
		}
	}
	return nil
}

// lastLine is what a program said last, or its error if it said nothing.
func lastLine(text string, err error) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if last := lines[len(lines)-1]; last != "" {
		return last
	}
	return err.Error()
}
