package guide

import (
	"time"

	"catcow/page"
	"catcow/session"
)

// Action is what a person asks for with one key.
type Action int

// The actions. Those that make no sense at a moment change nothing.
const (
	Pause       Action = iota // or go on
	Next                      // "I am ready"; in a hold the next side, set or pose
	Back                      // to the beginning of the stage, or to the one before
	Skip                      // leave the pose
	Longer                    // the hold
	Shorter                   //
	Slower                    // the breath
	Faster                    //
	Hurts                     // something does
	EaseOff                   // the gentler way that is offered
	OtherWay                  // offer another
	SkipPose                  // because it hurts
	EndHere                   // because it hurts
	Leg                       // it is in a leg, or something is newly numb or weak
	Cancel                    // what is open, and go on as before
	AskEnd                    // the session; asked for twice, it ends
	Halt                      // the clock, while the front end shows something else
	GoOn                      // from where Halt found us
	Shell                     // the person goes to the shell
	SetUpAgain                // all the steps into the pose, once more
	ToggleVoice               //
	ToggleMute                //
	ToggleTone                // of the breath
	Softer                    //
	Louder                    //
)

// Do does what a person asks for.
func (g *Guide) Do(a Action, now time.Time) View {
	if g.phase == Leading {
		g.player.Tick(now)
		g.playDue(now)
		g.voice.soon = true
		if g.hurt != nil {
			g.doHurt(a, now)
		} else {
			g.do(a, now)
		}
		if g.phase == Leading {
			g.watch(now)
		}
	}
	g.look(now)
	return g.view
}

// do does what is asked for while nothing is open that asks something else.
func (g *Guide) do(a Action, now time.Time) {
	if act := actions()[a]; act != nil {
		act(g, now)
	}
}

func actions() map[Action]func(g *Guide, now time.Time) {
	return map[Action]func(*Guide, time.Time){
		Pause:      (*Guide).pause,
		Next:       func(g *Guide, now time.Time) { g.move(g.player.Next, now) },
		Back:       (*Guide).goBack,
		Skip:       func(g *Guide, now time.Time) { g.move(g.player.Skip, now) },
		Longer:     func(g *Guide, now time.Time) { g.lengthen(g.player.Longer, " longer.", noHoldText, now) },
		Shorter:    func(g *Guide, now time.Time) { g.lengthen(g.player.Shorter, " shorter.", shortestText, now) },
		Slower:     func(g *Guide, now time.Time) { g.rebreathe(g.player.Slower, slowerText, slowestText, now) },
		Faster:     func(g *Guide, now time.Time) { g.rebreathe(g.player.Faster, fasterText, fastestText, now) },
		Hurts:      (*Guide).askHurt,
		Cancel:     (*Guide).cancel,
		AskEnd:     (*Guide).askEnd,
		Halt:       (*Guide).halt,
		GoOn:       (*Guide).cancel,
		Shell:      (*Guide).goToShell,
		SetUpAgain: (*Guide).setUpAgain,

		ToggleVoice: func(g *Guide, now time.Time) { g.tune(g.toggleVoice, now) },
		ToggleMute:  func(g *Guide, now time.Time) { g.tune(g.toggleMute, now) },
		ToggleTone:  func(g *Guide, now time.Time) { g.tune(g.toggleTone, now) },
		Softer:      func(g *Guide, now time.Time) { g.tune(g.makeSofter, now) },
		Louder:      func(g *Guide, now time.Time) { g.tune(g.makeLouder, now) },

		EaseOff: nil, OtherWay: nil, SkipPose: nil, EndHere: nil, Leg: nil, // only as something hurts
	}
}

// goToShell stops the clock until the pause key is pressed.
func (g *Guide) goToShell(now time.Time) {
	if g.halt(now); g.ran {
		g.halted, g.stands = false, Shelled
	}
}

// move goes to another place of the plan.
func (g *Guide) move(to func(now time.Time), now time.Time) {
	to(now)
	g.eased.text = ""
	g.hushMoved(now)
	if at := g.player.At(now); at.State == session.Paused {
		g.replyStillPaused(at, now)
	}
}

// goBack goes back, and says where that is if it is the end of another pose.
func (g *Guide) goBack(now time.Time) {
	item := g.player.At(now).Stage.Item
	g.move(g.player.Back, now)
	if at := g.player.At(now); at.Stage.Item != item && at.State == session.Playing {
		g.speakLines(now, whereText(at))
	}
}

