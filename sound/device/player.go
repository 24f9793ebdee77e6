package device

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os/exec"
	"sync"
	"time"

	"catcow/fault"
)

const (
	// lead is how far a player is kept ahead of the clock. It has to hold more
	// than the buffer of aplay, which begins when that is full.
	lead = 100 * time.Millisecond
	// beat is the time between two feedings.
	beat = 20 * time.Millisecond
	// trial is how long a player has to stay alive to count as working.
	trial = 500 * time.Millisecond
)

// players are the programs that play a stream of samples from their standard
// input. All take 16-bit samples, low byte first, at [Rate].
func players() []Backend {
	var out []Backend
	for _, argv := range [][]string{
		{"pw-play", "--raw", "--rate=48000", "--channels=1", "--format=s16", "--latency=50ms", "-"},
		{"paplay", "--raw", "--rate=48000", "--channels=1", "--format=s16le", "--latency-msec=50"},
		{"aplay", "-q", "-t", "raw", "-f", "S16_LE", "-r", "48000", "-c", "1", "--buffer-time=80000"},
		{"play", "-q", "-t", "raw", "-r", "48000", "-e", "signed", "-b", "16", "-c", "1", "-"},
		{
			// Without the middle line it listens for most of a second before it plays.
			"ffplay", "-nodisp", "-autoexit", "-v", "error",
			"-probesize", "32", "-analyzeduration", "0", "-fflags", "nobuffer",
			"-f", "s16le", "-ar", "48000", "-i", "-",
		},
		{
			"mpv", "--no-video", "--no-terminal", "--cache=no", "--audio-buffer=0.1", "--demuxer=rawaudio",
			"--demuxer-rawaudio-rate=48000", "--demuxer-rawaudio-channels=1", "--demuxer-rawaudio-format=s16le", "-",
		},
	} {
		out = append(out, playerBackend(argv))
	}
	return out
}

func playerBackend(argv []string) Backend {
	return Backend{
		Name: argv[0],
		Look: func(ctx context.Context) (string, error) { return lookPlayer(ctx, argv) },
		Open: func(ctx context.Context, fill Fill, now func() time.Time) (Device, error) {
			p := &player{argv: argv, fill: fill, now: now}
			p.gone, p.lose = context.WithCancel(ctx)
			return p, nil
		},
	}
}

// player is a program that is fed as fast as the clock goes: the pipe to it holds
// more than half a second, far too much to leave the pace to.
type player struct {
	argv []string
	fill Fill
	now  func() time.Time

	gone context.Context // over when it is lost
	lose context.CancelFunc

	child   *child
	feeding sync.WaitGroup
}

func (p *player) Lost() <-chan struct{} { return p.gone.Done() }

func (p *player) Start() error {
	c, err := startChild(p.gone, p.argv)
	if err != nil {
		return err
	}
	p.child = c
	p.feeding.Go(func() {
		defer fault.Catch(p.gone)
		p.feed(c)
		if c.ctx.Err() == nil { // nobody has ended it
			p.lose()
		}
	})
	return nil
}

// feed keeps the program lead ahead of the clock, for as long as it lives.
func (p *player) feed(c *child) {
	samples := make([]float32, chunk)
	begun, sent := p.now(), 0
	for wait(c.ctx, c.done, beat) {
		due := int((p.now().Sub(begun) + lead) * Rate / time.Second)
		if due-sent > Rate { // the machine slept
			sent = due - chunk
		}
		for sent < due {
			n := min(due-sent, chunk)
			p.fill(samples[:n])
			if c.write(samples[:n]) != nil {
				return
			}
			sent += n
		}
	}
}

// wait is false as soon as ctx or the child is over.
func wait(ctx context.Context, over <-chan struct{}, d time.Duration) bool {
	passed, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	select {
	case <-over:
		return false
	case <-passed.Done():
		return ctx.Err() == nil
	}
}

func (p *player) Stop() {
	if p.child != nil {
		p.child.end()
		p.feeding.Wait()
		p.child = nil
	}
}

func (p *player) Close() {
	p.Stop()
	p.lose()
}

// child is a player program that runs. It ends when its input does, so that it
// does not outlive us however we end.
type child struct {
	ctx    context.Context
	cancel context.CancelFunc
	input  io.WriteCloser
	buf    []byte
	done   chan struct{}
}

func startChild(ctx context.Context, argv []string) (*child, error) {
	ctx, cancel := context.WithCancel(ctx)
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.WaitDelay = time.Second / 10
	input, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cancel()
		return nil, err
	}
	c := &child{ctx: ctx, cancel: cancel, input: input, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		_ = cmd.Wait()
	}()
	return c, nil
}

// write may wait for as long as the child lives.
func (c *child) write(samples []float32) error {
	c.buf = c.buf[:0]
	for _, x := range samples {
		c.buf = binary.LittleEndian.AppendUint16(c.buf, uint16(int16(max(min(x, 1), -1)*32767)))
	}
	_, err := c.input.Write(c.buf)
	return err
}

// end kills it and waits until it is gone.
func (c *child) end() {
	c.cancel()
	<-c.done
}

// lookPlayer has the program play a little silence: only that tells whether there
// is anything for it to play on.
func lookPlayer(ctx context.Context, argv []string) (string, error) {
	path, err := exec.LookPath(argv[0])
	if err != nil {
		return "", errors.New(notInstalledText)
	}
	c, err := startChild(ctx, argv)
	if err != nil {
		return "", errors.New(notStartedText)
	}
	defer c.end()
	if c.write(make([]float32, Rate/10)) != nil || !wait(ctx, c.done, trial) {
		return "", errors.New(exitsText)
	}
	return path, nil
}
