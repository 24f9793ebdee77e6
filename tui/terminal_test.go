package tui

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/vt"
)

// fakeTerminal shows pictures, in the way of one terminal or another. It notes each
// write after which the screen is not what it should be.
type fakeTerminal struct {
	mu     sync.Mutex
	p      *tea.Program
	name   string
	sixel  bool
	say    func(id int) string // its answer to an image; "" for none
	screen *vt.SafeEmulator

	has    []int           // images
	placed map[int]pos     // where
	sixels map[pos]bool    // the cells that show a picture
	place  image.Rectangle // all the cells of the picture as it was drawn

	sent, drawn, harmed int
	bytes               int
	leaving             bool
	faults              []string
	broken              atomic.Bool // our clock
	hangUp              func()
}

type pos struct{ x, y int }

// fakeCell is the size of a cell in pixels: small, to be quick.
const fakeCellWidth, fakeCellHeight = 2, 4

// sixelCell is what the emulator holds in the place of a picture.
const sixelCell = "▣"

var sequences = regexp.MustCompile(`(?s)\x1b_G[^\x1b]*\x1b\\|\x1bP0;0;0q.*?\x1b\\|\x1b\[>q|\x1b\[16t|\x1b\[c`)

func (f *fakeTerminal) Write(b []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.bytes += len(b)
	text, before, harmed := string(b), f.place, f.harmed
	for {
		at := sequences.FindStringIndex(text)
		if at == nil {
			break
		}
		f.print(text[:at[0]])
		f.sequence(text[at[0]:at[1]])
		text = text[at[1]:]
	}
	f.print(text)
	if before != f.place || len(f.sixels) == 0 {
		f.harmed = harmed // the picture has gone from there
	}
	f.check()
	return len(b), nil
}

func (f *fakeTerminal) print(text string) {
	_, _ = f.screen.Write([]byte(text))
	for p := range f.sixels {
		if c := f.screen.CellAt(p.x, p.y); c == nil || c.Content != sixelCell {
			delete(f.sixels, p)
			f.harmed++
		}
	}
}

func (f *fakeTerminal) sequence(s string) {
	switch {
	case s == "\x1b[>q":
		go f.p.Send(uv.TerminalVersionEvent{Name: f.name})
	case s == "\x1b[16t":
		go f.p.Send(uv.CellSizeEvent{Width: fakeCellWidth, Height: fakeCellHeight})
	case s == "\x1b[c":
		attributes := uv.PrimaryDeviceAttributesEvent{62, 22}
		if f.sixel {
			attributes = append(attributes, 4)
		}
		go func() {
			time.Sleep(time.Millisecond) // after the other answers
			f.p.Send(attributes)
		}()
	case strings.HasPrefix(s, "\x1bP"):
		f.draw(s)
	default:
		f.graphics(s)
	}
}

// draw is a stripe in Sixel at the cursor.
func (f *fakeTerminal) draw(s string) {
	raster := strings.Split(regexp.MustCompile(`"1;1;\d+;\d+`).FindString(s), ";")
	width, _ := strconv.Atoi(raster[2])
	height, _ := strconv.Atoi(raster[3])
	at := f.screen.CursorPosition()
	if len(f.sixels) == 0 {
		f.place = image.Rectangle{}
	}
	rows, cols := (height+fakeCellHeight-1)/fakeCellHeight, width/fakeCellWidth
	f.place = f.place.Union(image.Rect(at.X, at.Y, at.X+cols, at.Y+rows))
	for y := range rows {
		for x := range cols {
			p := pos{at.X + x, at.Y + y}
			f.sixels[p] = true
			f.screen.SetCell(p.x, p.y, &uv.Cell{Content: sixelCell, Width: 1})
		}
	}
	f.drawn++
}

func (f *fakeTerminal) graphics(command string) {
	options, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(command, "\x1b_G"), "\x1b\\"), ";")
	var o kitty.Options
	_ = o.UnmarshalText([]byte(options))
	switch {
	case o.Action == kitty.Delete:
		delete(f.placed, o.ID)
		if o.DeleteResources {
			f.has = slices.DeleteFunc(f.has, func(id int) bool { return id == o.ID })
		}
	case o.Action == kitty.Put:
		if !slices.Contains(f.has, o.ID) {
			f.faults = append(f.faults, fmt.Sprintf("%d is placed, which is not there", o.ID))
		}
		at := f.screen.CursorPosition()
		f.placed[o.ID] = pos{at.X, at.Y}
		f.drawn++
	case o.ID != 0: // the first piece says which it is
		if o.Action != kitty.Query {
			f.has, f.sent = append(f.has, o.ID), f.sent+1
		}
		if say := f.say(o.ID); say != "" {
			go f.p.Send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: o.ID}, Payload: []byte(say)})
		}
	}
}

