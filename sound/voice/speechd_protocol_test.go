package voice

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// desk is a Speech Dispatcher that keeps what it is told.
type desk struct {
	t      *testing.T
	mode   string // "good"; "busy": speaks until it is told to stop; "slips": until it is told twice; "hung": answers nothing once it is spoken to; "dummy"; "mute"; "refuses"
	mu     sync.Mutex
	told   []string
	spoken chan struct{} // gets one for each text
	ended  chan struct{}
	listen net.Listener
	conns  []net.Conn
	slips  map[int]bool
}

func newDesk(t *testing.T, mode string) (*desk, *stage) {
	t.Helper()
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, mode: mode, spoken: make(chan struct{}, 9), ended: make(chan struct{}, 9), listen: listen, slips: map[int]bool{}}
	t.Cleanup(d.close)
	go func() {
		for {
			conn, err := listen.Accept()
			if err != nil {
				return
			}
			d.mu.Lock()
			d.conns = append(d.conns, conn)
			d.mu.Unlock()
			go d.serve(conn)
		}
	}()
	s := newStage(t, "good")
	s.getenv = func(name string) string {
		if name == "SPEECHD_ADDRESS" {
			return "inet_socket:" + listen.Addr().String()
		}
		return ""
	}
	return d, s
}

// slipped says that a message has slipped past the first attempt to cancel it.
func (d *desk) slipped(message int) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	slips := !d.slips[message]
	d.slips[message] = slips
	return slips
}

func (d *desk) close() {
	_ = d.listen.Close()
	d.hangUp()
}

// hangUp ends the connections, as a server that ends.
func (d *desk) hangUp() {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, conn := range d.conns {
		_ = conn.Close()
	}
	d.conns = nil
}

func (d *desk) serve(conn net.Conn) {
	in := bufio.NewScanner(conn)
	say := func(lines ...string) { fmt.Fprint(conn, strings.Join(lines, "\r\n")+"\r\n") }
	number, data := 0, false
	for in.Scan() {
		line := in.Text()
		d.mu.Lock()
		d.told = append(d.told, line)
		d.mu.Unlock()
		switch {
		case data && line == ".":
			data = false
			number++
			// The end of somebody else's message comes first.
			say("702-77", "702-1", "702 END", fmt.Sprintf("225-%d", number), "225 OK MESSAGE QUEUED")
			if d.mode == "good" {
				say(fmt.Sprintf("702-%d", number), "702-1", "702 END")
			}
			d.spoken <- struct{}{}
		case data || d.mode == "hung" && number > 0:
		case line == "SPEAK":
			data = true
			say("230 OK RECEIVING DATA")
		case line == "CANCEL SELF" && d.mode == "slips" && d.slipped(number):
			say("213 OK CANCELED")
		case line == "CANCEL SELF":
			d.ended <- struct{}{}
			say("213 OK CANCELED", fmt.Sprintf("703-%d", number), "703-1", "703 CANCELED")
		case line == "LIST OUTPUT_MODULES" && d.mode == "dummy":
			say("250-dummy", "250 OK MODULE LIST SENT")
		case line == "LIST OUTPUT_MODULES" && d.mode == "mute":
			say("250 OK MODULE LIST SENT")
		case line == "LIST OUTPUT_MODULES":
			say("250-espeak-ng", "250-dummy", "250 OK MODULE LIST SENT")
		case line == "LIST SYNTHESIS_VOICES":
			say("249-English (GB)\ten\tnone", "249-Deutsch\tde\tnone", "249 OK VOICE LIST SENT")
		case d.mode == "refuses":
			say("500 \x1b[2JERR INVALID COMMAND")
		default:
			say("200 OK")
		}
	}
}

func (d *desk) heard() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return strings.Join(d.told, "\n")
}

