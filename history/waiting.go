package history

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"catcow/file"
)

// What the database does not take, or may lose before this process closes it, waits in a
// folder beside it: a file for each session and each answer, in the form of an export,
// named after the process that wrote it and what it is a state of. So it does not grow
// by being tried again, and is taken in by what takes in an export.

const (
	waitingFolder = "history.waiting"
	waitingSuffix = ".json"
	unreadSuffix  = ".unread"
)

func (l *Log) waitingPath(key string) string {
	return filepath.Join(l.folder, waitingFolder, l.run.id+"."+key+waitingSuffix)
}

// writeWaiting puts the newest state of an entry in the place of what waited of it.
func (l *Log) writeWaiting(e entry) error {
	d := map[string]any{"version": documentVersion, "exported": l.now()}
	if e.session != nil {
		d["sessions"] = []*record{e.session}
	} else {
		d["peg"] = []*pegRecord{e.peg}
	}
	text, err := json.Marshal(d)
	if err != nil {
		return err // an instant after the year 9999, which no clock shows
	}
	if err = os.MkdirAll(filepath.Join(l.folder, waitingFolder), 0o700); err == nil {
		err = file.Replace(l.waitingPath(e.key()), text)
	}
	if err != nil {
		return fileError{err, "written"}
	}
	return nil
}

func (l *Log) removeWaiting(key string) {
	_ = os.Remove(l.waitingPath(key))
	_ = os.Remove(filepath.Join(l.folder, waitingFolder)) // which fails unless it is empty
}

// listWaiting gives the files that processes left which live no more, and removes
// what they did not finish writing.
func (l *Log) listWaiting() []string {
	var all []string
	folder := filepath.Join(l.folder, waitingFolder)
	if info, err := os.Lstat(folder); err != nil || !info.IsDir() {
		return nil
	}
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		run, _, _ := strings.Cut(e.Name(), ".")
		if !e.Type().IsRegular() || run == l.run.id || isAlive(l.folder, run) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		switch {
		case strings.HasSuffix(path, waitingSuffix):
			all = append(all, path)
		case strings.HasSuffix(path, file.HalfSuffix):
			_ = os.Remove(path)
		}
	}
	return all
}

// takeWaiting takes in files. One that cannot be read as what it should be is put
// aside instead of removed, and said.
func (l *Log) takeWaiting(paths []string) error {
	for _, path := range paths {
		err := l.takeFile(path)
		switch {
		case err == nil:
			_ = os.Remove(path)
		case errors.As(err, &fault{}):
			_ = os.Rename(path, path+unreadSuffix)
			l.report(errUnread, "")
		case errors.As(err, &fileError{}):
			l.report(err, "")
		default:
			return err
		}
	}
	if len(paths) > 0 {
		_ = os.Remove(filepath.Join(l.folder, waitingFolder)) // which fails unless it is empty
	}
	return nil
}

func (l *Log) takeFile(path string) error {
	text, err := readExportFile(path)
	if err != nil {
		return err
	}
	db, _ := l.database()
	return change(l.ctx, db, func(t *tx) error {
		_, _, err := t.takeIn(text, l.lenientNow(), true)
		return err
	})
}
