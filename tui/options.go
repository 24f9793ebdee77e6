package tui

import (
	"slices"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/guide"
	"catcow/session"
)

// What follows from what the person has said and from what earlier sessions left, for
// the screens and line by line alike.

// Avoids is the conditions that a person has named: in the settings, or when asked.
func (o *Options) Avoids() []string { return o.Profile.With(o.State.Profile).Avoid }

// Props is what a person has at hand: all of it while nobody has said anything.
func (o *Options) Props() []string {
	p := o.Profile.With(o.State.Profile)
	if p.Props == nil {
		return content.Props()
	}
	return p.Props
}

// IsIntroduced reports whether the person has said anything about themselves.
func (o *Options) IsIntroduced() bool { return o.Profile.Set || o.State.Profile.Set }

// Cautions is those of a pose that go for this person; all of them while nobody has said
// anything.
func (o *Options) Cautions(p content.Pose) []content.Caution {
	if o.IsIntroduced() {
		return p.Cautions(o.Avoids())
	}
	return p.Cautions(content.ConditionIDs())
}

// Concerns is what to think of before what suits this person of a routine: what is not at
// hand, and what hurt in one of the last sessions.
func (o *Options) Concerns(past *Past, r content.Routine) []string {
	var all []string
	if missing := r.Missing(o.Props()); len(missing) > 0 {
		all = append(all, "not at hand: "+content.PropsText(missing))
	}
	for i := range r.Items {
		if p := r.Items[i].Pose; slices.Contains(past.Hurt, p.ID) {
			all = append(all, hurtLatelyText(p.Name))
		}
	}
	return all
}

// IsUnread reports whether the safety page has to be read before anything else.
func (o *Options) IsUnread(page content.Safety) bool {
	return page.Version != "" && (o.State.Due || o.State.Safety.Version != page.Version)
}

// IsListed reports whether a routine is one to choose from, and no pose alone or session for
// today.
func IsListed(lib *content.Library, r content.Routine) bool {
	found, err := lib.Routine(r.ID)
	return err == nil && found.ID == r.ID
}

// Compiling is how a routine is compiled now: for this person, and no faster than the
// voice speaks.
func (o *Options) Compiling(past *Past) session.Options {
	c := o.Session
	c.Conditions, c.Familiar = o.Avoids(), past.Familiar
	return guide.Paced(c, o.Sound)
}

// Guiding is what a session of those items of a routine is led with, as far as it does
// not depend on who shows it.
func (o *Options) Guiding(lib *content.Library, past *Past, r content.Routine, items []int, now time.Time) guide.Options {
	g := guide.Options{
		Routine: r, Items: items, Session: o.Compiling(past), Play: o.Play,
		CheckIn: o.CheckIn, Where: config.IsDue(o.State.Asked.Where, now), Gentler: guide.Gentler(lib, o.Avoids()),
		Sound: o.Sound, Say: o.Say, Tone: o.Tone, SoundState: o.State.Sound, Adapts: o.Auto, Awake: o.Awake,
	}
	if past.Log != nil {
		g.Log = past.Log
	}
	return g
}

// ResultOf is what became of a session.
func ResultOf(g *guide.Guide, now time.Time) Result {
	s := g.Summary(now)
	return Result{End: s.End, Routine: g.Routine().Name, Poses: len(s.Outcomes), Done: s.Done, Played: s.Played}
}
