package voice

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

// dispatcher is a Speech Dispatcher, and our connection to it.
type dispatcher struct {
	network, address string
	starter          program // connects to it, and so starts it
	opening          []string
	server           *server // nil while not connected
}

// open connects and says how it shall be spoken.
func (d *dispatcher) open(ctx context.Context) error {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, d.network, d.address)
	if err != nil {
		if _, err := d.starter.run(ctx, "", 0); err != nil {
			return err
		}
		if conn, err = dialer.DialContext(ctx, d.network, d.address); err != nil {
			return err
		}
	}
	d.server = &server{conn: conn, in: bufio.NewReader(io.LimitReader(conn, mostSound)), ended: map[string]bool{}}
	free := d.server.until(ctx)
	defer free()
	for _, line := range d.opening {
		if _, err := d.server.ask(line); err != nil {
			d.close()
			return err
		}
	}
	return nil
}

// ready makes sure that there is a connection: the server may have ended, and another may have begun.
func (d *dispatcher) ready(ctx context.Context) error {
	if d.server != nil {
		free := d.server.until(ctx)
		_, err := d.server.ask(d.opening[0])
		free()
		if err == nil {
			return nil
		}
		d.close()
	}
	return d.open(ctx)
}

func (d *dispatcher) close() {
	if d.server != nil {
		_ = d.server.conn.Close()
		d.server = nil
	}
}

// speak says a text and returns when it is spoken, or was ended by somebody else.
func (d *dispatcher) speak(ctx context.Context, text string) error {
	if err := d.ready(ctx); err != nil {
		return err
	}
	err := d.server.speak(ctx, text)
	if err != nil {
		d.server.silence(ctx)
		d.close()
	}
	return err
}

// server is a connection that speaks SSIP, the protocol of Speech Dispatcher: a command a line; an answer of lines
// "249-text" that ends with one "249 text"; events, which are answers of 700 to 799 that come when they come.
type server struct {
	conn    net.Conn
	in      *bufio.Reader
	message string          // the one that is spoken
	ended   map[string]bool // the messages of which an event says that they are over
}

// until ends every read and write when the context is over. The function that it returns ends that.
func (s *server) until(ctx context.Context) func() {
	stop := context.AfterFunc(ctx, func() { _ = s.conn.SetDeadline(time.Unix(1, 0)) })
	return func() { stop() }
}

// speak says a text. It ends with a line that has a dot and nothing else, so one more is put before every other.
func (s *server) speak(ctx context.Context, text string) error {
	free := s.until(ctx)
	defer free()
	s.message, s.ended = "", map[string]bool{}
	if _, err := s.ask("SPEAK"); err != nil {
		return err
	}
	if strings.HasPrefix(text, ".") {
		text = "." + text
	}
	number, err := s.ask(text + "\r\n.")
	if err != nil {
		return err
	}
	s.message = strings.Join(number, "")
	return s.over()
}

// over waits until the message is spoken, or cancelled.
func (s *server) over() error {
	for !s.ended[s.message] {
		code, lines, err := s.answer()
		if err != nil {
			return err
		}
		s.note(code, lines)
	}
	return nil
}

// note takes notice of an event: the number of the message, that of the client, and a word.
func (s *server) note(code int, lines []string) {
	if code == ssipEnd || code == ssipCancelled {
		s.ended[lines[0]] = true
	}
}

const (
	ssipEnd       = 702
	ssipCancelled = 703
)

// silence ends what is being said, within the time that a killed program has. The connection is of no use afterwards.
func (s *server) silence(ctx context.Context) {
	for range 2 { // on a busy machine a message may be on its way to the voice when the first comes
		if s.cancel(ctx, killTime/2) {
			return
		}
	}
}

// cancel says whether the server knows that the message is over. Until it does, it may take its end for that of the next.
func (s *server) cancel(ctx context.Context, answer time.Duration) bool {
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), answer)
	defer cancel()
	_ = s.conn.SetDeadline(time.Time{})
	free := s.until(grace)
	defer free()
	if _, err := s.ask("CANCEL SELF"); err != nil {
		return false
	}
	return s.over() == nil // the sound has ended with the answer
}

// ask sends a command and gives the lines of its answer without their codes; events are put aside.
func (s *server) ask(command string) ([]string, error) {
	if _, err := io.WriteString(s.conn, command+"\r\n"); err != nil {
		return nil, err
	}
	for {
		code, lines, err := s.answer()
		switch {
		case err != nil:
			return nil, err
		case code >= 700:
			s.note(code, lines)
		case code >= 300:
			return nil, errors.New(serverText(strings.Join(lines, "; ")))
		default:
			return lines[:len(lines)-1], nil // the last only says that all is well
		}
	}
}

// answer reads one answer.
func (s *server) answer() (code int, lines []string, err error) {
	for {
		line, err := s.in.ReadString('\n')
		if err != nil {
			return 0, nil, err
		}
		line = strings.TrimRight(line, "\r\n")
		if _, err := fmt.Sscanf(line, "%3d", &code); err != nil || len(line) < 4 {
			return 0, nil, errors.New(serverText(line))
		}
		lines = append(lines, line[4:])
		if line[3] != '-' {
			return code, lines, nil
		}
	}
}
