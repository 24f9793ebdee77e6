package session

import (
	"math"
	"time"
)

// State is whether time runs.
type State string

// The states of a player.
const (
	Ready    State = "ready"    // not started
	Playing  State = "playing"  // running, or settling before it runs
	Waiting  State = "waiting"  // at the end of a stage, for Next: manual advance
	Paused   State = "paused"   //
	Finished State = "finished" //
)

const (
	// longestGap between two instants while running is taken as sleep: the lid
	// shut, the process stopped.
	longestGap = 3 * time.Second
	// settle is the time between Resume and the clock running.
	settle = 3 * time.Second
	// restartWithin is how far into a stage Back still goes to the one before.
	restartWithin = 2 * time.Second
	// ages is longer than any plan, and can be added to without overflow.
	ages = time.Duration(math.MaxInt64 / 2)
)

// The slowest and the fastest a session can be played.
const (
	SlowestSpeed = 0.25
	FastestSpeed = 600
)

// Settings are how a plan is played.
type Settings struct {
	Speed  float64 // plan time per time; from SlowestSpeed to FastestSpeed
	Manual bool    // every stage waits for Next
}

// Player is where in a plan we are and whether time runs.
type Player struct {
	plan   Plan
	speed  float64
	manual bool
	state  State
	asleep bool // the pause was made by the gap rule

	// The anchor: at the instant mark we were this far into this stage. While
	// settling, mark is in the future.
	stage int
	in    time.Duration
	mark  time.Time
	last  time.Time // the latest instant seen

	played []time.Duration // of each stage

	ledIn int   // the stage that leads in after a stop, 0 for none
	asWas Stage // that stage as the plan has it
}

// NewPlayer is ready to start the plan. A speed that is none becomes 1, one out
// of bounds the nearest bound.
func NewPlayer(p Plan, s Settings) *Player {
	if s.Speed == 0 || math.IsNaN(s.Speed) {
		s.Speed = 1
	}
	stages := make([]Stage, len(p.Stages))
	copy(stages, p.Stages)
	p.Stages, p.Eased = stages, map[int]string{}
	return &Player{
		plan:   p,
		speed:  min(max(s.Speed, SlowestSpeed), FastestSpeed),
		manual: s.Manual,
		state:  Ready,
		played: make([]time.Duration, len(stages)),
	}
}

// Plan is the plan as it is now, with what was made longer, shorter or gentler.
func (p *Player) Plan() Plan { return p.plan }

// Start runs the clock.
func (p *Player) Start(now time.Time) {
	if p.state != Ready {
		return
	}
	now = p.sync(now)
	p.state, p.mark = Playing, now
	p.advance(now)
}

// Tick notes that the program is alive. It must come at least every three
// seconds while playing: after a longer gap the player is paused at the last
// instant it had seen. The instants are those of a clock that goes on while the
// computer sleeps; what a clock on the wall is set to does not matter.
func (p *Player) Tick(now time.Time) { p.sync(now) }

// Pause stops the clock.
func (p *Player) Pause(now time.Time) {
	if now = p.sync(now); p.state == Playing {
		p.advance(now)
		if p.state == Playing {
			p.state = Paused
		}
	}
}

// Resume runs the clock again after three seconds to settle. A stage that waits
// goes on to the next.
func (p *Player) Resume(now time.Time) {
	switch now = p.begin(now); p.state {
	case Ready:
		p.Start(now)
	case Waiting:
		p.Next(now)
	case Paused:
		p.state, p.asleep = Playing, false
		p.mark, p.last = now.Add(settle), now
	case Playing, Finished:
	}
}

// Next goes on to the next stage: from a setup into the hold, from a hold to the
// next set, side or pose.
func (p *Player) Next(now time.Time) {
	now = p.begin(now)
	p.seek(now, p.stage+1)
}

// Back restarts the stage, or goes to the one before within its first two
// seconds.
func (p *Player) Back(now time.Time) {
	now = p.begin(now)
	if p.in <= p.planned(restartWithin) {
		p.seek(now, p.stage-1)
	} else {
		p.seek(now, p.stage)
	}
}

