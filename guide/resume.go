package guide

import (
	"encoding/json"
	"errors"
	"slices"
	"time"

	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// recipe is how to compile the plan of a session once more, as the log keeps it.
type recipe struct {
	Items  []int              `json:"items"` // of the routine, those that were on
	Level  float64            `json:"level"`
	Levels map[string]float64 `json:"levels,omitempty"`
	In     time.Duration      `json:"in"`
	Out    time.Duration      `json:"out"`
	First  session.Side       `json:"first"`
	Pace   int                `json:"pace"`
	Moment time.Duration      `json:"moment"`
	Opens  string             `json:"opens,omitempty"`
	Poses  []recipePose       `json:"poses,omitempty"` // those of the plan, with the doses they have in it
	Eased  map[int]string     `json:"eased,omitempty"` // the gentler ways of items
	// Lengths is that of the stages that are the work of the pose under way, from where we are on.
	Lengths map[int]time.Duration `json:"lengths,omitempty"`
}

// recipePose is a pose of a plan, as files name it.
type recipePose struct {
	Pose string `json:"pose"`
	Dose string `json:"dose"`
	Then string `json:"then,omitempty"`
}

// recipe is that of the plan under way.
func (g *Guide) recipe(plan session.Plan) string {
	o := plan.Options
	a := recipe{
		Items: g.o.Items, Level: o.Level, In: o.Breath.In, Out: o.Breath.Out, First: o.First, Pace: o.Pace, Moment: o.Moment, Opens: o.Opening,
		Eased: plan.Eased,
	}
	for _, item := range plan.Routine.Items {
		a.Poses = append(a.Poses, recipeOf(item))
		if level, ok := o.Levels[item.Ref.Pose]; ok {
			if a.Levels == nil {
				a.Levels = map[string]float64{}
			}
			a.Levels[item.Ref.Pose] = level
		}
	}
	a.Lengths = workLengths(plan, g.record.stage)
	text, err := json.Marshal(a)
	if err != nil {
		return ""
	}
	return string(text)
}

func recipeOf(item content.Item) recipePose {
	p := recipePose{Pose: item.Ref.String(), Dose: item.Dose.String()}
	if item.Then != nil {
		p.Then = content.Ref{Pose: item.Then.ID, Variant: item.Then.Variant.ID}.String()
	}
	return p
}

// workLengths is how long the holds and repetitions of the pose of a stage are, from there on.
func workLengths(plan session.Plan, from int) map[int]time.Duration {
	lengths := map[int]time.Duration{}
	for i := from; i < len(plan.Stages) && plan.Stages[i].Item == plan.Stages[from].Item; i++ {
		if plan.Stages[i].Works() {
			lengths[i] = plan.Stages[i].Length
		}
	}
	return lengths
}

// errGone says that the routine of a session is no longer there, or no longer the
// same.
var errGone = errors.New("that session cannot go on: its routine has changed; it is kept as it was")

// Recompile compiles the plan of a session in the log once more, from what else
// the options say. It is an error where the routine is gone, or no longer the same.
func Recompile(lib *content.Library, s history.Session, o session.Options) (session.Plan, []int, error) {
	var a recipe
	if json.Unmarshal([]byte(s.Plan), &a) != nil {
		return session.Plan{}, nil, errGone
	}
	r, ok := a.routine(lib, s)
	if !ok {
		return session.Plan{}, nil, errGone
	}
	o.Level, o.Levels, o.First, o.Pace, o.Moment, o.Opening = a.Level, a.Levels, a.First, a.Pace, a.Moment, a.Opens
	o.Breath = session.Breath{In: a.In, Out: a.Out}
	plan := session.Compile(r, o)
	if len(plan.Stages) != s.PlanStages || s.Next >= len(plan.Stages) {
		return session.Plan{}, nil, errGone
	}
	return plan, a.Items, nil
}

// routine is the one of the session: the library's, or one made for that day out of
// its poses.
func (a recipe) routine(lib *content.Library, s history.Session) (content.Routine, bool) {
	r, err := lib.Routine(s.Routine)
	if p, poseErr := lib.Pose(s.Routine); (err != nil || r.ID != s.Routine) && poseErr == nil {
		r, err = content.Alone(p), nil
	}
	isThere := err == nil && r.ID == s.Routine
	if isThere {
		on := make(map[int]bool, len(a.Items))
		for _, i := range a.Items {
			on[i] = true
		}
		r = r.Pick(func(i int, _ content.Item) bool { return on[i] })
	}
	if isThere && (len(a.Poses) == 0 || a.isOf(r)) {
		return r, true
	}
	items := make([]content.Item, len(a.Poses))
	for i, p := range a.Poses {
		if items[i], err = p.item(lib); err != nil {
			return r, false
		}
	}
	return content.Routine{ID: s.Routine, Name: s.Name, Regions: r.Regions, Source: r.Source, Items: items}, len(items) > 0
}

// isOf reports whether the poses are those of a routine, with its doses and rests.
func (a recipe) isOf(r content.Routine) bool {
	return slices.EqualFunc(a.Poses, r.Items, func(p recipePose, item content.Item) bool { return p == recipeOf(item) })
}

func (p recipePose) item(lib *content.Library) (content.Item, error) {
	pose, err := lib.Pose(p.Pose)
	if err != nil {
		return content.Item{}, err
	}
	dose, err := content.ParseDose(p.Dose)
	if err != nil {
		return content.Item{}, err
	}
	item := content.Item{Ref: content.ParseRef(p.Pose), Pose: pose, Dose: dose}
	if p.Then != "" {
		then, err := lib.Pose(p.Then)
		if err != nil {
			return item, err
		}
		item.Then = &then
	}
	return item, nil
}

// Resume goes on with a session of the log, whose plan is compiled once more. Time
// waits: the person has to get down first.
func Resume(o Options, plan session.Plan, s history.Session, now time.Time) *Guide {
	played, lengths := make([]time.Duration, len(plan.Stages)), make([]time.Duration, len(plan.Stages))
	for _, stage := range s.Stages {
		if stage.Index >= 0 && stage.Index < len(played) {
			played[stage.Index] += stage.Played
			lengths[stage.Index] = stage.Planned
		}
	}
	var kept recipe
	_ = json.Unmarshal([]byte(s.Plan), &kept) // the plan was compiled from it
	for i, length := range kept.Lengths {
		if i >= s.Next && i < len(lengths) {
			lengths[i] = length
		}
	}
	o.Routine = plan.Routine
	g := &Guide{o: o, answers: answers{before: s.Before, where: s.Where, leg: s.Leg}}
	g.measured = o.Sound == nil || !isUnmeasured(o.Sound.State())
	g.lead(plan)
	g.player.Restore(now, s.Next, played, lengths)
	for item, way := range kept.Eased {
		g.player.Ease(now, item, way)
	}
	// A way out that is not gone once more is over.
	g.record = record{Session: s, stage: min(s.Next, g.player.At(now).Index), played: g.player.Played(now)}
	g.record.End = ""
	g.player.Pause(now)
	g.stands, g.voice.last = Resumed, now
	g.speakNow(now, g.player.At(now).Stage.Cues[0].Text, whenReadyText) // where that is
	g.look(now)
	return g
}
