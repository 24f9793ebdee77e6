package pixels

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi/kitty"

	"catcow/config"
	"catcow/content"
	"catcow/figure"
)

func TestAPictureStandsUntilTheNextIsThere(t *testing.T) {
	t.Parallel()
	for i, shows := range []string{Sixel: "\x1bP0", Kitty: "a=p", Placeholders: string(kitty.Placeholder)} {
		protocol := Protocol(i)
		if protocol == Cells {
			continue
		}
		inLoop(t, protocol, func(l *loop) {
			if sent := l.change(func() {}); !strings.Contains(sent, shows) {
				t.Errorf("%v: no picture", protocol)
			}
			if sent := l.change(func() { l.picture.Breath = .5 }); !strings.Contains(sent, shows) {
				t.Errorf("%v: no other picture", protocol)
			}
			if sent := l.change(func() { l.picture.Breath = 0 }); !strings.Contains(sent, shows) || strings.Contains(sent, "f=24") {
				t.Errorf("%v: the first picture does not come back as it was", protocol)
			}
			l.change(func() { l.covered = true })
			if protocol != Placeholders && marked([]byte(l.frame)) {
				t.Errorf("%v: cells are kept free under what lies over them", protocol)
			}
			if sent := l.change(func() { l.covered = false }); !strings.Contains(sent, shows) || strings.Contains(sent, "f=24") {
				t.Errorf("%v: no picture after what lay over it", protocol)
			}
			if sent := l.change(func() { l.picture.W = 28 }); !strings.Contains(sent, shows) {
				t.Errorf("%v: no picture of another size", protocol)
			}
			if sent := l.change(func() { l.frame = ""; l.run(l.display.Renew()) }); !strings.Contains(sent, shows) {
				t.Errorf("%v: no picture drawn anew", protocol)
			}
		})
	}
}

// A block of which the frame has only a part is shown in cells.
func TestACutBlockHasNoPicture(t *testing.T) {
	t.Parallel()
	inLoop(t, Sixel, func(l *loop) {
		l.change(func() {})
		d := l.display
		d.Begin()
		block := d.Block(l.picture, false)
		if !d.Cut(strings.Join(block[1:], "\n")) || d.Block(l.picture, false) != nil {
			t.Error("want cells")
		}
		if d.Place(time.Now()); d.out.want != nil {
			t.Error("a picture is wanted")
		}
		d.Begin()
		if d.Cut(strings.Join(d.Block(l.picture, false), "\n")) {
			t.Error("want a picture again")
		}
	})
}

// Pictures that come faster than they may wait, and the last of them is shown.
func TestSixelKeepsItsPace(t *testing.T) {
	t.Parallel()
	inLoop(t, Sixel, func(l *loop) {
		l.change(func() {})
		l.picture.Hold = "x"
		for i := range 20 {
			l.change(func() { l.picture.Breath = float64(i) / 20 })
		}
		l.sent.Reset()
		for i := range 60 {
			l.picture.Breath = float64(i%20) / 20
			l.draw()
			l.wait(time.Second / 30)
		}
		l.wait(time.Second)
		if l.display.out.has.id != l.display.cache[len(l.display.cache)-1].id {
			t.Error("the last picture is not shown")
		}
		if n := strings.Count(l.sent.String(), "\x1b7"); n < 12 || n > 18 {
			t.Errorf("%d pictures in two seconds", n)
		}
	})
}

// The pictures of a first breath do not fill the line.
func TestKittyKeepsItsPace(t *testing.T) {
	t.Parallel()
	inLoop(t, Kitty, func(l *loop) {
		l.picture.W, l.picture.H, l.picture.Hold = 46, 16, "x"
		l.display.cell = cellSize{4, 8}
		l.change(func() {})
		l.sent.Reset()
		const seconds = 3
		for i := range seconds * 40 {
			l.picture.Breath = float64(i%80) / 80
			l.draw()
			l.wait(time.Second / 40)
		}
		if n := l.sent.Len(); n > seconds*mostBytes || n < seconds*mostBytes/3 {
			t.Errorf("%d bytes in %d seconds", n, seconds)
		}
	})
}

