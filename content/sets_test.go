package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Any pose may be done in sets: one that is held leads back in, and one that moves where
// coming out undoes what it begins from. Getting up from the floor has words of its own.
func TestSetsLeadBackInAndLyingLeadsUp(t *testing.T) {
	lib := loadBuiltin(t)
	begins := []string{"cat-cow", "heel-rock", "knee-rolls", "shoulder-rolls", "wall-tilt"} // where coming out ends
	for _, p := range lib.Poses() {
		if (len(p.Again) == 0) != slices.Contains(begins, p.ID) {
			t.Errorf("%s leads back in by %q", p.ID, p.Again)
		}
		lying := slices.Contains([]Position{Supine, Prone, Wall}, p.Position)
		if floor := lying || p.Position == AllFours || p.Position == Kneeling; floor && p.Rise == "" {
			t.Errorf("%s does not say how to get up", p.ID)
		}
		if lying && !strings.Contains(p.Release+p.Rise, "side") {
			t.Errorf("%s does not lead up over one side: %q", p.ID, p.Rise)
		}
		for _, line := range p.lines() {
			if strings.Contains(line, "chair") && strings.Contains(line, " on a chair") && !strings.Contains(line, "without wheels") {
				t.Errorf("%s sits on a chair that may have wheels: %q", p.ID, line)
			}
		}
	}
}

// What the way out undoes, the way back in does again, and it does nothing again that
// was not undone; for everybody.
func TestSetsLeadBackInByAllThatWasUndone(t *testing.T) {
	limbs := []struct{ out, in *regexp.Regexp }{
		{regexp.MustCompile(`(?i)\b(foot|feet|knees)\b`), regexp.MustCompile(`(?i)\b(legs?|knees?|feet)\b`)},
		{regexp.MustCompile(`(?i)\b(hands?|arms|let go,|fists)\b`), regexp.MustCompile(`(?i)\b(hands?|arms|hold|fists)\b`)},
		{regexp.MustCompile(`(?i)\bhead\b`), regexp.MustCompile(`(?i)\b(head|chin|ear|forehead)\b`)},
		{regexp.MustCompile(`(?i)\btoes\b`), regexp.MustCompile(`(?i)\btoes\b`)},
		{regexp.MustCompile(`(?i)\b(belly (soften|grow)|zip)\b`), regexp.MustCompile(`(?i)\b(belly|zip)\b`)},
	}
	for _, whole := range loadBuiltin(t).Poses() {
		if len(whole.Again) == 0 {
			continue
		}
		for _, c := range append(ConditionIDs(), "") {
			p := whole.For([]string{c})
			again := strings.Join(p.Again, " ")
			for _, limb := range limbs {
				out, in := limb.out.FindString(strings.ReplaceAll(p.Release, "towards your knees", "")), limb.in.FindString(again)
				if out != "" && in == "" {
					t.Errorf("%s, %s: %q undoes the %s, and nothing of %q does it again", p.ID, c, p.Release, out, again)
				}
				if toes := limbs[3].in; limb.in == toes && out == "" && in != "" {
					t.Errorf("%s, %s: %q has the %s again, and %q left them", p.ID, c, again, in, p.Release)
				}
			}
		}
	}
}

// The first breath of a pose that moves as one breathes out finds one at rest.
func TestTheFirstBreathUndoesNothing(t *testing.T) {
	undoes := regexp.MustCompile(`(?i)\bslowly\b|\blower|\bback (down|to the)\b`)
	for _, p := range loadBuiltin(t).Poses() {
		if word := undoes.FindString(p.Inhale); p.Move == MoveOnExhale && word != "" {
			t.Errorf("%s begins with %q, which undoes what was not done yet", p.ID, p.Inhale)
		}
	}
}
