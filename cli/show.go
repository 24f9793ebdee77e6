package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"catcow/config"
	"catcow/content"
	"catcow/decode"
	"catcow/session"
	"catcow/tui/pixels"
)

func (a *app) showCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "show NAME",
		Short: "a pose or a routine, as text or as a sheet to print",
		Long: `Print all there is about a pose or a routine. NAME is an id or the beginning of
one, a pose and a variant with a slash between, or the number of a routine.`,
		Example: `  catcow show cobra
  catcow show childs-pose/wide-knees
  catcow show lower-back
  catcow show lower-back -o sheet.html`,
		Args:              oneArg("NAME"),
		ValidArgsFunction: firstOnly(a.completeName),
	}
	asJSON := jsonFlag(c)
	to := outputFlags(c, "write it as a sheet to print, to this `FILE` that ends in .html", "html")
	c.RunE = func(_ *cobra.Command, args []string) error {
		switch {
		case *to != (output{}) && *asJSON:
			return misused("--json: a sheet to print is no JSON; leave out one of the two")
		case *to != (output{}):
			return a.printOut(args[0], *to)
		}
		return a.show(args[0], *asJSON)
	}
	return c
}

func (a *app) show(name string, asJSON bool) error {
	lib, _ := a.library()
	found, err := find(lib, name)
	if err != nil {
		return usage(err)
	}
	cfg, _ := a.settings()
	if found.routine == nil {
		if asJSON {
			return a.json(newPoseJSON(lib, *found.pose, cfg.Profile.Avoid))
		}
		a.printPose(cfg, lib, *found.pose)
		return nil
	}
	if found.pose != nil {
		a.warn(alsoPoseText(*found.routine, *found.pose))
	}
	if asJSON {
		return a.json(newRoutineJSON(*found.routine, options(cfg)))
	}
	a.printRoutine(cfg, lib, *found.routine)
	return nil
}

// printOut writes a routine, or a pose alone, to a file for paper.
func (a *app) printOut(name string, to output) error {
	if err := to.check(); err != nil {
		return err
	}
	if strings.ToLower(filepath.Ext(to.file)) != ".html" {
		return misused("-o %s: want a name that ends in .html", to.file)
	}
	lib, _ := a.library()
	found, err := find(lib, name)
	if err != nil {
		return usage(err)
	}
	r := found.routine
	if r == nil {
		alone := content.Alone(*found.pose)
		alone.Name, alone.Source = found.pose.Title(), nil // its sources are those of the pose, where that is not left out
		r = &alone
	}
	cfg, _ := a.settings()
	return a.put(to, "wrote "+to.file, func(w io.Writer) error { return a.writeHandout(w, cfg, lib, *r) })
}

// printPose lays out a pose for reading, as it is told to the person and as on its
// first side.
func (a *app) printPose(cfg config.Config, lib *content.Library, p content.Pose) {
	s := a.printer()
	told := a.cautionsFor(cfg)
	cautions, against, concerns := p.Cautions(told), p.Against(cfg.Profile.Avoid), p.Concerns(told)
	p = p.For(cfg.Profile.Avoid)
	s.text("", p.Title())
	if p.Sanskrit != "" {
		s.text("", p.Sanskrit)
	}
	fmt.Fprintln(a.out)
	a.printFigure(cfg, &p, s.width)
	s.fact("id", ref(p).String())
	s.fact("also", strings.Join(p.Aliases, ", "))
	s.fact("position", positionText(p.Position))
	s.fact("for", regionsText(p.Regions))
	s.fact("dose", p.Dose.String())
	s.fact("props", needsText(p.Props))
	s.section("Left out for you", "  - ", content.ReasonTexts(against)...)
	s.section("Take care", "  - ", cautionsText(cautions)...)
	s.title("Steps")
	for i, step := range onFirstSide(p.Steps) {
		s.text(fmt.Sprintf("  %2d. ", i+1), step)
	}
	s.section("While you hold", "  - ", onFirstSide(p.During)...)
	if p.Inhale+p.Exhale != "" {
		s.title("Breath")
		s.fact("in", firstSide(p.Inhale))
		s.fact("out", firstSide(p.Exhale))
	}
	s.section("Gentler ways", "  - ", onFirstSide(p.Ease)...)
	s.section("Come out", "  ", firstSide(p.Release))
	s.section("Into the next set", "  - ", onFirstSide(p.Again)...)
	if p.Rise != "" {
		s.section("Get up", "  ", firstSide(p.Rise))
	}
	s.section("Why", "  ", p.Why)
	s.section("What you may feel", "  ", p.Feel)
	s.section("Other ways to set it up", "  - ", variantsText(p)...)
	s.section("Sources", "  - ", append(sourcesText(p.Source), conditionSourcesText(lib, concerns)...)...)
	s.section("Reviewed", "  ", date(p.Reviewed))
	if !p.Builtin {
		s.section("Your own file", "  ", decode.Printable(p.File))
	}
}

