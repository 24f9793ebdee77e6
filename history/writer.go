package history

import (
	"errors"

	"github.com/ncruces/go-sqlite3/driver"
)

// work is the writer: the one goroutine that changes the database.
func (l *Log) work() {
	defer close(l.done)
	for closing := false; !closing; {
		var q queue
		q, closing = l.next()
		if err := l.guard(func() error { l.writeQueue(q); return nil }); err != nil {
			l.report(err, "")
		}
	}
	_ = l.guard(func() error {
		l.setDatabase(nil, errClosed)
		l.removeWritten()
		return nil
	})
	l.run.end()
}

// next waits for something to do.
func (l *Log) next() (q queue, closing bool) {
	for {
		l.mu.Lock()
		q, closing = l.queue, l.closing
		l.queue = queue{}
		l.mu.Unlock()
		if len(q.entries)+len(q.dismissed)+len(q.waiters) > 0 || closing {
			return q, closing
		}
		<-l.wake
	}
}

// writeQueue does what is to be done, and what waits from before. Where there is trouble
// already, what is new goes into files first: to find out whether there still is
// may take seconds.
func (l *Log) writeQueue(q queue) {
	defer func() {
		for _, w := range q.waiters {
			close(w)
		}
	}()
	db, _ := l.database()
	early := db == nil || len(l.unsaved) > 0
	for _, e := range q.entries {
		l.unsaved[e.key()] = &unsaved{entry: e}
	}
	l.dismissed = append(l.dismissed, q.dismissed...)
	if early {
		l.keep()
	}
	err := l.guard(func() error { return l.put(q) })
	if err == nil {
		l.release()
		return
	}
	l.keep()
	switch {
	case len(l.unsaved) > 0 && l.keepErr == nil:
		l.report(err, keptText)
	case len(l.unsaved) > 0 || q.repair:
		l.report(err, "")
	}
}

// put writes everything there is to the database, which is opened, mended or found
// again if need be.
func (l *Log) put(q queue) error {
	if db, why := l.database(); db == nil || q.repair || l.hasMoved() {
		if errors.As(why, &hopelessError{}) {
			return why
		}
		if err := l.openDatabase(q.repair); err != nil {
			return err
		}
	}
	err := l.putUnsaved()
	if isDamage(err) {
		if err = l.openDatabase(true); err == nil {
			err = l.putUnsaved()
		}
	}
	return err
}

// putUnsaved writes what is unsaved, and which sessions are dismissed.
func (l *Log) putUnsaved() error {
	if len(l.unsaved)+len(l.dismissed) == 0 {
		return nil
	}
	db, why := l.database()
	if db == nil {
		return why
	}
	return change(l.ctx, db, func(t *tx) error {
		for _, u := range l.unsaved {
			if err := t.put(u.entry); err != nil {
				return err
			}
		}
		for _, id := range l.dismissed {
			if err := t.exec(`UPDATE session SET dismissed = 1 WHERE id = ?`, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// keep puts what is neither in the database nor in a file into files.
func (l *Log) keep() {
	l.keepErr = nil
	for _, u := range l.unsaved {
		if u.kept {
			continue
		}
		if l.keepErr = l.writeWaiting(u.entry); l.keepErr != nil {
			l.report(l.keepErr, unkeptText)
			return
		}
		u.kept = true
	}
}

// release is called when the database has everything. It stays in files as well until the
// log is closed: whoever writes over the database, and kills us before it is noticed, takes
// only that away.
func (l *Log) release() {
	for key, u := range l.unsaved {
		l.written[key] = u.entry
		if !u.kept {
			_ = l.writeWaiting(u.entry)
		}
	}
	clear(l.unsaved)
	l.dismissed, l.keepErr = nil, nil
}

// removeWritten removes the files of what the database has, once it is closed: only then
// is it seen whether all of it came to the file. What did not is taken in by the next Open.
func (l *Log) removeWritten() {
	if len(l.written) == 0 {
		return
	}
	how := "mode=ro"
	if !fileExists(l.path() + "-wal") { // nobody else has it open, and none is to be made
		how += "&immutable=1"
	}
	db, err := driver.Open(uri(l.path(), how))
	if err != nil {
		return
	}
	defer func() { _ = db.Close() }()
	for key, e := range l.written {
		if _, missing := l.unsaved[key]; !missing && findEntry(l.ctx, db, e) == nil {
			l.removeWaiting(key)
		}
	}
}
