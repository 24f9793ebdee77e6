package history

import (
	"errors"
	"maps"
	"slices"
)

// work is the writer: the one goroutine that changes the database.
func (l *Log) work() {
	defer close(l.done)
	for closing := false; !closing; {
		var q queue
		q, closing = l.next()
		if err := l.guard(func() error { l.writeQueue(q); return nil }); err != nil {
			l.report(err)
		}
	}
	if len(l.unsaved) > 0 {
		l.writeQueue(queue{}) // there may be space by now
	}
	_ = l.guard(func() error { l.setDatabase(nil, errClosed); return nil })
	l.run.end()
}

// next waits for something to do.
func (l *Log) next() (q queue, closing bool) {
	for {
		l.mu.Lock()
		q, closing = l.queue, l.closing
		l.queue = queue{}
		l.mu.Unlock()
		if len(q.entries)+len(q.waiters) > 0 || closing {
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
		if key := e.key(); key != "" {
			l.unsaved[key], l.unkept[key] = e, true
		}
	}
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
	case len(l.unsaved) > 0 && len(l.unkept) == 0:
		l.report(keptError{err})
	case len(l.unsaved) > 0 || q.repair:
		l.report(err)
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
	entries := slices.Collect(maps.Values(l.unsaved))
	for _, e := range q.entries {
		if e.dismiss != "" {
			entries = append(entries, e)
		}
	}
	err := l.putEntries(entries)
	if isDamage(err) {
		if err = l.openDatabase(true); err == nil {
			err = l.putEntries(entries)
		}
	}
	return err
}

func (l *Log) putEntries(entries []entry) error {
	if len(entries) == 0 {
		return nil
	}
	db, why := l.database()
	if db == nil {
		return why
	}
	return change(l.ctx, db, func(t *tx) error {
		for _, e := range entries {
			if err := t.put(e, l.run.id); err != nil {
				return err
			}
		}
		return nil
	})
}

// putSaved writes everything that this process has saved: a database that was opened
// anew may not have it.
func (l *Log) putSaved() error {
	l.mu.Lock()
	entries := slices.Collect(maps.Values(l.saved))
	l.mu.Unlock()
	return l.putEntries(entries)
}

// keep puts what is neither in the database nor in a file into files.
func (l *Log) keep() {
	for key := range l.unkept {
		if l.keepErr = l.writeWaiting(l.unsaved[key]); l.keepErr != nil {
			l.report(unkeptError{l.keepErr})
			return
		}
		delete(l.unkept, key)
	}
}

// release is called when the database has everything.
func (l *Log) release() {
	for key, e := range l.unsaved {
		l.written[key] = e
		if !l.unkept[key] {
			l.removeWaiting(key)
		}
	}
	clear(l.unsaved)
	clear(l.unkept)
}
