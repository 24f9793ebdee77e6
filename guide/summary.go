package guide

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"catcow/content"
	"catcow/history"
	"catcow/page"
	"catcow/session"
)

// Summary is what became of a session.
type Summary struct {
	End      End
	Outcomes []session.Outcome // of each item of the routine
	Done     int               // of the items, to the end
	Started  int               // of the items, done in part
	Skipped  map[int]bool      // the items that were skipped, as the log counts them: not those one never came to
	Played   time.Duration
	// Before and After are the pain, 0 to 10; nil where it was not given. Rose says
	// that it is 3 or more above what it was.
	Before, After *int
	Rose, Leg     bool
	Hurt          []string // where it hurt: "in Cobra Pose", "on the way to Cat-Cow"
	Gentler       bool     // they begin lower next time
}

// Summary is what became of the session so far.
func (g *Guide) Summary(now time.Time) Summary {
	s := Summary{End: g.end, Before: g.answers.before, After: g.answers.after, Leg: g.answers.leg}
	s.Rose = s.Before != nil && s.After != nil && *s.After-*s.Before >= 3
	if g.player == nil {
		return s
	}
	if !g.ended.IsZero() {
		now = g.ended
	}
	s.Outcomes, s.Played = g.player.Outcomes(now)
	s.Skipped = g.record.Skipped()
	for _, o := range s.Outcomes {
		switch {
		case o.Whole():
			s.Done++
		case !o.Skipped():
			s.Started++
		}
	}
	for _, h := range g.record.Hurts {
		if where := g.hurtWhere(h); !slices.Contains(s.Hurt, where) {
			s.Hurt = append(s.Hurt, where)
		}
		s.Gentler = s.Gentler || g.beginsLower(h.Pose)
	}
	return s
}

// beginsLower reports whether a pose that hurt begins with less next time: there is none
// where it is at the beginning of its range, or has no range.
func (g *Guide) beginsLower(pose string) bool {
	if !g.o.Adapts || !g.logged() {
		return false
	}
	plan := g.player.Plan()
	level := plan.Options.Levels[pose]
	return slices.ContainsFunc(plan.Routine.Items, func(item content.Item) bool {
		return item.Ref.Pose == pose && item.Dose.At(level) != item.Dose.At(level-history.StepBack)
	})
}

// hurtWhere is where something hurt: in a pose, or before it had begun.
func (g *Guide) hurtWhere(h history.Hurt) string {
	stages := g.player.Plan().Stages
	if h.Stage < len(stages) && stages[h.Stage].Kind == session.Transition {
		return "on the way to " + g.poseName(h.Pose)
	}
	return "in " + g.poseName(h.Pose)
}

// played is how long the session was up to an instant.
func (g *Guide) played(now time.Time) time.Duration {
	if g.player == nil {
		return 0
	}
	_, played := g.player.Outcomes(now)
	return played
}

// DoneText is how much was done: "1 of 4 poses done, 1 in part".
func (s Summary) DoneText() string {
	text := fmt.Sprintf("%d of %s done", s.Done, page.Plural(len(s.Outcomes), "pose", "poses"))
	if s.Started > 0 {
		text += fmt.Sprintf(", %d in part", s.Started)
	}
	if len(s.Skipped) > 0 {
		text += fmt.Sprintf(", %d skipped", len(s.Skipped))
	}
	return text
}

// HurtText is what hurt, and what will change because of it; "" where nothing did.
func (s Summary) HurtText() string {
	if len(s.Hurt) == 0 {
		return ""
	}
	text := "It hurt " + strings.Join(s.Hurt, ", ") + "."
	if s.Gentler {
		text += " Next time you begin there with less."
	}
	return text
}