// resumeMoved lets the clock run where we went to, if it ran before it was stopped for
// that. Else it says where that is.
func (g *Guide) resumeMoved(now time.Time) {
	g.halted, g.ending = false, false
	if g.ran {
		g.player.Resume(now)
		g.stands = NoReason
		return
	}
	if at := g.player.At(now); at.State == session.Paused {
		g.replyStillPaused(at, now)
	}
}

// replyStillPaused says where one is now, and that the clock stands there too.
func (g *Guide) replyStillPaused(at session.Snapshot, now time.Time) {
	g.notices.setReply(whereText(at)+" "+stillPausedText, now)
	g.speakLines(now, whereText(at), stillPausedText)
}

// setUpAgain says all the steps into the pose once more.
func (g *Guide) setUpAgain(now time.Time) {
	if !g.player.SetUpAgain(now) {
		g.reply(noStepsText, noStepsText, now)
		return
	}
	g.eased.text = ""
	g.hushMoved(now)
	g.notices.setReply(stepsAgainText, now)
	g.speakLines(now, stepsAgainText)
}

// Jump goes to the beginning of an item of the routine, from 0, and on from there.
func (g *Guide) Jump(item int, now time.Time) View {
	if g.phase == Leading {
		g.halt(now)
		g.player.Jump(now, item)
		g.eased = easing{}
		g.hushMoved(now)
		g.resumeMoved(now)
		g.watch(now)
	}
	g.look(now)
	return g.view
}

// lengthen changes how long a hold is, and says by how much, or that it cannot be.
func (g *Guide) lengthen(do func(now time.Time) bool, direction, cannot string, now time.Time) {
	before := g.player.At(now).Remaining
	if !do(now) {
		g.reply(cannot, cannot, now)
		return
	}
	g.savePlan(now)
	at := g.player.At(now)
	by := at.Remaining - before
	text := page.Title(lengthText(by.Abs())) + direction
	if at.Stage.Works() && !g.isTimeDue(now) && !g.isTimeRecent(now) {
		text += " " + leftText(at)
	}
	g.reply(lengthenedText(by), text, now)
}

// rebreathe changes how long a breath is, and says so, or that it cannot be.
func (g *Guide) rebreathe(do func(now time.Time) bool, done, cannot string, now time.Time) {
	if !do(now) {
		g.reply(cannot, cannot, now)
		return
	}
	g.savePlan(now)
	g.reply(breathText(g.player.Plan().Options.Breath), done, now)
}

// tune changes what is heard, and says so.
func (g *Guide) tune(change func(now time.Time) (text string), now time.Time) {
	wasHeard := g.isHeard()
	text := change(now)
	if g.reply(text, text, now); !wasHeard && g.isHeard() {
		g.speakBearings(now)
	}
}

// pause stops the clock, or lets it run again.
func (g *Guide) pause(now time.Time) {
	if g.player.At(now).State == session.Playing {
		g.player.Pause(now)
		g.stands = Pressed
		g.notices.setReply("", now)
		g.speakNow(now, pausedText)
		return
	}
	g.player.Resume(now)
	g.stands, g.ending, g.halted = NoReason, false, false
	g.notices.setReply("", now)
	g.resumeSpeech(now)
}

// halt stops the clock for something that is shown over the session, and keeps
// whether it ran.
func (g *Guide) halt(now time.Time) {
	if g.halted {
		return
	}
	s := g.player.At(now).State
	g.halted, g.ran = true, s == session.Playing || s == session.Waiting
	if s == session.Playing {
		g.player.Pause(now)
		g.hush(now)
	}
}

// cancel closes what is open, and goes on as before.
func (g *Guide) cancel(now time.Time) {
	g.ending = false
	g.goOn(now)
}

// goOn lets the clock run again if it ran before it was halted.
func (g *Guide) goOn(now time.Time) {
	if !g.halted {
		return
	}
	g.halted = false
	if g.ran && g.player.At(now).State == session.Paused {
		g.player.Resume(now)
		g.resumeSpeech(now)
	}
}

// askEnd asks whether to end the session; asked twice, it ends.
func (g *Guide) askEnd(now time.Time) {
	if g.ending {
		g.finish(now, EndedEarly)
		return
	}
	g.halt(now)
	g.ending = true
	g.speakNow(now, endText)
}
