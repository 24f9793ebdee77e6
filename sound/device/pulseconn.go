//go:build unix && !darwin

package device

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jfreymuth/pulse/proto"
)

// address is where a server may listen.
type address struct{ network, at string }

// addresses are those in $PULSE_SERVER, or where a server listens if nobody says
// otherwise.
func addresses() []address {
	if servers, ok := os.LookupEnv("PULSE_SERVER"); ok && servers != "" {
		var out []address
		for server := range strings.FieldsSeq(servers) {
			out = append(out, parseAddress(server))
		}
		return out
	}
	var out []address
	if dir := os.Getenv("PULSE_RUNTIME_PATH"); dir != "" {
		out = append(out, address{"unix", filepath.Join(dir, "native")})
	}
	run := os.Getenv("XDG_RUNTIME_DIR")
	if run == "" {
		run = filepath.Join("/run/user", strconv.Itoa(os.Getuid()))
	}
	return append(out, address{"unix", filepath.Join(run, "pulse", "native")})
}

// parseAddress reads "unix:/path", "/path", "tcp:host:port", "tcp4:", "tcp6:" or
// "host", each perhaps after the name of a machine in braces.
func parseAddress(server string) address {
	if _, after, ok := strings.Cut(server, "}"); ok && server[0] == '{' {
		server = after
	}
	if strings.HasPrefix(server, "/") {
		return address{"unix", server}
	}
	network, at, ok := strings.Cut(server, ":")
	switch {
	case ok && network == "unix":
		return address{network, at}
	case ok && (network == "tcp" || network == "tcp4" || network == "tcp6"):
	default:
		network, at = "tcp", server
	}
	if _, _, err := net.SplitHostPort(at); err != nil {
		at = net.JoinHostPort(strings.Trim(at, "[]"), "4713")
	}
	return address{network, at}
}

// cookie is what the server knows this user by. Most do not ask for it.
func cookie() []byte {
	home, _ := os.UserHomeDir()
	config, _ := os.UserConfigDir()
	for _, path := range []string{
		os.Getenv("PULSE_COOKIE"),
		filepath.Join(config, "pulse", "cookie"),
		filepath.Join(home, ".pulse-cookie"),
	} {
		if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() || info.Size() != cookieSize { // a pipe would be waited for
			continue
		}
		if data, err := os.ReadFile(path); err == nil && len(data) == cookieSize {
			return data
		}
	}
	return make([]byte, cookieSize)
}

const cookieSize = 256

// dialPulse connects to the first server that answers. hear is told what the
// server says by itself, and *proto.ConnectionClosed, whatever the reason, when
// the connection ends.
func dialPulse(ctx context.Context, hear func(any)) (net.Conn, *proto.Client, error) {
	err := errors.New(noServerText)
	for _, a := range addresses() {
		conn, dialErr := (&net.Dialer{Timeout: answerTime}).DialContext(ctx, a.network, a.at)
		if dialErr != nil {
			continue
		}
		client, helloErr := hello(ctx, conn, hear)
		if helloErr != nil {
			_ = conn.Close()
			err = errors.New(serverRefusesText)
			continue
		}
		return conn, client, nil
	}
	return nil, nil, err
}

// hello introduces us.
func hello(ctx context.Context, conn net.Conn, hear func(any)) (*proto.Client, error) {
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	// The client calls Callback without a look when the connection ends, so it is
	// there before the first byte is read.
	client := &proto.Client{Callback: hear}
	client.SetTimeout(answerTime)
	w := &wire{conn: conn}
	client.Open(w)
	var auth proto.AuthReply
	if err := client.Request(&proto.Auth{Version: client.Version(), Cookie: cookie()}, &auth); err != nil {
		return nil, err
	}
	client.SetVersion(auth.Version)
	w.known = true
	// A request of more than 1024 bytes would be too long for the client.
	return client, client.Request(&proto.SetClientName{Props: proto.PropList{
		"application.name":       proto.PropListString("catcow"),
		"application.process.id": proto.PropListString(strconv.Itoa(os.Getpid())),
	}}, &proto.SetClientNameReply{})
}

// wire stands between the client and the connection. It lets through only the
// messages that the client understands, since the client prints the number of any
// other to the terminal, and only ones of a sensible size; and every end of the
// connection is the same end, since the client overlooks all but io.EOF.
type wire struct {
	conn  net.Conn
	known bool // the server knows who we are
	rest  []byte
}

const (
	headSize   = 20
	control    = 0xFFFFFFFF // the channel of messages
	mostLength = 64 << 10   // bytes of a message
	opOffset   = 1          // of the kind of a message in it
	leastSize  = 10         // bytes of a message
)

func (w *wire) Read(b []byte) (int, error) {
	for len(w.rest) == 0 {
		message, err := w.message()
		if err != nil {
			_ = w.conn.Close()
			return 0, io.EOF
		}
		w.rest = message
	}
	n := copy(b, w.rest)
	w.rest = w.rest[n:]
	return n, nil
}

// message is the next one that the client understands; nothing for another.
func (w *wire) message() ([]byte, error) {
	head := make([]byte, headSize)
	if _, err := io.ReadFull(w.conn, head); err != nil {
		return nil, err
	}
	length := binary.BigEndian.Uint32(head)
	if binary.BigEndian.Uint32(head[4:]) != control || length < leastSize || length > mostLength {
		return nil, io.ErrUnexpectedEOF
	}
	message := append(head, make([]byte, length)...)
	if _, err := io.ReadFull(w.conn, message[headSize:]); err != nil {
		return nil, err
	}
	switch binary.BigEndian.Uint32(message[headSize+opOffset:]) {
	case proto.OpError, proto.OpReply, proto.OpRequest, proto.OpPlaybackStreamKilled:
		return message, nil
	}
	return nil, nil
}

func (w *wire) Write(b []byte) (int, error) {
	write := w.conn.Write
	if !w.known {
		write = func(b []byte) (int, error) { return introduced(w.conn, b) }
	}
	n, err := write(b)
	if err != nil {
		_ = w.conn.Close() // so that the reader sees it too
	}
	return n, err
}
