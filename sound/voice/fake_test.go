package voice

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The tests run themselves as the engines: what they do stands in the environment.
const (
	fakeMode = "CATCOW_TEST_FAKE" // what the fake does
	fakeLog  = "CATCOW_TEST_LOG"  // the file where it says how it was called
	fakeMark = "CATCOW_TEST_MARK" // by which its processes are found
)

func TestMain(m *testing.M) {
	switch mode := os.Getenv(fakeMode); mode {
	case "":
	case "parent":
		parent()
		return
	default:
		os.Exit(fake(mode, os.Args[1:])) //nolint:forbidigo // it is run as a process of its own
	}
	os.Exit(m.Run()) //nolint:forbidigo // as every TestMain
}

// called is how a fake was called.
type called struct {
	Args []string
	Text string
}

// fake is a speech engine with a fault; it gives its exit code.
func fake(mode string, args []string) int {
	switch {
	case slices.Contains(args, "--version"):
		if mode == "impostor" {
			fmt.Fprintln(os.Stdout, "mouse 1.0")
			return 0
		}
		fmt.Fprintln(os.Stdout, "eSpeak NG text-to-speech: 9.87  Data at: nowhere")
		return 0
	case slices.Contains(args, "--help"):
		if mode == "impostor" {
			fmt.Fprintln(os.Stdout, "Application Options: --device, for a gaming mouse")
			return 0
		}
		fmt.Fprintln(os.Stdout, "usage: [-h] -m MODEL, --model MODEL")
		return 0
	case slices.Contains(args, "?"):
		fmt.Fprintln(os.Stdout, "Albert              en_US    # Hello! My name is Albert.\nEddy (English (UK)) en_GB    # Hello!")
		return 0
	case slices.Contains(args, "-NoLogo"):
		return fakeSAPI(mode)
	}
	return fakeSpeech(mode, args)
}

func fakeSpeech(mode string, args []string) int {
	var text []byte
	if mode != "deaf" {
		text, _ = io.ReadAll(os.Stdin)
	}
	signal.Ignore(syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP)
	if mode == "orphan" || mode == "both" {
		grandchild()
	}
	note(called{args, string(text)})
	switch mode {
	case "hang", "both":
		time.Sleep(time.Hour)
	case "sleep":
		time.Sleep(time.Hour)
	case "slow":
		time.Sleep(5 * time.Second)
	case "fail":
		fmt.Fprint(os.Stdout, "\x1b]0;gotcha\a\x1b[2J")
		fmt.Fprint(os.Stderr, "\n\x1b[31mbroken\x1b[0m: no data\x07\nand more\n")
		return 1
	case "traced":
		fmt.Fprint(os.Stderr, "Traceback (most recent call last):\n  File x\nValueError: no such voice\n")
		return 1
	case "voiceless":
		fmt.Fprintln(os.Stderr, "Error: The specified espeak-ng voice does not exist.")
		return 1
	case "garbage":
		fmt.Fprint(os.Stdout, "RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff nonsense \x1b[2J")
		return 0
	case "escape":
		fmt.Fprint(os.Stdout, "\x1b[2Jstdout")
		fmt.Fprint(os.Stderr, "\x1b[2Jstderr")
		return 0
	case "flood":
		megabyte := bytes.Repeat([]byte("RIFF"), 1<<18)
		for range 100 {
			if _, err := os.Stdout.Write(megabyte); err != nil {
				return 1
			}
		}
		return 0
	}
	sound := tone(len(text))
	for i, arg := range args[:max(0, len(args)-1)] {
		if arg == "-o" || arg == "--output_file" {
			if err := os.WriteFile(args[i+1], sound, 0o600); err != nil {
				return 1
			}
			return 0
		}
	}
	if _, err := os.Stdout.Write(sound); err != nil {
		return 1
	}
	return 0
}

// grandchild leaves a process behind that holds our outputs.
func grandchild() {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fakeMode+"=sleep", fakeLog+"=")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Start(); err != nil {
		panic(err)
	}
}

