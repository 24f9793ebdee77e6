package cli

import (
	"cmp"
	"context"
	"errors"
	"time"

	"catcow/awake"
	"catcow/config"
	"catcow/fault"
	"catcow/guide"
	"catcow/media"
	"catcow/preference"
	"catcow/progress"
	"catcow/session"
	"catcow/sheet"
	"catcow/today"
	"catcow/tui"
)

const (
	// recentWeeks is how long a pose that hurt is remembered by the menu.
	recentWeeks = 4
	// closeTime is how long the log may take to write what is left.
	closeTime = 2 * time.Second
	// voiceTime is how long a session asked for by name waits for the voice, so
	// that its plan can follow it.
	voiceTime = 400 * time.Millisecond
	// pastTime is how long the log may take to be opened and asked: a file on a disk that
	// is gone may never be.
	pastTime = 10 * time.Second
	// listTime is how long a list that is printed waits for it: its lengths cannot change
	// later.
	listTime = 2 * time.Second
	// lastWordsTime is how long the last words of a session that was ended may take
	// after its screens are gone.
	lastWordsTime = 6 * time.Second
)

// syncLateText is about a folder on a disk that is far away.
const syncLateText = "the folder for your other computers does not answer; the next start tries again"

// logLateText is about a log that did not open in time.
const logLateText = "the log of sessions does not answer, so this session is not kept; look at the disk of %s"

// play shows the screens, with all that belongs to them.
func (a *app) play(ctx context.Context, cfg config.Config, h how, o tui.Options) error {
	state, loadErr := a.state()
	o.Environ, o.Now, o.Screen, o.Figure = a.Environ, a.Now, cfg.Screen, cfg.Figure
	o.Play = session.Settings{Speed: h.speed, Manual: cfg.Session.Advance == "manual"}
	o.Goal = progress.Goal(cfg.Goal)
	o.Profile = cfg.Profile
	o.CheckIn = cfg.Session.CheckIn && !h.noCheckIn
	o.Say, o.Tone = cfg.Voice.Say, cfg.Chime.Breath
	o.Session.Count = cfg.Voice.Seconds
	o.State = state
	o.Changes = &tui.Changes{Keep: func(change func(*config.State)) error { return config.UpdateState(change) }}
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
	outside := ctx
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	fail := func(value any, stack []byte) { end(&tui.CrashError{Value: value, Stack: stack}) }
	ctx = fault.With(ctx, fail)
	d := &devices{app: a, openLog: a.history, ctx: ctx, cfg: cfg, state: state, silent: h.silent, start: o.Routine != nil, told: h.plain, fail: fail}
	o.Past = d.past
	o.Settled = freeMemory
	o.Leads = limitProcessors
	var result tui.Result
	var err error
	a.warnings.during(func() { result, err = a.lead(ctx, h.plain, o) })
	if !h.plain && o.Routine != nil { // line by line has said it; what was done stays done, whatever went wrong
		a.print(resultText(result))
	}
	if err == nil && result.End == guide.EndedEarly { // the screens leave at once
		d.drainSound(a.out.Flush)
	}
	closeErr := d.close()
	if trouble := cmp.Or(o.Changes.Trouble(), closeErr, loadErr); trouble != nil { // one tells of the other
		a.warn(trouble.Error())
	}
	if err != nil && outside.Err() != nil { // the terminal is gone
		result.End, err = guide.Interrupted, nil
	}
	return playEnd(ctx, result, err)
}

// playEnd is what a run of the screens comes to. A fault beside them has ended ctx.
func playEnd(ctx context.Context, result tui.Result, err error) error {
	if crash, ok := errors.AsType[*tui.CrashError](context.Cause(ctx)); ok {
		crash.Result = result
		return crash
	}
	if err != nil {
		return err
	}
	return exitOf(result)
}

// busTime is how long the desktop may take to know us.
const busTime = 2 * time.Second

// mediaKeys lets the keys of a headset lead a session, where the desktop can.
func (a *app) mediaKeys(ctx context.Context, handle func(media.Command)) tui.Media {
	ctx, cancel := context.WithTimeout(ctx, busTime)
	defer cancel()
	control, err := media.Open(ctx, a.Now, handle)
	if err != nil {
		return nil
	}
	return control
}

// keepAwake keeps the display on until it is released.
func keepAwake() func() {
	release := awake.Keep(awakeText)
	return func() { go release() }
}
