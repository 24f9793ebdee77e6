package doctor

import (
	"cmp"
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

func (o Options) settings() Finding {
	f := Finding{What: "settings", State: OK, Found: config.Path()}
	if o.ConfigErr != nil {
		f.State, f.Todo = Mend, strings.ReplaceAll(o.ConfigErr.Error(), "\n", "; ")
	} else if _, err := os.Lstat(config.Path()); errors.Is(err, fs.ErrNotExist) {
		f.Found, f.Todo = asTheyComeText, initText
	} else if missing := config.Missing(o.Config, config.Path()); len(missing) > 0 {
		f.State, f.Todo = Note, missing[0].Error()
	}
	return f
}

// ownFiles counts the poses and routines of one's own.
func (o Options) ownFiles() Finding {
	f := Finding{What: "your own", State: OK}
	lib, problems := content.Load(o.Roots...)
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
	f.Found = ownText(poses, routines, config.Dir())
	if len(problems) > 0 {
		f.State, f.Todo = Note, ProblemsText(len(problems))
	}
	return f
}

// memory is what is remembered from one start to the next.
func (o Options) memory() Finding {
	f := Finding{What: "memory", State: OK, Found: remembersText}
	if o.StateErr != nil {
		f.State, f.Todo = Note, o.StateErr.Error()
	}
	return f
}

// log opens the log of sessions. One that is not there yet is not made.
func (o Options) log(ctx context.Context) Finding {
	f := Finding{What: "log", State: OK, Found: o.LogFolder}
	if entries, err := os.ReadDir(o.LogFolder); errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		f.Found = noLogText(o.LogFolder)
		return f
	}
	log, err := history.Open(ctx, o.LogFolder, o.Now)
	sessions := 0
	readErr := log.EachSession(ctx, history.Filter{}, func(history.Session) error {
		sessions++
		return nil
	})
	if err = cmp.Or(err, readErr, log.Close(ctx)); err != nil {
		f.State, f.Todo = Mend, err.Error()
		return f
	}
	f.Found = logText(sessions, o.LogFolder, logBytes(o.LogFolder))
	return f
}

// logBytes is how much the files of the log hold.
func logBytes(folder string) int64 {
	found, _ := filepath.Glob(filepath.Join(folder, "history*")) // the pattern is good
	var sum int64
	for _, file := range found {
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() {
			sum += info.Size()
		}
	}
	return sum
}
