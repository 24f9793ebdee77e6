package sound

import (
	"context"
	"time"
)

// signal wakes one goroutine. To send it twice before it is taken is to send it
// once.
type signal chan struct{}

func newSignal() signal { return make(signal, 1) }

func (s signal) send() {
	select {
	case s <- struct{}{}:
	default:
	}
}

// news is closed when something has changed, and replaced by the next.
type news chan struct{}

func (n *news) spread() {
	close(*n)
	*n = make(news)
}

// wait waits for a signal, for something to be over, or for d, where 0 is for
// ever. It is false when ctx is over.
func wait(ctx context.Context, woken signal, over <-chan struct{}, d time.Duration) bool {
	passed := ctx
	if d > 0 {
		var cancel context.CancelFunc
		passed, cancel = context.WithTimeout(ctx, d)
		defer cancel()
	}
	select {
	case <-woken:
	case <-over:
	case <-passed.Done():
	}
	return ctx.Err() == nil
}

// tail is how long after the last sample is pulled it has been heard.
const tail = 150 * time.Millisecond

// WaitReady waits until the search for a device and a voice is over, at most until
// ctx ends.
func (o *Output) WaitReady(ctx context.Context) {
	o.waitFor(ctx, func() (bool, time.Duration) { return o.State().Ready, 0 })
}

// WaitPace waits until the pace of the voice is known, if it can be without a word
// spoken; at most until ctx ends.
func (o *Output) WaitPace(ctx context.Context) {
	o.waitFor(ctx, func() (bool, time.Duration) {
		st := o.State()
		return st.Ready && (st.Pace > 0 || st.Voice == "" || st.VoiceAlone), 0
	})
}

// Drain waits until all that was asked for has been heard, at most until ctx
// ends, and no longer than it has to for a voice that hangs. The breath tone ends with it.
func (o *Output) Drain(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	o.StopBreath()
	heard := o.now()
	o.waitFor(ctx, func() (bool, time.Duration) {
		is, again := o.idle()
		var left time.Duration
		heard, left = o.silence(heard)
		if again <= 0 || left < again {
			again = left
		}
		return is || left <= 0, again
	})
	o.mu.Lock()
	sounded := o.device.running
	o.mu.Unlock()
	if sounded {
		defer context.AfterFunc(o.life, cancel)()
		wait(ctx, nil, nil, tail)
	}
}

// waitFor waits until something is so, at most until ctx or the Output ends. It
// asks again whenever something has changed, and after the time that it is told.
func (o *Output) waitFor(ctx context.Context, is func() (so bool, again time.Duration)) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(o.life, cancel)()
	for {
		o.mu.Lock()
		changed := o.changed
		o.mu.Unlock()
		so, again := is()
		if so || !wait(ctx, nil, changed, again) {
			return
		}
	}
}

// idle says that nothing waits and nothing sounds; again is when that may be.
func (o *Output) idle() (is bool, again time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	if len(o.queue.lines) > 0 || o.queue.open {
		return false, 0
	}
	again = latest(o.queue.ends, o.mixer.Until(now)).Sub(now)
	return again <= 0 || o.device.trouble != NoTrouble, again
}

// silence is when something was, or is to be, heard last, and how much longer a voice may
// take for more.
func (o *Output) silence(heard time.Time) (last time.Time, left time.Duration) {
	o.mu.Lock()
	defer o.mu.Unlock()
	now := o.now()
	if until := o.mixer.Until(now); until.After(now) {
		heard = latest(heard, until)
	}
	switch {
	case !o.queue.open:
		heard = latest(heard, o.queue.ends)
	case o.voice.failed == 0 && !o.voice.overdue: // it speaks by itself, and nobody knows how long
		heard = now
	}
	if len(o.queue.lines) > 0 {
		heard = latest(heard, o.queue.from(o.queue.lines[0]))
	}
	return heard, heard.Add(o.voice.patience()).Sub(now)
}
