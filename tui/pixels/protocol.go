package pixels

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"catcow/config"
)

// Protocol is how a terminal is made to show a picture.
type Protocol int

// The protocols, the best last.
const (
	Cells        Protocol = iota // none: the figure is drawn in characters
	Sixel                        // pictures that cells are overwritten with
	Kitty                        // kitty's, the picture placed on blank cells
	Placeholders                 // kitty's, cells of the frame standing for the picture
)

// String is the protocol's name as people read it.
func (p Protocol) String() string {
	switch p {
	case Sixel:
		return "Sixel"
	case Kitty, Placeholders:
		return "kitty's protocol"
	case Cells:
	}
	return "characters"
}

// Allowed is which protocols may be used in a terminal, by its environment and the
// settings.
type Allowed struct {
	Kitty, Sixel bool
	// Chosen: the settings name the protocol, so that a terminal is asked for it
	// whatever its name is.
	Chosen bool
}

// Allow is which protocols the terminal may be asked for.
func Allow(c config.Figure, environ []string) Allowed {
	env := uv.Environ(environ)
	remote := env.Getenv("SSH_CONNECTION")+env.Getenv("SSH_CLIENT")+env.Getenv("SSH_TTY") != ""
	if wanted := c.Pixels == "always" || c.Pixels == "auto" && !remote; !wanted || !listens(env) {
		return Allowed{}
	}
	return Allowed{
		Kitty:  c.Mode == "auto" || c.Mode == "kitty",
		Sixel:  c.Mode == "auto" || c.Mode == "sixel",
		Chosen: c.Mode == "kitty",
	}
}

// listens reports whether a terminal can be asked: some print what they do not
// understand, and what stands between it and us keeps pictures to itself.
func listens(env uv.Environ) bool {
	term, _, _ := strings.Cut(env.Getenv("TERM"), "-")
	switch term {
	case "", "dumb", "linux", "screen", "tmux":
		return false
	}
	return env.Getenv("TMUX")+env.Getenv("STY") == "" && env.Getenv("TERM_PROGRAM") != "Apple_Terminal"
}

// hasPlaceholders reports whether a terminal of that name has those of kitty's protocol:
// some have none, and say all the same that they have the protocol.
func hasPlaceholders(name string) bool {
	name, version, _ := strings.Cut(strings.ToLower(name), "(")
	switch program, _, _ := strings.Cut(name, " "); program {
	case "ghostty":
		return true
	case "kitty":
		major, rest, _ := strings.Cut(strings.TrimSuffix(version, ")"), ".")
		minor, _, _ := strings.Cut(rest, ".")
		a, errA := strconv.Atoi(major)
		b, errB := strconv.Atoi(minor)
		return errA == nil && errB == nil && (a > 0 || b >= 28)
	}
	return false
}

// Ask asks for all that no terminal minds to be asked for. Nothing waits for the answer.
// The device attributes are last: every terminal knows them, so that their answer ends
// the others.
func (d *Display) Ask() tea.Cmd {
	if !d.allowed.Kitty && !d.allowed.Sixel {
		return nil
	}
	return tea.Raw(ansi.RequestNameVersion + cellSizeQuery() + ansi.RequestPrimaryDeviceAttributes)
}

// attributes takes the device attributes, with which the terminal has answered all that it
// was asked. It gives what to ask next, or chooses the protocol. Kitty's without
// placeholders has to be chosen: kitty 0.26 was seen to show nothing while pictures follow
// one another, and others that have it have Sixel too.
func (d *Display) attributes(attributes []int) tea.Cmd {
	if d.protocol != Cells {
		return nil
	}
	if d.cellFromKernel = !d.cell.known(); d.cellFromKernel {
		d.cell = kernelCellSize(d.out.terminalFd())
	}
	if !d.asked && d.allowed.Kitty && (d.allowed.Chosen || hasPlaceholders(d.name)) {
		d.asked = true
		return tea.Raw(kittyQuery() + ansi.RequestPrimaryDeviceAttributes)
	}
	if slices.Contains(attributes, 4) && d.allowed.Sixel && d.cell.known() { // or a picture would not fit its place
		d.protocol = Sixel
		d.artist.sixel.one = strings.HasPrefix(strings.ToLower(d.name), "xterm")
	}
	return nil
}

// hasKitty is for a terminal that says it has kitty's protocol.
func (d *Display) hasKitty() {
	switch {
	case !d.asked || d.protocol != Cells:
	case hasPlaceholders(d.name):
		d.protocol = Placeholders
	default:
		d.protocol = Kitty
	}
}
