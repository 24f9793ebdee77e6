package history

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/ncruces/go-sqlite3"
)

// clock is a clock that a test sets.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

func (c *clock) set(now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = now
}

func cet() *time.Location { return time.FixedZone("CET", 3600) }

func newClock() *clock { return &clock{now: time.Date(2026, 11, 18, 7, 30, 0, 0, cet())} } // a Wednesday

// testSetup is how the log is opened, but for waiting until the disk has everything:
// no test cuts the power.
func testSetup() setup {
	return setup{steps: schema(), busy: time.Second, connect: func(c *sqlite3.Conn) error { return c.Exec(`PRAGMA synchronous = off`) }}
}

func mustOpen(tb testing.TB, folder string, c *clock) *Log {
	tb.Helper()
	return mustOpenWith(tb, folder, c, testSetup())
}

func mustOpenWith(tb testing.TB, folder string, c *clock, s setup) *Log {
	tb.Helper()
	l, err := open(tb.Context(), folder, c.Now, s)
	if err != nil {
		tb.Fatal(err)
	}
	closeAfter(tb, l)
	return l
}

func closeAfter(tb testing.TB, l *Log) {
	tb.Helper()
	tb.Cleanup(func() { _ = l.Close(context.Background()) })
}

func mustClose(tb testing.TB, l *Log) {
	tb.Helper()
	if err := l.Close(tb.Context()); err != nil {
		tb.Fatal(err)
	}
}

// noTrouble fails the test if something went wrong on the way.
func noTrouble(tb testing.TB, l *Log) {
	tb.Helper()
	if err := l.flush(tb.Context(), false); err != nil {
		tb.Fatal(err)
	}
	if err := l.Trouble(); err != nil {
		tb.Fatal(err)
	}
}

// list gives the sessions that a filter lets through.
func (l *Log) list(ctx context.Context, f Filter) (all []Session, err error) {
	err = l.EachSession(ctx, f, func(s Session) error {
		all = append(all, s)
		return nil
	})
	return all, err
}

func sessions(tb testing.TB, l *Log) []Session {
	tb.Helper()
	all, err := l.list(tb.Context(), Filter{})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

func aSession(c *clock) Session {
	return Session{
		ID: NewID(), Routine: "lower-back", Name: "Lower back", Started: c.Now(),
		Planned: 9 * time.Minute, Poses: 3, PlanStages: 9, Plan: `{"routine":"lower-back","level":0.5}`,
	}
}

// begin saves a new session.
func begin(l *Log, c *clock) *Session {
	s := aSession(c)
	l.Save(s)
	return &s
}

// play goes through the stages from to (not included) of a session of three poses
// with three stages each, every one a minute long.
func play(l *Log, c *clock, s *Session, from, to int) {
	for i := from; i < to; i++ {
		c.add(time.Minute)
		addStage(l, s, aStage(i, c.Now()))
	}
}

func addStage(l *Log, s *Session, g Stage) {
	s.Stages = append(s.Stages, g)
	s.Next = g.Index + 1
	l.Save(*s)
}

func hurt(l *Log, s *Session, h Hurt) {
	if h.At.IsZero() {
		h.At = l.now()
	}
	s.Hurts = append(s.Hurts, h)
	l.Save(*s)
}

func rateBefore(l *Log, s *Session, pain int, where []string) {
	s.Before, s.Where = &pain, where
	l.Save(*s)
}

func rateAfter(l *Log, s *Session, pain int) {
	s.After = &pain
	l.Save(*s)
}

func finish(l *Log, s *Session, end string) {
	s.End, s.Ended = end, l.now()
	l.Save(*s)
}

func aStage(i int, at time.Time) Stage {
	return Stage{
		Index: i, Kind: []string{"setup", "hold", "release"}[i%3], Pose: fmt.Sprintf("pose-%d", i/3), Variant: "knees-together",
		Side: "right", Item: i / 3, Set: 1, Planned: time.Minute, Played: time.Minute, Last: i%3 == 2, At: at,
	}
}
