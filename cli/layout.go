package cli

import (
	"fmt"

	"catcow/content"
	"catcow/session"
	"catcow/tui"
)

// printPose lays out a pose for reading, as on its first side.
func (a *app) printPose(p content.Pose) {
	s := a.sheet()
	first := func(line string) string { return content.Named(line, string(session.Right), string(session.Left)) }
	sides := func(lines []string) []string {
		out := make([]string, len(lines))
		for i, line := range lines {
			out[i] = first(line)
		}
		return out
	}
	s.text("", p.Title())
	if p.Sanskrit != "" {
		s.text("", p.Sanskrit)
	}
	fmt.Fprintln(a.out)
	a.printFigure(&p, s.width)
	s.fact("id", ref(p).String())
	s.fact("position", sayPosition(p.Position))
	s.fact("for", sayRegions(p.Regions))
	s.fact("dose", p.Dose.String())
	s.fact("props", sayNeeds(p.Props))
	s.numbered("Steps", sides(p.Steps))
	s.section("While you hold", "  - ", sides(p.During)...)
	if p.Inhale+p.Exhale != "" {
		s.title("Breath")
		s.fact("in", first(p.Inhale))
		s.fact("out", first(p.Exhale))
	}
	s.section("Gentler ways", "  - ", sides(p.Ease)...)
	s.section("Come out", "  ", first(p.Release))
	s.section("Why", "  ", p.Why)
	s.section("What you may feel", "  ", p.Feel)
	s.section("Take care", "  - ", sayCautions(p.Avoid)...)
	s.section("Other ways to set it up", "  - ", sayVariants(p)...)
	s.section("Sources", "  - ", texts(p.Source)...)
	if reviewed := date(p.Reviewed); reviewed != "" {
		s.section("Reviewed", "  ", reviewed)
	}
	if !p.Builtin {
		s.section("Your own file", "  ", printable(p.File))
	}
}

// printRoutine lays out a routine for reading.
func (a *app) printRoutine(r content.Routine, o session.Options) {
	s := a.sheet()
	p := session.Compile(r, o)
	s.text("", r.Name)
	if r.Summary != "" {
		s.text("", r.Summary)
	}
	fmt.Fprintln(a.out)
	s.fact("id", r.ID)
	s.fact("for", sayRegions(r.Regions))
	s.fact("place", tui.SayPlace(r.Place()))
	s.fact("props", sayNeeds(r.Props()))
	s.fact("time", clock(p.Length())+", "+sayHow(p))
	s.title("Poses")
	for i, line := range items(r).lines(s.width - len("   1. ")) {
		fmt.Fprintf(a.out, "  %2d. %s\n", i+1, line)
		if then := r.Items[i].Then; then != nil {
			s.text("      ", sayThen(*then))
		}
	}
	seen := map[string]bool{}
	for i := range r.Items {
		p := &r.Items[i].Pose
		if seen[p.ID] {
			continue
		}
		seen[p.ID] = true
		s.section("Take care in "+p.Name, "  - ", sayCautions(p.Avoid)...)
	}
	s.section("Sources", "  - ", texts(r.Source)...)
	if !r.Builtin {
		s.section("Your own file", "  ", printable(r.File))
	}
}

// items is a table of the poses of a routine and their doses.
func items(r content.Routine) *table {
	t := &table{}
	for i := range r.Items {
		t.add(r.Items[i].Pose.Title(), r.Items[i].Dose.String())
	}
	return t
}

// ref names a pose as it is set up.
func ref(p content.Pose) content.Ref { return content.Ref{Pose: p.ID, Variant: p.Variant.ID} }
