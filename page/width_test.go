package page

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// However a line is put together, it is as wide as ansi says.
func TestWidth_IsThatOfAnsi(t *testing.T) {
	t.Parallel()
	pieces := []string{
		"a", " ", "~", "▀", "▟", "█", "─", "━", "⠿", "\U0001fb00", "\U0001fb3b", "é", "e\u0301", "…", "·", "漢", "👩\u200d👧", "\u00ad", "\u200b", "\t", "\x1b",
		"\x1b[m", "\x1b[0;38;2;1;2;3m", "\x1b[38:5:7m", "\x1b[2K", "\x1b[", "\x1b[3", "\x1b]8;;x\a", "\xff", "❤\ufe0f", "\ufe0f",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range r.IntN(8) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		if s := b.String(); Width(s) != ansi.StringWidth(s) {
			t.Fatalf("%q: %d cells, want %d", s, Width(s), ansi.StringWidth(s))
		}
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{{"▀▀▀", 3, "▀▀▀"}, {"▀▀▀", 2, "▀…"}, {"long", 0, ""}, {"漢字", 3, "漢…"}} {
		if got := Cut(c.s, c.w, "…"); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	line := strings.Repeat("\x1b[0;38;2;112;128;200;48;2;128;144;216m▀ ▟", 20)
	for b.Loop() {
		Width(line)
	}
}
