package tui

import (
	"context"
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// again is how to compile the plan of a session once more, as the log keeps it.
type again struct {
	Items  []int              `json:"items"` // of the routine, those that were on
	Level  float64            `json:"level"`
	Levels map[string]float64 `json:"levels,omitempty"`
	In     time.Duration      `json:"in"`
	Out    time.Duration      `json:"out"`
	First  session.Side       `json:"first"`
	Pace   int                `json:"pace"`
	Moment time.Duration      `json:"moment"`
}

// again is the plan under way, as the log keeps it.
func (m *model) again(plan session.Plan) string {
	o := plan.Options()
	a := again{Level: o.Level, In: o.Breath.In, Out: o.Breath.Out, First: o.First, Pace: o.Pace, Moment: o.Moment}
	whole, _ := m.lib.Routine(plan.Routine.ID)
	next := 0
	for i := range whole.Items {
		if next < len(plan.Routine.Items) && whole.Items[i].Ref == plan.Routine.Items[next].Ref {
			a.Items = append(a.Items, i)
			next++
		}
	}
	for _, item := range plan.Routine.Items {
		if level, ok := o.Levels[item.Ref.Pose]; ok {
			if a.Levels == nil {
				a.Levels = map[string]float64{}
			}
			a.Levels[item.Ref.Pose] = level
		}
	}
	text, err := json.Marshal(a)
	if err != nil {
		return ""
	}
	return string(text)
}

// plan compiles the plan of a session once more. It is none where the routine is
// gone, or is no longer the same.
func (m *model) planAgain(s history.Session) (session.Plan, bool) {
	var a again
	r, err := m.lib.Routine(s.Routine)
	if err != nil || r.ID != s.Routine || json.Unmarshal([]byte(s.Plan), &a) != nil {
		return session.Plan{}, false
	}
	on := make(map[int]bool, len(a.Items))
	for _, i := range a.Items {
		on[i] = true
	}
	r = r.Pick(func(i int, _ content.Item) bool { return on[i] })
	o := m.o.Session
	o.Level, o.Levels, o.First, o.Pace, o.Moment = a.Level, a.Levels, a.First, a.Pace, a.Moment
	o.Breath = session.Breath{In: a.In, Out: a.Out}
	plan := session.Compile(r, o)
	return plan, len(plan.Stages) == s.PlanStages && s.Next < len(plan.Stages)
}

// canResume reports whether the session that was cut off can go on.
func (m *model) canResume() bool {
	_, ok := m.planAgain(*m.past.Unfinished)
	return ok
}

// resumedMsg brings the session that goes on.
type resumedMsg struct {
	session history.Session
	err     error
}

// resume takes the session that was cut off over from the log.
func (m *model) resume() tea.Cmd {
	log, id := m.log, m.past.Unfinished.ID
	return func() tea.Msg {
		s, err := log.Resume(context.Background(), id)
		return resumedMsg{s, err}
	}
}

// resumed goes on with it, paused: the person has to get down first.
func (m *model) resumed(msg resumedMsg) {
	m.past.Unfinished = nil
	plan, ok := session.Plan{}, false
	if msg.err == nil {
		plan, ok = m.planAgain(msg.session)
	}
	if !ok {
		m.told = noResumeText
		return
	}
	now := m.now()
	played := make([]time.Duration, len(plan.Stages))
	for _, s := range msg.session.Stages {
		if s.Index >= 0 && s.Index < len(played) {
			played[s.Index] += s.Played
		}
	}
	m.start(plan)
	e := m.player.engine
	e.Restore(now, plan.Entry(msg.session.Next), played)
	m.answers = answers{before: msg.session.Before, where: msg.session.Where}
	m.player.logged = newLogged(msg.session, plan)
	m.player.logged.stage, m.player.logged.played = e.At(now).Index, e.Played(now)
	m.player.hearing.last = now
}
