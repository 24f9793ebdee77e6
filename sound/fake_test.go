package sound

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"catcow/sound/device"
	"catcow/sound/mix"
	"catcow/sound/voice"
)

// fakeEngine speaks a word in 300 ms, as a steady buzz: voiced.
type fakeEngine struct {
	renders bool
	delay   time.Duration
	lag     time.Duration // from the end of its context to when it is gone
	word    time.Duration // that one takes; 0 is wordLength
	// behave is asked before each line; what it does is what the engine does.
	behave  func(ctx context.Context, text string) error
	skipped string
	missing error // what the search for it ends with
	given   voice.Settings

	mu     sync.Mutex
	lines  []string // rendered or spoken
	closed atomic.Int32
	under  atomic.Int32 // calls under way
	most   atomic.Int32
}

const (
	wordLength = 300 * time.Millisecond
	voiced     = 0.3
	fakeRate   = 22050
)

// found is the engine as it is found.
func (e *fakeEngine) found() *voice.Engine {
	found := &voice.Engine{Name: "fake", ID: "fake 140", Skipped: e.skipped, Close: func() { e.closed.Add(1) }}
	if e.renders {
		found.Render = e.render
	} else {
		found.Speak = e.speak
	}
	return found
}

func (e *fakeEngine) call(ctx context.Context, text string, d time.Duration) error {
	e.most.Store(max(e.most.Load(), e.under.Add(1)))
	defer e.under.Add(-1)
	e.mu.Lock()
	e.lines = append(e.lines, text)
	e.mu.Unlock()
	if e.behave != nil {
		if err := e.behave(ctx, text); err != nil {
			return err
		}
	}
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		time.Sleep(e.lag)
		return ctx.Err()
	}
}

func (e *fakeEngine) render(ctx context.Context, text string) (mix.Clip, error) {
	if err := e.call(ctx, text, e.delay); err != nil {
		return mix.Clip{}, err
	}
	c := mix.Clip{Rate: fakeRate, Samples: make([]float32, int(e.length(text)*fakeRate/time.Second))}
	for i := range c.Samples {
		c.Samples[i] = voiced
		if i%50 >= 25 { // 441 Hz
			c.Samples[i] = -voiced
		}
	}
	return c, nil
}

func (e *fakeEngine) speak(ctx context.Context, text string) error {
	return e.call(ctx, text, e.delay+e.length(text))
}

func (e *fakeEngine) length(text string) time.Duration {
	return time.Duration(words(text)) * cmp.Or(e.word, wordLength)
}

// asked is what the engine was given, without what the pace is measured with.
func (e *fakeEngine) asked() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(e.lines), func(s string) bool { return slices.Contains(typicalLines(), s) })
}

func hangs(ctx context.Context, _ string) error {
	<-ctx.Done()
	return ctx.Err()
}

func fails(context.Context, string) error { return errors.New("exit status 1") }

// fakeMachine is where sound goes in a test: a clock of its own, one backend, and
// a tape of every sample with its time.
type fakeMachine struct {
	mu      sync.Mutex
	began   time.Time
	tape    map[int]float64 // the loudest of every 10 ms since began
	pulls   int
	looks   int
	starts  int
	broken  bool // there is nothing to open
	current *fakeDevice
}

type fakeDevice struct {
	m    *fakeMachine
	fill device.Fill
	lost chan struct{}
	once sync.Once
	halt context.CancelFunc
	done chan struct{}
}

const pull = 10 * time.Millisecond

func (m *fakeMachine) backend(name string) device.Backend {
	broken := func() error {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.looks++
		if m.broken {
			return errors.New("broken")
		}
		return nil
	}
	return device.Backend{
		Name: name,
		Look: func(context.Context) (string, error) { return "here", broken() },
		Open: func(_ context.Context, fill device.Fill, _ func() time.Time) (device.Device, error) {
			if err := broken(); err != nil {
				return nil, err
			}
			d := &fakeDevice{m: m, fill: fill, lost: make(chan struct{})}
			m.mu.Lock()
			m.current = d
			m.mu.Unlock()
			return d, nil
		},
	}
}

func (d *fakeDevice) Lost() <-chan struct{} { return d.lost }
func (d *fakeDevice) lose()                 { d.once.Do(func() { close(d.lost) }) }

func (d *fakeDevice) Start() error {
	d.m.mu.Lock()
	defer d.m.mu.Unlock()
	if d.m.broken {
		return errors.New("broken")
	}
	d.m.starts++
	ctx, cancel := context.WithCancel(context.Background())
	d.halt, d.done = cancel, make(chan struct{})
	go d.run(ctx, d.done)
	return nil
}

func (d *fakeDevice) run(ctx context.Context, done chan<- struct{}) {
	defer close(done)
	buf := make([]float32, mix.Rate*int(pull/time.Millisecond)/1000)
	for {
		d.fill(buf)
		d.m.mu.Lock()
		d.m.pulls++
		at := int(time.Since(d.m.began) / pull)
		for _, x := range buf {
			d.m.tape[at] = max(d.m.tape[at], math.Abs(float64(x)))
		}
		d.m.mu.Unlock()
		select {
		case <-ctx.Done():
			return
		case <-d.lost:
			return
		case <-time.After(pull):
		}
	}
}

func (d *fakeDevice) Stop() {
	if d.halt != nil {
		d.halt()
		<-d.done
		d.halt = nil
	}
}

func (d *fakeDevice) Close() {
	d.Stop()
	d.lose()
}

// heard is from when to when something sounded between two times since the
// start; -1 where nothing did.
func (m *fakeMachine) heard(from, to time.Duration) (first, last time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	first, last = -1, -1
	for at := int(from / pull); at < int(to/pull); at++ {
		if m.tape[at] > 0.001 {
			if first < 0 {
				first = time.Duration(at) * pull
			}
			last = time.Duration(at+1) * pull
		}
	}
	return first, last
}

// loudness is the loudest moment between two times since the start.
func (m *fakeMachine) loudness(from, to time.Duration) float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	most := 0.0
	for at := int(from / pull); at < int(to/pull); at++ {
		most = max(most, m.tape[at])
	}
	return most
}

func (m *fakeMachine) count() (pulls, starts int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.pulls, m.starts
}

func renderer() *fakeEngine { return &fakeEngine{renders: true, delay: 10 * time.Millisecond} }
func speaker() *fakeEngine  { return &fakeEngine{delay: 25 * time.Millisecond} }
