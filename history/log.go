package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"sync"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// Log is the log of sessions: a database, and what could not be written to it
// yet. Its methods may be called by several goroutines at once. Those without a
// context never wait for the disk, and do nothing once it is closed.
type Log struct {
	now    func() time.Time
	folder string
	setup  setup
	ctx    context.Context // of the writer, which outlives the call that began it
	wake   chan struct{}
	done   chan struct{}

	mu       sync.Mutex
	queue    queue
	saved    map[string]entry // what was saved by this process, as it is now
	closing  bool
	trouble  error
	fate     string          // what becomes of what is saved meanwhile; "" where that is nothing to say
	reported map[string]bool // what went wrong before
	db       *sql.DB         // nil while there is none that can be written to
	missing  error           // why there is none

	poseName func(id string) string // "" to call a pose by its id

	// What follows belongs to the writer.
	run     run
	file    fs.FileInfo      // of the database that is open
	wal     fs.FileInfo      // of its log of changes
	count   int64            // of sessions and answers that were in it
	written map[string]entry // what this process wrote to it
	stuck   <-chan struct{}  // closed when a connection that did not come about is given up; nil for none
	lost    *sql.DB          // one that was removed or replaced, and not brought over yet
	unsaved map[string]*unsaved
	keepErr error // why some of it is in no file either

	dismissed []string // sessions of which the database does not know it yet
}

// queue is what the writer is to do next.
type queue struct {
	entries   []entry
	dismissed []string        // sessions, by ID
	repair    bool            // a question found the database damaged
	waiters   []chan struct{} // to be closed when it is done
}

// unsaved is what is not in the database.
type unsaved struct {
	entry

	kept bool // in a file
}

// setup is what only tests set otherwise.
type setup struct {
	steps   []string // of the schema
	busy    time.Duration
	connect func(*sqlite3.Conn) error // called with each connection that is made
}

// Open opens the log in a folder, which is made if it is missing. It always gives
// a Log that can be used and is to be closed. Where the database cannot be opened
// or written to, because it is locked, read-only, of a newer version or the disk
// is full, what is saved is kept in files beside it, at worst in memory, and taken
// in later, at the latest by another Open. One that is damaged is moved aside, and
// what can be read of it brought over.
//
// The error says on one line what is wrong and what to do. It is to be shown
// once. The function tells what time it is, in the zone of the person.
func Open(ctx context.Context, folder string, now func() time.Time) (*Log, error) {
	return open(ctx, folder, now, setup{steps: schema(), busy: time.Second})
}

func open(ctx context.Context, folder string, now func() time.Time, s setup) (*Log, error) {
	l := &Log{
		now: now, folder: folder, setup: s, ctx: context.WithoutCancel(ctx), run: run{id: NewID()},
		saved: map[string]entry{}, reported: map[string]bool{}, unsaved: map[string]*unsaved{}, written: map[string]entry{},
		wake: make(chan struct{}, 1), done: make(chan struct{}), poseName: func(string) string { return "" },
	}
	if err := l.guard(func() error { return l.openDatabase(false) }); err != nil {
		l.report(err, "")
	}
	go l.work()
	return l, l.Trouble()
}

// Save writes a session as it is now: a new one, or in place of what was saved of
// it before. One with no ID is not logged. A session without an end is marked as
// being played by this process as long as that lives.
func (l *Log) Save(s Session) {
	if !isID(s.ID) {
		return
	}
	r := newRecord(s)
	r.run, r.Changed = l.run.id, l.now().UTC()
	l.push(entry{session: &r})
}

// SavePEG writes an answer to the three questions.
func (l *Log) SavePEG(p PEG) {
	if p.At.IsZero() {
		p.At = l.now()
	}
	r := newPEGRecord(p)
	l.push(entry{peg: &r})
}

// Dismiss says that a session which was cut off is not to go on.
func (l *Log) Dismiss(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closing {
		l.queue.dismissed = append(l.queue.dismissed, id)
		l.wakeWriter()
	}
}

// Close writes what is left and closes the log. It waits no longer than the
// context lasts. The error says that something could be kept nowhere, or that the
// wait was too short.
func (l *Log) Close(ctx context.Context) error {
	l.mu.Lock()
	l.closing = true
	l.mu.Unlock()
	l.wakeWriter()
	select {
	case <-l.done:
	case <-ctx.Done():
		return errLate
	}
	if l.keepErr != nil {
		return fmt.Errorf(lostText, reason(l.keepErr))
	}
	return nil
}

// Trouble is the first thing that went wrong since Open, or since it was asked
// last, on one line; nil if all is well. Each is given once, together with what
// becomes of what is saved meanwhile.
func (l *Log) Trouble() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	err, fate := l.trouble, l.fate
	l.trouble, l.fate = nil, ""
	switch {
	case fate == "":
		return err
	case l.isClosedWhole():
		return nil
	case l.isPlaying():
		fate = goesOnText + fate
	}
	return fmt.Errorf("%w; %s", err, fate)
}

// isPlaying reports whether a session is under way.
func (l *Log) isPlaying() bool {
	if l.closing {
		return false
	}
	for _, e := range l.saved {
		if e.session != nil && e.session.End == "" {
			return true
		}
	}
	return false
}

// isClosedWhole reports whether the log was closed with all in the database.
func (l *Log) isClosedWhole() bool {
	select {
	case <-l.done:
		return len(l.unsaved) == 0
	default:
		return false
	}
}

// guard makes a panic of the driver an error, as it does where the system gives it
// no memory, and a fault too: the index of the log of changes is a file in memory,
// which somebody may cut off. A database that was left in the middle is not touched again.
func (l *Log) guard(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		err = hopelessError{fmt.Errorf(driverText, clean(fmt.Sprint(p), limitName))}
		if _, ok := p.(interface{ Addr() uintptr }); ok { // a fault: see [debug.SetPanicOnFault]
			err = hopelessError{errors.New(faultText)}
		}
		l.mu.Lock()
		defer l.mu.Unlock()
		l.db, l.missing = nil, err
	}()
	return do()
}

// report has an error told once, together with what becomes of what is saved.
func (l *Log) report(err error, fate string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	err = explain(err)
	key := err.Error()
	if fate == unkeptText {
		key += fate // which is worse than what was said
	}
	known := l.reported[key]
	l.reported[key] = true
	if !known && l.trouble == nil {
		l.trouble, l.fate = err, fate
	}
}

// push hands something to the writer.
func (l *Log) push(e entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closing {
		return
	}
	if old := l.saved[e.key()].session; old != nil && !e.session.Changed.After(old.Changed) {
		e.session.Changed = old.Changed.Add(1) // the clock was set back, or is coarse
	}
	l.saved[e.key()] = e
	l.queue.entries = append(l.queue.entries, e)
	l.wakeWriter()
}

func (l *Log) wakeWriter() {
	select {
	case l.wake <- struct{}{}:
	default:
	}
}
