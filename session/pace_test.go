package session

import (
	"testing"
	"time"

	"catcow/content"
)

func TestAnotherPositionTakesLongerToReach(t *testing.T) {
	all := []content.Position{content.Standing, content.Chair, content.AllFours, content.Kneeling, content.Prone, content.Supine, content.Wall}
	way := func(from, to content.Position) time.Duration {
		r := made(t, "30s", "30s")
		r.Items[0].Pose.Position, r.Items[1].Pose.Position = from, to
		for _, s := range Compile(r, DefaultOptions()).Stages {
			if s.Kind == Transition && s.Item == 1 {
				return s.Length
			}
		}
		return 0
	}
	for _, from := range all {
		for _, to := range all {
			if stay := way(to, to); from != to && way(from, to) <= stay {
				t.Errorf("from %s to %s in %v; to stay takes %v", from, to, way(from, to), stay)
			}
		}
	}
}

func TestTravel(t *testing.T) {
	for _, c := range []struct {
		from, to content.Position
		want     time.Duration
	}{
		{content.Supine, content.Supine, 5 * time.Second},
		{content.Wall, content.Wall, 5 * time.Second},
		{content.Prone, content.Supine, 15 * time.Second},
		{content.AllFours, content.Kneeling, 8 * time.Second},
		{content.Standing, content.Chair, 10 * time.Second},
		{content.Kneeling, content.Prone, 20 * time.Second},
		{content.Supine, content.Kneeling, 20 * time.Second},
		{content.Standing, content.AllFours, 12 * time.Second},
		{content.Chair, content.Supine, 15 * time.Second},
		{content.Standing, content.Supine, 15 * time.Second},
		{content.Prone, content.Standing, 30 * time.Second},
		{content.AllFours, content.Standing, 30 * time.Second},
		{content.Standing, content.Wall, 25 * time.Second},
		{content.Supine, content.Wall, 35 * time.Second},
		{content.Wall, content.Supine, 20 * time.Second},
		{content.Wall, content.Chair, 35 * time.Second},
	} {
		if got := travel(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %v; want %v", c.from, c.to, got, c.want)
		}
	}
}
