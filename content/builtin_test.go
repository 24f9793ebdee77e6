package content

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// loadBuiltin is what comes with the program, which must be whole.
func loadBuiltin(t *testing.T) *Library {
	t.Helper()
	lib, problems := Load(Builtin())
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return lib
}

// allLines is every line of a pose that is read or heard, its variants' too.
func allLines(p Pose) []string {
	lines := append(p.lines(), p.Name, p.Why, p.Feel)
	for _, a := range p.Avoid {
		lines = append(lines, a.Say, a.Instead)
	}
	for _, v := range p.Variants {
		lines = append(lines, v.Name, v.Why)
	}
	return append(lines, p.Aliases...)
}

func TestTheBuiltinContentIsWholeAndComplete(t *testing.T) {
	lib := loadBuiltin(t)
	poses, _ := fs.Glob(builtin, "poses/*.toml")
	routines, _ := fs.Glob(builtin, "routines/*.toml")
	if n, m := len(lib.Poses()), len(lib.Routines()); n != len(poses) || m != len(routines) {
		t.Errorf("%d poses and %d routines; want %d and %d", n, m, len(poses), len(routines))
	}
	for _, c := range []struct {
		pose string
		want []string
	}{
		{"childs-pose", []string{"arms-forward", "wide-knees", "hands-on-thighs", "knees-together"}},
		{"supine-twist", []string{"centred-hips", "shifted-hips"}},
		{"pelvic-tilt", []string{"rocking"}},
		{"single-knee-to-chest", []string{"knee-hug"}},
	} {
		if p, _ := lib.pose(c.pose); !slices.Equal(p.variantIDs(), c.want) {
			t.Errorf("%s has the variants %v; want %v", c.pose, p.variantIDs(), c.want)
		}
	}
}

func TestEveryBuiltinPoseSaysAllThatAPersonNeeds(t *testing.T) {
	for _, p := range loadBuiltin(t).Poses() {
		whole, _ := p.As("")
		for what, n := range map[string]int{
			"steps": len(whole.Steps), "during": len(p.During), "ease": len(p.Ease), "release": len(p.Release),
			"why": len(p.Why), "feel": len(p.Feel), "source": len(p.Source), "regions": len(p.Regions),
			"direction": len(p.Direction), "dose": p.Dose.Amount.From,
		} {
			if n == 0 {
				t.Errorf("%s has no %s", p.ID, what)
			}
		}
		if p.Reviewed.IsZero() {
			t.Errorf("%s has no date of review", p.ID)
		}
		if p.File != "content/poses/"+p.ID+".toml" || !p.Builtin {
			t.Errorf("%s is in %s, builtin %t", p.ID, p.File, p.Builtin)
		}
		for _, line := range slices.Concat(whole.Steps, p.During, p.Ease, []string{p.Inhale, p.Exhale, p.Release}) {
			if ansi.StringWidth(line) > 90 {
				t.Errorf("%s: %q is over 90 cells", p.ID, line)
			}
		}
	}
}

func TestSidedBuiltinPosesNameTheSideInTheirSteps(t *testing.T) {
	for _, p := range loadBuiltin(t).Poses() {
		ways := [][]string{p.Steps}
		for _, v := range p.Variants {
			ways = append(ways, v.Steps)
		}
		for _, steps := range ways {
			lines := strings.Join(slices.Concat(steps, p.During, []string{p.Inhale, p.Exhale}), "\n")
			if named := strings.Contains(lines, "{side}"); len(steps) > 0 && named != (p.Sides != NoSides) {
				t.Errorf("%s has sides %q, and names the side: %t", p.ID, p.Sides, named)
			}
		}
	}
}

