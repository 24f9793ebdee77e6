package cli

import (
	"time"

	"catcow/session"
)

type cueJSON struct {
	At   float64 `json:"at"`
	Text string  `json:"text"`
}

type stageJSON struct {
	Kind    string    `json:"kind"`
	Pose    string    `json:"pose"`
	Variant string    `json:"variant"`
	Side    string    `json:"side"`
	Set     int       `json:"set"`
	Sets    int       `json:"sets"`
	Reps    int       `json:"reps"`
	Start   float64   `json:"start"`
	Seconds float64   `json:"seconds"`
	Cues    []cueJSON `json:"cues"`
}

type breathJSON struct {
	In  float64 `json:"in"`
	Out float64 `json:"out"`
}

type planJSON struct {
	Routine string      `json:"routine"`
	Seconds float64     `json:"seconds"`
	Level   float64     `json:"level"`
	Breath  breathJSON  `json:"breath"`
	Stages  []stageJSON `json:"stages"`
}

func newPlanJSON(p session.Plan) planJSON {
	out := planJSON{
		Routine: p.Routine.ID, Seconds: seconds(p.Length()), Level: p.Level,
		Breath: breathJSON{seconds(p.Breath.In), seconds(p.Breath.Out)}, Stages: []stageJSON{},
	}
	var start time.Duration
	for i := range p.Stages {
		st := &p.Stages[i]
		j := stageJSON{
			Kind: string(st.Kind), Pose: st.Ref.Pose, Variant: st.Ref.Variant, Side: string(st.Side),
			Set: st.Set, Sets: st.Sets, Reps: st.Reps, Start: seconds(start), Seconds: seconds(st.Length),
			Cues: []cueJSON{},
		}
		for _, c := range st.Cues {
			j.Cues = append(j.Cues, cueJSON{seconds(c.At), c.Text})
		}
		out.Stages = append(out.Stages, j)
		start += st.Length
	}
	return out
}