// fakeSAPI answers as the script does.
func fakeSAPI(mode string) int {
	send := func(word, text string) {
		fmt.Fprintln(os.Stdout, word, base64.StdEncoding.EncodeToString([]byte(text)))
	}
	send("ok", "5.1.fake")
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		verb, coded, _ := strings.Cut(in.Text(), " ")
		text, err := base64.StdEncoding.DecodeString(coded)
		note(called{[]string{verb}, string(text)})
		switch {
		case err != nil:
			send("no", err.Error())
		case verb == "voice" && string(text) != "Zira":
			send("no", "Cannot set voice.\r\nNo matching voice.")
		case verb == "render":
			if mode == "hang" {
				time.Sleep(time.Hour)
			}
			if mode == "quit" {
				fmt.Fprint(os.Stderr, "\x1b[1mout of memory")
				return 3
			}
			if mode == "flood" {
				megabyte := bytes.Repeat([]byte("QUJD"), 1<<18)
				for range 100 {
					if _, err := os.Stdout.Write(megabyte); err != nil {
						return 1
					}
				}
			}
			send("ok", string(tone(len(text))))
		default:
			send("ok", "")
		}
	}
	return 0
}

func note(c called) {
	path := os.Getenv(fakeLog)
	if path == "" {
		return
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	if err := json.NewEncoder(file).Encode(c); err != nil {
		panic(err)
	}
	if err := file.Close(); err != nil {
		panic(err)
	}
}

// tone is a WAV file with 100 ms of silence, 10 ms of sound for each letter, and a second of silence. Its sizes are those
// of espeak-ng, which does not know them when it starts.
func tone(letters int) []byte {
	const hz = 22050
	var b bytes.Buffer
	b.WriteString("RIFF\x24\xf0\xff\x7fWAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00")
	_ = binary.Write(&b, binary.LittleEndian, []uint32{hz, 2 * hz})
	b.WriteString("\x02\x00\x10\x00data\x00\xf0\xff\x7f")
	samples := make([]int16, hz/10+hz*letters/100+hz)
	for i := range hz * letters / 100 {
		samples[hz/10+i] = int16(10000 * math.Cos(float64(i)/5))
	}
	_ = binary.Write(&b, binary.LittleEndian, samples)
	return b.Bytes()
}

// stage is a machine on which every program is the fake.
type stage struct {
	t    *testing.T
	log  string
	mark string
	machine
}

func newStage(t *testing.T, mode string) *stage {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, log: filepath.Join(t.TempDir(), "called"), mark: t.TempDir()}
	t.Setenv("GORACE", "atexit_sleep_ms=1") // the race detector holds every process for a second otherwise
	for _, name := range []string{"TMPDIR", "TMP"} {
		t.Setenv(name, s.mark) // so that files left behind are ours
	}
	t.Setenv(fakeLog, s.log)
	t.Setenv(fakeMark, s.mark)
	s.does(mode)
	s.machine = machine{
		system: "linux",
		look:   func(string) (string, error) { return self, nil },
		getenv: func(string) string { return "" },
	}
	t.Cleanup(func() { s.empty() })
	return s
}

// does says what the fake does from now on.
func (s *stage) does(mode string) { s.t.Setenv(fakeMode, mode) }

// engine finds one on a good day; after that it does what the mode says.
func (s *stage) engine(settings Settings, mode string) *Engine {
	s.t.Helper()
	s.does("good")
	e, err := s.find(s.t.Context(), settings)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(e.Close)
	if err := os.Remove(s.log); err != nil && !os.IsNotExist(err) {
		s.t.Fatal(err)
	}
	s.does(mode)
	return e
}

// calls are those of the fake since the engine was found.
func (s *stage) calls() []called {
	s.t.Helper()
	data, err := os.ReadFile(s.log)
	if err != nil && !os.IsNotExist(err) {
		s.t.Fatal(err)
	}
	var all []called
	for in := json.NewDecoder(bytes.NewReader(data)); ; {
		var c called
		if err := in.Decode(&c); err != nil {
			return all
		}
		all = append(all, c)
	}
}

// begun cancels a context once the fake is at work.
func (s *stage) begun(wanted int) (ctx context.Context, cancelled func() time.Time) {
	ctx, cancel := context.WithTimeout(s.t.Context(), 20*time.Second)
	at := make(chan time.Time, 1)
	go func() {
		for ctx.Err() == nil && len(s.calls()) < wanted {
			time.Sleep(time.Millisecond)
		}
		at <- time.Now()
		cancel()
	}()
	return ctx, func() time.Time { return <-at }
}
