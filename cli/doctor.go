package cli

import (
	"context"
	"runtime"

	"github.com/spf13/cobra"
)

const doctorExample = `  catcow doctor
  catcow doctor --quiet --json`

const doctorHelp = `Look at what catcow needs, say what was found, and name what to do about the
rest: the terminal, the sound, the voice, your settings and your log. It plays a
chime and says a line; nothing else is changed.

The exit code is 1 if the settings or the log need mending.`

// state is how something is that was looked at.
type state string

const (
	good state = "ok"
	note state = "note" // worth knowing; everything else works without it
	mend state = "mend" // what is needed does not work
)

// finding is one thing that was looked at.
type finding struct {
	what  string
	state state
	found string
	todo  string // what to do about it, if anything
	ways  []way  // that were looked for, if there are several
}

// way is one way to do something.
type way struct {
	Name  string `json:"name"`
	Works bool   `json:"works"`
	Why   string `json:"why"`
}

func (a *app) doctorCommand() *cobra.Command {
	c := &cobra.Command{
		Use:               "doctor",
		Short:             "what works here, and what to do about the rest",
		Long:              doctorHelp,
		Example:           doctorExample,
		Args:              none,
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	quiet := c.Flags().Bool("quiet", false, "no chime and no voice")
	asJSON := jsonFlag(c)
	c.RunE = a.run(func(ctx context.Context, _ []string) error { return a.doctor(ctx, *quiet, *asJSON) })
	return c
}

// doctor looks at everything. Its error says only that something needs mending:
// what that is stands among the rest.
func (a *app) doctor(ctx context.Context, silent, asJSON bool) error {
	cfg, settings := a.lookAtSettings()
	remembered, memory := lookAtState()
	all := []finding{{what: "catcow", state: good, found: sayBuild(a.Version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)}}
	all = append(all, a.lookAtTerminal(cfg)...)
	if !silent && !asJSON {
		a.print(sayListen)
		if err := a.out.Flush(); err != nil {
			return err
		}
	}
	all = append(all, a.lookAtSound(ctx, soundSettings(cfg, remembered), silent)...)
	all = append(all, lookAtAwake(ctx, cfg.Screen), settings, lookAtOwn(), memory, a.lookAtLog(ctx))
	if err := a.printFindings(all, asJSON); err != nil {
		return err
	}
	for i := range all {
		if all[i].state == mend {
			return quiet(codeFailed)
		}
	}
	return nil
}

type findingJSON struct {
	What  string `json:"what"`
	State string `json:"state"` // "ok", "note": it goes without, or "mend"
	Found string `json:"found"`
	Todo  string `json:"todo"`
	Ways  []way  `json:"ways"`
}

func (a *app) printFindings(all []finding, asJSON bool) error {
	if asJSON {
		out := []findingJSON{}
		for _, f := range all {
			out = append(out, findingJSON{f.what, string(f.state), f.found, f.todo, list(f.ways)})
		}
		return a.json(out)
	}
	s := a.sheet()
	for _, f := range all {
		s.text(sayFinding(f.what, f.state), printable(f.found))
		for _, w := range f.ways {
			if f.state != good { // else the one that is used says enough
				s.text(sayFinding("", "")+"- ", printable(sayWay(w)))
			}
		}
		if f.todo != "" {
			s.text(sayFinding("", ""), printable(f.todo))
		}
	}
	return nil
}
