package history

import (
	"context"
	"slices"
	"time"
)

const (
	firstPause = 2 * time.Second // until what was not taken is offered again
	longPause  = time.Minute
	lastTries  = 3 // when the log is closed
)

// work is the writer: the one goroutine that changes the database.
func (l *Log) work() {
	defer close(l.done)
	for {
		batch, closing := l.next()
		l.save(batch)
		if closing {
			break
		}
	}
	for range lastTries {
		if len(l.waiting) == 0 || l.hopeless != nil {
			break
		}
		l.save(nil)
	}
	l.set(nil, nil)
	l.run.end()
}

// next waits for something to write, or until it is time to try again.
func (l *Log) next() (batch []op, closing bool) {
	ctx := l.ctx
	if len(l.waiting) > 0 && l.hopeless == nil {
		timed, cancel := context.WithTimeout(ctx, l.pause)
		defer cancel()
		ctx = timed
	}
	for {
		l.mu.Lock()
		batch, closing = l.queue, l.closing
		l.queue = nil
		l.mu.Unlock()
		if len(batch) > 0 || closing {
			return batch, closing
		}
		select {
		case <-l.wake:
		case <-ctx.Done():
			return nil, false
		}
	}
}

// save writes a batch, and what waits from before; or keeps it. Where there is
// trouble already, it is kept first: to find out whether there still is may take
// seconds.
func (l *Log) save(batch []op) {
	var keep []op
	mend := false
	for _, o := range batch {
		mend = mend || o.Do == doMend
		if o.kept() {
			keep = append(keep, o)
		}
	}
	all := slices.Concat(l.waiting, batch)
	early := l.db == nil || len(l.waiting) > 0
	if early {
		l.remember(keep)
	}
	err := l.write(all, mend)
	switch {
	case err == nil:
		l.waiting, l.pause = nil, firstPause
		l.beside.remove()
	case len(keep)+len(l.waiting) > 0:
		l.complain(err)
		if !early {
			l.remember(keep)
		}
		l.waiting = append(l.waiting, keep...)
		l.pause = min(max(2*l.pause, firstPause), longPause)
	}
	for _, o := range batch {
		if o.told != nil {
			close(o.told)
		}
	}
}

// remember keeps ops where the database does not take them. A database in memory
// takes them too, so that this run can still be asked.
func (l *Log) remember(ops []op) {
	l.mu.Lock()
	known, view := l.known, l.view
	l.mu.Unlock()
	if view != nil {
		_ = change(l.ctx, view, func(t *tx) error { return l.applyAll(t, ops) })
	}
	if err := l.beside.add(ops, known); err != nil {
		l.complain(err)
	}
}

// write writes ops in one transaction. Where the database is damaged, it is
// mended and tried once more.
func (l *Log) write(ops []op, mend bool) error {
	if mend {
		l.set(nil, nil)
	}
	if l.db == nil {
		if l.hopeless != nil {
			return l.hopeless
		}
		if err := l.attach(mend); err != nil {
			if l.view == nil {
				l.look(err)
			}
			return err
		}
	}
	err := l.put(ops)
	if isDamage(err) {
		l.set(nil, nil)
		if err = l.attach(true); err != nil {
			l.look(err)
			return err
		}
		err = l.put(ops)
	}
	if ownFault(err) {
		err = l.putEach(ops)
	}
	return err
}

func (l *Log) put(ops []op) error {
	if !writes(ops) {
		return nil
	}
	return change(l.ctx, l.db, func(t *tx) error {
		if err := l.applyAll(t, ops); err != nil {
			return err
		}
		if l.beside.empty() {
			return nil
		}
		return t.take(l.run.id, ops)
	})
}

// putEach writes ops one by one, so that one which the database will never take
// does not stand in the way of the others.
func (l *Log) putEach(ops []op) error {
	for _, o := range ops {
		err := l.put([]op{o})
		if ownFault(err) {
			l.complain(err)
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *Log) applyAll(t *tx, ops []op) error {
	l.mu.Lock()
	t.known = map[string]record{}
	for _, o := range ops {
		if r, ok := l.known[o.ID]; ok {
			t.known[o.ID] = r
		}
	}
	l.mu.Unlock()
	for _, o := range ops {
		if err := t.apply(o); err != nil {
			return err
		}
	}
	return nil
}

// writes reports whether there is anything in the ops for the database.
func writes(ops []op) bool {
	for _, o := range ops {
		if o.kept() || o.Do == doFold {
			return true
		}
	}
	return false
}
