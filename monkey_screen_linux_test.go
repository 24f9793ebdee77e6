package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"time"

	"github.com/charmbracelet/x/vt"
)

func (m *monkey) read(cmd *exec.Cmd, term *os.File, over chan struct{}) {
	defer close(over)
	chunk := make([]byte, 32<<10)
	for {
		m.gate.Lock()
		m.gate.Unlock() //nolint:staticcheck // it only waits
		n, err := term.Read(chunk)
		m.mu.Lock()
		m.feed(chunk[:n])
		m.wrote = time.Now()
		m.tail = append(m.tail, chunk[:n]...)
		m.clears += bytes.Count(m.tail[max(len(m.tail)-n-len(clearText)+1, 0):], []byte(clearText))
		if len(m.tail) > 64<<10 {
			m.tail = shorten(m.tail)
		}
		m.mu.Unlock()
		if err != nil {
			m.over <- cmd.Wait()
			return
		}
	}
}

// answer sends on what the emulator answers.
func (m *monkey) answer() {
	from, to := m.vt, m.term
	go func() { _, _ = io.Copy(to, from) }()
}

// feed writes to the emulator. It panics now and then as it scrolls after a resize,
// which is no fault of ours: another takes its place.
func (m *monkey) feed(written []byte) {
	defer func() {
		if recover() != nil {
			m.broken++
			m.vt = vt.NewSafeEmulator(m.width, m.height)
			m.answer()
		}
	}()
	_, _ = m.vt.Write(written)
}

// shorten keeps the newer half of what was written, and before it what was last
// written of the screen that is taken and of the progress.
func shorten(written []byte) []byte {
	var kept []byte
	old := written[:len(written)/2]
	for _, mark := range []string{"\x1b[?1049h", "\x1b[?1049l", progressText} {
		if i := bytes.LastIndex(old, []byte(mark)); i >= 0 {
			kept = append(kept, written[i:i+len(mark)+1]...)
			if mark == "\x1b[?1049l" && i < bytes.LastIndex(old, []byte("\x1b[?1049h")) {
				kept = kept[:len(kept)-len(mark)-1]
			}
		}
	}
	return append(kept, written[len(old):]...)
}

func (m *monkey) screen() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.vt.String()
}

// wait looks until the screen is as it should be, or the program has left.
func (m *monkey) wait(there func(screen string) bool) bool {
	for range 500 {
		if there(m.screen()) {
			return true
		}
		if m.ended() {
			return false
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}
