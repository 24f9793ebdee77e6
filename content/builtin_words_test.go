package content

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What nobody can promise is not promised.
func TestBuiltinWordsPromiseNothing(t *testing.T) {
	promise := regexp.MustCompile(`(?i)\b(cure|cures|heal|heals|treat|treats|fix your|guarantee|guarantees|you are clear)\b`)
	lib := loadBuiltin(t)
	check := func(id string, lines ...string) {
		for _, s := range lines {
			if word := promise.FindString(s); word != "" {
				t.Errorf("%s says %q in %q", id, word, s)
			}
		}
	}
	for _, p := range lib.Poses() {
		check(p.ID, allLines(p)...)
	}
	for _, r := range lib.Routines() {
		check(r.ID, r.Name, r.Summary)
	}
}

// A name leads to one pose, whichever of its names it is.
func TestOtherNamesLeadToOnePose(t *testing.T) {
	lib := loadBuiltin(t)
	of := map[string]string{}
	for _, p := range lib.Poses() {
		if len(p.Also) == 0 {
			t.Errorf("%s has no other name", p.ID)
		}
		names := []string{p.ID}
		if name := slug(p.Name); name != p.ID {
			names = append(names, name)
		}
		for _, name := range p.Also {
			if name != strings.ToLower(name) {
				t.Errorf("%s is also %q; want it in lower case", p.ID, name)
			}
			names = append(names, slug(name))
		}
		for _, name := range names {
			if first, taken := of[name]; taken {
				t.Errorf("%q is a name of %s and of %s", name, first, p.ID)
			}
			of[name] = p.ID
		}
	}
}

// What is undone between two sets is said again before the next, and getting up
// from the floor has words of its own.
func TestSetsLeadBackInAndLyingLeadsUp(t *testing.T) {
	lib := loadBuiltin(t)
	for _, r := range lib.Routines() {
		for _, item := range r.Items {
			if sets := item.Dose.At(0).Sets; sets > 1 && len(item.Pose.Again) == 0 {
				t.Errorf("%s does %s in %d sets, and it does not lead back in", r.ID, item.Pose.ID, sets)
			}
		}
	}
	for _, p := range lib.Poses() {
		lying := slices.Contains([]Position{Supine, Prone, Wall}, p.Position)
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
		{regexp.MustCompile(`(?i)\b(belly|zip)\b`), regexp.MustCompile(`(?i)\b(belly|zip)\b`)},
	}
	for _, whole := range loadBuiltin(t).Poses() {
		if len(whole.Again) == 0 {
			continue
		}
		for _, c := range append(ConditionIDs(), "") {
			p := whole.For([]string{c})
			again := strings.Join(p.Again, " ")
			for _, limb := range limbs {
				out, in := limb.out.FindString(p.Release), limb.in.FindString(again)
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

// Whose head is low is told what to come up for, before all but one of the other lines:
// a short hold has no room for more.
func TestAnInversionSaysWhenToComeOut(t *testing.T) {
	for _, p := range loadBuiltin(t).Poses() {
		early := slices.ContainsFunc(p.During[:min(2, len(p.During))], func(line string) bool {
			return strings.Contains(line, "pressure in your head")
		})
		if p.Inverted && !early {
			t.Errorf("%s does not say early when to come out: %q", p.ID, p.During)
		}
	}
}

// A caution that leaves a pose out says so, and one that keeps it tells a way to do it.
func TestACautionSaysWhatItDoes(t *testing.T) {
	leave := regexp.MustCompile(`(?i)^leave (this one|out)|leave this one out`)
	for _, p := range loadBuiltin(t).Poses() {
		for _, c := range p.Avoid {
			if c.Say != "" && c.Leave != leave.MatchString(c.Say) && !strings.HasPrefix(c.Say, "Leave out the dip") {
				t.Errorf("%s with %s: leave is %t, and it says %q", p.ID, c.With, c.Leave, c.Say)
			}
		}
	}
}
