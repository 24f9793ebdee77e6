package guide

import (
	"slices"
	"time"

	"catcow/config"
	"catcow/content"
	"catcow/history"
	"catcow/session"
)

// much is the pain above which it is time to ease off (NHS Inform: above 5 of 10
// is working too hard).
const much = 5

// unrated is a pain that was not given a number.
const unrated = -1

// Hurt is what is offered as something hurts in a pose. Time stands meanwhile.
type Hurt struct {
	Pose   string   // its name
	Ways   []string // gentler ones, with the side named
	Way    int      // the one that is offered; nothing of Ways where there is none
	Pain   int      // 0 to 10; -1 while it was not given
	Advice string   // what to do about that much; "" for nothing
	// Signs is what to do, and whom to call, where it is in a leg or something is
	// newly numb or weak; nil elsewhere.
	Signs []content.Notice

	at    session.Snapshot
	lines []string // Ways as the pose has them
	again bool     // it was eased off already, and a number came after it
}

// easing is where the gentler way in which a pose is done was chosen.
type easing struct {
	text       string // with the side named; "" once one has moved on
	stage, cue int    // of which it is what to do now
	in         time.Duration
	hurt       int  // its place in the record, to be rated
	rates      bool // a number is for that
}

// askHurt stops the time and offers the first gentler way.
func (g *Guide) askHurt(now time.Time) {
	g.halt(now)
	at := g.player.At(now)
	h := &Hurt{Pose: at.Stage.Pose.Title(), Pain: unrated, at: at}
	g.offer(h, waysFrom(at, g.wayOf(at)))
	g.hurt, g.eased = h, easing{}
	g.speakNow(now, append([]string{stoppedText}, g.offerTexts(h)...)...)
}

// waysFrom is the gentler ways from where one is, as the pose has them, without the
// one that is done already. They start from the pose: before its last step they would
// speak of what was not done yet.
func waysFrom(at session.Snapshot, done string) []string {
	if !isInside(at) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(at.Stage.Pose.Ease), func(way string) bool { return way == done })
}

// isInside reports whether one is in the pose, and not yet on the way into it.
func isInside(at session.Snapshot) bool {
	switch at.Stage.Kind {
	case session.Transition:
		return false
	case session.Setup:
		return at.Cue >= max(at.Stage.Spoken, 1)-1
	case session.Hold, session.Reps, session.Rest, session.Switch, session.Release:
	}
	return true
}

// offer is the gentler ways to choose from, as the pose has them.
func (g *Guide) offer(h *Hurt, ways []string) {
	h.lines, h.Way = ways, 0
	h.Ways = nil
	for _, way := range ways {
		h.Ways = append(h.Ways, g.named(h.at, way))
	}
}

// way is the gentler way that is offered, and as the pose has it; "" where it has
// none.
func (h *Hurt) way() (text, line string) {
	if len(h.Ways) == 0 {
		return "", ""
	}
	return h.Ways[h.Way], h.lines[h.Way]
}

// wayOf is the gentler way in which the pose in work is done, as the pose has it; ""
// for none.
func (g *Guide) wayOf(at session.Snapshot) string {
	plan := g.player.Plan()
	if items := plan.Routine.Items; at.Stage.Item >= len(items) || at.Stage.Ref != items[at.Stage.Item].Ref {
		return "" // a rest in another pose
	}
	return plan.Eased[at.Stage.Item]
}

