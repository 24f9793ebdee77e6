package content

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"catcow/figure"
	"catcow/figure/skel"
	"catcow/sampletest"
)

// everybody is everyone with one condition, or with any two.
func everybody() [][]string {
	var all [][]string
	ids := ConditionIDs()
	for i, one := range ids {
		all = append(all, []string{one})
		for _, other := range ids[i+1:] {
			all = append(all, []string{one, other})
		}
	}
	return all
}

// ways is the pose in every way it can be set up.
func ways(p Pose) []Pose {
	if len(p.Variants) == 0 {
		return []Pose{p}
	}
	var all []Pose
	for _, id := range append([]string{""}, p.variantIDs()...) {
		if as, ok := p.As(id); ok {
			all = append(all, as)
		}
	}
	return all
}

// showings is the figures of poses: most conditions change nothing of most of them.
type showings map[string]figure.Set

// of is the figure of a pose, for who it is for.
func (s showings) of(p Pose) figure.Set {
	key := fmt.Sprint(p.ID, p.Variant.ID, p.instead)
	set, ok := s[key]
	if !ok {
		set, _ = p.Figure().Postures(p.Variant.ID, figure.Right)
		s[key] = set
	}
	return set
}

// sameFigure is where the words change and the figure does not, and why it need not.
func sameFigure() map[string]string {
	return map[string]string{
		"childs-pose with sore-wrists":              "a fist is no other posture",
		"prone-press-up with sore-wrists":           "the hands lie where they lay",
		"legs-up-the-wall with sore-shoulder":       "its arms are low",
		"pelvic-tilt with sore-wrists":              "the hands bear no weight in it",
		"supported-shoulder-stand with sore-wrists": "its arms are on the floor",
		"supported-savasana with hip-replacement":   "its knees are apart",
	}
}

// Where a condition changes what is done, the figure changes too.
func TestAConditionThatChangesAMovementNamesItsFigure(t *testing.T) {
	same := sameFigure()
	for _, whole := range loadBuiltin(t).Poses() {
		for _, c := range ConditionIDs() {
			who := []string{c}
			if len(whole.Against(who)) > 0 {
				continue
			}
			changed, figured := false, false
			for _, p := range ways(whole) {
				as := p.For(who)
				changed = changed || !slices.Equal(as.Steps, p.Steps) || as.Inhale != p.Inhale || as.Exhale != p.Exhale
				figured = figured || len(as.instead) > 0
			}
			pair := whole.ID + " with " + c
			if why := same[pair]; changed && !figured && why == "" {
				t.Errorf("%s: the words change, and the figure is the same", pair)
			} else if figured && why != "" {
				t.Errorf("%s has a figure of its own, and is said to need none as %s", pair, why)
			}
		}
	}
}

// Whoever is offered a movement has one to do, in the words and in the figure.
func TestNobodyIsOfferedAPoseOfWhichNothingIsLeft(t *testing.T) {
	shown := showings{}
	for _, whole := range loadBuiltin(t).Poses() {
		for _, who := range everybody() {
			if len(whole.Against(who)) > 0 {
				continue
			}
			for _, p := range ways(whole) {
				if p.Move == Still {
					continue
				}
				as := p.For(who)
				if as.Inhale == "" || as.Exhale == "" || shown.of(p).Moves && !shown.of(as).Moves {
					t.Errorf("%s with %q: %q and %q, and the figure moves: %t", p.Title(), who, as.Inhale, as.Exhale, shown.of(as).Moves)
				}
			}
		}
	}
}

// What two conditions take together leaves a pose out, with the reason of each.
func TestAPoseOfWhichNothingIsLeftGoesWithItsReasons(t *testing.T) {
	lib := loadBuiltin(t)
	for _, c := range []struct {
		pose string
		who  []string
		want string
	}{
		{"cat-cow", []string{"worse-when-bending", "worse-when-arching"}, "bends the spine forward, arches the spine"},
		{"cat-cow", []string{"pregnancy", "worse-when-bending"}, "lets the back dip, bends the spine forward"},
		{"pelvic-tilt/rocking", []string{"osteoporosis", "worse-when-arching"}, "bends the spine forward, arches the spine"},
		{"pelvic-tilt", []string{"worse-when-bending", "worse-when-arching"}, "bends the spine forward, arches the spine"},
	} {
		p, err := lib.Pose(c.pose)
		if err != nil {
			t.Fatal(err)
		}
		if got := (LeftOut{Pose: p, Reasons: p.Against(c.who)}).Text(); got != "left out: "+c.want {
			t.Errorf("%s with %q: %s", c.pose, c.who, got)
		}
	}
}

// forbids is what the figure may not do with a condition: how far it does it, and
// the most that is allowed.
type forbids struct {
	what string
	most float64
	by   func(*figure.Posture) float64
}

func curve(p *figure.Posture) float64 { return p.Body.Spec.Lumbar.Flex + p.Body.Spec.Thoracic.Flex }

