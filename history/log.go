package history

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"
)

// Log is the log of sessions: a database, and what could not be written to it
// yet. Its methods may be called by several goroutines at once. Those without a
// context never wait for the disk, and do nothing once it is closed.
type Log struct {
	now    func() time.Time
	folder string
	setup  setup
	run    run
	ctx    context.Context // of the writer, which outlives the call that began it
	wake   chan struct{}
	done   chan struct{}

	mu      sync.Mutex
	queue   []op
	count   int64 // ops so far
	known   map[string]record
	closing bool
	trouble error
	said    map[string]bool // what went wrong before
	db      *sql.DB         // nil while there is none that can be written to
	view    *sql.DB         // read instead of it: the same file, or a database in memory

	// What follows belongs to the writer.
	waiting  []op // not in the database
	beside   pending
	hopeless error // why there is no sense in trying again
	pause    time.Duration
}

// setup is what only tests set otherwise.
type setup struct {
	steps []string // of the schema
	pages int      // the most the database may have; 0 for no limit
	busy  time.Duration
}

// Open opens the log in a folder, which is made if it is missing. It always gives
// a Log that can be used and is to be closed. Where the database cannot be opened
// or written to, because it is locked, read-only, of a newer version or the disk
// is full, what is told is kept in a file beside it, history.pending-….jsonl, at
// worst in memory, and taken in later, at the latest by another Open. One that is
// damaged is moved aside, and what can be read of it brought over.
//
// The error says on one line what is wrong and what to do. It is to be shown
// once. The function tells what time it is, in the zone of the person.
func Open(ctx context.Context, folder string, now func() time.Time) (*Log, error) {
	return open(ctx, folder, now, setup{steps: schema(), busy: time.Second})
}

func open(ctx context.Context, folder string, now func() time.Time, s setup) (*Log, error) {
	l := &Log{
		now: now, folder: folder, setup: s, ctx: context.WithoutCancel(ctx), known: map[string]record{}, said: map[string]bool{},
		wake: make(chan struct{}, 1), done: make(chan struct{}),
	}
	wrong := makeFolder(folder)
	l.run = newRun(folder)
	l.beside = pending{folder: folder, run: l.run.id}
	if wrong == nil {
		wrong = l.attach(false)
	}
	if wrong != nil {
		l.look(wrong)
		l.complain(wrong)
	}
	go l.work()
	return l, l.Trouble()
}

// Close writes what is left and closes the log. It waits no longer than the
// context lasts. The error says that something could be kept nowhere.
func (l *Log) Close(ctx context.Context) error {
	l.mu.Lock()
	l.closing = true
	l.mu.Unlock()
	l.rouse()
	select {
	case <-l.done:
	case <-ctx.Done():
		return errUnsaved
	}
	if len(l.beside.unsaved) > 0 {
		return errUnsaved
	}
	return nil
}

// Trouble is the first thing that went wrong since Open, or since it was asked
// last, on one line; nil if all is well. Each is told once. Nothing is lost by it
// as long as the program runs.
func (l *Log) Trouble() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	wrong := l.trouble
	l.trouble = nil
	return wrong
}

func (l *Log) complain(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	err = told(err)
	if l.said[err.Error()] {
		return
	}
	l.said[err.Error()] = true
	if l.trouble == nil {
		l.trouble = err
	}
}

// push hands something to the writer.
func (l *Log) push(o op) {
	l.mu.Lock()
	if l.closing {
		l.mu.Unlock()
		if o.told != nil {
			close(o.told)
		}
		return
	}
	if o.kept() {
		l.count++
		o.N = l.count
	}
	l.queue = append(l.queue, o)
	l.mu.Unlock()
	l.rouse()
}

func (l *Log) rouse() {
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// settle waits until everything told before is written or kept.
func (l *Log) settle(ctx context.Context) error {
	told := make(chan struct{})
	l.push(op{Do: doTell, told: told})
	select {
	case <-told:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// ask answers a question from the database, after everything told before. One
// that turns out to be damaged is mended, and asked again.
func (l *Log) ask(ctx context.Context, question func(asker) error) error {
	if err := l.settle(ctx); err != nil {
		return err
	}
	err := l.askOnce(ctx, question)
	if isDamage(err) {
		l.push(op{Do: doMend})
		if err := l.settle(ctx); err != nil {
			return err
		}
		err = l.askOnce(ctx, question)
	}
	return told(err)
}

func (l *Log) askOnce(ctx context.Context, question func(asker) error) error {
	l.mu.Lock()
	db := l.db
	if db == nil {
		db = l.view
	}
	l.mu.Unlock()
	if db == nil {
		return errClosed
	}
	return look(ctx, db, question)
}

// writable is the database, after everything told before.
func (l *Log) writable(ctx context.Context) (*sql.DB, error) {
	if err := l.settle(ctx); err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.db == nil {
		return nil, errNoDatabase
	}
	return l.db, nil
}

func (l *Log) set(db, view *sql.DB) {
	l.mu.Lock()
	old := []*sql.DB{l.db, l.view}
	l.db, l.view = db, view
	l.mu.Unlock()
	for _, o := range old {
		if o != nil && o != db && o != view {
			_ = o.Close()
		}
	}
}

// told is an error as it is shown: one line, in words.
func told(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return explain(err)
}