func TestSpeechDispatcher(t *testing.T) {
	d, s := newDesk(t, "good")
	e := s.engine(Settings{Engine: SpeechD, Name: "Deutsch", Rate: 80, Volume: 0.5}, "good")
	if e.Name != SpeechD || e.Render != nil {
		t.Errorf("%s, renders %v", e.Name, e.Render != nil)
	}
	for _, text := range []string{"one", ". two", "..\nQUIT"} {
		if err := e.Speak(t.Context(), text); err != nil {
			t.Fatal(err)
		}
	}
	d.hangUp() // it ends after a while in which nobody speaks
	if err := e.Speak(t.Context(), "three"); err != nil {
		t.Fatal(err)
	}
	told := d.heard()
	for _, want := range []string{
		"SET SELF SSML_MODE off", "SET SELF RATE -100", "SET SELF VOLUME 0", "SET SELF SYNTHESIS_VOICE Deutsch",
		"SPEAK\none\n.\n", "SPEAK\n.. two\n.\n", "SPEAK\n... QUIT\n.\n", "SPEAK\nthree\n.",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("was not told %q in\n%s", want, told)
		}
	}
	// To find it, with the voice, and after it had ended.
	if opened := strings.Count(told, "SET SELF SSML_MODE off"); opened != 3 {
		t.Errorf("connected %d times, want 3", opened)
	}
}

func TestSpeechDispatcherIsCancelled(t *testing.T) {
	for _, mode := range []string{"busy", "slips", "hung"} {
		t.Run(mode, func(t *testing.T) {
			d, s := newDesk(t, mode)
			e := s.engine(Settings{Engine: SpeechD}, "good")
			for range 2 { // it speaks again after that
				ctx, cancel := context.WithCancel(t.Context())
				at := make(chan time.Time, 1)
				go func() {
					<-d.spoken
					time.Sleep(20 * time.Millisecond) // mostly it has had its answer by then
					at <- time.Now()
					cancel()
				}()
				err := e.Speak(ctx, "hello")
				took := time.Since(<-at)
				if err == nil || took > late {
					t.Errorf("%v, %v after it was cancelled", err, took)
				}
				t.Logf("returned %v after it was cancelled", took)
				if mode != "hung" {
					<-d.ended
				}
			}
		})
	}
}

func TestSpeechDispatcherThatCannotSpeak(t *testing.T) {
	for mode, want := range map[string]string{
		"dummy":   "spd-say: " + noSpeakingText,
		"mute":    "spd-say: " + noSpeakingText,
		"refuses": "spd-say: it answers [2JERR INVALID COMMAND",
	} {
		_, s := newDesk(t, mode)
		if _, err := s.find(t.Context(), Settings{Engine: SpeechD}); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %q", mode, err, want)
		}
	}
	_, s := newDesk(t, "good")
	if _, err := s.find(t.Context(), Settings{Engine: SpeechD, Name: "English"}); err == nil || err.Error() != `spd-say: no voice "English"` {
		t.Error(err)
	}
}

func TestSpeechAddress(t *testing.T) {
	tests := []struct{ address, runtime, network, want string }{
		{"", "/run/user/1", "unix", filepath.Join("/run/user/1", "speech-dispatcher", "speechd.sock")},
		{"unix_socket", "/run/user/1", "unix", filepath.Join("/run/user/1", "speech-dispatcher", "speechd.sock")},
		{"unix_socket:/tmp/s", "/run/user/1", "unix", "/tmp/s"},
		{"inet_socket", "", "tcp", "127.0.0.1:6560"},
		{"inet_socket:host:7", "", "tcp", "host:7"},
	}
	for _, test := range tests {
		m := machine{getenv: func(name string) string {
			return map[string]string{"SPEECHD_ADDRESS": test.address, "XDG_RUNTIME_DIR": test.runtime}[name]
		}}
		if network, address := m.speechAddress(); network != test.network || address != test.want {
			t.Errorf("%+v: %s %s", test, network, address)
		}
	}
}

// The engine that Speech Dispatcher is set up for is read from the user's file, or the system's.
func TestSpeechModule(t *testing.T) {
	home := t.TempDir()
	m := machine{system: "linux", getenv: func(name string) string {
		return map[string]string{"XDG_CONFIG_HOME": home}[name]
	}}
	file := filepath.Join(home, "speech-dispatcher", "speechd.conf")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"":                              "",
		"# DefaultModule rhvoice\n":     "",
		"Port 1\nDefaultModule\n":       "",
		"DefaultModule espeak-ng\n":     "",
		"  DefaultModule   rhvoice":     "rhvoice",
		"DefaultModule \"kali\" # me\n": "kali",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := m.speechModule(); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		last := m.kinds(Settings{})
		if name := last[len(last)-1].name; name != map[bool]string{true: SpeechD, false: ESpeak}[want == ""] {
			t.Errorf("%q: %s is tried last", text, name)
		}
	}
}
