package sound

import (
	"sync/atomic"
	"time"

	"catcow/sound/device"
)

const (
	// quiet is how long nothing sounds before the device is stopped.
	quiet = 2 * time.Second
	// stuck is how long a device that runs may go without pulling.
	stuck = 3 * time.Second
	// firstRetry is the time between the first two tries to open a device that was
	// lost, while something is to be heard. It doubles with each, up to lastRetry;
	// where there never was one it is that from the start.
	firstRetry = time.Second
	lastRetry  = 30 * time.Second
	// mostFailures is how many of these tries are counted: lastRetry is reached.
	mostFailures = 5
	// mostTries is the number of tries in vain before another backend is taken.
	mostTries = 2
	// proof is how long a device pulls before it is one that played: others start, and
	// then find that there is nothing to play on.
	proof = 500 * time.Millisecond
)

// deviceState is what is known about the device. It is guarded by the Output's mu.
type deviceState struct {
	searched bool
	name     string
	running  bool
	trouble  Trouble
}

// playback has a device pull what sounds. All of it belongs to one goroutine.
type playback struct {
	o        *Output
	chosen   int // the backend that last worked, or was found; -1 for none
	dev      device.Device
	pulled   atomic.Int64 // when it last pulled, as UnixNano
	running  bool
	started  time.Time // when the one that runs did
	played   bool      // one has run for long enough to be heard
	until    time.Time // when what sounds will have been heard
	failures int       // tries in a row to open a device in vain, up to mostFailures
	next     time.Time // not before that another try
}

// runPlayback looks for a device, opens it when something is to sound, stops it
// when nothing does, and finds another where it was lost.
func (o *Output) runPlayback() {
	p := &playback{o: o}
	if p.chosen = firstThatWorks(p.o.life, o.parts.backends); p.chosen < 0 {
		p.failures, p.next = mostFailures, o.now().Add(lastRetry)
	}
	p.report(p.chosen >= 0)
	defer p.drop()
	for {
		left := p.step()
		var lost <-chan struct{}
		if p.dev != nil {
			lost = p.dev.Lost()
		}
		if !wait(p.o.life, o.wakePlayback, lost, left) {
			return
		}
	}
}

// step does what is to be done now and gives the time until the next look; 0 for
// not before something happens.
func (p *playback) step() time.Duration {
	now := p.o.now()
	if p.running && time.Unix(0, p.pulled.Load()).Sub(p.started) >= proof {
		p.played = true
	}
	if p.dev != nil && p.isLost(now) {
		p.drop()
		p.report(false)
	}
	until := p.o.mixer.Until(now)
	switch {
	case !p.running && !until.After(now):
		return 0
	case !p.running:
		return p.start(now)
	case until.After(now):
		p.until = until
	case p.until.After(now):
		p.until = now // it was cut off
	}
	left := p.until.Add(quiet).Sub(now)
	if left > 0 {
		return min(left, p.stuckAt().Sub(now)+1)
	}
	p.dev.Stop()
	p.running = false
	p.report(true)
	return 0
}

func (p *playback) isLost(now time.Time) bool {
	select {
	case <-p.dev.Lost():
		return true
	default:
		return p.running && now.After(p.stuckAt())
	}
}

// stuckAt is when a device that runs is lost unless it pulls before.
func (p *playback) stuckAt() time.Time { return time.Unix(0, p.pulled.Load()).Add(stuck) }

// start has a device run. Where none does, it gives the time until it is worth
// another try.
func (p *playback) start(now time.Time) time.Duration {
	if left := p.next.Sub(now); left > 0 {
		return left
	}
	p.pulled.Store(now.UnixNano())
	if p.run() {
		p.running, p.started, p.until = true, now, p.o.mixer.Until(now)
		p.failures = 0
		p.report(true)
		return stuck
	}
	retry := min(firstRetry<<p.failures, lastRetry)
	p.failures, p.next = min(p.failures+1, mostFailures), p.o.now().Add(retry)
	p.report(false)
	return retry
}

// run starts the device that is open, or opens one. The first backend is the best
// and quick to say no, so it always has the first try; the others are looked for
// again only when it has stayed away for a while, since it may just be starting
// anew.
func (p *playback) run() bool {
	if p.dev != nil && p.chosen == 0 && p.dev.Start() == nil {
		return true
	}
	p.drop()
	if p.open(0) || p.chosen > 0 && p.open(p.chosen) {
		return true
	}
	return p.failures >= mostTries && p.open(firstThatWorks(p.o.life, p.o.parts.backends))
}

// open has a backend's device run, if there is one and it can.
func (p *playback) open(i int) bool {
	if p.o.life.Err() != nil || i < 0 || i >= len(p.o.parts.backends) {
		return false
	}
	dev, err := p.o.parts.backends[i].Open(p.o.life, p.fill, p.o.now)
	if err != nil {
		return false
	}
	if dev.Start() != nil {
		dev.Close()
		return false
	}
	p.dev, p.chosen = dev, i
	return true
}

func (p *playback) fill(out []float32) {
	now := p.o.now()
	p.pulled.Store(now.UnixNano())
	p.o.mixer.Fill(out, now)
}

// drop ends the device.
func (p *playback) drop() {
	if p.dev != nil {
		p.dev.Close()
		p.dev, p.running = nil, false
	}
}

// report tells the Output how the device is.
func (p *playback) report(well bool) {
	o := p.o
	o.mu.Lock()
	defer o.mu.Unlock()
	defer o.changed.spread()
	o.device = deviceState{searched: true, running: p.running}
	switch {
	case well:
		o.device.name = o.parts.backends[p.chosen].Name
		return
	case p.played:
		o.device.trouble = DeviceLost
	default:
		o.device.trouble = NoDevice
	}
	if !o.queue.open { // nobody hears the line
		o.queue.cutOff(o.now())
	}
}
