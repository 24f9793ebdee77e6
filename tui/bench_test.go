package tui

import (
	"testing"
	"time"
)

// One frame of a hold at 80×24, of which there are twelve a second.
func BenchmarkFrameInAHold(b *testing.B) {
	m, now := at(b, builtin(b), 80, 24)
	surfaces()["hold"](m, now)
	b.ReportAllocs()
	for b.Loop() {
		*now = now.Add(breathFrame)
		m.tick(*now)
		if m.led.At.Left < time.Second {
			send(m, "b")
		}
		m.render()
	}
}

func BenchmarkFrameOfTheMenu(b *testing.B) {
	m, _ := at(b, builtin(b), 80, 24)
	b.ReportAllocs()
	for b.Loop() {
		m.render()
	}
}
