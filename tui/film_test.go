package tui

import (
	"context"
	"flag"
	"os"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"catcow/content"
)

var film = flag.String("film", "", "write the README's film to this file")

// mostFilm is what a page may have to load.
const mostFilm = 2_000_000

// The README's film is of a real session in fake time, the figure first in cells and
// then, in a terminal that has them, in pictures:
//
//	go test ./tui -run TestFilm -film ../doc/film.gif
//
// Without the flag only a few frames are filmed; they too must come out of the file as
// they went in.
func TestFilm(t *testing.T) {
	t.Parallel()
	c := newCamera(t, 80, 24)
	c.brief = *film == ""
	shootFilm(c, nil, inCells)
	two := routine(t, "back-pain-relief")
	two.Items = []content.Item{two.Items[0], two.Items[3]}
	shootFilm(c, &two, inPictures)
	file := develop(t, c.shots)
	if len(file) > mostFilm {
		t.Errorf("%d bytes, want at most %d", len(file), mostFilm)
	}
	t.Logf("%d shots, %v, %d bytes", len(c.shots), c.length(), len(file))
	if *film != "" {
		if err := os.WriteFile(*film, file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkFilm(t, file, c)
}

// inCells is from the menu to a gentler way.
func inCells(c *camera, r *rig) {
	r.shows("type to find a routine")
	c.still(1500 * time.Millisecond)
	for _, k := range []string{"r", "e", "l", "i", "e", "f"} {
		r.press(k)
		c.still(120 * time.Millisecond)
	}
	c.still(500 * time.Millisecond)
	r.press("enter")
	r.shows("Back Pain Relief")
	c.still(1800 * time.Millisecond)
	r.press("enter")
	c.still(1000 * time.Millisecond)
	r.press("4", "1") // in the lower back
	time.Sleep(time.Second)
	c.roll(1500 * time.Millisecond)
	r.press("n") // all there: now into the pose
	c.roll(3500 * time.Millisecond)
	toWork(r)
	time.Sleep(2 * time.Second)
	c.roll(5 * time.Second)
	r.press("x")
	c.still(2200 * time.Millisecond)
	r.press("enter")
	c.still(2 * time.Second)
}

// inPictures is the middle and the end of a session.
func inPictures(c *camera, r *rig) {
	r.press("4", "1")
	toWork(r)
	time.Sleep(2 * time.Second)
	c.roll(4 * time.Second)
	if c.brief {
		return
	}
	for r.m.item() == 0 {
		time.Sleep(time.Second)
	}
	c.roll(3 * time.Second)
	toWork(r)
	time.Sleep(2 * time.Second)
	c.roll(3 * time.Second)
	for range 1200 {
		if !r.m.leads() {
			break
		}
		time.Sleep(time.Second)
	}
	c.still(time.Second)
	r.press("2")
	c.still(3 * time.Second)
}

// toWork goes on to the next hold.
func toWork(r *rig) {
	for range 9 {
		if r.m.works() {
			return
		}
		r.press("n")
	}
	r.t.Fatalf("no hold comes:\n%s", r.see())
}

// item is the place in the routine.
func (w *watched) item() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.m.led.At.Stage.Item
}

// leads reports whether a session is under way.
func (w *watched) leads() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.m.leading()
}

// shootFilm films some scenes of a real Program under a fake clock: of a routine in
// pictures, or from the menu in cells.
func shootFilm(c *camera, pictures *content.Routine, scenes func(c *camera, r *rig)) {
	o := builtin(c.t)
	o.Screen.Close, o.CheckIn = false, true
	o.Figure.Pixels = "never"
	if pictures != nil {
		o.Figure.Pixels, o.Routine = "auto", pictures
	}
	o.Environ = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8"}
	synctest.Test(c.t, func(t *testing.T) {
		c.term = newFilmTerminal(c.cols, c.rows)
		r := &rig{t: t, m: &watched{teaModel: newTeaModel(newModel(o))}, term: c.term.terminal, done: make(chan struct{})}
		c.r = r
		ctx, cancel := context.WithCancel(t.Context())
		r.p = r.m.program(ctx, r.m, c.term, tea.WithInput(nil), tea.WithWindowSize(c.cols, c.rows),
			tea.WithColorProfile(colorprofile.TrueColor), tea.WithoutSignalHandler(), tea.WithFPS(harnessFPS))
		c.term.p = r.p
		go func() {
			r.out, r.err = r.m.run(ctx, r.p, cancel)
			close(r.done)
		}()
		defer func() {
			cancel()
			<-r.done
			_ = c.term.screen.Close()
			time.Sleep(time.Hour)
		}()
		r.settle()
		scenes(c, r)
	})
}