// The sheet of facts, its routines written as doses by hand. The desk break is
// our own, of poses from two of the sources, and so is the rest that restorative
// ends in. One deep breath in the pose is eight seconds; eight to ten knee rolls in
// turn are four to five on each side.
func TestBuiltinRoutinesSayWhatTheirSourcesSay(t *testing.T) {
	want := map[string][]string{
		"four-inversions":      {"extended-puppy 60-120s", "standing-forward-fold 60-120s", "chair-forward-fold 60-120s", "supported-shoulder-stand 60-120s"},
		"back-pain-relief":     {"cat-cow 6 breaths", "childs-pose/arms-forward 60s", "sphinx 6 breaths", "supine-twist 6 breaths each side", "legs-up-the-wall 3m"},
		"restorative":          {"prone-leg-extension 3s x3-6 each leg", "legs-up-the-wall 5m", "childs-pose/wide-knees 60-120s", "cat-cow 60s then childs-pose/wide-knees", "supine-twist 60-120s each side", "downward-dog 5 breaths x5-7 then childs-pose/wide-knees"},
		"neck-and-shoulders":   {"neck-flexion 30s x3", "lateral-neck-flexion 30s x3 each side"},
		"upper-back":           {"shoulder-rolls 10 reps", "cat-cow 10 reps", "childs-pose/hands-on-thighs 30s x3"},
		"lower-back":           {"double-knee-to-chest 30s x3", "piriformis-stretch 30s x3 each side", "pelvic-tilt 10s x3", "cobra 5s x20-30"},
		"low-back-restorative": {"childs-pose/knees-together 8 breaths", "single-knee-to-chest 5 breaths each side", "supine-twist/shifted-hips 8 breaths each side", "supported-savasana 5m"},
		"everyday-back":        {"heel-rock 8s x8-10", "knee-rolls 8s x4-5 alternating", "prone-press-up 5-10s x8-10", "abdominal-draw 5-10 breaths x5", "pelvic-tilt/rocking 10-15 reps"},
		"steady-back":          {"pelvic-tilt/rocking 10-15 reps", "bridge 6s x8-12", "bird-dog 3-10s x6 alternating", "heel-rock 8s x8-10"},
		"desk-break":           {"neck-flexion 20s", "lateral-neck-flexion 20s each side", "shoulder-rolls 5 reps", "chair-forward-fold 30s"},
	}
	for _, r := range loadBuiltin(t).Routines() {
		if got := itemsOf(r); !slices.Equal(got, want[r.ID]) {
			t.Errorf("%s is\n\t%q; want\n\t%q", r.ID, got, want[r.ID])
		}
		byRegion := map[string]int{"lower-back": 2, "upper-back": 2, "neck-and-shoulders": 1}
		if r.Enough != byRegion[r.ID] {
			t.Errorf("of %s, %d poses are enough; want %d", r.ID, r.Enough, byRegion[r.ID])
		}
		if r.Summary == "" || len(r.Regions) == 0 || len(r.Source) == 0 || r.File != "content/routines/"+r.ID+".toml" {
			t.Errorf("%s is not complete: %q, %v, %v, %s", r.ID, r.Summary, r.Regions, r.Source, r.File)
		}
		delete(want, r.ID)
	}
	for id := range want {
		t.Errorf("no routine %s", id)
	}
}

func TestBuiltinPosesHaveTheSidesBreathAndHeadOfTheirSources(t *testing.T) {
	lib := loadBuiltin(t)
	inverted := []string{"bridge", "chair-forward-fold", "downward-dog", "extended-puppy", "legs-up-the-wall", "standing-forward-fold", "supported-shoulder-stand"}
	each := []string{"lateral-neck-flexion", "piriformis-stretch", "seated-twist", "single-knee-to-chest", "supine-twist"}
	breath := []string{"bird-dog", "bridge", "cat-cow", "cobra", "heel-rock", "knee-rolls", "pelvic-tilt", "prone-leg-extension", "prone-press-up", "seated-twist", "shoulder-rolls", "wall-tilt"}
	alternate := []string{"bird-dog", "knee-rolls", "prone-leg-extension"}
	for _, p := range lib.Poses() {
		if want := slices.Contains(inverted, p.ID); p.Inverted != want {
			t.Errorf("%s has inverted = %t", p.ID, p.Inverted)
		}
		if want := slices.Contains(each, p.ID); (p.Sides == EachOfTwo) != want {
			t.Errorf("%s has sides = %q", p.ID, p.Sides)
		}
		if want := slices.Contains(alternate, p.ID); (p.Sides == AlternateSides) != want {
			t.Errorf("%s has sides = %q", p.ID, p.Sides)
		}
		if want := slices.Contains(breath, p.ID); (p.Move != Still) != want || (p.Inhale != "") != want {
			t.Errorf("%s moves on %q, with %q", p.ID, p.Move, p.Inhale)
		}
	}
}

