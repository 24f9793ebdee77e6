package session

import (
	"strings"
	"testing"
	"time"

	"catcow/content"
)

// positions is a pose of each position, on the floor the first and the last.
func positions(tb testing.TB) content.Routine {
	tb.Helper()
	r := made(tb, "30s", "30s", "30s", "30s")
	for i, p := range []content.Position{content.Supine, content.Supine, content.Standing, content.Supine} {
		r.Items[i].Pose.Position = p
		r.Items[i].Pose.Rise = "Rise from " + r.Items[i].Pose.ID + "."
	}
	return r
}

// Whoever comes from elsewhere than planned is led from there.
func TestWhoSkipsIsLedFromWhereTheyAre(t *testing.T) {
	const onBack = "Lie on your back. About 30 seconds. /"
	for _, c := range []struct {
		name string
		do   func(r *rider)
		want string
	}{
		{"as planned", func(r *rider) { r.enter(Transition, 2) }, "Next: Pose 1. About 30 seconds. /"},
		{"standing still", func(r *rider) { r.Skip(r.now) }, "Next: Pose 1. " + onBack},
		{"from the setup", func(r *rider) { r.Next(r.now); r.Skip(r.now) }, "Next: Pose 1. About 30 seconds. /"},
		{"from the hold, by its release", func(r *rider) { r.enter(Hold, 1); r.Skip(r.now); r.Next(r.now) }, "Next: Pose 1. About 30 seconds. /"},
		{"twice", func(r *rider) { r.enter(Transition, 2); r.Skip(r.now); r.Skip(r.now) }, "Next: Pose 3. About 30 seconds. /"},
		{"jumping ahead", func(r *rider) { r.enter(Hold, 1); r.Jump(r.now, 3) }, "Next: Pose 3. About 30 seconds. /"},
		{"jumping up", func(r *rider) { r.enter(Hold, 1); r.Jump(r.now, 2) }, "Next: Pose 2. Rise from pose-0. Come up to standing, without hurry. About 30 seconds. /"},
		{"jumping back", func(r *rider) { r.enter(Hold, 3); r.Jump(r.now, 1) }, "Next: Pose 1. " + onBack},
		{"to where one is", func(r *rider) { r.enter(Hold, 2); r.Jump(r.now, 1) }, "Next: Pose 1. About 30 seconds. /"},
		{"jumping, and back, and on as planned", func(r *rider) {
			r.enter(Hold, 1)
			r.Jump(r.now, 3)
			r.Jump(r.now, 2)
			for r.at().Stage.Item == 2 {
				r.Next(r.now)
			}
		}, "Next: Pose 3. " + onBack},
	} {
		r := ride(t, positions(t), Settings{})
		r.Start(r.now)
		c.do(r)
		r.wait(time.Second)
		s := r.at().Stage
		if got := texts(Plan{Stages: []Stage{s}}, Transition); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
		setup := r.Plan().Stages[r.at().Index+1]
		told := strings.Contains(c.want, "Lie on your back.")
		if told && setup.Cues[0].Text == "Lie on your back." {
			t.Errorf("%s: the first step is said twice", c.name)
		}
		checkCues(t, setup, r.plan.Options)
	}
}
