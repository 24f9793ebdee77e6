package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"catcow/content"
)

func (a *app) safetyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "safety",
		Short: "when not to exercise, and whom to call",
		Long: `Print what catcow is and what it is not, the signs that need a person and not a
program, and what to mind while you move.`,
		RunE: func(*cobra.Command, []string) error {
			a.printSafety(content.SafetyPage())
			return nil
		},
	}
}

// printSafety lays out the safety page for reading, all of it.
func (a *app) printSafety(page content.Safety) {
	s := a.printer()
	s.text("", page.Title)
	for _, n := range page.Sections() {
		s.title(n.Title)
		for _, line := range n.Lines {
			s.text("  - ", line)
		}
		if n.Call != "" {
			s.text("  ", n.Call)
		}
	}
	fmt.Fprintln(a.out)
	s.text("", page.Credit)
	s.section("Sources", "  - ", sourcesText(page.Sources)...)
	s.section("Reviewed", "  ", date(page.Reviewed))
}
