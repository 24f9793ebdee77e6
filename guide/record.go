package guide

import (
	"slices"
	"time"

	"catcow/history"
	"catcow/session"
)

// Log is where sessions are written down: a [history.Log]. It does not wait.
type Log interface {
	// Save keeps a session as it is now, in place of what it was before.
	Save(s history.Session)
	// Trouble is what is newly wrong, to be told once; nil for nothing.
	Trouble() error
}

// record is the session as it is written down, and how far it is.
type record struct {
	history.Session

	stage  int             // the first that is not written down
	played []time.Duration // of each stage, as it is written down
	cut    bool            // off by a signal: nobody chose to end, and it can go on
}

// logged reports whether the session is written down: one at another speed than
// that of life never is.
func (g *Guide) logged() bool { return g.o.Log != nil && g.o.Play.Speed == 1 }

// save writes the session down as it is now.
func (g *Guide) save() {
	if !g.logged() || g.record.Started.IsZero() {
		return
	}
	s := g.record.Session
	s.Before, s.After, s.Where = g.answers.before, g.answers.after, g.answers.where
	s.Hurts, s.Stages = slices.Clone(s.Hurts), slices.Clone(s.Stages)
	g.o.Log.Save(s)
}

// saveBegin writes down that the session began.
func (g *Guide) saveBegin(now time.Time) {
	plan := g.player.Plan()
	g.record.Session = history.Session{
		ID: history.NewID(), Routine: plan.Routine.ID, Name: plan.Routine.Name, Started: now, Ended: now,
		Planned: plan.Length(), Poses: len(plan.Routine.Items), PlanStages: len(plan.Stages), Plan: g.recipe(plan),
	}
	g.record.played = make([]time.Duration, len(plan.Stages))
	g.save()
}

// saveStages writes down the stages that are over, and the one that was left to go
// back. What is gone through a second time is written down a second time.
func (g *Guide) saveStages(now time.Time) {
	r := &g.record
	at := g.player.At(now).Index
	if at == r.stage {
		return
	}
	plan, played := g.player.Plan(), g.player.Played(now)
	for i := r.stage; i < max(at, r.stage+1) && i < len(plan.Stages); i++ {
		g.noteStage(plan, i, played[i], now)
	}
	r.stage = at
	g.noteTotals(plan, now)
	g.save()
}

func (g *Guide) noteStage(plan session.Plan, i int, played time.Duration, now time.Time) {
	r, s := &g.record, &plan.Stages[i]
	r.Stages = append(r.Stages, history.Stage{
		Index: i, Kind: string(s.Kind), Pose: s.Ref.Pose, Variant: s.Ref.Variant, Side: string(s.Side),
		Item: s.Item, Set: s.Set, Planned: s.Length, Played: played - r.played[i], At: now,
		Skipped: s.Works() && s.Length-played >= time.Second,
		Last:    i+1 == len(plan.Stages) || plan.Stages[i+1].Item != s.Item,
	})
	r.played[i] = played
}

// noteTotals brings what is written of the whole session up to date.
func (g *Guide) noteTotals(plan session.Plan, now time.Time) {
	r := &g.record
	r.Ended, r.Planned, r.PlanStages, r.Next = now, plan.Length(), len(plan.Stages), r.stage
	r.Plan = g.recipe(plan)
}

// savePlan writes down what was changed of the plan in the middle of a stage.
func (g *Guide) savePlan(now time.Time) {
	g.noteTotals(g.player.Plan(), now)
	g.save()
}

// saveEnd writes down how the session ended.
func (g *Guide) saveEnd(now time.Time, end End) {
	at := g.player.At(now)
	g.saveStages(now)
	plan := g.player.Plan()
	if at.State != session.Finished && at.In > 0 && at.Index < len(plan.Stages) {
		g.noteStage(plan, at.Index, g.player.Played(now)[at.Index], now)
	}
	g.noteTotals(plan, now)
	if !g.record.cut { // and else it can go on
		g.record.End = string(end)
	}
	g.save()
}

// Attach gives a session that has begun already the log and the sound that were
// not there yet.
func (g *Guide) Attach(log Log, out Sound, now time.Time) {
	if g.o.Log == nil {
		g.o.Log = log
	}
	if g.o.Sound == nil {
		g.o.Sound = out
	}
	if g.phase == Leading && g.record.Started.IsZero() {
		g.saveBegin(now)
		return
	}
	g.save()
}
