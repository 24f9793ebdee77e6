package tui

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"
)

// fakeKitty is a terminal with the protocol. It notes every moment at which cells
// show a picture that it has not.
type fakeKitty struct {
	mu      sync.Mutex
	p       *tea.Program
	say     func(id int) string // its answer to a picture; "" for none
	has     []int
	shown   int // 0 for cells
	sent    int
	leaving bool
	faults  []string
	broken  atomic.Bool // our clock
}

var spoken = regexp.MustCompile(`\x1b_G[^\x1b]*\x1b\\|\x1b\[>q|\x1b\[16t|\x1b\[38;2;(\d+);(\d+);(\d+);48;2[^m]*m\x{10EEEE}`)

func (f *fakeKitty) Write(b []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, m := range spoken.FindAllStringSubmatch(string(b), -1) {
		switch {
		case m[0] == "\x1b[>q":
			go f.p.Send(uv.TerminalVersionEvent{Name: "kitty(0.41.1)"})
		case m[0] == "\x1b[16t":
			go f.p.Send(uv.CellSizeEvent{Width: 2, Height: 4}) // small, to be quick
		case m[1] != "":
			id := 0
			for _, part := range m[1:] {
				n, _ := strconv.Atoi(part)
				id = id<<8 + n
			}
			if f.shown = id; !slices.Contains(f.has, id) {
				f.faults = append(f.faults, fmt.Sprintf("cells show %d, which is not there", id))
			}
		default:
			f.graphics(m[0])
		}
	}
	return len(b), nil
}

func (f *fakeKitty) graphics(command string) {
	all, _ := commands(command)
	switch o := all[0]; {
	case o.Action == kitty.Delete:
		if o.ID == f.shown && !f.leaving {
			f.faults = append(f.faults, fmt.Sprintf("%d is taken down while it is shown", o.ID))
		}
		f.has = slices.DeleteFunc(f.has, func(id int) bool { return id == o.ID })
	case o.ID != 0: // the first piece says which it is
		if o.Action == kitty.TransmitAndPut {
			f.has, f.sent = append(f.has, o.ID), f.sent+1
		}
		if say := f.say(o.ID); say != "" {
			go f.p.Send(answer(o.ID, say))
		}
	}
}

// fakeState is what the terminal has come to.
type fakeState struct {
	has         []int
	shown, sent int
	faults      []string
}

func (f *fakeKitty) look() fakeState {
	synctest.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	return fakeState{slices.Clone(f.has), f.shown, f.sent, f.faults}
}

// leave says that from now on pictures may go.
func (f *fakeKitty) leave() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.leaving = true
}

// driveKitty plays a routine in a real Program under a fake clock.
func driveKitty(t *testing.T, say func(id int) string, do func(r *rig, f *fakeKitty)) {
	t.Helper()
	o := kittyOptions(t)
	r := routine(t, "upper-back")
	o.Routine = &r
	synctest.Test(t, func(t *testing.T) {
		f := &fakeKitty{say: say}
		r := &rig{t: t, m: &watched{teaModel: &teaModel{m: newModel(o)}}, done: make(chan struct{})}
		clock := r.m.m.now
		r.m.m.now = func() time.Time {
			if f.broken.Load() {
				panic("a clock with no hands")
			}
			return clock()
		}
		ctx, cancel := context.WithCancel(t.Context())
		r.p = tea.NewProgram(r.m, tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(f), tea.WithWindowSize(80, 24),
			tea.WithEnvironment(o.Environ), tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(),
			tea.WithFilter(r.m.filter))
		f.p = r.p
		go func() {
			_, err := r.p.Run()
			r.out, r.err = r.m.end(ctx, err)
			close(r.done)
		}()
		defer func() {
			cancel()
			<-r.done
			time.Sleep(time.Hour)
		}()
		r.settle()
		do(r, f)
	})
}

func agrees(int) string { return "OK" }
