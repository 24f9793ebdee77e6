package pixels

import (
	"bytes"
	"io"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
)

// Output is the way to the terminal of all that is written to it, in order. It puts
// pictures on the cells that the frame keeps free for them.
type Output struct {
	terminal io.Writer

	mu     sync.Mutex
	want   *placed // what is to be seen
	has    *placed // what was put there last
	whole  bool    // and nothing was written on it since
	block  rect    // the cells that the next frame keeps free
	free   rect    // those that the frame on the terminal does
	closed bool    // no picture may be sent
	frame  int     // the bytes of the latest frame
}

// Write is for the frames. It writes all of p, and in the same write the picture, if
// p harms it.
func (o *Output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.frame = len(p)
	if o.terminal == nil {
		return len(p), nil
	}
	var all []byte
	if o.want == nil {
		all = append(all, o.removal()...)
	}
	if o.block != o.free || marked(p) {
		o.whole, o.free = false, o.block
	}
	// A frame that is shown all at once has its picture in it.
	frame, end := bytes.CutSuffix(p, []byte(ansi.ResetModeSynchronizedOutput))
	all = append(append(all, frame...), o.picture()...)
	if end {
		all = append(all, ansi.ResetModeSynchronizedOutput...)
	}
	n, err := o.terminal.Write(all)
	if err != nil {
		return min(n, len(p)), err
	}
	return len(p), nil
}

// picture is what is to be written so that the picture that is wanted is seen.
func (o *Output) picture() string {
	if o.want == nil || o.closed || o.free != o.want.rect {
		return ""
	}
	whole := o.whole && o.has != nil && o.has.rect == o.want.rect
	if whole && o.has.id == o.want.id {
		return ""
	}
	var b strings.Builder
	b.WriteString(ansi.SaveCursor + ansi.CursorPosition(o.want.x+1, o.want.y+1))
	b.WriteString(o.want.show(o.has, whole))
	b.WriteString(ansi.RestoreCursor)
	o.has, o.whole = o.want, true
	return b.String()
}

// removal takes away the picture that is seen.
func (o *Output) removal() string {
	if o.has == nil {
		return ""
	}
	hide := o.has.hide()
	o.has = nil
	return hide
}

// set says which cells the next frame keeps free, and which picture is to be seen on
// them; nil for none. It is written with that frame, or by flush.
func (o *Output) set(block rect, want *placed) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.block, o.want = block, want
}

// flush writes the picture that is wanted, if its cells are kept free.
func (o *Output) flush() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.write(o.picture())
}

// send writes what belongs to a picture, unless they have been taken down.
func (o *Output) send(s string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.closed {
		o.write(s)
	}
}

// takeDown takes away the picture that is seen, writes what else is to go, and keeps
// others from being sent.
func (o *Output) takeDown(s string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.write(o.removal() + s)
	o.closed, o.free = true, rect{}
}

// reopen lets pictures be sent again.
func (o *Output) reopen() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.closed = false
}

// write leaves a failure to the next frame, which finds the same.
func (o *Output) write(s string) {
	if s != "" && o.terminal != nil {
		_, _ = io.WriteString(o.terminal, s)
	}
}

// Read is never asked: it makes the Output a file, which the Program asks for the size
// of its terminal.
func (o *Output) Read([]byte) (int, error) { return 0, io.EOF }

// Close leaves the terminal open.
func (o *Output) Close() error { return nil }

// Fd is that of the terminal, or one that is none.
func (o *Output) Fd() uintptr {
	if f, ok := o.terminal.(interface{ Fd() uintptr }); ok {
		return f.Fd()
	}
	return ^uintptr(0)
}

// terminalFd is that of the terminal also where the Program is not to take the Output
// for one.
func (o *Output) terminalFd() uintptr {
	if t, ok := o.terminal.(interface{ TerminalFd() uintptr }); ok {
		return t.TerminalFd()
	}
	return o.Fd()
}
