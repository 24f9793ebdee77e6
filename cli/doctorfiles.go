package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"catcow/config"
	"catcow/content"
	"catcow/history"
)

// lookAtSettings gives the settings, and those as they come where the user's
// cannot be read.
func (a *app) lookAtSettings() (config.Config, finding) {
	f := finding{what: "settings", state: good, found: config.Path()}
	cfg, err := a.settings()
	if err != nil {
		f.state, f.todo = mend, strings.ReplaceAll(err.Error(), "\n", "; ")
		cfg, _ = config.Decode(a.Defaults, "", nil, nil) // they are good; config's tests see to it
		return cfg, f
	}
	if _, err := os.Lstat(config.Path()); errors.Is(err, fs.ErrNotExist) {
		f.found, f.todo = asTheyComeText, initText
	}
	return cfg, f
}

// lookAtOwn counts the poses and routines of one's own.
func lookAtOwn() finding {
	f := finding{what: "your own", state: good}
	lib, problems := content.Load(roots()...)
	problems = append(problems, lib.CheckFigures()...)
	poses, routines := 0, 0
	for _, p := range lib.Poses() {
		if !p.Builtin {
			poses++
		}
	}
	for _, r := range lib.Routines() {
		if !r.Builtin {
			routines++
		}
	}
	f.found = ownText(poses, routines, config.Dir())
	if len(problems) > 0 {
		f.state, f.todo = note, problemsText(len(problems))
	}
	return f
}

// lookAtState gives what is remembered from one start to the next.
func lookAtState() (config.State, finding) {
	f := finding{what: "memory", state: good, found: remembersText}
	s, err := config.LoadState()
	if err != nil {
		f.state, f.todo = note, err.Error()
	}
	return s, f
}

// lookAtLog opens the log, which mends what can be mended. One that is not there
// yet is not made.
func (a *app) lookAtLog(ctx context.Context) finding {
	folder := logFolder()
	f := finding{what: "log", state: good, found: folder}
	if entries, err := os.ReadDir(folder); errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		f.found = noLogText(folder)
		return f
	}
	var sessions []history.Session
	err := a.logged(ctx, func(l *history.Log) (err error) {
		sessions, err = l.Sessions(ctx, history.Filter{})
		return err
	})
	if err != nil {
		f.state, f.todo = mend, err.Error()
		return f
	}
	f.found = logText(len(sessions), folder, weight(folder))
	return f
}

// weight is how many bytes the files in a folder have.
func weight(folder string) int64 {
	found, _ := filepath.Glob(filepath.Join(folder, "history*")) // the pattern is good
	var sum int64
	for _, file := range found {
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() {
			sum += info.Size()
		}
	}
	return sum
}
