package today

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"catcow/content"
	"catcow/sampletest"
	"catcow/session"
)

// At every place and for every region, in every time, a session is true about itself.
func TestASessionIsTrueAboutItself(t *testing.T) {
	lib := library(t)
	m := NewMaker(lib, session.DefaultOptions())
	asked := [][]string{nil, {"neck", "abdomen"}, {"hips", "upper-back"}}
	for _, region := range content.Regions() {
		asked = append(asked, []string{region})
	}
	chosen := sampletest.OneIn(t, 4)
	for i := range asked {
		if !chosen(i) {
			continue
		}
		for _, place := range []content.Place{"", content.Desk, content.Floor, content.AtAWall} {
			for _, minutes := range []time.Duration{3, 6, 10, 20} {
				for _, props := range [][]string{nil, content.Props()} {
					q := Request{Regions: asked[i], Place: place, Length: minutes * time.Minute, Props: props}
					s, err := m.Make(q)
					if err != nil {
						continue
					}
					for _, wrong := range check(q, s, m.options) {
						t.Errorf("%q %s in %d minutes with %q: %s", asked[i], place, minutes, props, wrong)
					}
				}
			}
		}
	}
}

// checkWhy is everything that the sentence about a session says wrongly: the order of its
// poses, and what they are for.
func checkWhy(q Request, s Session) (wrong []string) {
	bad := func(format string, args ...any) {
		wrong = append(wrong, fmt.Sprintf(format+" in %q", append(args, s.Why)...))
	}
	text, _, _ := strings.Cut(s.Why, " Without ")
	list, claim, isTold := strings.Cut(strings.TrimSuffix(text, "."), ". ")
	regions, poses, isWhole := strings.Cut(strings.TrimPrefix(list, "For your "), ": ")
	if !isWhole {
		poses = list
		_, regions, _ = strings.Cut(claim, " for your ")
		regions, _, _ = strings.Cut(regions, ";")
	}
	if isWhole && isTold {
		bad("what the poses are for is said twice")
	}
	for _, region := range q.regions() {
		served := slices.ContainsFunc(s.Routine.Items, func(i content.Item) bool { return suits(i.Pose, region) >= 1 })
		if name := strings.ReplaceAll(region, "-", " "); strings.Contains(regions, name) != served {
			bad("it is for the %s: %v", name, served)
		}
	}
	at := 0
	for _, item := range s.Routine.Items {
		name := item.Pose.Name
		if i := strings.Index(poses[at:], name); i >= 0 {
			at += i
		} else {
			bad("%s does not come in its turn", name)
		}
		isFor := slices.ContainsFunc(q.regions(), func(r string) bool { return suits(item.Pose, r) >= 1 })
		if told := isWhole || strings.HasPrefix(claim, "All but ") != strings.Contains(claim, name); told != isFor {
			bad("%s is for that: %v", name, isFor)
		}
	}
	return wrong
}
