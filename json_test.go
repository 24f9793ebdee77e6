package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"strings"
	"testing"

	"catcow/content"
)

// The shapes that other people's programs rely on, written down a second time:
// the same keys in the same order.
type (
	routineShape struct {
		ID      string   `json:"id"`
		Name    string   `json:"name"`
		Summary string   `json:"summary"`
		Place   string   `json:"place"`
		Props   []string `json:"props"`
		Regions []string `json:"regions"`
		Sources []string `json:"sources"`
		Seconds float64  `json:"seconds"`
		Items   []struct {
			Pose    string `json:"pose"`
			Variant string `json:"variant"`
			Dose    string `json:"dose"`
			Then    string `json:"then,omitempty"`
		} `json:"items"`
		Builtin bool   `json:"builtin"`
		File    string `json:"file"`
		LeftOut []struct {
			Pose string   `json:"pose"`
			Rest bool     `json:"rest"`
			Why  []string `json:"why"`
		} `json:"left_out"`
		Hidden bool `json:"hidden"`
	}
	poseShape struct {
		ID        string   `json:"id"`
		Name      string   `json:"name"`
		Sanskrit  string   `json:"sanskrit"`
		Position  string   `json:"position"`
		Regions   []string `json:"regions"`
		Sides     string   `json:"sides"`
		Props     []string `json:"props"`
		Direction []string `json:"direction"`
		Load      []string `json:"load"`
		Inverted  bool     `json:"inverted"`
		Why       string   `json:"why"`
		Feel      string   `json:"feel"`
		Steps     []string `json:"steps"`
		During    []string `json:"during"`
		Inhale    string   `json:"inhale"`
		Exhale    string   `json:"exhale"`
		Ease      []string `json:"ease"`
		Release   string   `json:"release"`
		Again     []string `json:"again"`
		Rise      string   `json:"rise"`
		Also      []string `json:"also"`
		Avoid     []struct {
			With  string `json:"with"`
			Say   string `json:"say"`
			Leave bool   `json:"leave"`
		} `json:"avoid"`
		Dose     string   `json:"dose"`
		Sources  []string `json:"sources"`
		Concerns []struct {
			ID      string   `json:"id"`
			Name    string   `json:"name"`
			Sources []string `json:"sources"`
		} `json:"conditions"`
		Reviewed string `json:"reviewed"`
		Variants []struct {
			ID    string   `json:"id"`
			Name  string   `json:"name"`
			Steps []string `json:"steps"`
		} `json:"variants"`
		Figure  bool     `json:"figure"`
		Builtin bool     `json:"builtin"`
		File    string   `json:"file"`
		LeftOut []string `json:"left_out"`
		Hidden  bool     `json:"hidden"`
	}
	planShape struct {
		Routine string  `json:"routine"`
		Seconds float64 `json:"seconds"`
		Level   float64 `json:"level"`
		Breath  struct {
			In  float64 `json:"in"`
			Out float64 `json:"out"`
		} `json:"breath"`
		Stages  []stageShape `json:"stages"`
		Changes []string     `json:"changes"`
	}
	stageShape struct {
		Kind    string  `json:"kind"`
		Pose    string  `json:"pose"`
		Variant string  `json:"variant"`
		Side    string  `json:"side"`
		Set     int     `json:"set"`
		Sets    int     `json:"sets"`
		Reps    int     `json:"reps"`
		Start   float64 `json:"start"`
		Seconds float64 `json:"seconds"`
		Cues    []struct {
			At   float64 `json:"at"`
			Text string  `json:"text"`
		} `json:"cues"`
	}
)

// ask runs the program and reads its answer. That the answer, written again in
// the shape, is the same to the byte means: no key more, none fewer, none null,
// all in order, indented by two, and nothing escaped for the web.
func ask[T any](t *testing.T, home string, args ...string) T {
	t.Helper()
	cmd := exec.Command("catcow", append(args, "--json")...)
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "XDG_STATE_HOME="+home)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("catcow %v: %v", args, err)
	}
	var v T
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		t.Fatalf("catcow %v: %v", args, err)
	}
	var again bytes.Buffer
	e := json.NewEncoder(&again)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out, again.Bytes()) {
		t.Errorf("catcow %v: not the shape:\n%s\nwant\n%s", args, out, again.Bytes())
	}
	if bytes.Contains(out, []byte("null")) {
		t.Errorf("catcow %v: null in the answer", args)
	}
	return v
}

