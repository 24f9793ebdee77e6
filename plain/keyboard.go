package plain

import (
	"io"

	"github.com/charmbracelet/x/term"
)

// keyboard is a terminal that gives whole lines, and single keys when it is asked
// for them. Ctrl+c and ctrl+z keep their meaning.
type keyboard struct {
	fd     uintptr
	single bool
	before *term.State // as it was found
}

// newKeyboard is that of a terminal; nil for what is none.
func newKeyboard(r io.Reader) *keyboard {
	file, ok := r.(interface{ Fd() uintptr })
	if !ok {
		return nil
	}
	before, err := term.GetState(file.Fd())
	if err != nil {
		return nil
	}
	return &keyboard{fd: file.Fd(), before: before}
}

// set has single keys come, or whole lines. Where the terminal cannot do that,
// lines keep coming, and a key needs an enter after it.
func (k *keyboard) set(single bool) {
	if k.single == single {
		return
	}
	k.single = single
	state := *k.before
	if single {
		giveKeys(&state)
	}
	_ = term.SetState(k.fd, &state) // see above
}
