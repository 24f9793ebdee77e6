package cli

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"

	"catcow/history"
)

// logFolder is where the log of sessions is kept.
func logFolder() string { return filepath.Join(xdg.DataHome, "catcow") }

// history opens the log of sessions, which is to be closed. There always is one
// to use; the error says on one line what is wrong with what is kept.
func (a *app) history(ctx context.Context) (*history.Log, error) {
	return history.Open(ctx, logFolder(), a.Now)
}

// levels is how far each pose has been worked up; none where nothing was done yet,
// or where the log cannot tell.
func (a *app) levels(ctx context.Context) map[string]float64 {
	levels := map[string]float64{}
	a.lookIntoLog(ctx, func(log *history.Log) error {
		poses, err := log.Poses(ctx, a.Now())
		for _, p := range poses {
			levels[p.ID] = p.Level
		}
		return err
	})
	return levels
}

// lookIntoLog is withLog for what is done without a log as well: none is made.
func (a *app) lookIntoLog(ctx context.Context, f func(*history.Log) error) {
	defer a.waiting.await(logFolder())()
	if hasLog(logFolder()) {
		_ = a.withLog(ctx, f)
	}
}

// hasLog reports whether there is something in the place of a log, which may be none.
func hasLog(folder string) bool {
	path := folder
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		path = filepath.Join(folder, "history.db")
	}
	_, err := os.Lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// withLog hands the log to f and closes it. What f can do with a log that is not
// as it should be is done; what is wrong is said beside it.
func (a *app) withLog(ctx context.Context, f func(*history.Log) error) error {
	defer a.waiting.await(logFolder())()
	log, wrong := a.history(ctx)
	err := f(log)
	if ctx.Err() != nil { // what can be closed is closed, or files of this run stay
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.WithoutCancel(ctx), closeTime)
		defer cancel()
	}
	err = cmp.Or(err, log.Close(ctx))
	if wrong = cmp.Or(wrong, log.Trouble()); wrong != nil {
		a.warn(wrong.Error())
	}
	return err
}