// printRoutine lays out a routine for reading, without what does not suit the
// person.
func (a *app) printRoutine(cfg config.Config, lib *content.Library, r content.Routine) {
	s := a.printer()
	concerns := a.concerns(cfg, r)
	r, left := r.Without(cfg.Profile.Avoid)
	p := session.Compile(r, options(cfg))
	s.text("", r.Name)
	if r.Summary != "" {
		s.text("", r.Summary)
	}
	fmt.Fprintln(a.out)
	s.fact("id", r.ID)
	s.fact("for", regionsText(r.Regions))
	if len(r.Items) > 0 {
		s.fact("place", r.PlaceFor(cfg.Profile.Avoid).Text())
		s.fact("props", needsText(r.Props()))
		s.fact("time", clock(p.Length())+", "+paceText(p))
	}
	for _, out := range left {
		s.text("  ", leftOutText(out))
	}
	if len(r.Items) > 0 {
		a.printItems(r)
	} else {
		for _, line := range nothingLeftText(left) {
			s.text("  ", line)
		}
	}
	seen := map[string]bool{}
	for i := range r.Items {
		p := &r.Items[i].Pose
		if seen[p.ID] {
			continue
		}
		seen[p.ID] = true
		s.section("Take care in "+p.Name, "  - ", cautionsText(p.Cautions(a.cautionsFor(cfg)))...)
	}
	s.section("Sources", "  - ", append(sourcesText(r.Source), conditionSourcesText(lib, concerns)...)...)
	if !r.Builtin {
		s.section("Your own file", "  ", decode.Printable(r.File))
	}
}

// concerns is the conditions that any pose of a routine has something to say about, or
// is left out for.
func (a *app) concerns(cfg config.Config, r content.Routine) []string {
	told := a.cautionsFor(cfg)
	return slices.DeleteFunc(content.ConditionIDs(), func(id string) bool {
		return !slices.ContainsFunc(r.Items, func(item content.Item) bool { return slices.Contains(item.Pose.Concerns(told), id) })
	})
}

// printItems lists the poses of a routine and their doses.
func (a *app) printItems(r content.Routine) {
	s := a.printer()
	s.title("Poses")
	t := table{lead: 1}
	for i := range r.Items {
		t.add(r.Items[i].Pose.Title(), r.Items[i].Dose.String())
	}
	for i, lines := range t.lines(s.width - len("   1. ")) {
		fmt.Fprintf(a.out, "  %2d. %s\n", i+1, strings.Join(lines, "\n      "))
		if then := r.Items[i].Then; then != nil {
			s.text("      ", restText(*then))
		}
	}
}

// ref names a pose as it is set up.
func ref(p content.Pose) content.Ref { return content.Ref{Pose: p.ID, Variant: p.Variant.ID} }

// printFigure draws a pose as it is held: in colour on a terminal, in letters
// where the text goes elsewhere.
func (a *app) printFigure(cfg config.Config, p *content.Pose, width int) {
	profile := colorprofile.Env(a.Environ)
	if a.Width == 0 {
		profile = colorprofile.NoTTY
	}
	e, ok := pixels.NewStyle(cfg.Figure, profile, a.Width > 0, cfg.Screen.Theme != "light", cfg.Screen.Theme == "contrast")
	if !ok {
		return
	}
	out := io.Writer(a.out)
	if profile < colorprofile.TrueColor {
		out = &colorprofile.Writer{Forward: a.out, Profile: profile}
	}
	lines := e.Pose(p, min(width, 60), 18)
	for _, line := range lines {
		fmt.Fprintln(out, strings.TrimRight(line, " "))
	}
	if lines != nil {
		fmt.Fprintln(a.out)
	}
}
