package cli

import (
	"slices"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"catcow/content"
	"catcow/fault"
	"catcow/page"
	"catcow/session"
)

// The JSON shapes. Programs of other people read them: keys are added at the
// end, and none is renamed or taken away.

type itemJSON struct {
	Pose    string `json:"pose"`
	Variant string `json:"variant"`
	Dose    string `json:"dose"`
	Then    string `json:"then,omitempty"`
}

type routineJSON struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Summary string     `json:"summary"`
	Place   string     `json:"place"`
	Props   []string   `json:"props"`
	Regions []string   `json:"regions"`
	Sources []string   `json:"sources"`
	Seconds float64    `json:"seconds"`
	Items   []itemJSON `json:"items"`
	Builtin bool       `json:"builtin"`
	File    string     `json:"file"`
	LeftOut []leftJSON `json:"left_out"` // does not suit the person
	Hidden  bool       `json:"hidden"`   // by the settings
}

type leftJSON struct {
	Pose string   `json:"pose"`
	Rest bool     `json:"rest"` // only the rest in it after another pose
	Why  []string `json:"why"`
}

// newRoutineJSON is a routine without what does not suit the person of the options.
func newRoutineJSON(r content.Routine, o session.Options) routineJSON {
	r, left := r.Without(o.Conditions)
	out := routineJSON{
		ID: r.ID, Name: r.Name, Summary: r.Summary, Place: string(r.PlaceFor(o.Conditions)),
		Props: texts(r.Props()), Regions: list(r.Regions), Sources: sourcesText(r.Source),
		Seconds: seconds(session.Compile(r, o).Length()),
		Items:   []itemJSON{}, Builtin: r.Builtin, File: r.File, LeftOut: []leftJSON{},
	}
	for _, l := range left {
		out.LeftOut = append(out.LeftOut, leftJSON{ref(l.Pose).String(), l.Rest, content.ReasonTexts(l.Reasons)})
	}
	for i := range r.Items {
		item := &r.Items[i]
		j := itemJSON{Pose: item.Ref.Pose, Variant: item.Ref.Variant, Dose: item.Dose.String()}
		if item.Then != nil {
			j.Then = ref(*item.Then).String()
		}
		out.Items = append(out.Items, j)
	}
	return out
}

func (a *app) routinesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "routines",
		Short: "list the routines",
		Long:  "List the routines, each with the time it takes at your settings, but for those\nthat the settings hide.",
	}
	all := allFlag(c)
	asJSON := jsonFlag(c)
	c.RunE = func(*cobra.Command, []string) error { return a.routines(*all, *asJSON) }
	return c
}

func (a *app) routines(all, asJSON bool) error {
	cfg, err := a.settings()
	if err != nil {
		return err
	}
	lib, _ := a.library()
	o := options(cfg)
	routines := lib.Routines()
	if all {
		routines = append(slices.Clip(routines), hiddenRoutines(lib)...)
	}
	if asJSON {
		out := []routineJSON{}
		for _, r := range routines {
			j := newRoutineJSON(r, o)
			j.Hidden = lib.IsHidden(r.ID)
			out = append(out, j)
		}
		return a.json(out)
	}
	a.printRoutines(lib, routines, o)
	return nil
}

// allFlag is for the lists that leave out what is hidden.
func allFlag(c *cobra.Command) *bool {
	return c.Flags().Bool("all", false, "also what your settings hide")
}

func hiddenRoutines(lib *content.Library) []content.Routine {
	return slices.DeleteFunc(slices.Clone(lib.AllRoutines()), func(r content.Routine) bool { return !lib.IsHidden(r.ID) })
}

// printRoutines prints a line for each routine, or more where the terminal is
// narrow.
func (a *app) printRoutines(lib *content.Library, routines []content.Routine, o session.Options) {
	t := table{lead: 3}
	lengths := measure(routines, o)
	t.add("", "name", "id", "length", "place", "props", "for")
	short, hidden, faulty := 0, 0, 0
	for i, r := range routines {
		told, left := r.Without(o.Conditions)
		length := page.MinutesText(lengths[i])
		if len(left) > 0 {
			length += " *"
			if len(told.Items) == 0 {
				length = "none *"
			}
			short++
		}
		number := strconv.Itoa(i + 1)
		if lib.IsHidden(r.ID) {
			number = "-"
			hidden++
		}
		if lib.BrokenRoutine(r.ID) != nil {
			number = "!"
			faulty++
		}
		t.add(number, r.Name, r.ID, length, string(told.PlaceFor(o.Conditions)), propsText(told.Props()), regionsText(r.Regions))
	}
	t.print(a.out, a.Width)
	if short > 0 {
		a.print(starText)
	}
	if hidden > 0 {
		a.print(hiddenText)
	}
	if faulty > 0 {
		a.print(brokenText)
	}
}

// measure gives the length of each routine without what does not suit the person of
// the options. A clinic has a thousand, so all processors work at it.
func measure(routines []content.Routine, o session.Options) []time.Duration {
	lengths := make([]time.Duration, len(routines))
	fault.Each(len(routines), func(i int) {
		told, _ := routines[i].Without(o.Conditions)
		lengths[i] = session.Compile(told, o).Length()
	})
	return lengths
}
