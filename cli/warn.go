package cli

import (
	"fmt"
	"io"
	"sync"

	"catcow/decode"
)

// warnings are what is said beside what was asked for, each once. While screens are shown
// they are kept for the end of those.
type warnings struct {
	to io.Writer

	mu    sync.Mutex
	known map[string]bool
	hold  bool
	held  []string
}

// warn says something beside what was asked for, unless that was said already.
func (a *app) warn(text string) { a.warnings.add(text) }

func (w *warnings) add(text string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.known[text]:
		return
	case w.hold:
		w.held = append(w.held, text)
	default:
		w.print(text)
	}
	if w.known == nil {
		w.known = map[string]bool{}
	}
	w.known[text] = true
}

// addNow is add for what is only true now.
func (w *warnings) addNow(text string) {
	w.mu.Lock()
	hold := w.hold
	w.mu.Unlock()
	if !hold {
		w.add(text)
	}
}

func (w *warnings) print(text string) { fmt.Fprintln(w.to, "catcow: "+decode.Printable(text)) }

// has reports whether something was said.
func (w *warnings) has(text string) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.known[text]
}

// during keeps warnings until something that has the terminal for itself is over.
func (w *warnings) during(do func()) {
	w.setHold(true)
	defer w.setHold(false)
	do()
}

func (w *warnings) setHold(hold bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.hold = hold
	for _, text := range w.held {
		w.print(text)
	}
	w.held = nil
}
