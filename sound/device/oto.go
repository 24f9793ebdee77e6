//go:build windows || darwin

package device

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"sync"
	"time"

	"github.com/ebitengine/oto/v3"
)

const (
	answerTime = time.Second
	floatBytes = 4
	// ahead is how much oto holds, once in itself and once in the system.
	ahead = 40 * time.Millisecond
)

func native() []Backend {
	only := &speaker{}
	return []Backend{{
		Name: "oto",
		Look: only.look,
		Open: only.open,
	}}
}

// speaker is the one context that oto allows a process, kept for every device
// that is opened on it.
type speaker struct {
	mu      sync.Mutex
	context *oto.Context
	broken  error
}

// look opens it for a moment: there may be no loudspeaker.
func (s *speaker) look(ctx context.Context) (there string, err error) {
	d, err := s.open(ctx, func([]float32) {}, nil)
	if err != nil {
		return "", err
	}
	defer d.Close()
	return builtInText, d.Start()
}

func (s *speaker) open(ctx context.Context, fill Fill, _ func() time.Time) (Device, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.broken != nil {
		return nil, s.broken
	}
	if s.context == nil {
		if s.context, s.broken = newContext(ctx); s.broken != nil {
			return nil, s.broken
		}
	}
	if s.broken = s.context.Err(); s.broken != nil {
		return nil, s.broken
	}
	o := &otoDevice{context: s.context, fill: fill, lost: make(chan struct{})}
	o.free = context.AfterFunc(ctx, o.lose)
	o.player = s.context.NewPlayer(o)
	o.player.SetBufferSize(int(ahead*Rate/time.Second) * floatBytes)
	return o, nil
}

func newContext(ctx context.Context) (*oto.Context, error) {
	c, ready, err := oto.NewContext(&oto.NewContextOptions{
		SampleRate: Rate, ChannelCount: 1, Format: oto.FormatFloat32LE, BufferSize: ahead,
	})
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	select {
	case <-ready:
		return c, c.Err()
	case <-ctx.Done():
		return nil, errors.New(noAnswerText)
	}
}

// otoDevice is one player of the context. It pauses the whole context with it,
// since an idle one wakes hundreds of times a second.
type otoDevice struct {
	context *oto.Context
	player  *oto.Player
	fill    Fill
	free    func() bool

	lost chan struct{}
	gone sync.Once

	mu      sync.Mutex // held while Fill is called
	running bool
	samples []float32
}

func (o *otoDevice) Lost() <-chan struct{} { return o.lost }
func (o *otoDevice) lose()                 { o.gone.Do(func() { close(o.lost) }) }

// Read is where oto pulls. It gives silence while the device is stopped.
func (o *otoDevice) Read(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	n := min(len(b)/floatBytes, chunk)
	if cap(o.samples) < n {
		o.samples = make([]float32, chunk)
	}
	o.samples = o.samples[:n]
	clear(o.samples)
	if o.running {
		o.fill(o.samples)
	}
	for i, x := range o.samples {
		binary.LittleEndian.PutUint32(b[i*floatBytes:], math.Float32bits(x))
	}
	return n * floatBytes, nil
}

func (o *otoDevice) Start() error {
	if err := o.context.Err(); err != nil {
		return err
	}
	if err := o.context.Resume(); err != nil {
		return err
	}
	o.mu.Lock()
	o.running = true
	o.mu.Unlock()
	o.player.Play()
	return o.player.Err()
}

func (o *otoDevice) Stop() {
	o.mu.Lock()
	o.running = false
	o.mu.Unlock()
	o.player.Pause()
	if o.context.Suspend() != nil {
		o.lose()
	}
}

func (o *otoDevice) Close() {
	o.free()
	o.Stop()
	o.lose()
}
