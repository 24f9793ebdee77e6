//go:build unix && !darwin

package device

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"net"
	"testing"
	"time"

	"github.com/jfreymuth/pulse/proto"
)

// pulseServer is a sound server that speaks the protocol of a time when its
// answers were short, version 8.
type pulseServer struct {
	conn  net.Conn
	asks  uint32 // bytes that it wants of each new stream
	mute  bool   // it has nothing to play on
	ended chan uint32
	heard chan []float32 // what comes in one message
}

const playbackStream = 5

// newPulseServer begins to listen where the server should.
func newPulseServer(t *testing.T) *pulseServer {
	t.Helper()
	s := &pulseServer{asks: 4 * chunk * floatBytes, ended: make(chan uint32, 9), heard: make(chan []float32, 99)}
	badServer(t, func(c net.Conn) {
		s.conn = c
		s.serve()
	})
	return s
}

// send sends a message of a kind, with numbers in it.
func (s *pulseServer) send(op, tag uint32, numbers ...uint32) {
	body := []byte{'L'}
	body = binary.BigEndian.AppendUint32(body, op)
	for _, n := range append([]uint32{tag}, numbers...) {
		body = binary.BigEndian.AppendUint32(append(body, 'L'), n)
	}
	head := make([]byte, headSize)
	binary.BigEndian.PutUint32(head, uint32(len(body)))
	binary.BigEndian.PutUint32(head[4:], control)
	_, _ = s.conn.Write(append(head, body...))
}

// serve answers until the connection ends.
func (s *pulseServer) serve() {
	for {
		head := make([]byte, headSize)
		if _, err := io.ReadFull(s.conn, head); err != nil {
			return
		}
		body := make([]byte, binary.BigEndian.Uint32(head))
		if _, err := io.ReadFull(s.conn, body); err != nil {
			return
		}
		if channel := binary.BigEndian.Uint32(head[4:]); channel != control {
			s.heard <- samples(body)
			continue
		}
		s.answer(binary.BigEndian.Uint32(body[1:]), binary.BigEndian.Uint32(body[6:]), body[10:])
	}
}

func (s *pulseServer) answer(op, tag uint32, rest []byte) {
	switch {
	case op == proto.OpAuth:
		s.send(proto.OpReply, tag, 8)
	case op == proto.OpSetClientName:
		s.send(proto.OpReply, tag, 1)
	case op == proto.OpCreatePlaybackStream && s.mute:
		s.send(proto.OpError, tag, 5)
	case op == proto.OpCreatePlaybackStream:
		s.send(proto.OpReply, tag, playbackStream, 0, s.asks)
	case op == proto.OpDeletePlaybackStream:
		s.ended <- binary.BigEndian.Uint32(rest[1:])
		s.send(proto.OpReply, tag)
	}
}

func samples(b []byte) []float32 {
	out := make([]float32, len(b)/floatBytes)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[i*floatBytes:]))
	}
	return out
}

// next is a value that a channel gives soon.
func next[T any](t *testing.T, what string, c <-chan T) T {
	t.Helper()
	select {
	case v := <-c:
		return v
	case <-time.After(3 * time.Second):
		t.Fatal(what + ": not within 3 s")
		panic("not reached")
	}
}

// The server gets what it asks for, and no more, until the device is stopped.
func TestPulsePlaysWhatIsAskedFor(t *testing.T) {
	s := newPulseServer(t)
	count := float32(0)
	d, err := openPulse(t.Context(), func(out []float32) {
		for i := range out {
			count++
			out[i] = count
		}
	}, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // it can be stopped and started again
		count = 0
		if err := d.Start(); err != nil {
			t.Fatal(err)
		}
		var got []float32
		for len(got) < 4*chunk {
			got = append(got, next(t, "sound", s.heard)...)
		}
		s.send(proto.OpRequest, math.MaxUint32, playbackStream+1, 800) // of another stream
		s.send(proto.OpRequest, math.MaxUint32, playbackStream, 800)
		got = append(got, next(t, "more sound", s.heard)...)
		if len(got) != 4*chunk+200 {
			t.Errorf("%d samples came, want %d", len(got), 4*chunk+200)
		}
		for i, x := range got {
			if x != float32(i+1) {
				t.Fatalf("sample %d is %v", i, x)
			}
		}
		d.Stop()
		d.Stop()
		if stream := next(t, "the end of the stream", s.ended); stream != playbackStream {
			t.Errorf("stream %d ended", stream)
		}
	}
	d.Close()
	next(t, "the device is lost when it is closed", d.Lost())
}

func TestPulseIsLookedAt(t *testing.T) {
	s := newPulseServer(t)
	if where, err := lookPulse(t.Context()); err != nil || where == "" {
		t.Errorf("%q, %v", where, err)
	}
	next(t, "the stream that tried it ends", s.ended)
	s.mute = true
	if _, err := lookPulse(t.Context()); err == nil || err.Error() != noSinkText {
		t.Errorf("%v, want %q", err, noSinkText)
	}
}

// A device whose stream is taken away, or whose server goes, is lost.
func TestPulseIsLost(t *testing.T) {
	for name, end := range map[string]func(*pulseServer){
		"the stream is killed":  func(s *pulseServer) { s.send(proto.OpPlaybackStreamKilled, math.MaxUint32, playbackStream) },
		"the server goes":       func(s *pulseServer) { _ = s.conn.Close() },
		"it sends nonsense":     func(s *pulseServer) { _, _ = s.conn.Write(make([]byte, headSize)) },
		"it goes while we send": func(s *pulseServer) { s.asks = 1 << 20; _ = s.conn.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			s := newPulseServer(t)
			d, err := openPulse(t.Context(), func([]float32) {}, time.Now)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Start(); err != nil {
				t.Fatal(err)
			}
			next(t, "sound", s.heard)
			end(s)
			next(t, "lost", d.Lost())
			d.Stop()
			d.Close()
		})
	}
}

func TestBackendsInOrder(t *testing.T) {
	all := Backends()
	if all[0].Name != "pulse" || len(all) != 7 {
		t.Errorf("%d backends, first %s", len(all), all[0].Name)
	}
	t.Setenv("PATH", t.TempDir())
	for _, b := range all[1:] {
		if _, err := b.Look(t.Context()); err == nil || err.Error() != notInstalledText {
			t.Errorf("%s: %v", b.Name, err)
		}
	}
	if _, err := startChild(t.Context(), []string{"nothing"}); err == nil || errors.Is(err, io.EOF) {
		t.Errorf("a program that is not there starts: %v", err)
	}
}