// Once the pictures are taken down for the shell nothing of them is sent, until we are back.
func TestTheShellGetsNoPictures(t *testing.T) {
	t.Parallel()
	for _, protocol := range []Protocol{Placeholders, Kitty, Sixel} {
		inLoop(t, protocol, func(l *loop) {
			l.change(func() {})
			sent := l.change(func() { go l.send(tea.SuspendMsg{}) })
			if down := strings.Contains(sent, "d=I") || strings.Contains(sent, "\x1b[30X"); !down {
				t.Errorf("%v: %q is sent", protocol, sent)
			}
			if sent = l.change(func() { l.picture.Breath = 1 }); strings.Contains(sent, "\x1b_G") || strings.Contains(sent, "\x1bP") {
				t.Errorf("%v: the shell gets %q", protocol, sent)
			}
			if l.change(func() { go l.send(tea.ResumeMsg{}) }); len(l.display.cache) == 0 {
				t.Errorf("%v: no pictures again", protocol)
			}
		})
	}
}

func TestATerminalThatFailsIsGivenUp(t *testing.T) {
	t.Parallel()
	inLoop(t, Kitty, func(l *loop) {
		l.mute = true
		l.change(func() {})
		l.wait(answerTime)
		if l.display.protocol != Cells || l.display.Block(l.picture, false) != nil {
			t.Error("one that does not answer")
		}
	})
	inLoop(t, Placeholders, func(l *loop) {
		l.change(func() {})
		l.mute = true
		l.change(func() { l.picture.Breath = 1 })
		l.change(func() {
			go l.send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: firstID + 2}, Payload: []byte("ENOSPC")})
		})
		if l.display.protocol != Cells {
			t.Error("one that says no")
		}
	})
	inLoop(t, Kitty, func(l *loop) {
		l.change(func() {})
		sent := l.change(func() {
			go l.send(uv.KittyGraphicsEvent{Options: kitty.Options{ID: firstID + 1}, Payload: []byte("ENOENT")})
		})
		if !strings.Contains(sent, "f=24") {
			t.Error("one that has lost a picture does not get it again")
		}
	})
}

func TestFramesKeepTheirPace(t *testing.T) {
	t.Parallel()
	d := New(config.Figure{}, nil)
	for _, tt := range []struct {
		protocol Protocol
		bytes    int
		want     time.Duration
	}{
		{Cells, 100, cellFrame},
		{Cells, 3040, 80 * time.Millisecond},
		{Cells, 50_000, slowFrame},
		{Sixel, 100, sixelFrame},
		{Kitty, 100, kittyFrame},
		{Placeholders, 100, kittyFrame},
	} {
		d.protocol, d.out.frame = tt.protocol, tt.bytes
		if got := d.FrameTime(); got != tt.want {
			t.Errorf("%v after %d bytes: %v, want %v", tt.protocol, tt.bytes, got, tt.want)
		}
	}
	if d.protocol = Sixel; !d.Shows(colorprofile.ANSI256) {
		t.Error("Sixel needs no more than some colours")
	}
}

// Once all of a breath is there, what it was drawn on is given back; the colours of the
// hold stay.
func TestTheArtistRests(t *testing.T) {
	t.Parallel()
	lib, _ := content.Load(content.Builtin())
	d := New(config.Figure{}, nil)
	p := Picture{
		Hold: "x", W: 46, H: 16, Theme: figure.DarkTheme(), Posture: still(t, lib, "cat-cow"), cell: cellSize{8, 16},
	}
	if msg, ok := d.artist.draw(&p, 1, Sixel).(drawnMsg); !ok || msg.sixel == nil {
		t.Fatal("not drawn")
	}
	for range idleFrames - 1 {
		d.Draw(true)
	}
	if d.artist.sixel.pixels == nil {
		t.Error("given back too soon")
	}
	if d.Draw(true); d.artist.sixel.pixels != nil || d.artist.sixel.bits != nil {
		t.Error("not given back")
	}
	if len(d.artist.sixel.colors.colors) == 0 {
		t.Error("the colours of the hold are gone")
	}
}
