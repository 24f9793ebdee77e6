package sound

import (
	"context"
	"sync/atomic"
	"time"

	"catcow/sound/device"
)

const (
	// quiet is how long nothing sounds before the device is stopped.
	quiet = 2 * time.Second
	// glance is the time between two looks at a device that runs.
	glance = 500 * time.Millisecond
	// stuck is how long a device that runs may go without pulling.
	stuck = 3 * time.Second
	// again is the time between two tries to open a device that was lost, while
	// something is to be heard; after hopeful tries in vain, and where there never
	// was one, it is seldom. A new sound is reason for a try before that, unless
	// the last one was within atOnce.
	again   = 3 * time.Second
	atOnce  = time.Second
	hopeful = 5
	// loyal is the number of tries in vain before another backend is taken.
	loyal  = 2
	seldom = 30 * time.Second
)

// deviceState is what is known about the device. It is guarded by the Output's mu.
type deviceState struct {
	searched bool
	name     string
	running  bool
	trouble  Trouble
}

// driver has a device pull what sounds. All of it belongs to one goroutine.
type driver struct {
	o       *Output
	ctx     context.Context
	chosen  int // the backend that last worked, or was found
	dev     device.Device
	hang    context.CancelFunc // ends dev, whatever it waits for
	pulled  atomic.Int64       // when it last pulled, as UnixNano
	running bool
	since   time.Time // when silence began; zero while something sounds
	tried   time.Time // when a device was last opened in vain
	vain    int       // tries in a row
}

// drive looks for a device, opens it when something is to sound, stops it when
// nothing does, and finds another where it was lost.
func (o *Output) drive() {
	for !o.plays() {
		if !pause(o.life, o.drives, nil, 0) {
			return
		}
	}
	d := &driver{o: o, ctx: o.life}
	d.search()
	defer d.drop()
	for {
		var lost <-chan struct{}
		if d.dev != nil {
			lost = d.dev.Lost()
		}
		if !pause(d.ctx, o.drives, lost, d.step()) {
			return
		}
	}
}

// plays says that there may be something to play.
func (o *Output) plays() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.s.Chimes || o.s.Breath || o.s.Speak
}

// search finds out which backend there is, without opening it.
func (d *driver) search() {
	d.chosen = -1
	for i, b := range d.o.parts.backends {
		if _, err := b.Look(d.ctx); err == nil {
			d.chosen = i
			d.report(NoTrouble)
			return
		}
	}
	d.vain, d.tried = hopeful, d.o.now()
	d.report(NoDevice)
}

// step does what is to be done now and gives the time until the next look; 0 for
// not before something happens.
func (d *driver) step() time.Duration {
	now := d.o.now()
	if d.dev != nil && d.isLost(now) {
		d.drop()
		d.report(DeviceLost)
	}
	silent := d.o.mixer.Silent(now)
	switch {
	case !d.running && silent:
		return 0
	case !d.running:
		return d.start(now)
	case !silent:
		d.since = time.Time{}
	case d.since.IsZero():
		d.since = now
	case now.Sub(d.since) >= quiet:
		d.dev.Stop()
		d.running = false
		d.report(NoTrouble)
		return 0
	}
	return glance
}

func (d *driver) isLost(now time.Time) bool {
	select {
	case <-d.dev.Lost():
		return true
	default:
		return d.running && now.UnixNano()-d.pulled.Load() > int64(stuck)
	}
}

// start has a device run. Where none does, it gives the time until it is worth
// another try.
func (d *driver) start(now time.Time) time.Duration {
	between, least := again, atOnce
	if d.vain >= hopeful {
		between, least = seldom, seldom
	}
	if d.vain > 0 && now.Sub(d.tried) < least {
		return between - now.Sub(d.tried)
	}
	d.pulled.Store(now.UnixNano())
	if d.run() {
		d.running, d.since, d.vain = true, time.Time{}, 0
		d.report(NoTrouble)
		return glance
	}
	d.tried = d.o.now()
	d.vain++
	if d.chosen < 0 {
		d.report(NoDevice)
	} else {
		d.report(DeviceLost)
	}
	return between
}

// run starts the device that is open, or opens one. The first backend is the best
// and quick to say no, so it always has the first try; programs are looked for
// again only when it has stayed away for a while, since it may just be starting
// anew.
func (d *driver) run() bool {
	if d.dev != nil && d.chosen == 0 && d.dev.Start() == nil {
		return true
	}
	d.drop()
	if d.open(0) || d.chosen > 0 && d.open(d.chosen) {
		return true
	}
	if d.vain < loyal {
		return false
	}
	for i, b := range d.o.parts.backends {
		if _, err := b.Look(d.ctx); err == nil && d.open(i) {
			return true
		}
	}
	return false
}

// open has a backend's device run, if it can.
func (d *driver) open(i int) bool {
	if d.ctx.Err() != nil || i >= len(d.o.parts.backends) {
		return false
	}
	ctx, cancel := context.WithCancel(d.ctx)
	dev, err := d.o.parts.backends[i].Open(ctx, d.fill, d.o.now)
	if err != nil {
		cancel()
		return false
	}
	if dev.Start() != nil {
		cancel()
		dev.Close()
		return false
	}
	d.dev, d.hang, d.chosen = dev, cancel, i
	return true
}

func (d *driver) fill(out []float32) {
	now := d.o.now()
	d.pulled.Store(now.UnixNano())
	d.o.mixer.Fill(out, now)
}

// drop ends the device.
func (d *driver) drop() {
	if d.dev != nil {
		d.hang()
		d.dev.Close()
		d.dev, d.running = nil, false
	}
}

// report tells the Output how the device is.
func (d *driver) report(t Trouble) {
	o := d.o
	o.mu.Lock()
	defer o.mu.Unlock()
	o.device = deviceState{searched: true, running: d.running, trouble: t}
	if d.chosen >= 0 && t == NoTrouble {
		o.device.name = o.parts.backends[d.chosen].Name
		return
	}
	if !o.queue.open { // nobody hears the line
		o.queue.hushed(o.now())
	}
}
