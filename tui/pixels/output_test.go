package pixels

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestTheOutputPutsThePictureOnItsCells(t *testing.T) {
	t.Parallel()
	var to strings.Builder
	sent := func() string { defer to.Reset(); return to.String() }
	o := &Output{terminal: &to}
	write := func(s string) {
		if n, err := o.Write([]byte(s)); n != len(s) || err != nil {
			t.Errorf("%q: %d, %v", s, n, err)
		}
	}
	picture := func(id int, at rect) *placed {
		return &placed{&stored{id: id, sixel: []stripe{{0, "top"}, {1, "low" + string(rune('0'+id))}}}, at}
	}
	here, there := rect{1, 2, 3, 4}, rect{5, 6, 3, 4}
	at := func(s string) string { return "\x1b7\x1b[3;2H" + s + "\x1b8" }
	write("frame")
	if got := sent(); got != "frame" {
		t.Errorf("without a picture: %q", got)
	}
	o.set(here, picture(1, here))
	if o.flush(); sent() != "" {
		t.Error("the picture is sent before its cells are free")
	}
	write(mark + "frame")
	if got := sent(); got != mark+"frame"+at("\x1b[3;2Htop\x1b[4;2Hlow1") {
		t.Errorf("with its cells: %q", got)
	}
	write("beside")
	if got := sent(); got != "beside" {
		t.Errorf("beside it: %q", got)
	}
	o.set(here, picture(2, here))
	if o.flush(); sent() != at("\x1b[4;2Hlow2") {
		t.Error("another in its place")
	}
	write(mark + ansi.ResetModeSynchronizedOutput)
	if got := sent(); got != mark+at("\x1b[3;2Htop\x1b[4;2Hlow2")+ansi.ResetModeSynchronizedOutput {
		t.Errorf("its cells written again: %q", got)
	}
	o.set(there, picture(3, there))
	write("scrolled")
	if got := sent(); got != "scrolled\x1b7\x1b[7;6H\x1b[7;6Htop\x1b[8;6Hlow3\x1b8" {
		t.Errorf("elsewhere: %q", got)
	}
	o.set(rect{}, nil)
	write("text")
	if got := sent(); !strings.Contains(got, "\x1b[7;6H\x1b[3X") || !strings.HasSuffix(got, "text") {
		t.Errorf("no longer: %q", got)
	}
	o.set(rect{0, 0, 2, 2}, &placed{&stored{id: 4}, rect{0, 0, 2, 2}})
	write(mark)
	sent()
	o.takeDown("bye")
	if got := sent(); got != unplacement(4)+"bye" {
		t.Errorf("taken down: %q", got)
	}
	o.send("late")
	write(mark)
	if got := sent(); got != mark {
		t.Errorf("after it was taken down: %q", got)
	}
	o.reopen()
	if o.send("again"); sent() != "again" {
		t.Error("nothing is sent after the return")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 3, errors.New("the line is cut") }

func TestAnOutputIsATerminalsFile(t *testing.T) {
	t.Parallel()
	o := &Output{terminal: broken{}}
	if n, err := o.Write([]byte("ab")); n != 2 || err == nil {
		t.Errorf("%d, %v", n, err)
	}
	if _, err := o.Read(nil); err == nil || o.Close() != nil || o.Fd() != ^uintptr(0) {
		t.Error("it is a terminal")
	}
}
