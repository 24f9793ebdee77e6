package tui

import (
	"time"

	"catcow/history"
	"catcow/session"
)

// logged is how far the session is written down.
type logged struct {
	session history.Session // as it is written down; it has no ID where nothing is
	stage   int             // the first that is not
	total   time.Duration   // of the plan, as it is written down
	played  []time.Duration // of each stage, as it is written down
}

// write writes something down, where there is a log.
func (m *model) write(do func(Log)) {
	if m.log != nil && m.o.Play.Speed == 1 {
		do(m.log)
	}
}

func newLogged(s history.Session, plan session.Plan) logged {
	return logged{session: s, total: plan.Length(), played: make([]time.Duration, len(plan.Stages))}
}

// logBegin writes down that the session began.
func (m *model) logBegin(now time.Time) {
	plan := m.player.engine.Plan()
	m.write(func(Log) {
		m.player.logged = newLogged(history.Session{
			ID: history.NewID(), Routine: plan.Routine.ID, Name: plan.Routine.Name, Started: now, Planned: plan.Length(),
			Poses: len(plan.Routine.Items), PlanStages: len(plan.Stages), Plan: m.again(plan),
			Before: m.answers.before, Where: m.answers.where,
		}, plan)
	})
	m.save()
}

// save writes the session down as it is now.
func (m *model) save() {
	if m.player.logged.session.ID != "" {
		m.write(func(l Log) { l.Save(m.player.logged.session) })
	}
}

// logStages writes down the stages that are over.
func (m *model) logStages(now time.Time) {
	g := &m.player.logged
	if g.session.ID == "" {
		return
	}
	at := m.player.engine.At(now).Index
	if at == g.stage {
		return
	}
	m.logTo(now, at)
}

// logTo writes down the stages up to one, or the one that was left to go back.
// What is gone through a second time is written down a second time.
func (m *model) logTo(now time.Time, at int) {
	g := &m.player.logged
	plan, played := m.player.engine.Plan(), m.player.engine.Played(now)
	if total := plan.Length(); total != g.total {
		g.total = total
		g.session.PlanStages, g.session.Planned, g.session.Plan = len(plan.Stages), total, m.again(plan)
	}
	for i := g.stage; i < max(at, g.stage+1) && i < len(plan.Stages); i++ {
		m.logStage(plan, i, played[i], now)
	}
	g.stage, g.session.Next = at, at
	m.save()
}

func (m *model) logStage(plan session.Plan, i int, played time.Duration, now time.Time) {
	g := &m.player.logged
	g.session.Stages = append(g.session.Stages, stageOf(plan, i, played-g.played[i], now))
	g.played[i] = played
}

// stageOf is a stage as the log has it.
func stageOf(plan session.Plan, i int, played time.Duration, now time.Time) history.Stage {
	s := &plan.Stages[i]
	return history.Stage{
		Index: i, Kind: string(s.Kind), Pose: s.Ref.Pose, Variant: s.Ref.Variant, Side: string(s.Side),
		Item: s.Item, Set: s.Set, Planned: s.Length, Played: played, At: now,
		Skipped: s.Works() && s.Length-played >= time.Second,
		Last:    i+1 == len(plan.Stages) || plan.Stages[i+1].Item != s.Item,
	}
}

// logTrouble is what is wrong with the log, said once; "" for nothing new.
func (m *model) logTrouble() string {
	if told := m.told; told != "" {
		m.told = ""
		return told
	}
	if m.log == nil {
		return ""
	}
	if err := m.log.Trouble(); err != nil {
		return err.Error()
	}
	return ""
}

// logEnd writes down how the session ended.
func (m *model) logEnd(now time.Time, end End) {
	g := &m.player.logged
	if g.session.ID == "" {
		return
	}
	at := m.player.engine.At(now)
	m.logStages(now)
	if at.State != session.Finished && at.In > 0 {
		m.logStage(m.player.engine.Plan(), at.Index, m.player.engine.Played(now)[at.Index], now)
	}
	g.session.Ended = now
	if !m.player.cut { // and else it can go on
		g.session.End = ended(end)
	}
	m.save()
}
