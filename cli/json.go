package cli

import (
	"encoding/json"
	"math"
	"time"

	"catcow/content"
	"catcow/session"
)

// The JSON shapes. Programs of other people read them: keys are added at the
// end, and none is renamed or taken away.

type itemJSON struct {
	Pose    string `json:"pose"`
	Variant string `json:"variant"`
	Dose    string `json:"dose"`
	Then    string `json:"then,omitempty"`
}

type routineJSON struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Summary string     `json:"summary"`
	Place   string     `json:"place"`
	Props   []string   `json:"props"`
	Regions []string   `json:"regions"`
	Sources []string   `json:"sources"`
	Seconds float64    `json:"seconds"`
	Items   []itemJSON `json:"items"`
	Builtin bool       `json:"builtin"`
	File    string     `json:"file"`
}

func newRoutineJSON(r content.Routine, o session.Options) routineJSON {
	out := routineJSON{
		ID: r.ID, Name: r.Name, Summary: r.Summary, Place: string(r.Place()),
		Props: texts(r.Props()), Regions: list(r.Regions), Sources: texts(r.Source),
		Seconds: seconds(session.Compile(r, o).Length()),
		Items:   []itemJSON{}, Builtin: r.Builtin, File: r.File,
	}
	for i := range r.Items {
		item := &r.Items[i]
		j := itemJSON{Pose: item.Ref.Pose, Variant: item.Ref.Variant, Dose: item.Dose.String()}
		if item.Then != nil {
			j.Then = ref(*item.Then).String()
		}
		out.Items = append(out.Items, j)
	}
	return out
}

type cautionJSON struct {
	With  string `json:"with"`
	Say   string `json:"say"`
	Leave bool   `json:"leave"`
}

type variantJSON struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Steps []string `json:"steps"`
}

type poseJSON struct {
	ID        string        `json:"id"`
	Name      string        `json:"name"`
	Sanskrit  string        `json:"sanskrit"`
	Position  string        `json:"position"`
	Regions   []string      `json:"regions"`
	Sides     string        `json:"sides"`
	Props     []string      `json:"props"`
	Direction []string      `json:"direction"`
	Load      []string      `json:"load"`
	Inverted  bool          `json:"inverted"`
	Why       string        `json:"why"`
	Feel      string        `json:"feel"`
	Steps     []string      `json:"steps"`
	During    []string      `json:"during"`
	Inhale    string        `json:"inhale"`
	Exhale    string        `json:"exhale"`
	Ease      []string      `json:"ease"`
	Release   string        `json:"release"`
	Avoid     []cautionJSON `json:"avoid"`
	Dose      string        `json:"dose"`
	Sources   []string      `json:"sources"`
	Reviewed  string        `json:"reviewed"`
	Variants  []variantJSON `json:"variants"`
	Figure    bool          `json:"figure"`
	Builtin   bool          `json:"builtin"`
	File      string        `json:"file"`
}

func newPoseJSON(p content.Pose) poseJSON {
	out := poseJSON{
		ID: p.ID, Name: p.Name, Sanskrit: p.Sanskrit, Position: string(p.Position), Regions: list(p.Regions),
		Sides: string(p.Sides), Props: texts(p.Props), Direction: list(p.Direction), Load: list(p.Load),
		Inverted: p.Inverted, Why: p.Why, Feel: p.Feel, Steps: list(p.Steps), During: list(p.During),
		Inhale: p.Inhale, Exhale: p.Exhale, Ease: list(p.Ease), Release: p.Release, Avoid: []cautionJSON{},
		Dose: p.Dose.String(), Sources: texts(p.Source), Reviewed: date(p.Reviewed), Variants: []variantJSON{},
		Figure: p.HasFigure(), Builtin: p.Builtin, File: p.File,
	}
	for _, c := range p.Avoid {
		out.Avoid = append(out.Avoid, cautionJSON{c.With, c.Say, c.Leave})
	}
	for _, v := range p.Variants {
		out.Variants = append(out.Variants, variantJSON{v.ID, v.Name, list(v.Steps)})
	}
	return out
}

// json prints a value for programs.
func (a *app) json(v any) error {
	e := json.NewEncoder(a.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// seconds is a time in seconds, to the millisecond.
func seconds(d time.Duration) float64 {
	return math.Round(d.Seconds()*1000) / 1000
}

// list is a list that is never null.
func list[T any](l []T) []T {
	if l == nil {
		return []T{}
	}
	return l
}

func texts[T interface{ String() string }](l []T) []string {
	out := make([]string, len(l))
	for i := range l {
		out[i] = l[i].String()
	}
	return out
}
