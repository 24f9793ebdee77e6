package guide

import (
	"cmp"
	"time"

	"catcow/page"
	"catcow/sound"
)

// How long what an action did is shown, and what is wrong.
const (
	replyFor   = 4 * time.Second
	troubleFor = 12 * time.Second
)

// notices are lines that are shown for a while. Each trouble is told once, one
// after the other, and none is lost behind another.
type notices struct {
	reply   string
	replied time.Time
	waiting []string
	since   time.Time // when the first of the waiting began to be shown
	told    map[string]bool
}

func (n *notices) setReply(text string, now time.Time) { n.reply, n.replied = text, now }

// addTrouble is a trouble; one that was told already is not told again.
func (n *notices) addTrouble(text string, now time.Time) {
	if text == "" || n.told[text] {
		return
	}
	if n.told == nil {
		n.told = map[string]bool{}
	}
	n.told[text] = true
	if len(n.waiting) == 0 {
		n.since = now
	}
	n.waiting = append(n.waiting, text)
}

// at is what is shown at an instant.
func (n *notices) at(now time.Time) (reply, trouble string) {
	for len(n.waiting) > 0 && now.Sub(n.since) >= troubleFor {
		n.waiting, n.since = n.waiting[1:], n.since.Add(troubleFor)
	}
	if n.reply != "" && now.Sub(n.replied) >= replyFor {
		n.reply = ""
	}
	if len(n.waiting) > 0 {
		trouble = n.waiting[0]
	}
	return n.reply, trouble
}

// wait is how long what is shown stays; 0 where nothing is.
func (n *notices) wait(now time.Time) time.Duration {
	wait := time.Duration(0)
	if n.reply != "" {
		wait = n.replied.Add(replyFor).Sub(now)
	}
	if len(n.waiting) > 0 {
		if d := n.since.Add(troubleFor).Sub(now); wait == 0 || d < wait {
			wait = d
		}
	}
	return max(wait, 0)
}

// findTrouble tells what is newly wrong with the sound and the log.
func (g *Guide) findTrouble(now time.Time) {
	if g.o.Sound != nil && g.isAudible() {
		state := g.o.Sound.State()
		text := cmp.Or(state.Trouble.String(), state.Skipped)
		if state.Trouble != sound.NoVoice || g.hasVoice() {
			g.notices.addTrouble(page.Sentence(text), now)
		}
	}
	if g.o.Log != nil {
		if err := g.o.Log.Trouble(); err != nil {
			g.notices.addTrouble(err.Error(), now)
		}
	}
}
