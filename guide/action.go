package guide

import (
	"time"

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

func (g *Guide) do(a Action, now time.Time) {
	switch a {
	case Next, Back, Skip:
		g.move(a, now)
	case Longer, Shorter, Slower, Faster:
		g.adjust(a, now)
	case SetUpAgain:
		g.setUpAgain(now)
	case ToggleVoice, ToggleMute, ToggleTone, Softer, Louder:
		g.tune(a, now)
	case Pause:
		g.pause(now)
	case Hurts:
		g.askHurt(now)
	case AskEnd:
		g.askEnd(now)
	case Cancel, GoOn:
		g.ending = false
		g.goOn(now)
	case Halt:
		g.halt(now)
	case Shell:
		g.goToShell(now)
	case EaseOff, OtherWay, SkipPose, EndHere, Leg:
	}
}

// goToShell stops the clock until the pause key is pressed.
func (g *Guide) goToShell(now time.Time) {
	if g.halt(now); g.ran {
		g.halted, g.stands = false, Shelled
	}
}

// move goes to another place of the plan.
func (g *Guide) move(a Action, now time.Time) {
	item := g.player.At(now).Stage.Item
	switch a { //nolint:exhaustive // the three that move
	case Next:
		g.player.Next(now)
	case Back:
		g.player.Back(now)
	default:
		g.player.Skip(now)
	}
	g.eased.text = ""
	g.hushMoved(now)
	switch at := g.player.At(now); {
	case at.State == session.Paused:
		g.replyStillPaused(at, now)
	case a == Back && at.Stage.Item != item && at.State == session.Playing: // the end of another pose
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
		g.notices.setReply(noStepsText, now)
		g.reply(noStepsText, now)
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

// adjust changes how long things last, and says what came of it.
func (g *Guide) adjust(a Action, now time.Time) {
	before := g.player.At(now).Remaining
	var done bool
	switch a { //nolint:exhaustive // the four that adjust
	case Longer:
		done = g.player.Longer(now)
	case Shorter:
		done = g.player.Shorter(now)
	case Slower:
		done = g.player.Slower(now)
	default:
		done = g.player.Faster(now)
	}
	if done {
		g.savePlan(now)
	}
	at := g.player.At(now)
	g.notices.setReply(adjustedText(a, done, at.Remaining-before, g.player.Plan().Breath), now)
	text := adjustedSpeech(a, done, at.Remaining-before)
	if done && at.Stage.Works() && (a == Longer || a == Shorter) && !g.isTimeDue(now) && !g.isTimeRecent(now) {
		text += " " + leftText(at)
	}
	g.reply(text, now)
}

// tune changes what is heard, and says so.
func (g *Guide) tune(a Action, now time.Time) {
	var text string
	wasHeard := g.isHeard()
	switch a { //nolint:exhaustive // those that tune
	case ToggleTone:
		text = g.toggleTone()
	case ToggleVoice:
		text = g.toggleVoice(now)
	case ToggleMute:
		text = g.toggleMute(now)
	case Softer:
		text = g.changeVolume(-volumeStep)
	default:
		text = g.changeVolume(volumeStep)
	}
	g.notices.setReply(text, now)
	if g.reply(text, now); !wasHeard && g.isHeard() {
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