func TestBuiltinPosesCarryTheirCautions(t *testing.T) {
	lib := loadBuiltin(t)
	for _, c := range []struct {
		with  string
		poses []string
	}{
		{"osteoporosis", []string{"standing-forward-fold", "chair-forward-fold", "supported-shoulder-stand", "double-knee-to-chest", "cat-cow", "childs-pose"}},
		{"worse-when-arching", []string{"cobra", "sphinx", "prone-leg-extension", "cat-cow"}},
		{"worse-when-bending", []string{"standing-forward-fold", "chair-forward-fold", "childs-pose", "double-knee-to-chest", "supported-shoulder-stand", "cat-cow"}},
		{"neck-injury", []string{"supported-shoulder-stand", "neck-flexion", "lateral-neck-flexion"}},
		{"pregnancy", []string{"cobra", "sphinx", "prone-leg-extension"}},
	} {
		for _, id := range c.poses {
			if p, _ := lib.pose(id); !cautions(p, c.with) {
				t.Errorf("%s has no caution for %s", id, c.with)
			}
		}
	}
	for _, p := range lib.Poses() {
		for _, with := range []string{"high-blood-pressure", "glaucoma", "pregnancy"} {
			if p.Inverted && !cautions(p, with) {
				t.Errorf("%s is inverted and has no caution for %s", p.ID, with)
			}
		}
	}
}

func cautions(p Pose, with string) bool {
	return slices.ContainsFunc(p.Avoid, func(c Caution) bool { return c.With == with })
}

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
		if len(p.Aliases) == 0 {
			t.Errorf("%s has no other name", p.ID)
		}
		names := []string{p.ID}
		if name := slug(p.Name); name != p.ID {
			names = append(names, name)
		}
		for _, name := range p.Aliases {
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

// Whose head is low is told what to come out for before all else, whatever else they have.
func TestAnInversionSaysWhenToComeOut(t *testing.T) {
	for _, p := range loadBuiltin(t).Poses() {
		for _, c := range append(ConditionIDs(), "") {
			if who := []string{c}; p.Inverted && len(p.Against(who)) == 0 && !strings.Contains(p.For(who).During[0], "pressure in your head") {
				t.Errorf("%s, %s: it does not say first when to come out: %q", p.ID, c, p.For(who).During)
			}
		}
	}
}

// How far to go is said of a pose that moves before all else that is said while it does.
func TestTheLimitOfAMovementComesFirst(t *testing.T) {
	limit := regexp.MustCompile(`only as far as|small and easy|^Stop (while|where)`)
	limited := 0
	for _, p := range loadBuiltin(t).Poses() {
		for i, line := range p.During {
			if p.Move == Still || !limit.MatchString(line) {
				continue
			}
			if limited++; i > 0 {
				t.Errorf("%s says %q after %q", p.ID, line, p.During[0])
			}
		}
	}
	if limited < 4 {
		t.Errorf("%d poses say how far to go", limited)
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

// itemsOf is the items of a routine, each on one line.
func itemsOf(r Routine) []string {
	var out []string
	for _, it := range r.Items {
		s := it.Ref.String() + " " + it.Dose.String()
		if it.Then != nil {
			s += " then " + Ref{it.Then.ID, it.Then.Variant.ID}.String()
		}
		out = append(out, s)
	}
	return out
}
