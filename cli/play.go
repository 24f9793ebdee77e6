package cli

import (
	"cmp"
	"context"
	"runtime/debug"
	"sync"
	"time"

	"catcow/awake"
	"catcow/config"
	"catcow/history"
	"catcow/sound"
	"catcow/tui"
)

const (
	// week is the time between two times that the weekly questions are asked.
	week = 7 * 24 * time.Hour
	// lately is how many weeks a pose that hurt is remembered by the menu.
	lately = 4
	// lastWords is how long the log may take to write what is left.
	lastWords = 2 * time.Second
	// voiceReady is how long a session asked for by name waits for the voice, so
	// that its plan can follow it.
	voiceReady = 400 * time.Millisecond
)

// play shows the screens, with all that belongs to them.
func (a *app) play(ctx context.Context, cfg config.Config, omit *omitted, o tui.Options) (tui.Result, error) {
	state, lost := config.LoadState()
	var forgot error
	o.Environ, o.Screen, o.Figure = a.Environ, cfg.Screen, cfg.Figure
	o.Play.Manual = cfg.Session.Advance == "manual"
	o.Goal = tui.Goal(cfg.Goal)
	o.Profile = cfg.Profile
	o.CheckIn = cfg.Session.CheckIn && !omit.checkIn
	o.Say = cfg.Voice.Say
	o.Session.Count = cfg.Voice.Seconds
	o.State = state
	o.Keep = func(change func(*config.State)) { forgot = cmp.Or(forgot, config.UpdateState(change)) }
	if cfg.Screen.Awake {
		o.Awake = stayAwake
	}
	past := &past{app: a, ctx: ctx, cfg: cfg, state: state, silent: omit.sound, start: o.Routine != nil}
	o.Past = past.read
	result, err := a.Play(ctx, o)
	if kept := past.close(); forgot == nil {
		forgot = kept
	}
	if told := cmp.Or(forgot, lost); told != nil { // one tells of the other
		a.warn(told.Error())
	}
	if err != nil && ctx.Err() != nil { // the terminal is gone
		result.End, err = tui.Interrupted, nil
	}
	return result, err
}

// stayAwake keeps the display on until it is released.
func stayAwake() func() {
	hold := awake.Keep(sayAwake)
	return func() { go hold.Release() }
}

// past is the log and the sound of a run of the screens.
type past struct {
	app    *app
	ctx    context.Context
	cfg    config.Config
	state  config.State
	silent bool
	start  bool // a session was asked for by name

	mu    sync.Mutex
	sound *sound.Output
	log   *history.Log
	wrong error // with the log; the screens may have had no room for all of it
	over  bool  // nobody will need them any more
}

// open opens both, unless the screens are gone already.
func (p *past) open() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over {
		return nil
	}
	if !p.silent {
		p.sound = sound.Open(soundSettings(p.cfg, p.state), p.app.Now)
	}
	p.log, p.wrong = p.app.history(p.ctx)
	return p.wrong
}

// read opens the log and asks it what the screens need to know. It is called
// beside the first frame.
func (p *past) read() tui.Past {
	wrong := p.open()
	log := p.log
	if log == nil {
		return tui.Past{}
	}
	out := tui.Past{Log: log, Trouble: wrong}
	if p.sound != nil {
		out.Sound = p.sound
	}
	out.Levels, _ = log.Levels(p.ctx) // without them, each begins where one starts
	if s, ok := log.Unfinished(p.ctx); ok {
		out.Unfinished = &s
	}
	asked := p.state.Asked.Weekly
	if peg, ok := log.LastPEG(p.ctx); ok && peg.At.After(asked) {
		asked = peg.At
	}
	out.Weekly = p.app.Now().Sub(asked) >= week
	if progress, err := log.Progress(p.ctx, lately); err == nil {
		for _, h := range progress.Hurt {
			out.Hurt = append(out.Hurt, h.Pose)
		}
	}
	if p.start {
		p.waitForVoice()
	}
	slim()
	return out
}

// slim gives back what reading the files took. From here on there is little
// garbage, so that a smaller heap costs no time that could be measured.
func slim() {
	debug.SetGCPercent(25)
	debug.FreeOSMemory()
}

// waitForVoice waits a little for the search for a voice to be over.
func (p *past) waitForVoice() {
	if p.sound == nil {
		return
	}
	ctx, cancel := context.WithTimeout(p.ctx, voiceReady)
	defer cancel()
	p.sound.WaitPace(ctx)
}

// close ends the sound and the log.
func (p *past) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.sound != nil {
		p.sound.Close()
	}
	if p.over = true; p.log == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(p.ctx), lastWords)
	defer cancel()
	return cmp.Or(p.wrong, p.log.Close(ctx), p.log.Trouble())
}
