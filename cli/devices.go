package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"sync"
	"syscall"

	"catcow/config"
	"catcow/fault"
	"catcow/history"
	"catcow/hook"
	"catcow/sound"
	"catcow/tui"
)

// devices are the log and the sound of a run of the screens. They are opened
// beside the first frame, which does not wait for them.
type devices struct {
	app     *app
	openLog func(context.Context) (*history.Log, error)
	ctx     context.Context
	cfg     config.Config
	state   config.State
	silent  bool
	start   bool // a session was asked for by name
	told    bool // what is wrong at first is told whole
	fail    fault.Report

	mu     sync.Mutex
	sound  *sound.Output
	log    *history.Log
	logErr error        // the screens may have had no room for all of it
	hooks  *hook.Runner // nil where there are none
	closed bool
}

// open opens both, unless the screens are gone already.
func (d *devices) open() (*history.Log, error) {
	d.mu.Lock()
	closed := d.closed
	if !closed && !d.silent {
		settings := soundSettings(d.cfg, d.state)
		settings.Fault = d.fail
		d.sound = sound.Open(settings, d.app.Now)
	}
	d.mu.Unlock()
	if closed {
		return nil, nil
	}
	log, err := d.openLog(d.ctx)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, log.Close(d.ctx)
	}
	d.log, d.logErr = log, err
	hooks := d.cfg.Hooks
	d.hooks = hook.New(hook.Commands{hook.Start: hooks.Start, hook.Stage: hooks.Stage, hook.End: hooks.End}, encodeHook)
	return log, err
}

// past opens both and asks the log what the screens need to know. It does not wait for
// ever: without an answer the session goes on and is not kept.
func (d *devices) past() tui.Past {
	defer shrink()
	var past tui.Past
	if fault.Within(d.ctx, pastTime, func(context.Context) { past = d.readPast() }) {
		return past
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	late := tui.Past{Trouble: fmt.Errorf(logLateText, logFolder())}
	d.logErr = late.Trouble
	if d.sound != nil {
		late.Sound = d.sound
	}
	return late
}

func (d *devices) readPast() tui.Past {
	log, logErr := d.open()
	if log == nil {
		return tui.Past{}
	}
	syncErr := d.sync(d.ctx, log)
	out := tui.Past{Log: log, Trouble: cmp.Or(logErr, syncErr)}
	if d.hooks != nil {
		out.Log = hookedLog{log, d.hooks}
	}
	if d.sound != nil {
		out.Sound = d.sound
	}
	_ = d.recollect(d.ctx, log, &out) // without it, each begins where one starts, and every step is told
	out.Again = func(ctx context.Context) (now tui.Past, err error) {
		err = d.recollect(ctx, log, &now)
		return now, err
	}
	if s, ok := log.Unfinished(d.ctx); ok {
		out.Unfinished = &s
	}
	out.Weekly = config.IsDue(d.state.Asked.Weekly, d.app.Now())
	if peg, ok := log.LastPEG(d.ctx); ok {
		out.Weekly = out.Weekly && config.IsDue(peg.At, d.app.Now())
	}
	if d.start || d.told {
		d.waitForVoice()
	}
	return out
}

// recollect asks the log for what each session changes.
func (d *devices) recollect(ctx context.Context, log *history.Log, out *tui.Past) error {
	poses, err := log.Poses(ctx, d.app.Now())
	out.Levels, out.Familiar = map[string]float64{}, map[string]int{}
	for _, p := range poses {
		out.Levels[p.ID], out.Familiar[p.ID] = p.Level, p.Times
	}
	progress, hurtErr := log.Progress(ctx, recentWeeks)
	for _, h := range progress.Hurt {
		out.Hurt = append(out.Hurt, h.Pose)
	}
	return cmp.Or(err, hurtErr)
}

// shrink keeps the heap small from here on: there is little garbage then, and it is
// collected about once a second; more often where the pictures of a large terminal would
// take more than mostMemory. Who has read much may have twice as much.
func shrink() {
	debug.SetGCPercent(50)
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetMemoryLimit(max(mostMemory, 2*int64(m.HeapAlloc)))
}

// mostMemory is in bytes; the pages of the program itself, some 12 MiB, come to it.
const mostMemory = 48 << 20

// limitProcessors has a session do with one processor. Its frames are small, and for each
// the others would wake to find nothing to do, which is a quarter of what a hold takes.
func limitProcessors(leads bool) {
	if leads {
		runtime.GOMAXPROCS(1)
	} else {
		runtime.SetDefaultGOMAXPROCS()
	}
}

// freeMemory gives back what only the way here needed.
func freeMemory() {
	debug.FreeOSMemory()
	freeProgram()
}

// waitForVoice waits a little for the search for a voice to be over.
func (d *devices) waitForVoice() {
	if d.sound == nil {
		return
	}
	limit := voiceTime
	if d.told && !d.start { // what was printed stays
		limit = listTime
	}
	ctx, cancel := context.WithTimeout(d.ctx, limit)
	defer cancel()
	d.sound.WaitPace(ctx)
}

// drainSound lets the last words of a session be heard, unless somebody is in a hurry.
func (d *devices) drainSound(before func() error) {
	d.mu.Lock()
	out := d.sound
	d.mu.Unlock()
	if out == nil || before() != nil {
		return
	}
	ctx, stop := signal.NotifyContext(d.ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, lastWordsTime)
	defer cancel()
	out.Drain(ctx)
}

// close ends the sound and the log.
func (d *devices) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.sound != nil {
		d.sound.Close()
	}
	d.closed = true
	if d.told {
		d.logErr = nil
	}
	if d.log == nil {
		return d.logErr
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(d.ctx), closeTime)
	defer cancel()
	syncErr := d.sync(ctx, d.log)
	return cmp.Or(d.logErr, d.log.Close(ctx), d.log.Trouble(), syncErr, d.closeHooks())
}

// sync brings this computer and others together, where a folder for that is set.
// It waits no longer for a folder that is far away than for the log to be closed.
func (d *devices) sync(ctx context.Context, log *history.Log) error {
	if d.cfg.History.Sync == "" {
		return nil
	}
	var err error
	if !fault.Within(ctx, closeTime, func(ctx context.Context) { _, err = log.Sync(ctx, d.cfg.History.Sync) }) {
		return errors.New(syncLateText)
	}
	return err
}
