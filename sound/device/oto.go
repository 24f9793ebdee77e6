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

	"catcow/fault"
)

const (
	answerTime = time.Second
	floatBytes = 4
	// ahead is how much oto holds, once in itself and once in the system.
	ahead = 40 * time.Millisecond
)

// only is the speaker of this process.
//
//nolint:gochecknoglobals // oto allows a process one context, whoever asks
var only speaker

func native() []Backend {
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
	running int // how many devices run
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
	o := &otoDevice{speaker: s, fill: fill}
	o.gone, o.lose = context.WithCancel(ctx)
	o.player = s.context.NewPlayer(o)
	o.player.SetBufferSize(int(ahead*Rate/time.Second) * floatBytes)
	return o, nil
}

// resume lets the context run, for one more device.
func (s *speaker) resume() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.context.Err(); err != nil {
		return err
	}
	if err := s.context.Resume(); err != nil {
		return err
	}
	s.running++
	return nil
}

// suspend stops the context when the last device that ran has stopped, since an
// idle one wakes hundreds of times a second.
func (s *speaker) suspend() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running--; s.running > 0 {
		return nil
	}
	return s.context.Suspend()
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

// otoDevice is one player of the context.
type otoDevice struct {
	speaker *speaker
	player  *oto.Player
	fill    Fill

	gone context.Context // over when it is lost
	lose context.CancelFunc

	mu      sync.Mutex // held while Fill is called
	running bool
	samples []float32
}

func (o *otoDevice) Lost() <-chan struct{} { return o.gone.Done() }

// Read is where oto pulls. It gives silence while the device is stopped.
func (o *otoDevice) Read(b []byte) (int, error) {
	defer fault.Catch(o.gone)
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
	if !o.setRunning(true) {
		if err := o.speaker.resume(); err != nil {
			o.setRunning(false)
			return err
		}
	}
	o.player.Play()
	return o.player.Err()
}

func (o *otoDevice) Stop() {
	ran := o.setRunning(false)
	o.player.Pause()
	if ran && o.speaker.suspend() != nil {
		o.lose()
	}
}

// setRunning says from when on [otoDevice.Read] asks for what is heard. It reports
// whether it did before.
func (o *otoDevice) setRunning(runs bool) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	ran := o.running
	o.running = runs
	return ran
}

func (o *otoDevice) Close() {
	o.Stop()
	o.lose()
}