// bend is how far a limb's bone is turned against the one before, in degrees.
func bend(p *figure.Posture, from, to skel.Bone) float64 {
	worst := 0.
	for side := range skel.Side(2) {
		a, b := from, to.On(side)
		if from >= skel.ClavicleR {
			a = from.On(side)
		}
		worst = max(worst, p.Body.Bones[a].R.To(p.Body.Bones[b].R).Angle())
	}
	return worst
}

func rules() map[string][]forbids {
	round := forbids{"the back rounds", 26, curve}
	hollow := forbids{"the back is hollow", 20, func(p *figure.Posture) float64 { return -curve(p) }}
	low := forbids{"the head is below the chest, in cm", 8, func(p *figure.Posture) float64 {
		return 170 * (p.Body.Bones[skel.T3].P.Y - p.Body.Bones[skel.Head].P.Y)
	}}
	return map[string][]forbids{
		"osteoporosis":        {round, {"the spine turns", 30, func(p *figure.Posture) float64 { s := p.Body.Spec; return math.Abs(s.Lumbar.Twist + s.Thoracic.Twist) }}},
		"worse-when-bending":  {round},
		"leg-pain":            {round},
		"worse-when-arching":  {hollow},
		"pregnancy":           {hollow},
		"neck-injury":         {{"the neck bends", 32, func(p *figure.Posture) float64 { return math.Abs(p.Body.Spec.Neck.Flex) }}, {"the head turns", 15, func(p *figure.Posture) float64 { return math.Abs(p.Body.Spec.Neck.Twist) }}},
		"high-blood-pressure": {low},
		"glaucoma":            {low},
		"no-head-down":        {low},
		"sore-knees":          {{"the knees bend", 156, func(p *figure.Posture) float64 { return bend(p, skel.ThighR, skel.ShankR) }}},
		"hip-replacement":     {{"the hips bend", 100, func(p *figure.Posture) float64 { return bend(p, skel.Pelvis, skel.ThighR) }}},
	}
}

// The figure does not do what the words forbid, in any posture it goes through,
// whatever else somebody has.
func TestTheFigureDoesNotDoWhatAConditionForbids(t *testing.T) {
	all, shown := rules(), showings{}
	told := map[string]bool{}
	for _, whole := range loadBuiltin(t).Poses() {
		for _, who := range everybody() {
			if len(whole.Against(who)) > 0 {
				continue
			}
			for _, p := range ways(whole) {
				set := shown.of(p.For(who))
				for _, posture := range append(slices.Clone(set.Steps), set.In, set.Out, set.Release) {
					for _, c := range who {
						if !slices.ContainsFunc(p.Avoid, func(a Caution) bool { return a.With == c }) {
							continue // nothing is forbidden
						}
						for _, rule := range all[c] {
							by := rule.by(&posture)
							if id := fmt.Sprint(p.Title(), posture.ID, c, rule.what); by > rule.most && !told[id] {
								told[id] = true
								t.Errorf("%s, %s, with %q: %s by %.0f, over %.0f", p.Title(), posture.ID, who, rule.what, by, rule.most)
							}
						}
					}
				}
			}
		}
	}
}

// What is shown instead is as sound as what it stands for, and so are the ways to
// it and from it.
func TestWhatAConditionShowsIsSound(t *testing.T) {
	t.Parallel()
	chosen := sampletest.OneIn(t, 3)
	for i, p := range loadBuiltin(t).Poses() {
		if !chosen(i) {
			continue
		}
		t.Run(p.ID, func(t *testing.T) {
			t.Parallel()
			var seen []string
			for _, c := range ConditionIDs() {
				as := p.For([]string{c})
				shows := fmt.Sprint(as.instead)
				if len(as.instead) == 0 || len(p.Against([]string{c})) > 0 || slices.Contains(seen, shows) {
					continue
				}
				seen = append(seen, shows)
				for _, f := range figure.Check(as.Figure()) {
					t.Errorf("with %s: %s", c, f.Text)
				}
			}
		})
	}
}

// What is wrong with what is to be seen instead is told with its line.
func TestAWrongKeyOfACautionIsTold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ figure, want string }{
		{`{ table = "table" }`, ""},
		{`{ tabel = "table" }`, `6: avoid[0].figure: unknown key "tabel"; did you mean "table"?`},
		{`{ table = "tabel" }`, `6: avoid[0].figure: "tabel" is no place; want a key such as "table", or a part of the way to one such as "table+0.3*reach"`},
		{`{ table = "table+2*table" }`, `6: avoid[0].figure: "table+2*table" is no place; want a key such as "table", or a part of the way to one such as "table+0.3*reach"`},
	} {
		avoid := `avoid = [{ with = "sore-knees", say = "Slowly.", leave = false, figure = ` + c.figure + ` }]`
		lib, problems := load(files{"poses/mine.toml": strings.Replace(figured, "\n[figure]", avoid+"\n[figure]", 1)})
		wantProblems(t, "problems", problems)
		if got := lib.CheckFigures(); (len(got) == 0) != (c.want == "") || len(got) > 0 && got.Error() != "me/poses/mine.toml:"+c.want {
			t.Errorf("%s: %v; want %q", c.figure, got, c.want)
		}
	}
}
