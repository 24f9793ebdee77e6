package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"
	"time"

	"catcow/awake"
	"catcow/config"
	"catcow/guide"
	"catcow/history"
	"catcow/hook"
	"catcow/media"
	"catcow/preference"
	"catcow/progress"
	"catcow/sheet"
	"catcow/sound"
	"catcow/today"
	"catcow/tui"
)

const (
	// week is the time between two times that the weekly questions are asked.
	week = 7 * 24 * time.Hour
	// recentWeeks is how long a pose that hurt is remembered by the menu.
	recentWeeks = 4
	// closeTime is how long the log may take to write what is left.
	closeTime = 2 * time.Second
	// voiceTime is how long a session asked for by name waits for the voice, so
	// that its plan can follow it.
	voiceTime = 400 * time.Millisecond
	// lastWordsTime is how long the last words of a session that was ended may take
	// after its screens are gone.
	lastWordsTime = 6 * time.Second
)

// syncLateText is about a folder on a disk that is far away.
const syncLateText = "the folder for your other computers does not answer; the next start tries again"

// play shows the screens, with all that belongs to them.
func (a *app) play(ctx context.Context, cfg config.Config, omit omitted, show frontEnd, o tui.Options) (tui.Result, error) {
	state, loadErr := a.state()
	var stateErr error
	o.Environ, o.Now, o.Screen, o.Figure = a.Environ, a.Now, cfg.Screen, cfg.Figure
	o.Play.Manual = cfg.Session.Advance == "manual"
	o.Goal = progress.Goal(cfg.Goal)
	o.Profile = cfg.Profile
	o.CheckIn = cfg.Session.CheckIn && !omit.checkIn
	o.Say, o.Tone = cfg.Voice.Say, cfg.Chime.Breath
	o.Session.Count = cfg.Voice.Seconds
	o.State = state
	o.Keep = func(change func(*config.State)) { stateErr = cmp.Or(stateErr, config.UpdateState(change)) }
	if cfg.Screen.Awake {
		o.Awake = keepAwake
	}
	if cfg.Screen.Motion == "auto" {
		o.LessMotion = func() bool { return preference.ReadMotion(ctx).Reduced }
	}
	o.Media = a.mediaKeys
	o.Today = func(q today.Request) (today.Session, error) {
		lib, _ := o.Load()
		made, _, err := a.makeToday(ctx, cfg, lib, q)
		return made, err
	}
	o.Swap = func(q today.Request, s today.Session, at int) (today.Session, error) {
		lib, _ := o.Load()
		return a.swapToday(ctx, cfg, lib, q, s, at)
	}
	o.KeepRoutine = keepRoutine
	o.KeepSheet = func(files []sheet.File) error {
		_, err := install(files)
		return err
	}
	d := &devices{app: a, ctx: ctx, cfg: cfg, state: state, silent: omit.sound, start: o.Routine != nil, told: show.plain}
	o.Past = d.past
	o.Settled = freeMemory
	result, err := show.run(ctx, o)
	if show.tell != nil {
		show.tell(result)
	}
	if err == nil && result.End == guide.EndedEarly { // the screens leave at once
		d.hearOut(a.out.Flush)
	}
	closeErr := d.close()
	if trouble := cmp.Or(stateErr, closeErr, loadErr); trouble != nil { // one tells of the other
		a.warn(trouble.Error())
	}
	if err != nil && ctx.Err() != nil { // the terminal is gone
		result.End, err = guide.Interrupted, nil
	}
	return result, err
}

// busTime is how long the desktop may take to know us.
const busTime = 2 * time.Second

// mediaKeys lets the keys of a headset lead a session, where the desktop can.
func (a *app) mediaKeys(ctx context.Context, handle func(media.Command)) tui.Media {
	ctx, cancel := context.WithTimeout(ctx, busTime)
	defer cancel()
	control, err := media.Open(ctx, a.Now, handle)
	if err != nil || control == nil {
		return nil
	}
	return control
}

// keepAwake keeps the display on until it is released.
func keepAwake() func() {
	hold := awake.Keep(awakeText)
	return func() { go hold.Release() }
}

// devices are the log and the sound of a run of the screens. They are opened
// beside the first frame, which does not wait for them.
type devices struct {
	app    *app
	ctx    context.Context
	cfg    config.Config
	state  config.State
	silent bool
	start  bool // a session was asked for by name
	told   bool // what is wrong at first is told whole

	mu     sync.Mutex
	sound  *sound.Output
	log    *history.Log
	logErr error        // the screens may have had no room for all of it
	hooks  *hook.Runner // nil where there are none
	closed bool
}

// open opens both, unless the screens are gone already.
func (d *devices) open() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil
	}
	if !d.silent {
		d.sound = sound.Open(soundSettings(d.cfg, d.state), d.app.Now)
	}
	d.log, d.logErr = d.app.history(d.ctx)
	d.hooks = hook.New(hook.Commands(d.cfg.Hooks), encodeHook)
	return d.logErr
}

// past opens both and asks the log what the screens need to know.
func (d *devices) past() tui.Past {
	logErr := d.open()
	log := d.log
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
	out.Levels, _ = log.Levels(d.ctx)     // without them, each begins where one starts
	out.Familiar, _ = log.Familiar(d.ctx) // without them, every step is told
	if s, ok := log.Unfinished(d.ctx); ok {
		out.Unfinished = &s
	}
	asked := d.state.Asked.Weekly
	if peg, ok := log.LastPEG(d.ctx); ok && peg.At.After(asked) {
		asked = peg.At
	}
	out.Weekly = d.app.Now().Sub(asked) >= week
	if progress, err := log.Progress(d.ctx, recentWeeks); err == nil {
		for _, h := range progress.Hurt {
			out.Hurt = append(out.Hurt, h.Pose)
		}
	}
	if d.start {
		d.waitForVoice()
	}
	// From here on there is little garbage, so that a smaller heap costs no time that
	// could be measured.
	debug.SetGCPercent(25)
	debug.FreeOSMemory()
	return out
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
	ctx, cancel := context.WithTimeout(d.ctx, voiceTime)
	defer cancel()
	d.sound.WaitPace(ctx)
}

// hearOut lets the last words of a session be heard, unless somebody is in a hurry.
func (d *devices) hearOut(before func() error) {
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
	if d.closed = true; d.log == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(d.ctx), closeTime)
	defer cancel()
	syncErr := d.sync(ctx, d.log)
	if d.told {
		d.logErr = nil
	}
	return cmp.Or(d.logErr, d.log.Close(ctx), d.log.Trouble(), syncErr, d.closeHooks())
}

// sync brings this computer and others together, where a folder for that is set.
// It waits no longer for a folder that is far away than for the log to be closed.
func (d *devices) sync(ctx context.Context, log *history.Log) error {
	if d.cfg.History.Sync == "" {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, closeTime)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		_, err := log.Sync(ctx, d.cfg.History.Sync)
		done <- err
	}()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return errors.New(syncLateText)
	}
}
