package voice

import (
	"context"
	"errors"
	"io"
	"net"
	"net/textproto"
	"strings"
	"time"
)

// dispatcher is a Speech Dispatcher, and our connection to it. It speaks SSIP: a command a line; an answer as FTP and SMTP
// have them, "249-text" as often as there is more and one "249 text"; events, which are answers of 700 to 799 that come
// when they come.
type dispatcher struct {
	network, address string
	starter          program // connects to it, and so starts it
	opening          []string

	conn    net.Conn // nil while not connected
	lines   *textproto.Conn
	message string          // the one that is spoken
	ended   map[string]bool // the messages of which an event says that they are over
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
	d.use(conn)
	free := d.until(ctx)
	defer free()
	for _, line := range d.opening {
		if _, err := d.ask(line); err != nil {
			d.close()
			return err
		}
	}
	return nil
}

// use takes a connection, and reads no more from it than any session needs.
func (d *dispatcher) use(conn net.Conn) {
	d.conn, d.ended = conn, map[string]bool{}
	d.lines = textproto.NewConn(struct {
		io.Reader
		io.WriteCloser
	}{io.LimitReader(conn, mostSound), conn})
}

// ready makes sure that there is a connection: the server may have ended, and another may have begun.
func (d *dispatcher) ready(ctx context.Context) error {
	if d.conn != nil {
		free := d.until(ctx)
		_, err := d.ask(d.opening[0])
		free()
		if err == nil {
			return nil
		}
		d.close()
	}
	return d.open(ctx)
}

func (d *dispatcher) close() {
	if d.conn != nil {
		_ = d.conn.Close()
		d.conn = nil
	}
}

// until ends every read and write when the context is over, until the function that it returns is called.
func (d *dispatcher) until(ctx context.Context) (free func() bool) {
	conn := d.conn
	return context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
}

// speak says a text and returns when it is spoken, or was ended by somebody else.
func (d *dispatcher) speak(ctx context.Context, text string) error {
	if err := d.ready(ctx); err != nil {
		return err
	}
	free := d.until(ctx)
	err := d.send(text)
	free()
	if err != nil {
		d.silence(ctx)
		d.close()
	}
	return err
}

func (d *dispatcher) send(text string) error {
	d.message = ""
	clear(d.ended)
	if _, err := d.ask("SPEAK"); err != nil {
		return err
	}
	body := d.lines.DotWriter()
	_, _ = io.WriteString(body, text)
	if err := body.Close(); err != nil {
		return err
	}
	number, err := d.answer()
	if err != nil {
		return err
	}
	d.message = strings.Join(number, "")
	return d.over()
}

// over waits until the message is spoken, or cancelled.
func (d *dispatcher) over() error {
	for !d.ended[d.message] {
		if _, _, err := d.read(); err != nil {
			return err
		}
	}
	return nil
}

// silence ends what is being said, within the time that a killed program has. The connection is of no use afterwards.
func (d *dispatcher) silence(ctx context.Context) {
	for range 2 { // on a busy machine a message may be on its way to the voice when the first comes
		if d.cancel(ctx, killTime/2) {
			return
		}
	}
}

// cancel says whether the server knows that the message is over. Until it does, it may take its end for that of the next.
func (d *dispatcher) cancel(ctx context.Context, answer time.Duration) bool {
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), answer)
	defer cancel()
	_ = d.conn.SetDeadline(time.Time{})
	free := d.until(grace)
	defer free()
	if _, err := d.ask("CANCEL SELF"); err != nil {
		return false
	}
	return d.over() == nil // the sound has ended with the answer
}

// ask sends a command and gives the lines of its answer.
func (d *dispatcher) ask(command string) ([]string, error) {
	if err := d.lines.PrintfLine("%s", command); err != nil {
		return nil, err
	}
	return d.answer()
}

// answer is the lines of the next answer that is no event.
func (d *dispatcher) answer() ([]string, error) {
	for {
		code, lines, err := d.read()
		switch {
		case err != nil:
			return nil, err
		case code >= 700:
		case code >= 300:
			return nil, errors.New(serverText(strings.Join(lines, "; ")))
		default:
			return lines[:len(lines)-1], nil // the last only says that all is well
		}
	}
}

const (
	ssipEnd       = 702
	ssipCancelled = 703
)

// read reads an answer. Such an event has the number of the message, that of the client, and a word.
func (d *dispatcher) read() (code int, lines []string, err error) {
	code, text, err := d.lines.ReadResponse(0)
	if wrong, ok := errors.AsType[textproto.ProtocolError](err); ok {
		return 0, nil, errors.New(serverText(string(wrong)))
	}
	lines = strings.Split(text, "\n")
	if code == ssipEnd || code == ssipCancelled {
		d.ended[lines[0]] = true
	}
	return code, lines, err
}
