// Package doctor looks at what a session needs on this machine, and says what to
// do about what does not work. Nothing is changed by it, except that a log which
// is damaged mends itself when it is opened.
package doctor

import (
	"context"
	"io"
	"runtime"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"catcow/config"
	"catcow/content"
	"catcow/sound"
	"catcow/tui/pixels"
)

// State is how something is that was looked at.
type State string

// The states.
const (
	OK   State = "ok"
	Note State = "note" // worth knowing; everything else works without it
	Mend State = "mend" // what is needed does not work
)

// Finding is one thing that was looked at. Programs of other people read it as
// JSON: keys are added at the end, and none is renamed or taken away.
type Finding struct {
	What  string `json:"what"`
	State State  `json:"state"`
	Found string `json:"found"`
	Todo  string `json:"todo"` // what to do about it, if anything
	Ways  []Way  `json:"ways"` // that were looked for, if there are several
}

// Way is one way to do something.
type Way struct {
	Name  string `json:"name"`
	Works bool   `json:"works"`
	Why   string `json:"why"`
}

// Options is what there is to look at.
type Options struct {
	Version       string
	Environ       uv.Environ // in the form of os.Environ
	Stdout        io.Writer
	Terminal      bool            // there is one that screens can be shown on
	Pictures      pixels.Protocol // how it shows pictures
	Width, Height int             // of the terminal
	Config        config.Config
	ConfigErr     error // the settings cannot be read; Config is as they come
	StateErr      error // what was remembered cannot be read
	Sound         sound.Settings
	Silent        bool // plays nothing
	Roots         []content.Root
	LogFolder     string
	Now           func() time.Time
}

// Examine looks at everything. The sound is the last to be looked at of what
// takes time, since somebody listens.
func Examine(ctx context.Context, o Options) []Finding {
	all := []Finding{{What: "catcow", State: OK, Found: buildText(o.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)}}
	all = append(all, o.terminal()...)
	all = append(all, motion(ctx, o.Config.Screen))
	all = append(all, o.sound(ctx)...)
	all = append(all, display(ctx, o.Config.Screen), o.settings(), o.ownFiles(), o.memory(), o.log(ctx))
	for i := range all {
		if all[i].Ways == nil {
			all[i].Ways = []Way{}
		}
	}
	return all
}
