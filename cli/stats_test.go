package cli

import (
	"encoding/json"
	"testing"
	"time"

	"catcow/content"
	"catcow/history"
	"catcow/progress"
)

// The shapes that other people's programs rely on, written down a second time.

func TestProgressAsJSON(t *testing.T) {
	pain := 4.5
	for _, c := range []struct {
		progress history.Progress
		want     string
	}{
		{
			history.Progress{},
			`{"weeks":[],"sessions":0,"played":0,"hurt":[],"skipped":[],` +
				`"pain":{"baseline":null,"latest":null,"meaningful":false,"direction":""},` +
				`"peg":{"baseline":null,"latest":null,"meaningful":false,"direction":""},` +
				`"see_someone":false,"goal":{"sessions":3,"minutes":45}}`,
		},
		{
			history.Progress{
				Weeks: []history.Week{{
					Monday: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), Sessions: 2, Played: 90500 * time.Millisecond,
					Days: [7]time.Duration{time.Minute, 6: 30500 * time.Millisecond}, Before: &pain,
				}},
				Sessions: 2, Played: 90500 * time.Millisecond,
				Hurt:       []history.PoseCount{{Pose: "cobra", Count: 3, Sessions: 2}},
				Skipped:    []history.PoseCount{{Pose: "sphinx", Count: 1, Sessions: 1}},
				Pain:       history.Change{Known: true, Baseline: 6, Latest: 4, Direction: history.Better},
				SeeSomeone: true,
			},
			`{"weeks":[{"monday":"2026-11-16","sessions":2,"played":90.5,"days":[60,0,0,0,0,0,30.5],` +
				`"before":4.5,"after":null,"peg":null}],"sessions":2,"played":90.5,` +
				`"hurt":[{"pose":"cobra","count":3,"sessions":2}],"skipped":[{"pose":"sphinx","count":1,"sessions":1}],` +
				`"pain":{"baseline":6,"latest":4,"meaningful":true,"direction":"better"},` +
				`"peg":{"baseline":null,"latest":null,"meaningful":false,"direction":""},` +
				`"see_someone":true,"goal":{"sessions":3,"minutes":45}}`,
		},
	} {
		got, err := json.Marshal(newProgressJSON(c.progress, progress.Goal{Sessions: 3, Minutes: 45}))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

func TestSessionAsJSON(t *testing.T) {
	before, after := 5, 0
	zone := time.FixedZone("NPT", 20700)
	started := time.Date(2026, 11, 20, 7, 30, 0, 5e8, zone)
	for _, c := range []struct {
		session history.Session
		want    string
	}{
		{
			history.Session{
				ID: "01a", Routine: "lower-back", Name: "Lower Back", Started: started, Ended: started.Add(17 * time.Minute),
				End: history.Finished, Played: 61500 * time.Millisecond, Planned: 18 * time.Minute, Poses: 4, Done: 3,
				PlanStages: 40, Next: 40, Plan: "secret", Before: &before, After: &after, Where: []string{"hips"}, Leg: true,
			},
			`{"id":"01a","routine":"lower-back","name":"Lower Back","started":"2026-11-20T07:30:00+05:45",` +
				`"ended":"2026-11-20T07:47:00+05:45","end":"finished","played":61.5,"planned":1080,"poses":4,"done":3,` +
				`"before":5,"after":0,"where":["hips"],"leg":true}`,
		},
		{
			history.Session{ID: "01b", Started: started.UTC(), Ended: started.UTC()},
			`{"id":"01b","routine":"","name":"","started":"2026-11-20T01:45:00Z","ended":"2026-11-20T01:45:00Z","end":"",` +
				`"played":0,"planned":0,"poses":0,"done":0,"before":null,"after":null,"where":[],"leg":false}`,
		},
	} {
		got, err := json.Marshal(newSessionJSON(&c.session))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

func TestPoseName(t *testing.T) {
	lib, _ := content.Load(content.Builtin())
	name := poseName(lib)
	if got := name("cat-cow"); got != "Cat-Cow" {
		t.Errorf("cat-cow is %q", got)
	}
	if got := name("gone"); got != "" {
		t.Errorf("what is not there is %q", got)
	}
}
