package session

import (
	"testing"
	"time"
)

func BenchmarkCompile(b *testing.B) {
	r := find(b, "restorative")
	b.ReportAllocs()
	for b.Loop() {
		Compile(r, DefaultOptions())
	}
}

func BenchmarkAt(b *testing.B) {
	p := NewPlayer(Compile(find(b, "restorative"), DefaultOptions()), Settings{})
	now := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
	p.Start(now)
	now = now.Add(p.Plan().Length() / 2)
	b.ReportAllocs()
	for b.Loop() {
		p.At(now)
	}
}
