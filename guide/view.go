package guide

import (
	"time"

	"catcow/content"
	"catcow/session"
)

// Reason is why the clock stands.
type Reason int

// The reasons.
const (
	NoReason Reason = iota
	Pressed         // the pause key
	Slept           // nothing was seen of time for too long
	Shelled         // the person went to the shell
	Easing          // into a gentler way
	Resumed         // a session that was cut off goes on: the person has to get down first
)

// View is all that there is to draw at one instant.
type View struct {
	Phase Phase
	// At is where the plan is. It is empty before the first pose.
	At session.Snapshot
	// Cue is what to do now: the gentler way where one was chosen, the latest line
	// of the stage elsewhere; "" where nothing is said. Since is how long it has
	// stood, and Until how long it will in all.
	Cue          string
	Since, Until time.Duration
	Eased        bool   // Cue is a gentler way
	Way          string // the gentler way in which the pose in work is done; "" for none
	Stands       Reason
	Question     *Question // the open one; nil for none
	Hurt         *Hurt     // what is offered as something hurts; nil for nothing
	Ending       bool      // whether to end here is being asked
	// Reply is what the latest action did; Trouble is what is wrong with the sound
	// or the log. Both go away by themselves.
	Reply, Trouble string
	Flash          bool // the screen is to be flashed
	// Said is what came to be said since the last view, in its order: all that a
	// voice would say, whether there is one or not.
	Said []string
}

// Plan is the plan as it is now, with what was made longer or shorter.
func (g *Guide) Plan() session.Plan {
	if g.player == nil {
		return session.Plan{}
	}
	return g.player.Plan()
}

// Speed is how much plan time passes in a second.
func (g *Guide) Speed() float64 { return g.o.Play.Speed }

// Routine is the routine that is led through.
func (g *Guide) Routine() content.Routine { return g.o.Routine }

// Started reports whether the way through the poses has begun.
func (g *Guide) Started() bool { return g.player != nil }

// look takes the view of an instant.
func (g *Guide) look(now time.Time) {
	v := View{
		Phase: g.phase, Stands: g.stands, Hurt: g.hurt, Ending: g.ending,
		Flash: now.Before(g.voice.flash), Said: g.lines,
	}
	g.lines = nil
	v.Reply, v.Trouble = g.notices.at(now)
	if len(g.questions) > 0 {
		v.Question = g.questions[0]
	}
	if g.player != nil {
		v.At = g.player.At(now)
		if v.At.State != session.Paused {
			v.Stands = NoReason
		} else if v.Stands == NoReason {
			v.Stands = Pressed
		}
		g.cue(&v)
		v.Way = g.eased.text
		if way := g.wayOf(v.At); v.Way == "" && v.At.Stage.Works() && way != "" {
			v.Way = g.named(v.At, way)
		}
	}
	g.keepAwake(v.At.State)
	g.view, g.looked = v, now
}

// cue fills in what to do now.
func (g *Guide) cue(v *View) {
	at := &v.At
	cues := at.Stage.Cues
	if way, from := g.easedNow(at); way != "" {
		v.Cue, v.Eased, v.Since, v.Until = way, true, at.In-from, at.Stage.Length-from
		return
	}
	for i := at.Cue; i >= 0; i-- {
		if at.Stage.Works() && cues[i].Breath != session.NoPhase {
			continue // the words of a breath stand with the breath
		}
		end := at.Stage.Length
		if i+1 < len(cues) {
			end = cues[i+1].At
		}
		v.Cue, v.Since, v.Until = cues[i].Text, at.In-cues[i].At, end-cues[i].At
		return
	}
}

// named puts the side in work into a line; where it changes with every repetition, and none
// is under way, the one that begins.
func (g *Guide) named(at session.Snapshot, line string) string {
	side := at.Side
	if side == session.NoSide {
		side = g.player.Plan().Options.First
	}
	if at.Stage.Kind == session.Switch { // the pose comes on the other side now
		side = side.Other()
	}
	return content.FillSide(line, string(side), string(side.Other()))
}

// easedNow is the gentler way where that is what to do now, and since when it is: from
// where it was chosen, or the pose begins, up to the next line that belongs to no breath.
func (g *Guide) easedNow(at *session.Snapshot) (way string, from time.Duration) {
	here := g.eased.stage == at.Index
	if way := g.eased; way.text != "" && here && way.cue == at.Cue {
		return way.text, way.in
	}
	if !at.Stage.Works() || g.wayOf(*at) == "" {
		return "", 0
	}
	if here {
		from = g.eased.in
	}
	for _, c := range at.Stage.Cues {
		if c.Breath == session.NoPhase && c.At > from && c.At <= at.In {
			return "", 0
		}
	}
	return g.named(*at, g.wayOf(*at)), from
}

// Wait is how long nothing changes by itself from an instant on; 0 for ever. What
// moves on the way, the figure and the breath, is the front end's to know.
func (g *Guide) Wait(now time.Time) time.Duration {
	wait := time.Duration(0)
	sooner := func(d time.Duration) {
		if d > 0 && (wait == 0 || d < wait) {
			wait = d
		}
	}
	if g.phase == Leading && g.view.At.State == session.Playing {
		sooner(max(g.looked.Add(g.view.At.UntilChange).Sub(now), time.Millisecond))
		if g.voice.soon {
			sooner(time.Millisecond)
		}
	}
	if len(g.questions) > 0 && !g.questions[0].closes.IsZero() {
		sooner(max(g.questions[0].closes.Sub(now), time.Millisecond))
	}
	sooner(g.voice.flash.Sub(now))
	if g.voice.quiet != nil {
		sooner(max(g.voice.quietAt.Sub(now), time.Millisecond))
	}
	sooner(g.notices.wait(now))
	return wait
}
