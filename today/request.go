package today

import (
	"slices"
	"time"

	"catcow/content"
)

// Effort is how much a session asks for.
type Effort string

// The efforts. Restful holds nothing that works against gravity; strong has more
// of it than a session has by itself.
const (
	Restful  Effort = "restful"
	Moderate Effort = ""
	Strong   Effort = "strong"
)

// Recent is a pose that was done lately.
type Recent struct {
	Pose string // its id
	Days int    // before today
	Hurt bool
}

// Request is what a session is made for.
type Request struct {
	Regions    []string      // where it is for; empty for the whole back
	Length     time.Duration // that there is
	Place      content.Place // "" where any will do
	Props      []string      // at hand
	Conditions []string      // of the person, by their ids
	Without    []string      // poses, by their ids, that are not wanted
	Recent     []Recent
	Day        time.Time
	Effort     Effort
}

// regions are those asked for, or those of a back.
func (q Request) regions() []string {
	if len(q.Regions) > 0 {
		return q.Regions
	}
	return []string{"lower-back", "spine", "hips"}
}

// served are the regions that poses do something for.
func (q Request) served(items []content.Item) []string {
	return slices.DeleteFunc(slices.Clone(q.regions()), func(region string) bool {
		return !slices.ContainsFunc(items, func(i content.Item) bool { return suits(i.Pose, region) >= 1 })
	})
}

// restsHurt is how many days a pose that hurt is left alone.
const restsHurt = 14

// hurts reports whether a pose hurt not long ago.
func (q Request) hurts(pose string) bool {
	return slices.ContainsFunc(q.Recent, func(r Recent) bool {
		return r.Pose == pose && r.Hurt && r.Days <= restsHurt
	})
}

// eases is how much better a pose does for a back that is worse when it bends, or when it
// arches, than for another: the other direction is the one to prefer.
func (q Request) eases(p content.Pose) float64 {
	const more, less = 2, 0.5
	for with, wanted := range map[string]string{"worse-when-bending": "extension", "worse-when-arching": "flexion"} {
		if !slices.Contains(q.Conditions, with) {
			continue
		}
		switch {
		case slices.Equal(p.Direction, []string{wanted}):
			return more
		case slices.ContainsFunc(p.Direction, func(d string) bool { return d == "flexion" || d == "extension" }) && !slices.Contains(p.Direction, wanted):
			return less
		}
	}
	return 1
}

// fresh is how long ago a pose was done, from 0 for today to 1 for a week and
// more.
func (q Request) fresh(pose string) float64 {
	const week = 7
	days := week
	for _, r := range q.Recent {
		if r.Pose == pose {
			days = min(days, max(r.Days, 0))
		}
	}
	return float64(days) / week
}
