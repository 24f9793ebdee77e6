package tui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// FuzzFrames presses keys and resizes the terminal as bytes say, two for each. After
// each of them the terminal shows the frame that was meant and nothing of any before.
func FuzzFrames(f *testing.F) {
	f.Add([]byte("\x00n\x00n\x14\x8c\x00x\x05\x10\x00\x1b\x30\xf0\x00o"))
	f.Add([]byte("\x00f\x00n\x02\x02\x18\x50\x00?\x28\x28\x00 \x00+"))
	f.Add([]byte("\x3c\xf0\x00s\x00s\x01\x01\x00b\x3c\xf0\x00q\x0c\x28"))
	f.Add([]byte("\x00q\x00y\x18\x50\x00\r\x00/\x00a\x12\x48\x00\t"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o := builtin(t)
		r := routine(t, "lower-back")
		o.Routine = &r
		w, h := 80, 24
		drive(t, o, w, h, func(rig *rig) {
			for ; len(data) > 1 && len(data) < 80; data = data[2:] {
				if data[0] > 0 {
					w, h = int(data[1])+1, int(data[0]%60)+1
					rig.resize(w, h)
				} else {
					rig.p.Send(tea.KeyPressMsg{Code: rune(data[1]), Text: textOf(data[1])})
				}
				rig.settle()
				if rig.hold(); rig.ended() {
					return
				}
				checkScreen(rig, w, h)
			}
		})
	})
}

// hold drops the ticks that are under way: nothing moves until the next key.
func (r *rig) hold() {
	r.m.mu.Lock()
	r.m.m.generation++
	r.m.mu.Unlock()
	r.settle()
}

// textOf is what a key types.
func textOf(key byte) string {
	if key < ' ' || key >= 0x7f {
		return ""
	}
	return string(rune(key))
}
