package plain

import (
	"context"

	"catcow/history"
)

// diary is a log that keeps what it is given.
type diary struct {
	saves []history.Session
	pegs  []history.PEG
}

func (d *diary) Save(s history.Session) { d.saves = append(d.saves, s) }

func (d *diary) SavePEG(p history.PEG) { d.pegs = append(d.pegs, p) }

func (*diary) Dismiss(string) {}

func (*diary) Trouble() error { return nil }

func (d *diary) Resume(context.Context, string) (history.Session, error) { return d.last(), nil }

func (*diary) Progress(context.Context, int) (history.Progress, error) {
	return history.Progress{}, nil
}

func (d *diary) last() history.Session {
	if len(d.saves) == 0 {
		return history.Session{}
	}
	return d.saves[len(d.saves)-1]
}