// doHurt does what is asked for while it is offered what to do.
func (g *Guide) doHurt(a Action, now time.Time) {
	h := g.hurt
	switch {
	case a == EndHere, a == AskEnd:
		g.conclude(history.Ended, now)
		g.finish(now, EndedEarly)
	case a == Cancel:
		g.cancelHurt(now)
	case h.Signs != nil: // only those two make sense
	case a == OtherWay && len(h.Ways) > 1:
		h.Way = (h.Way + 1) % len(h.Ways)
		g.speakNow(now, h.Ways[h.Way])
	case a == OtherWay:
		g.answer(noOtherWayText, now)
	case a == SkipPose, a == Skip:
		g.conclude(history.Skipped, now)
		g.player.Skip(now)
		g.eased.text = ""
		g.answer(skippedText, now)
		g.resumeMoved(now)
	case a == Leg:
		h.Signs = g.o.Safety.ForLegs()
		g.answers.leg = true
		g.remember(func(s *config.State) { s.Due = true })
		g.speakNow(now, g.signTexts(h.Signs)...)
	case a == Hurts, a == EaseOff, a == Pause:
		g.easeOff(now)
	}
}

// cancelHurt goes back from the signs to what is offered, and from there to where one
// was: in work, or standing still as before.
func (g *Guide) cancelHurt(now time.Time) {
	if h := g.hurt; h.Signs != nil {
		h.Signs = nil
		g.speakNow(now, g.offerTexts(h)...)
		return
	}
	g.hurt = nil
	g.goOn(now)
	switch at := g.player.At(now); {
	case at.State != session.Paused:
	case g.stands == Easing:
		g.speakNow(now, whenReadyText)
	default:
		g.speakNow(now, stillPausedText)
	}
}

// easeOff makes the gentler way what to do now. Time waits, so that one can move.
func (g *Guide) easeOff(now time.Time) {
	h := g.hurt
	way, line := h.way()
	if way == "" {
		if way = smallerText; !isInside(h.at) {
			way = easyText
		}
		line = way
	}
	if !h.again {
		g.conclude(history.Eased, now)
	}
	g.hurt, g.halted = nil, false
	at := g.player.At(now)
	g.eased = easing{text: way, stage: at.Index, cue: at.Cue, in: at.In, hurt: len(g.record.Hurts) - 1, rates: true}
	if own := g.player.Plan().Routine.Items[at.Stage.Item].Ref == at.Stage.Ref; own && at.Stage.Kind != session.Transition {
		g.player.Ease(now, at.Stage.Item, line)
		g.savePlan(now)
	}
	g.stands = Easing
	g.hush(now) // what was cut off was not heard
	if g.isRecent(way, now) {
		way = thatWayText
	}
	g.speakLines(now, way, whenReadyText)
}

// conclude writes down what hurt, and what is done about it.
func (g *Guide) conclude(choice string, now time.Time) {
	h := g.hurt
	g.hurt, g.halted = nil, false
	stage := h.at.Stage
	if h.again { // it is there already: only what is done about it changes
		last := &g.record.Hurts[len(g.record.Hurts)-1]
		last.Choice, last.Leg = choice, last.Leg || h.Signs != nil
		g.save()
		return
	}
	g.record.Hurts = append(g.record.Hurts, history.Hurt{
		Pose: stage.Ref.Pose, Variant: stage.Ref.Variant, Stage: h.at.Index,
		At: now, Pain: h.Pain, Leg: h.Signs != nil, Choice: choice,
	})
	g.save()
}

// rateHurt takes how much it hurts, at once or after easing off. Above 5 the
// advice to skip or to stop comes whichever came first.
func (g *Guide) rateHurt(pain int, now time.Time) bool {
	if g.hurt == nil {
		if !g.eased.rates || g.stands != Easing {
			return false
		}
		g.record.Hurts[g.eased.hurt].Pain = pain
		g.save()
		if pain <= much {
			g.answer(ratedText(pain), now)
			return true
		}
		at := g.player.At(now)
		g.hurt = &Hurt{Pose: at.Stage.Pose.Title(), at: at, again: true}
		g.offer(g.hurt, waysFrom(at, g.wayOf(at)))
	}
	g.hurt.Pain = pain
	if g.hurt.Advice = ""; pain > much {
		g.hurt.Advice = g.o.Safety.EaseOff.Line
		g.speakNow(now, g.hurt.Advice, skipOrEndText)
	} else {
		g.answer(ratedText(pain), now)
	}
	return true
}
