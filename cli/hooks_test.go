package cli

import (
	"encoding/json"
	"testing"
	"time"

	"catcow/history"
	"catcow/hook"
)

// A hook gets what log --json says of the session, and the stage that is over.
func TestWhatAHookGets(t *testing.T) {
	began := time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC)
	s := history.Session{
		ID: "a", Routine: "desk-break", Name: "Desk Break", Started: began, Ended: began, Planned: 5 * time.Minute, Poses: 4, PlanStages: 20,
		Stages: []history.Stage{
			{Index: 0, Kind: "transition", Pose: "neck-flexion", Set: 1, Played: 5 * time.Second, At: began},
			{Index: 1, Kind: "hold", Pose: "neck-flexion", Side: "left", Set: 2, Played: 20 * time.Second, At: began},
		},
	}
	for event, stage := range map[hook.Event]bool{hook.Start: false, hook.Stage: true, hook.End: false} {
		text, err := encodeHook(event, s)
		if err != nil {
			t.Fatal(err)
		}
		var got struct {
			Event, ID, Routine string
			Played             float64
			Stage              *hookStageJSON
		}
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		if got.Event != string(event) || got.ID != "a" || got.Routine != "desk-break" || got.Played != 25 || (got.Stage != nil) != stage {
			t.Errorf("%s: %s", event, text)
		}
		if stage && (got.Stage.Kind != "hold" || got.Stage.Side != "left" || got.Stage.Set != 2 || got.Stage.Played != 20) {
			t.Errorf("%s", text)
		}
	}
}
