package tui

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"catcow/history"
)

// diary is a Log that writes down what it is told.
type diary struct {
	mu       sync.Mutex
	sessions []history.Session
	stages   []history.Stage
	hurts    []history.Hurt
	checks   []string
	pegs     []history.PEG
	ends     []string
	again    history.Session
	trouble  error
}

func (d *diary) Save(s history.Session) {
	d.mu.Lock()
	defer d.mu.Unlock()
	i := slices.IndexFunc(d.sessions, func(old history.Session) bool { return old.ID == s.ID })
	if i < 0 {
		i, d.sessions = len(d.sessions), append(d.sessions, history.Session{})
	}
	if s.End != "" && d.sessions[i].End == "" {
		d.ends = append(d.ends, s.End)
	}
	if s.After != nil && d.sessions[i].After == nil {
		d.checks = append(d.checks, fmt.Sprint(true, *s.After))
	}
	d.sessions[i], d.stages, d.hurts = s, s.Stages, s.Hurts
}

func (d *diary) SavePEG(p history.PEG) { d.pegs = append(d.pegs, p) }

func (d *diary) Dismiss(id string) { d.ends = append(d.ends, "dismissed "+id) }

func (d *diary) Trouble() error {
	err := d.trouble
	d.trouble = nil
	return err
}

func (d *diary) Resume(context.Context, string) (history.Session, error) {
	return d.again, nil
}

func (d *diary) Progress(context.Context, int) (history.Progress, error) {
	return history.Progress{}, nil
}

// remembering is the options of a run with a diary and a check-in.
func remembering(tb testing.TB) (Options, *diary) {
	tb.Helper()
	o, d := builtin(tb), &diary{}
	o.CheckIn = true
	o.Past = func() Past { return Past{Log: d} }
	return o, d
}
