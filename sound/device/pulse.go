//go:build unix && !darwin

package device

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"net"
	"sync"
	"time"

	"github.com/jfreymuth/pulse/proto"

	"catcow/fault"
)

const (
	// ahead is how much the server holds: short enough to be prompt, long enough
	// for a busy machine.
	ahead = Rate * 60 / 1000 // samples
	// answerTime is how long the server may take over an answer.
	answerTime = time.Second

	floatBytes = 4
	// mostAsked is how many times the server may ask before it has got anything.
	mostAsked = 64
)

func native() []Backend { return []Backend{{Name: "pulse", Look: lookPulse, Open: openPulse}} }

// lookPulse plays silence for a moment, and says where the server is: one that answers may have nothing to play on.
func lookPulse(ctx context.Context) (there string, err error) {
	p, err := dial(ctx, func([]float32) {})
	if err != nil {
		return "", err
	}
	defer p.Close()
	if p.Start() != nil {
		return "", errors.New(noSinkText)
	}
	p.Stop()
	return p.conn.RemoteAddr().String(), nil
}

// pulse is a connection to a PulseAudio or PipeWire server. It speaks through the
// protocol and not the client of the same module, whose Start waits for ever for
// a server that hangs, and whose Resume is silent. Each Start is a new stream: it
// takes a millisecond, and a stream that is not there costs nothing.
type pulse struct {
	client *proto.Client
	conn   net.Conn
	fill   Fill

	gone context.Context // over when it is lost
	lose context.CancelFunc

	mu     sync.Mutex
	stream uint32
	asked  chan int // the bytes that the server wants for it, one request after the other; nil while there is none

	feeding sync.WaitGroup
	halt    context.CancelFunc // ends the feeding
	free    func() bool        // lets go of the context that it was opened with
}

func openPulse(ctx context.Context, fill Fill, _ func() time.Time) (Device, error) {
	p, err := dial(ctx, fill)
	if err != nil {
		return nil, err
	}
	return p, nil
}

func dial(ctx context.Context, fill Fill) (*pulse, error) {
	p := &pulse{fill: fill, halt: func() {}}
	p.gone, p.lose = context.WithCancel(context.WithoutCancel(ctx)) // by the connection, which ends with ctx
	conn, client, err := dialPulse(ctx, p.handle)
	if err != nil {
		p.lose()
		return nil, err
	}
	p.conn, p.client = conn, client
	p.free = context.AfterFunc(ctx, func() { _ = conn.Close() })
	return p, nil
}

func (p *pulse) Lost() <-chan struct{} { return p.gone.Done() }

// handle takes what the server says by itself. It runs on the goroutine that reads
// from the connection and must not wait.
func (p *pulse) handle(message any) {
	switch message := message.(type) {
	case *proto.Request:
		p.mu.Lock()
		defer p.mu.Unlock()
		if p.asked == nil || message.StreamIndex != p.stream {
			return
		}
		select {
		case p.asked <- int(message.Length):
		default: // it asks and asks, and takes nothing
			p.lose()
		}
	case *proto.PlaybackStreamKilled:
		p.lose()
	case *proto.ConnectionClosed:
		p.lose()
	}
}

func (p *pulse) Start() error {
	var reply proto.CreatePlaybackStreamReply
	if err := p.client.Request(&proto.CreatePlaybackStream{
		SampleSpec:            proto.SampleSpec{Format: proto.FormatFloat32LE, Channels: 1, Rate: Rate},
		ChannelMap:            proto.ChannelMap{proto.ChannelMono},
		SinkIndex:             proto.Undefined,
		BufferMaxLength:       4 * ahead * floatBytes,
		BufferTargetLength:    ahead * floatBytes,
		BufferPrebufferLength: chunk * floatBytes,
		BufferMinimumRequest:  proto.Undefined,
		ChannelVolumes:        proto.ChannelVolumes{0x10000},
		AdjustLatency:         true,
		Properties:            proto.PropList{"media.name": proto.PropListString("guidance")},
	}, &reply); err != nil {
		return err
	}
	asked := make(chan int, mostAsked)
	asked <- int(reply.Missing)
	p.mu.Lock()
	p.stream, p.asked = reply.StreamIndex, asked
	p.mu.Unlock()
	ctx, halt := context.WithCancel(p.gone)
	p.halt = halt
	p.feeding.Go(func() {
		defer fault.Catch(ctx)
		p.feed(ctx, reply.StreamIndex, asked)
	})
	return nil
}

// feed sends what the server asks for until it is told to halt.
func (p *pulse) feed(ctx context.Context, stream uint32, asked <-chan int) {
	samples := make([]float32, chunk)
	bytes := make([]byte, chunk*floatBytes)
	left := 0
	for ctx.Err() == nil {
		if left == 0 {
			select {
			case <-ctx.Done():
			case n := <-asked:
				left = n / floatBytes
			}
			continue
		}
		n := min(left, chunk)
		left -= n
		p.fill(samples[:n])
		for i, x := range samples[:n] {
			binary.LittleEndian.PutUint32(bytes[i*floatBytes:], math.Float32bits(x))
		}
		if p.client.Send(stream, bytes[:n*floatBytes]) != nil {
			p.lose()
			return
		}
	}
}

func (p *pulse) Stop() {
	p.mu.Lock()
	runs := p.asked != nil
	p.asked = nil
	p.mu.Unlock()
	if !runs {
		return
	}
	p.halt()
	p.feeding.Wait()
	if p.client.Request(&proto.DeletePlaybackStream{StreamIndex: p.stream}, nil) != nil {
		p.lose()
	}
}

// Close hangs up; the server ends the stream, and the goroutine that reads ends
// with the connection.
func (p *pulse) Close() {
	p.free()
	_ = p.conn.Close()
	<-p.gone.Done()
	p.halt()
	p.feeding.Wait()
}