// Skip leaves the pose: out of its holds by its release, and otherwise on to the
// next pose.
func (p *Player) Skip(now time.Time) {
	now = p.begin(now)
	if p.stage >= len(p.plan.Stages) {
		return
	}
	stages, from := p.plan.Stages, p.plan.Stages[p.stage]
	inside := from.Kind != Release && p.entered(from.Item)
	at := p.stage
	for at < len(stages) && stages[at].Item == from.Item {
		if inside && stages[at].Kind == Release && stages[at].Pose == from.Pose {
			break
		}
		at++
	}
	p.seek(now, at)
	if inside && at < len(stages) && stages[at].Kind == Release {
		p.plan.turn(at, from.Side)
	}
}

// entered reports whether a hold of the item has begun before or at the anchor.
func (p *Player) entered(item int) bool {
	for i := p.stage; i >= 0 && p.plan.Stages[i].Item == item; i-- {
		if p.plan.Stages[i].Works() {
			return true
		}
	}
	return false
}

// Jump goes to the beginning of an item of the routine, from 0.
func (p *Player) Jump(now time.Time, item int) {
	now = p.begin(now)
	for i := range p.plan.Stages {
		if p.plan.Stages[i].Item == item {
			p.seek(now, i)
			return
		}
	}
}

// begin is what every operation that moves us begins with.
func (p *Player) begin(now time.Time) time.Time {
	now = p.sync(now)
	p.advance(now)
	return now
}

// seek goes to the beginning of a stage. What is played from there on is fitted
// anew: the breath may have changed since.
func (p *Player) seek(now time.Time, stage int) {
	if p.state == Finished {
		return
	}
	stage = min(max(stage, 0), len(p.plan.Stages))
	if p.ledIn > stage { // one comes to it from the pose before it
		p.plan.Stages[p.ledIn], p.ledIn = p.asWas, 0
	}
	p.redirect(stage)
	p.tellRests(stage)
	p.stage, p.in = stage, 0
	p.turnBack()
	p.layOutEased()
	p.refitFrom(p.stage)
	if p.state == Waiting {
		p.state, p.mark = Playing, now
	}
	if p.state == Playing && now.After(p.mark) {
		p.mark = now
	}
	p.settleEnd()
}

// settleEnd makes the end of the plan the end of the session.
func (p *Player) settleEnd() {
	if p.stage >= len(p.plan.Stages) && p.state != Ready {
		p.state = Finished
	}
}

// sync keeps instants from going back and applies the gap rule. It gives the
// instant to use.
func (p *Player) sync(now time.Time) time.Time {
	if now.Before(p.last) {
		return p.last
	}
	if p.state == Playing && now.Sub(p.last) > longestGap {
		p.advance(p.last)
		if p.state == Playing {
			p.state, p.asleep = Paused, true
		}
	}
	p.last = now
	return now
}

// planned is how much plan time passes in d.
func (p *Player) planned(d time.Duration) time.Duration {
	if p.speed == 1 {
		return min(d, ages)
	}
	return time.Duration(min(float64(d)*p.speed, float64(ages)))
}

// advance moves the anchor to now, and notes what was played on the way.
func (p *Player) advance(now time.Time) {
	if p.state != Playing {
		return
	}
	stage, in := p.position(now)
	for p.stage < stage {
		p.played[p.stage] += p.plan.Stages[p.stage].Length - p.in
		p.stage, p.in = p.stage+1, 0
	}
	if p.stage < len(p.played) {
		p.played[p.stage] += in - p.in
		p.in = in
	}
	if now.After(p.mark) {
		p.mark = now
	}
	if p.settleEnd(); p.state == Playing && p.manual && p.in >= p.plan.Stages[p.stage].Length {
		p.state = Waiting
	}
}

// position is the stage at an instant, and how far into it.
func (p *Player) position(now time.Time) (stage int, in time.Duration) {
	stage, in = p.stage, p.in
	if p.state != Playing {
		return stage, in
	}
	if passed := now.Sub(p.mark); passed > 0 {
		in += p.planned(passed)
	}
	for stage < len(p.plan.Stages) && in >= p.plan.Stages[stage].Length {
		if p.manual {
			return stage, p.plan.Stages[stage].Length
		}
		in -= p.plan.Stages[stage].Length
		stage++
	}
	if stage == len(p.plan.Stages) {
		in = 0
	}
	return stage, in
}
