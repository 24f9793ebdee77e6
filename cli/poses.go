package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"catcow/content"
)

type cautionJSON struct {
	With  string `json:"with"`
	Say   string `json:"say"`
	Leave bool   `json:"leave"`
}

// conditionJSON is a condition that concerns a pose, and what that rests on.
type conditionJSON struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Sources []string `json:"sources"`
}

type variantJSON struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Steps []string `json:"steps"`
}

type poseJSON struct {
	ID        string          `json:"id"`
	Name      string          `json:"name"`
	Sanskrit  string          `json:"sanskrit"`
	Position  string          `json:"position"`
	Regions   []string        `json:"regions"`
	Sides     string          `json:"sides"`
	Props     []string        `json:"props"`
	Direction []string        `json:"direction"`
	Load      []string        `json:"load"`
	Inverted  bool            `json:"inverted"`
	Why       string          `json:"why"`
	Feel      string          `json:"feel"`
	Steps     []string        `json:"steps"`
	During    []string        `json:"during"`
	Inhale    string          `json:"inhale"`
	Exhale    string          `json:"exhale"`
	Ease      []string        `json:"ease"`
	Release   string          `json:"release"`
	Again     []string        `json:"again"`
	Rise      string          `json:"rise"`
	Also      []string        `json:"also"`
	Avoid     []cautionJSON   `json:"avoid"`
	Dose      string          `json:"dose"`
	Sources   []string        `json:"sources"` // with address and day
	Concerns  []conditionJSON `json:"conditions"`
	Reviewed  string          `json:"reviewed"`
	Variants  []variantJSON   `json:"variants"`
	Figure    bool            `json:"figure"`
	Builtin   bool            `json:"builtin"`
	File      string          `json:"file"`
	LeftOut   []string        `json:"left_out"` // why it does not suit the person
	Hidden    bool            `json:"hidden"`   // by the settings
}

// newPoseJSON is a pose as it is told to a person with these conditions.
func newPoseJSON(lib *content.Library, p content.Pose, conditions []string) poseJSON {
	left := content.ReasonTexts(p.Against(conditions))
	p = p.For(conditions)
	out := poseJSON{
		ID: p.ID, Name: p.Name, Sanskrit: p.Sanskrit, Position: string(p.Position), Regions: list(p.Regions),
		Sides: string(p.Sides), Props: texts(p.Props), Direction: list(p.Direction), Load: list(p.Strains),
		Inverted: p.Inverted, Why: p.Why, Feel: p.Feel, Steps: list(p.Steps), During: list(p.During),
		Inhale: p.Inhale, Exhale: p.Exhale, Ease: list(p.Ease), Release: p.Release,
		Again: list(p.Again), Rise: p.Rise, Also: list(p.Aliases), Avoid: []cautionJSON{}, Concerns: []conditionJSON{},
		Dose: p.Dose.String(), Sources: sourcesText(p.Source), Reviewed: date(p.Reviewed), Variants: []variantJSON{},
		Figure: p.HasFigure(), Builtin: p.Builtin, File: p.File, LeftOut: left,
	}
	for _, c := range p.Cautions(content.ConditionIDs()) {
		out.Avoid = append(out.Avoid, cautionJSON{c.With, c.Say, c.Leave})
	}
	for _, id := range p.Concerns(content.ConditionIDs()) {
		out.Concerns = append(out.Concerns, conditionJSON{id, content.ConditionName(id), sourcesText(lib.ConditionSources(id))})
	}
	for _, v := range p.Variants {
		out.Variants = append(out.Variants, variantJSON{v.ID, v.Name, list(v.Steps)})
	}
	return out
}

func (a *app) posesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "poses",
		Short: "list the poses",
		Long:  "List the poses, but for those that the settings hide.",
	}
	all := allFlag(c)
	asJSON := jsonFlag(c)
	c.RunE = func(*cobra.Command, []string) error { return a.poses(*all, *asJSON) }
	return c
}

func (a *app) poses(all, asJSON bool) error {
	cfg, _ := a.settings()
	lib, _ := a.library()
	poses := lib.Poses()
	if all {
		poses = lib.AllPoses()
	}
	if asJSON {
		out := []poseJSON{}
		for i := range poses {
			p, _ := poses[i].As("")
			j := newPoseJSON(lib, p, cfg.Profile.Avoid)
			j.Hidden = lib.IsHidden(p.ID)
			out = append(out, j)
		}
		return a.json(out)
	}
	t := table{lead: 1}
	t.add("id", "name", "position", "sides", "dose", "")
	for i := range poses {
		p := &poses[i]
		left := ""
		if why := p.Against(cfg.Profile.Avoid); len(why) > 0 {
			left = "left out for you: " + strings.Join(content.ReasonTexts(why), "; ")
		}
		if lib.IsHidden(p.ID) {
			left = strings.TrimPrefix(left+"; hidden", "; ")
		}
		t.add(p.ID, p.Name, string(p.Position), string(p.Sides), p.Dose.String(), left)
	}
	t.print(a.out, a.Width)
	return nil
}
