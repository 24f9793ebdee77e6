package voice

import (
	"io"
	"net"
	"strings"
	"testing"
	"unicode"
)

// told is a connection that takes everything, and answers what it is given.
type told struct {
	net.Conn

	in io.Reader
}

func (c told) Read(p []byte) (int, error) { return c.in.Read(p) }
func (told) Write(p []byte) (int, error)  { return len(p), nil }

// FuzzReplies speaks to a Speech Dispatcher, and to a helper, that answer anything:
// it comes to an end, with one plain line if it goes wrong.
func FuzzReplies(f *testing.F) {
	for _, s := range []string{
		"", "\r\n", "230 OK\r\n225-21\r\n225 OK MESSAGE QUEUED\r\n701-21\r\n701-1\r\n701 BEGIN\r\n702-21\r\n702-1\r\n702 END\r\n",
		"230 OK\r\n225-7\r\n225 OK\r\n703-7\r\n703-1\r\n703 CANCELED\r\n", "300-a\r\n300 \x1b[2J\r\n", "999 \n702 x\n", "-12 a\n", "230-\n230-\n",
		"702 \n230 OK\n225 OK\n", "23\n", "   a\n", "+12 \n", "OK UklGRg==", "ERR \x1b]0;x\a", "225 \xff\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var d dispatcher
		d.use(told{in: strings.NewReader(text)})
		_, err := d.ask("SET SELF")
		if err == nil {
			err = d.send("Lie on your back.")
		}
		plainError(t, err)
		_, err = reply([]byte(text))
		plainError(t, err)
	})
}

func plainError(t *testing.T, err error) {
	t.Helper()
	if err != nil && strings.ContainsFunc(err.Error(), func(r rune) bool { return !unicode.IsPrint(r) }) {
		t.Fatalf("the error %q is not one plain line", err)
	}
}
