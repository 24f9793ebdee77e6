package pixels

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"catcow/config"
)

func TestWhichTerminalsAreAskedForPictures(t *testing.T) {
	t.Parallel()
	const term = "TERM=xterm-kitty"
	none := Allowed{}
	for _, tt := range []struct {
		mode, pixels string
		environ      []string
		want         Allowed
	}{
		{"auto", "auto", []string{term}, Allowed{Kitty: true, Sixel: true}},
		{"kitty", "auto", []string{term}, Allowed{Kitty: true, Chosen: true}},
		{"sixel", "auto", []string{"TERM=xterm-256color"}, Allowed{Sixel: true}},
		{"auto", "never", []string{term}, none},
		{"kitty", "never", []string{term}, none},
		{"sixel", "never", []string{term}, none},
		{"quad", "always", []string{term}, none},
		{"none", "always", []string{term}, none},
		{"auto", "auto", []string{term, "SSH_CONNECTION=1.2.3.4 5 6.7.8.9 22"}, none},
		{"sixel", "auto", []string{term, "SSH_TTY=/dev/pts/1"}, none},
		{"auto", "always", []string{term, "SSH_TTY=/dev/pts/1"}, Allowed{Kitty: true, Sixel: true}},
		{"auto", "always", []string{term, "TMUX=/tmp/tmux-0/default,1,0"}, none},
		{"kitty", "always", []string{term, "STY=1.pts-0"}, none},
		{"auto", "auto", []string{"TERM=tmux-256color"}, none},
		{"auto", "auto", []string{"TERM=screen"}, none},
		{"auto", "auto", []string{"TERM=dumb"}, none},
		{"auto", "auto", nil, none},
		{"auto", "auto", []string{"TERM=xterm-256color", "TERM_PROGRAM=Apple_Terminal"}, none},
	} {
		if got := Allow(config.Figure{Mode: tt.mode, Pixels: tt.pixels}, tt.environ); got != tt.want {
			t.Errorf("mode %s, pixels %s, %q: got %+v", tt.mode, tt.pixels, tt.environ, got)
		}
	}
}

// Many terminals say yes to the question and know no placeholders.
func TestWhichTerminalsHavePlaceholders(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"kitty(0.28.0)": true, "kitty(0.41.1)": true, "kitty(1.0.0)": true, "ghostty 1.2.0": true,
		"kitty(0.27.1)": false, "kitty(0.26.5)": false, "kitty": false, "kitty(x)": false,
		"WezTerm 20240203-110809-5046fc22": false, "Konsole 22.12.3": false, "XTerm(379)": false, "tmux 3.4": false, "": false,
	} {
		if got := hasPlaceholders(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestPicturesNeedColours(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		protocol Protocol
		colors   colorprofile.Profile
		want     bool
	}{
		{Placeholders, colorprofile.TrueColor, true},
		{Placeholders, colorprofile.ANSI256, false}, // they name their picture by a colour
		{Kitty, colorprofile.ANSI256, true},
		{Sixel, colorprofile.ANSI, true},
		{Sixel, colorprofile.ASCII, false},
		{Cells, colorprofile.TrueColor, false},
	} {
		if got := (&Display{protocol: tt.protocol}).Shows(tt.colors); got != tt.want {
			t.Errorf("%v with %v: %v", tt.protocol, tt.colors, got)
		}
	}
}
