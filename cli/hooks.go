package cli

import (
	"context"
	"encoding/json"
	"time"

	"catcow/history"
	"catcow/hook"
	"catcow/tui"
)

// hookTime is how long the end of the program waits for the last hook.
const hookTime = 5 * time.Second

// hookedLog is a log whose saves the hooks see too.
type hookedLog struct {
	tui.Log

	hooks *hook.Runner
}

// Save keeps a session, and lets the hooks know.
func (l hookedLog) Save(s history.Session) {
	l.Log.Save(s)
	l.hooks.Save(s)
}

// hookJSON is what a hook gets: the session as "log --json" has it.
type hookJSON struct {
	sessionJSON

	Event string         `json:"event"` // "start", "stage" or "end"
	Stage *hookStageJSON `json:"stage,omitempty"`
}

// hookStageJSON is the stage that is over.
type hookStageJSON struct {
	Kind    string  `json:"kind"`
	Pose    string  `json:"pose"`
	Variant string  `json:"variant"`
	Side    string  `json:"side"` // "left", "right" or ""
	Set     int     `json:"set"`
	Played  float64 `json:"played"` // seconds
	Skipped bool    `json:"skipped"`
}

// encodeHook is what a hook gets.
func encodeHook(e hook.Event, s history.Session) ([]byte, error) {
	s = s.Derived()
	out := hookJSON{sessionJSON: newSessionJSON(&s), Event: string(e)}
	if n := len(s.Stages); e == hook.Stage && n > 0 {
		last := &s.Stages[n-1]
		out.Stage = &hookStageJSON{
			last.Kind, last.Pose, last.Variant, last.Side, last.Set, seconds(last.Played), last.Skipped,
		}
	}
	return json.Marshal(out)
}

// closeHooks lets the last hooks run, and gives what went wrong with one.
func (d *devices) closeHooks() error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(d.ctx), hookTime)
	defer cancel()
	return d.hooks.Close(ctx)
}