// check looks for what nobody should see: cells that stand for a picture that is not
// there, text on a picture, a picture with holes, two at once.
func (f *fakeTerminal) check() {
	if f.leaving {
		return
	}
	for _, id := range f.shown() {
		if !slices.Contains(f.has, id) {
			f.faults = append(f.faults, fmt.Sprintf("cells show %d, which is not there", id))
		}
	}
	if n := len(f.sixels); n > 0 && n < f.place.Dx()*f.place.Dy() {
		f.faults = append(f.faults, fmt.Sprintf("%d cells of %v show the picture", n, f.place))
	}
	if len(f.placed) > 1 {
		f.faults = append(f.faults, fmt.Sprintf("%d pictures at once", len(f.placed)))
	}
	for id, p := range f.placed {
		if c := f.screen.CellAt(p.x, p.y); c == nil || c.Content != "\u00a0" {
			f.faults = append(f.faults, fmt.Sprintf("%d lies at %v, over text", id, p))
		}
	}
}

// shown is the images that cells stand for.
func (f *fakeTerminal) shown() []int {
	var ids []int
	if f.sent == 0 {
		return nil
	}
	for y := range f.screen.Height() {
		for x := range f.screen.Width() {
			c := f.screen.CellAt(x, y)
			if c == nil || !strings.HasPrefix(c.Content, string(kitty.Placeholder)) {
				continue
			}
			if id := idOf(c.Style.Fg); len(ids) == 0 || ids[len(ids)-1] != id {
				ids = append(ids, id)
			}
		}
	}
	return slices.Compact(ids)
}

func idOf(c color.Color) int {
	if c == nil {
		return 0
	}
	r, g, b, _ := c.RGBA()
	return int(r>>8)<<16 | int(g>>8)<<8 | int(b>>8)
}

// fakeState is what the terminal has come to.
type fakeState struct {
	has                 []int
	sent, drawn, harmed int
	bytes               int
	visible             bool // a picture is
	faults              []string
}

func (f *fakeTerminal) look() fakeState {
	synctest.Wait()
	f.mu.Lock()
	defer f.mu.Unlock()
	visible := len(f.sixels) > 0 || len(f.placed) > 0 || len(f.shown()) > 0
	return fakeState{slices.Clone(f.has), f.sent, f.drawn, f.harmed, f.bytes, visible, slices.Clone(f.faults)}
}

// leave says that from now on pictures may go.
func (f *fakeTerminal) leave() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.leaving = true
}

func (f *fakeTerminal) answer(say func(id int) string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.say = say
}

func (f *fakeTerminal) resize(w, h int) {
	f.mu.Lock()
	f.screen.Resize(w, h)
	f.mu.Unlock()
	f.p.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

func agrees(int) string { return "OK" }

// driveTerminal plays a routine in a real Program under a fake clock, in a terminal of
// that name.
func driveTerminal(t *testing.T, name string, do func(r *rig, f *fakeTerminal)) {
	t.Helper()
	driveOptions(t, builtin(t), name, do)
}

func driveOptions(t *testing.T, o Options, name string, do func(r *rig, f *fakeTerminal)) {
	t.Helper()
	o.Figure.Pixels = "auto"
	if name == "kitty(0.26.5)" {
		o.Figure.Mode = "kitty" // or it is not asked
	}
	o.Environ = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8"}
	r := routine(t, "upper-back")
	o.Routine = &r
	synctest.Test(t, func(t *testing.T) {
		f := &fakeTerminal{
			name: name, sixel: !strings.HasPrefix(name, "kitty"), say: agrees, screen: vt.NewSafeEmulator(80, 24),
			placed: map[int]pos{}, sixels: map[pos]bool{},
		}
		_, _ = f.screen.Write([]byte("\x1b[20h")) // a bare LF returns the carriage too
		go func() { _, _ = io.Copy(io.Discard, f.screen) }()
		r := &rig{t: t, m: &watched{teaModel: newTeaModel(newModel(o))}, done: make(chan struct{})}
		clock := r.m.m.now
		r.m.m.now = func() time.Time {
			if f.broken.Load() {
				panic("a clock with no hands")
			}
			return clock()
		}
		running, cancel := context.WithCancel(t.Context())
		ctx, hangUp := context.WithCancel(running)
		f.hangUp = hangUp
		r.p = r.m.program(running, r.m, f, tea.WithInput(nil), tea.WithWindowSize(80, 24),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(), tea.WithFPS(harnessFPS))
		f.p = r.p
		go func() {
			r.out, r.err = r.m.run(ctx, r.p, cancel)
			close(r.done)
		}()
		defer func() {
			cancel()
			<-r.done
			_ = f.screen.Close()
			time.Sleep(time.Hour)
		}()
		r.settle()
		do(r, f)
	})
}
