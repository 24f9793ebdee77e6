package plain

import (
	"strings"
	"testing"
	"time"

	"catcow/session"
)

// In every stage i says the pose, the side, what the time is for and how much of it is
// left.
func TestWhereOneIs(t *testing.T) {
	t.Parallel()
	o := builtin(t, "restorative")
	plan := session.Compile(*o.Routine, o.Session)
	asked := make([]typed, 0, len(plan.Stages))
	at := time.Duration(0)
	for i := range plan.Stages {
		asked = append(asked, typed{at: at + plan.Stages[i].Length/2, line: "i\n"})
		at += plan.Stages[i].Length
	}
	all, _ := play(t, o, asked, false)
	seen := make(map[session.Kind]bool)
	for i := range plan.Stages {
		stage := &plan.Stages[i]
		seen[stage.Kind] = true
		want := stage.Pose.Title()
		if stage.Side != session.NoSide {
			want += ", " + string(stage.Side) + " side"
		}
		found := false
		for _, p := range all {
			found = found || p.at == asked[i].at && strings.HasPrefix(p.text, want) && strings.Contains(p.text, ", "+stageText(stage.Kind)+", ") &&
				strings.Contains(p.text, " more. Pose ")
		}
		if !found {
			t.Errorf("stage %d: no %q, %s, at %v", i, want, stage.Kind, asked[i].at)
		}
	}
	if len(seen) < 5 {
		t.Errorf("only %v", seen)
	}
}
