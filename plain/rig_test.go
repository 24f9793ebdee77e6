package plain

import (
	"bufio"
	"context"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/session"
	"catcow/tui"
)

// builtinLibrary reads the poses and routines as they come, once: nobody changes them.
var builtinLibrary = sync.OnceValues(func() (*content.Library, decode.Problems) { return content.Load(content.Builtin()) })

// builtin is the options of a run on the poses and routines as they come, by
// somebody who has been here before.
func builtin(tb testing.TB, id string) Options {
	tb.Helper()
	lib, problems := builtinLibrary()
	if len(problems) > 0 {
		tb.Fatalf("built-in content: %v", problems)
	}
	o := Options{Options: tui.Options{
		Load:    func() (*content.Library, decode.Problems) { return lib, nil },
		Session: session.DefaultOptions(),
		Play:    session.Settings{Speed: 1},
		State: config.State{
			Safety:  config.Acknowledged{Version: content.SafetyPage().Version},
			Profile: config.ProfileAnswers{Set: true, Props: content.Props()},
		},
	}}
	if id != "" {
		r, err := lib.Routine(id)
		if err != nil {
			tb.Fatal(err)
		}
		o.Routine = &r
	}
	return o
}

// typed is a line that is typed at a time after the start, or a signal that comes.
type typed struct {
	at     time.Duration
	line   string
	signal os.Signal
}

// printedLine is a line that was printed at a time after the start.
type printedLine struct {
	at   time.Duration
	text string
}

// play runs in a time of its own until the end, with lines typed meanwhile, and
// gives what was printed. Where stays is set the input goes on after the last line.
func play(t *testing.T, o Options, lines []typed, stays bool) (all []printedLine, result tui.Result) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		in, keys := io.Pipe()
		out, screen := io.Pipe()
		o.In, o.Out = in, screen
		over, signals := make(chan struct{}), make(chan os.Signal, 1)
		go func() {
			for _, l := range lines {
				select {
				case <-time.After(l.at - time.Since(began)):
				case <-over:
					return
				}
				if l.signal != nil {
					signals <- l.signal
					continue
				}
				if _, err := io.WriteString(keys, l.line); err != nil {
					return
				}
			}
			if !stays {
				_ = keys.Close()
			}
		}()
		seen := make(chan struct{})
		go func() {
			defer close(seen)
			for s := bufio.NewScanner(out); s.Scan(); {
				all = append(all, printedLine{time.Since(began), s.Text()})
			}
		}()
		var err error
		if result, err = run(context.Background(), o, signals); err != nil {
			t.Error(err)
		}
		close(over)
		_ = keys.Close()
		_ = in.Close()
		_ = screen.Close()
		<-seen
	})
	return all, result
}

// text is all that was printed.
func text(all []printedLine) string {
	var b strings.Builder
	for _, p := range all {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

// has fails unless each line stands there, one after the other.
func has(t *testing.T, all []printedLine, lines ...string) {
	t.Helper()
	rest := "\n" + text(all)
	for _, line := range lines {
		_, after, found := strings.Cut(rest, "\n"+line)
		if !found {
			t.Fatalf("no %q after what came before it in\n%s", line, text(all))
		}
		rest = "\n" + after
	}
}
