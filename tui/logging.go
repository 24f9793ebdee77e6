package tui

import (
	"time"

	"catcow/history"
	"catcow/session"
)

// logged is how far the session is written down.
type logged struct {
	id     string          // "" where nothing is
	stage  int             // the first that is not
	total  time.Duration   // of the plan, as it is written down
	played []time.Duration // of each stage, as it is written down
}

// write writes something down, where there is a log.
func (m *model) write(do func(Log)) {
	if m.log != nil && m.o.Play.Speed == 1 {
		do(m.log)
	}
}

func newLogged(id string, plan session.Plan) logged {
	return logged{id: id, total: plan.Length(), played: make([]time.Duration, len(plan.Stages))}
}

// logBegin writes down that the session began.
func (m *model) logBegin(now time.Time) {
	plan := m.player.engine.Plan()
	m.write(func(l Log) {
		s := l.Begin(history.Session{
			Routine: plan.Routine.ID, Name: plan.Routine.Name, Started: now, Planned: plan.Length(),
			Poses: len(plan.Routine.Items), Stages: len(plan.Stages), Again: m.again(plan),
			Before: m.answers.before, Where: m.answers.where,
		})
		m.player.logged = newLogged(s.ID, plan)
	})
}

// logStages writes down the stages that are over.
func (m *model) logStages(now time.Time) {
	g := &m.player.logged
	if g.id == "" {
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
		m.write(func(l Log) { l.Update(g.id, len(plan.Stages), total, m.again(plan)) })
	}
	for i := g.stage; i < max(at, g.stage+1) && i < len(plan.Stages); i++ {
		m.logStage(plan, i, played[i], now)
	}
	g.stage = at
}

func (m *model) logStage(plan session.Plan, i int, played time.Duration, now time.Time) {
	g := &m.player.logged
	s := stageOf(plan, i, played-g.played[i], now)
	g.played[i] = played
	m.write(func(l Log) { l.Stage(g.id, s) })
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
	if g.id == "" {
		return
	}
	at := m.player.engine.At(now)
	m.logStages(now)
	if at.State != session.Finished && at.In > 0 {
		m.logStage(m.player.engine.Plan(), at.Index, m.player.engine.Played(now)[at.Index], now)
	}
	if !m.player.cut { // and else it can go on
		m.write(func(l Log) { l.Finish(g.id, ended(end)) })
	}
}