func TestJSONRoutines(t *testing.T) {
	home := t.TempDir()
	all := ask[[]routineShape](t, home, "routines")
	lib, _ := content.Load(content.Builtin())
	if want := len(lib.Routines()); len(all) != want {
		t.Fatalf("%d routines, want %d", len(all), want)
	}
	thens := 0
	for _, r := range all {
		if len(r.Items) == 0 || r.Seconds <= 0 || !r.Builtin || len(r.Sources) == 0 {
			t.Errorf("%s: %+v", r.ID, r)
		}
		for _, item := range r.Items {
			if item.Then != "" {
				thens++
			}
		}
		plan := ask[planShape](t, home, "plan", r.ID)
		if plan.Seconds != r.Seconds || plan.Routine != r.ID {
			t.Errorf("%s: %v s in the list, %v s in the plan of %s", r.ID, r.Seconds, plan.Seconds, plan.Routine)
		}
		one := ask[routineShape](t, home, "show", r.ID)
		if one.ID != r.ID || one.Seconds != r.Seconds {
			t.Errorf("show %s is not the element of the list: %+v", r.ID, one)
		}
	}
	if thens == 0 {
		t.Error(`no item has "then"; restorative should`)
	}
}

func TestJSONPoses(t *testing.T) {
	home := t.TempDir()
	all := ask[[]poseShape](t, home, "poses")
	lib, _ := content.Load(content.Builtin())
	if want := len(lib.Poses()); len(all) != want {
		t.Fatalf("%d poses, want %d", len(all), want)
	}
	placeholders := false
	for _, p := range all {
		if len(p.Steps) == 0 || p.Dose == "" || !p.Builtin || p.Reviewed < "2026-11-20" {
			t.Errorf("%s: %+v", p.ID, p)
		}
		placeholders = placeholders || strings.Contains(strings.Join(p.Steps, ""), "{side}")
		if one := ask[poseShape](t, home, "show", p.ID); one.ID != p.ID || len(one.Steps) != len(p.Steps) {
			t.Errorf("show %s is not the element of the list: %+v", p.ID, one)
		}
	}
	if !placeholders {
		t.Error("no {side} in any step; the JSON should keep them")
	}
	twist := ask[poseShape](t, home, "show", "supine-twist/shifted-hips")
	if len(twist.Variants) != 2 || twist.Steps[2] != twist.Variants[1].Steps[2] {
		t.Errorf("the steps of a variant are not shown: %+v", twist)
	}
}

// stages is the holds and repetitions of a plan.
func (p planShape) stages() (works []stageShape) {
	for _, s := range p.Stages {
		if s.Kind == "hold" || s.Kind == "reps" {
			works = append(works, s)
		}
	}
	return works
}

// TestJSONPlanDoses compares plans with the doses their routine asks for.
func TestJSONPlanDoses(t *testing.T) {
	home := t.TempDir()
	for _, level := range []string{"0", "1"} {
		// 30s x3, 30s x3 each side, 10s x3, 5s x20-30; a breath takes 11 s.
		works := ask[planShape](t, home, "plan", "lower-back", "--level", level).stages()
		if len(works) != 3+6+3+1 {
			t.Fatalf("level %s: %d holds and sets, want 13", level, len(works))
		}
		for i, s := range works[:3] {
			if s.Seconds != 33 || s.Set != i+1 || s.Sets != 3 || s.Side != "" {
				t.Errorf("level %s: %+v, want 33 s in set %d of 3", level, s, i+1)
			}
		}
		for i, s := range works[3:9] {
			if side := []string{"right", "left"}[i/3]; s.Side != side || s.Seconds != 33 || s.Set != i%3+1 {
				t.Errorf("level %s: %+v, want 33 s on the %s in set %d", level, s, side, i%3+1)
			}
		}
		if s := works[9]; s.Seconds != 10 {
			t.Errorf("level %s: %+v, want 10 s", level, s)
		}
		reps := map[string]int{"0": 20, "1": 30}[level]
		if s := works[12]; s.Kind != "reps" || s.Reps != reps || s.Seconds != float64(reps)*(5+11) {
			t.Errorf("level %s: %+v, want %d repetitions of 16 s", level, s, reps)
		}
	}
}

// TestJSONPlanTimes holds the times of a plan together.
func TestJSONPlanTimes(t *testing.T) {
	plan := ask[planShape](t, t.TempDir(), "plan", "restorative", "--level", "0.37", "--breath", "long-exhale")
	if plan.Level != 0.37 || plan.Breath.In != 4.5 || plan.Breath.Out != 6.5 {
		t.Errorf("level %v, breath %v, want 0.37 and 4.5 s in, 6.5 s out", plan.Level, plan.Breath)
	}
	var at float64
	for i, s := range plan.Stages {
		if math.Abs(s.Start-at) > 0.001*float64(i+1) {
			t.Errorf("stage %d starts at %v, but the one before it ends at %v", i, s.Start, at)
		}
		if ms := s.Start * 1000; math.Abs(ms-math.Round(ms)) > 1e-6 {
			t.Errorf("stage %d starts at %v, want whole milliseconds", i, s.Start)
		}
		for _, c := range s.Cues {
			if c.At < 0 || c.At > s.Seconds {
				t.Errorf("stage %d of %v s has a cue at %v", i, s.Seconds, c.At)
			}
		}
		at = s.Start + s.Seconds
	}
	if math.Abs(at-plan.Seconds) > 0.01 {
		t.Errorf("the stages end at %v, the plan at %v", at, plan.Seconds)
	}
}
