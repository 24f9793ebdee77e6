package pixels

import (
	"bytes"
	"io"
	"testing"

	"catcow/config"
)

// answering is a terminal that answers what it is asked.
type answering struct {
	name, cell, attributes, kitty string
	in                            io.Writer
}

func (a *answering) Write(b []byte) (int, error) {
	answers := ""
	for _, q := range []struct{ asked, answer string }{
		{"\x1b[>q", "\x1bP>|" + a.name + "\x1b\\"}, {"\x1b[16t", a.cell}, {"\x1b_Ga=q", a.kitty}, {"\x1b[c", a.attributes},
	} {
		if bytes.Contains(b, []byte(q.asked)) && q.answer != "" {
			answers += q.answer
		}
	}
	go func() { _, _ = io.WriteString(a.in, answers) }()
	return len(b), nil
}

func TestProbeFindsWhatTheTerminalHas(t *testing.T) {
	t.Parallel()
	const cell, sixel, none = "\x1b[6;20;10t", "\x1b[?62;4;22c", "\x1b[?62;22c"
	for _, tt := range []struct {
		mode     string
		terminal answering
		want     Protocol
	}{
		{"auto", answering{name: "foot(1.13.1)", cell: cell, attributes: sixel}, Sixel},
		{"auto", answering{name: "foot(1.13.1)", attributes: sixel}, Cells}, // how large is a cell?
		{"auto", answering{name: "xterm.js(5.5.0)", cell: cell, attributes: none}, Cells},
		{"kitty", answering{name: "kitty(0.26.5)", cell: cell, attributes: none, kitty: "\x1b_Gi=31;OK\x1b\\"}, Kitty},
		{"kitty", answering{name: "foot(1.13.1)", cell: cell, attributes: sixel}, Cells},
		{"quad", answering{name: "foot(1.13.1)", cell: cell, attributes: sixel}, Cells},
	} {
		in, answers := io.Pipe()
		tt.terminal.in = answers
		environ := []string{"TERM=xterm-256color"}
		if got := Probe(t.Context(), config.Figure{Mode: tt.mode, Pixels: "auto"}, environ, in, &tt.terminal); got != tt.want {
			t.Errorf("mode %s, %q: %v, want %v", tt.mode, tt.terminal.name, got, tt.want)
		}
		_ = answers.Close()
	}
	for name, want := range map[string]Protocol{"kitty(0.41.1)": Placeholders, "WezTerm 20240203": Kitty} {
		d := Display{allowed: Allowed{Kitty: true, Sixel: true, Chosen: want == Kitty}, name: name}
		if d.attributes([]int{62, 4}) == nil {
			t.Errorf("%s is not asked for kitty's protocol", name)
		}
		if d.answer(queryID, true); d.protocol != want {
			t.Errorf("%s: %v", name, d.protocol)
		}
		if d.attributes([]int{62, 4}); d.protocol != want {
			t.Errorf("%s with Sixel beside it: %v", name, d.protocol)
		}
	}
}
